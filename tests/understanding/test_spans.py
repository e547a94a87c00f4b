"""Both sides of every place between two words."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from bot.understanding import spans
from bot.understanding.model import Model
from bot.understanding.prepare import prepare
from bot.understanding.spans import cuts

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    [
        "mcm mana nk byr plan 2 utk suami sy, umur 54",
        "KWSP ke perkeso? rider grab, gaji 1,700.50 sebulan",
        "anak2 pun",
        "x",
        "",
    ],
)
def test_a_stretch_has_the_same_n_grams_as_a_message(text: str) -> None:
    prepared = prepare(text, TODAY)
    whole = {b + gram for b, counted in prepared.counts.items() for gram in counted}
    assert {block + gram for block, gram, _, _ in spans.grams(prepared)} == whole


def test_every_n_gram_lies_within_the_message() -> None:
    prepared = prepare("berapa caruman rider foodpanda setahun?", TODAY)
    for _, _, first, last in spans.grams(prepared):
        assert 0 <= first <= last < 6


def test_each_side_asks_its_own_need_where_two_questions_meet(model: Model) -> None:
    found = cuts(prepare("cara daftar skim how to pay every month", TODAY), model)
    assert len(found) == 7
    assert model.labels[int(found.left[2].argmax())] == "how_to_register"
    assert model.labels[int(found.right[2].argmax())] == "how_to_pay"


def test_the_words_together_ask_what_the_message_asks(model: Model) -> None:
    prepared = prepare("duit khairat siapa dapat", TODAY)
    together = cuts(prepared, model).whole
    ranking = model.rank(prepared.counts, None)
    assert model.labels[int(together.argmax())] == ranking[0][0]


def test_chances_of_a_side_add_up_to_one(model: Model) -> None:
    found = cuts(prepare("cara bayar caruman", TODAY), model)
    assert np.exp(found.left).sum(axis=1) == pytest.approx(1.0, abs=1e-4)


@pytest.mark.parametrize("text", ["bayar", "", "\ud800"])
def test_a_message_of_one_word_cannot_be_cut(model: Model, text: str) -> None:
    assert len(cuts(prepare(text, TODAY), model)) == 0


def test_of_a_long_story_the_end_is_looked_at(model: Model) -> None:
    found = cuts(prepare("saya " * 300 + "cara bayar", TODAY), model)
    assert len(found.words) == spans.MOST
    assert found.words[-2:] == ("cara", "bayar")
