"""Bands, the cascade, two needs in one message, and inputs that nobody expects."""

from __future__ import annotations

import dataclasses
import random
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understanding import Understanding, engine, need_of
from bot.understanding.bands import band, refused_first
from bot.understanding.model import Model
from bot.understanding.types import Thresholds
from tests.understanding.conftest import Fake


def with_thresholds(model: Model, **changes: object) -> Model:
    changed = dataclasses.replace(model.thresholds, **changes)  # type: ignore[arg-type]
    return dataclasses.replace(model, thresholds=changed)


def of(model: Model) -> Understanding:
    return Understanding(model, today=lambda: date(2026, 11, 23))


def test_a_message_like_the_examples_is_understood(
    understanding: Understanding,
) -> None:
    parsed = understanding.parse("mcm mana nk byr")
    assert parsed.intent == "how_to_pay"
    assert parsed.ranking[0][0] == "how_to_pay"
    assert 0 < parsed.confidence <= 1


def test_probabilities_of_the_ranking_add_up_to_at_most_one(
    understanding: Understanding,
) -> None:
    ranking = understanding.parse("boleh bayar ke").ranking
    assert sum(chance for _, chance in ranking) <= 1.001
    assert [c for _, c in ranking] == sorted((c for _, c in ranking), reverse=True)


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\n\n", "😀😀😀", "\x00", "\ud800", "?" * 10, "\u200b\u200b", "....."],
)
def test_nothing_to_read_is_met_with_sorry(
    understanding: Understanding, text: str
) -> None:
    parsed = understanding.parse(text)
    assert parsed.band == "sorry"
    assert parsed.text == text


def test_ten_thousand_characters_are_read(understanding: Understanding) -> None:
    noise = random.Random(1)
    text = "".join(chr(noise.randrange(32, 1000)) for _ in range(10_000))
    assert understanding.parse(text).text == text


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text())
def test_parsing_never_raises(understanding: Understanding, text: str) -> None:
    parsed = understanding.parse(text)
    assert parsed.band in ("answer", "clarify", "sorry")
    assert all(text[e.start : e.end] for e in parsed.entities)


def test_all_numbers_of_a_message_are_handed_out(understanding: Understanding) -> None:
    assert understanding.parse("24 dan 1,200").numbers == ("24", "1200")
    assert understanding.parse("dua puluh").numbers == ("20",)


def test_no_embedding_is_made_when_the_cheap_head_is_sure(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Fake()
    monkeypatch.setattr(engine, "embedder", lambda: fake)
    parsed = of(with_thresholds(model, cheap=0.0)).parse("cara bayar caruman")
    assert not parsed.embedded
    assert fake.asked == []


def test_an_embedding_is_made_once_when_the_cheap_head_is_unsure(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = Fake()
    monkeypatch.setattr(engine, "embedder", lambda: fake)
    understanding = of(with_thresholds(model, cheap=1.01))
    assert understanding.parse("cara bayar caruman").embedded
    assert understanding.parse("cara bayar caruman").embedded
    assert len(fake.asked) == 1


def test_the_cheap_head_answers_alone_when_there_are_no_embeddings(
    model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "embedder", lambda: None)
    parsed = of(with_thresholds(model, cheap=1.01)).parse("cara bayar caruman")
    assert parsed.intent == "how_to_pay"
    assert not parsed.embedded


def test_only_what_may_be_meant_is_suggested(model: Model) -> None:
    unsure = of(with_thresholds(model, never_suggest=("greet",)))
    parsed = unsure.parse("boleh")
    assert 1 <= len(parsed.suggestions) <= 3
    assert "greet" not in parsed.suggestions


def test_two_things_asked_by_name_alone_are_two_needs(model: Model) -> None:
    parsed = of(with_thresholds(model, cheap=0.0)).parse("cara daftar & cara bayar")
    assert [n.need for n in parsed.needs] == ["how_to_register", "how_to_pay"]


def test_two_clear_questions_are_two_needs_in_their_order(model: Model) -> None:
    sure = with_thresholds(
        model, part=0.2, part_sure=0.2, second=0.0, second_sure=0.0, cheap=0.0
    )
    parsed = of(sure).parse("macam mana nak daftar? macam mana nak bayar?")
    assert [n.need for n in parsed.needs] == ["how_to_register", "how_to_pay"]


def test_a_greeting_before_a_question_is_no_need_of_its_own(model: Model) -> None:
    sure = with_thresholds(
        model, part=0.2, part_sure=0.2, second=0.0, second_sure=0.0, cheap=0.0
    )
    parsed = of(sure).parse("selamat pagi. cara bayar caruman")
    assert [n.need for n in parsed.needs] == ["how_to_pay"]


@pytest.mark.parametrize(
    "text",
    [
        "cara bayar caruman? rasa nak mati je sekarang",
        "i want to die, who gets the funeral money",
        "dah tak larat hidup, macam mana nak daftar",
    ],
)
def test_a_person_who_may_hurt_themself_comes_before_every_other_need(
    understanding: Understanding, text: str
) -> None:
    parsed = understanding.parse(text)
    assert [n.need for n in parsed.needs] == ["emergency_or_distress"]
    assert parsed.band == "answer"


@pytest.mark.parametrize("text", ["bapa saya mati", "bila tarikh mati caruman"])
def test_death_alone_is_no_emergency(understanding: Understanding, text: str) -> None:
    assert understanding.parse(text).confidence < 1.0


def test_one_question_stays_one_need(understanding: Understanding) -> None:
    assert len(understanding.parse("duit khairat siapa dapat").needs) == 1


def test_intents_of_the_dialogue_are_mapped_to_needs() -> None:
    assert need_of("inform") is None
    assert need_of("cancel") == "deny"
    assert need_of("menu") == "bot_challenge"
    assert need_of("how_to_pay") == "how_to_pay"


@pytest.mark.parametrize(
    ("confidence", "expected"),
    [
        *((0.9, "answer"), (0.5, "answer"), (0.49, "clarify"), (0.2, "clarify")),
        *((0.19, "sorry"), (0.0, "sorry")),
    ],
)
def test_bands_begin_at_their_thresholds(confidence: float, expected: str) -> None:
    assert band(confidence, Thresholds(answer=0.5, clarify=0.2)) == expected


def test_what_seems_out_of_scope_is_said_to_be_so_but_not_to_whoever_is_in_danger() -> (
    None
):
    thresholds = Thresholds(other=0.1)
    lesser = (("how_to_pay", 0.6), ("out_of_scope", 0.2))
    danger = (("emergency_or_distress", 0.6), ("out_of_scope", 0.2))
    assert refused_first(lesser, thresholds)[0] == ("out_of_scope", 0.6)
    assert refused_first(danger, thresholds) == danger
