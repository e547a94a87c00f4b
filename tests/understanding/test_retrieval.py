"""Finding known questions, with embeddings and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.understanding.normalise import plain
from bot.understanding.retrieval import NONE, Bands, Index, _band
from tests.understanding.conftest import Fake

KNOWN = [
    ("lunch", "does it count if i stop for lunch"),
    ("lunch", "kemalangan masa keluar makan tengahari"),
    ("lunch", "accident during the lunch break"),
    ("wash", "does it count if i wash the car"),
    ("wash", "jatuh masa basuh kereta"),
    ("wash", "hurt while washing the car at home"),
    ("refund", "can i get my contribution back"),
    ("refund", "boleh dapat balik duit caruman"),
    ("refund", "money back if i never claim"),
]


@pytest.fixture
def index() -> Index:
    return Index(KNOWN, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("accident at lunch break, does it count", "lunch"),
        ("basuh kereta lepas tu jatuh", "wash"),
        ("caruman boleh dapat balik tak", "refund"),
    ],
)
def test_the_nearest_question_comes_first(index: Index, text: str, name: str) -> None:
    assert index.find(text, None)[0].name == name


def test_what_is_near_and_asks_something_else_holds_the_score_down(
    index: Index,
) -> None:
    asked = "where is the lunch break accident form"
    beside = Index([*KNOWN, (NONE, "form for an accident in the lunch break")], None)
    before, after = index.find(asked, None)[0], beside.find(asked, None)[0]
    assert (before.band, after.band) == ("sure", "answer")
    assert NONE not in {hit.name for hit in beside.find(asked, None)}


def test_a_message_that_shares_nothing_finds_nothing(index: Index) -> None:
    assert index.find("🙂", None) == []


def test_a_question_asked_as_it_stands_is_sure(index: Index) -> None:
    hit = index.find("can i get my contribution back", None)[0]
    assert (hit.name, hit.band) == ("refund", "sure")


def test_bands_go_from_sure_to_far() -> None:
    bands = Bands(sure=0.5, answer=0.3, offer=0.2)
    scores = (0.6, 0.4, 0.25, 0.1)
    expected = ["sure", "answer", "offer", "far"]
    assert [_band(score, bands) for score in scores] == expected


def test_meaning_is_asked_for_once_and_what_is_saved_finds_the_same(
    tmp_path: Path,
) -> None:
    model = Fake()
    index = Index(KNOWN, model.many([plain(text) for _, text in KNOWN]))
    model.asked.clear()
    before = index.find("hurt while washing the car", model)
    assert len(model.asked) == 1
    index.save(tmp_path)
    after = Index.load(tmp_path).find("hurt while washing the car", model)
    assert [hit.name for hit in after] == [hit.name for hit in before]
    assert after[0].score == pytest.approx(before[0].score, abs=0.02)
