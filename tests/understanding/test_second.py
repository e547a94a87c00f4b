"""A second need in a message: what speaks for it, and the decision that is learnt."""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ConfigurationError
from bot.understanding import Understanding, second_training
from bot.understanding.evidence import asks_again, evidence
from bot.understanding.model import Model
from bot.understanding.second import Habits, Second
from bot.understanding.second_training import Asked, read, with_second
from bot.understanding.types import Need
from tests.understanding.conftest import SAID

JOIN, PAY, DIE = "how_to_register", "how_to_pay", "benefit_funeral"


def today() -> date:
    return date(2026, 11, 23)


def heard() -> list[Asked]:
    """Questions side by side: of two needs, or the same one put twice."""
    found = []
    for one, other in itertools.product((JOIN, PAY, DIE), repeat=2):
        for number, pair in enumerate(itertools.product(SAID[one], SAID[other])):
            needs = (one,) if one == other else (one, other)
            if number % 2 or one == other:
                found.append(Asked(" ".join(pair), needs, f"s{number % 7}"))
    alone = [(said, need) for need in (JOIN, PAY, DIE) for said in SAID[need]]
    return found + [Asked(said, (need,), "s8") for said, need in alone]


@pytest.fixture(scope="module")
def bare(model: Model) -> Model:
    return dataclasses.replace(model, full=None)


@pytest.fixture(scope="module")
def learnt(bare: Model) -> Model:
    return with_second(bare, heard())


def needs(model: Model, text: str) -> list[str]:
    return [one.need for one in Understanding(model, today=today).parse(text).needs]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how to sign up funeral benefit amount", [JOIN, DIE]),
        ("who gets the funeral money where do i pay", [DIE, PAY]),
        ("boleh bayar online cara daftar skim", [PAY, JOIN]),
    ],
)
def test_two_questions_without_a_word_between_are_found_in_their_order(
    learnt: Model, bare: Model, text: str, asked: list[str]
) -> None:
    assert len(needs(bare, text)) == 1
    assert needs(learnt, text) == asked


@pytest.mark.parametrize(
    "text",
    ["how to pay every month", "cara bayar caruman boleh bayar online", "bayar", "54"],
)
def test_one_question_stays_one(learnt: Model, text: str) -> None:
    assert len(needs(learnt, text)) == 1


@settings(deadline=None)
@given(st.text(max_size=60))
def test_whatever_is_typed_has_one_need_or_two(learnt: Model, text: str) -> None:
    assert 1 <= len(needs(learnt, text)) <= 2


def test_who_may_hurt_themself_is_asked_nothing_else(learnt: Model) -> None:
    text = "how to sign up funeral benefit amount, rasa nak mati je"
    assert needs(learnt, text) == ["emergency_or_distress"]


def test_a_greeting_has_no_second_need(learnt: Model) -> None:
    assert needs(learnt, "selamat pagi") == ["greet"]


def test_a_pair_of_the_rules_that_is_unlikely_is_not_kept(learnt: Model) -> None:
    assert learnt.second is not None
    text = "macam mana nak daftar? macam mana nak bayar?"
    doubtful = dataclasses.replace(learnt.second, sure=2.0, agreed=2.0, opened=2.0)
    trusting = dataclasses.replace(learnt.second, sure=2.0, agreed=0.0, opened=2.0)
    assert needs(dataclasses.replace(learnt, second=trusting), text) == [JOIN, PAY]
    assert len(needs(dataclasses.replace(learnt, second=doubtful), text)) == 1


def test_a_list_of_names_needs_no_decision(learnt: Model) -> None:
    assert learnt.second is not None
    never = dataclasses.replace(learnt.second, sure=2.0, agreed=2.0, opened=2.0)
    model = dataclasses.replace(learnt, second=never)
    assert needs(model, "sign up & cara bayar") == [JOIN, PAY]


@pytest.mark.parametrize(("named", "count"), [(True, 2), (False, 1)])
def test_less_certainty_will_do_where_the_words_name_both(
    learnt: Model, *, named: bool, count: int
) -> None:
    assert learnt.second is not None
    look = Understanding(learnt, today=today).look(
        "cara daftar skim untuk saya seorang sahaja & cara bayar tiap bulan"
    )
    assert look is not None
    pair = (Need(JOIN, 0.9), Need(PAY, 0.9))
    second = dataclasses.replace(
        learnt.second, sure=2.0, agreed=2.0, named=0.0, opened=2.0
    )
    assert len(second.decide(look, pair, named=named)) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("cara daftar skim dan macam mana nak bayar", 2),
        ("cara daftar skim cara bayar", 1),
    ],
)
def test_less_certainty_will_do_where_and_stands_before_a_word_that_asks(
    learnt: Model, text: str, count: int
) -> None:
    assert learnt.second is not None
    look = Understanding(learnt, today=today).look(text)
    assert look is not None
    second = dataclasses.replace(learnt.second, sure=2.0, agreed=2.0, opened=0.0)
    assert len(second.decide(look, (Need(look.first, 0.9),))) == count


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("daftar kat mana dan berapa setahun", True),
        ("how do i join and how much is plan 2", True),
        ("suami dan anak saya boleh dapat apa", False),
        ("what is the interest and my pay", False),
        ("berapa setahun", False),
    ],
)
def test_and_before_a_word_that_asks_opens_another_question(
    text: str, *, again: bool
) -> None:
    assert asks_again(text) is again


def test_a_decision_kept_before_names_were_weighed_can_be_read(learnt: Model) -> None:
    assert learnt.second is not None
    told = learnt.second.to_json()
    del told["named"]
    assert Second.of_json(told) == dataclasses.replace(learnt.second, named=0.0)


def test_each_of_two_is_as_sure_as_the_pair(learnt: Model) -> None:
    parsed = Understanding(learnt, today=today).parse("cara daftar skim cara bayar")
    assert parsed.band == "answer"
    assert all(0.5 < need.confidence <= 1.0 for need in parsed.needs)


def test_learning_again_gives_the_same(bare: Model, learnt: Model) -> None:
    again = with_second(bare, heard()[::-1])
    assert learnt.second is not None
    assert again.second is not None
    assert again.second.to_json() == learnt.second.to_json()


def test_what_was_learnt_is_kept_with_the_model(learnt: Model, tmp_path: Path) -> None:
    learnt.save(tmp_path)
    assert Understanding.load(tmp_path).model.second == learnt.second


@pytest.mark.parametrize("many", [0, 20])
def test_the_rules_alone_decide_when_there_is_too_little_to_learn_from(
    bare: Model, many: int
) -> None:
    assert with_second(bare, heard()[:many]).second is None


def test_a_place_where_both_sides_ask_speaks_for_two(bare: Model) -> None:
    look = Understanding(bare, today=today).look(
        "cara daftar skim how to pay every month"
    )
    assert look is not None
    seen = evidence(dataclasses.replace(look, first=JOIN))
    pay, die = (look.labels.index(need) for need in (PAY, DIE))
    assert seen.figures["cut_gain"][pay] > seen.figures["cut_gain"][die]
    assert seen.after[pay] == 1.0
    turned = evidence(dataclasses.replace(look, first=PAY))
    assert turned.after[look.labels.index(JOIN)] == 0.0


def test_needs_that_go_together_are_likelier() -> None:
    pairs = Counter({frozenset((JOIN, PAY)): 8, frozenset((PAY, DIE)): 1})
    habits = Habits(pairs, Counter({PAY: 3}))
    figures = habits.figures(PAY, (JOIN, PAY, DIE))
    assert figures[0][0] > figures[2][0]
    assert Habits.of_json(habits.to_json()) == habits
    own = Habits(Counter({frozenset((JOIN, PAY)): 8}))
    assert habits.without(own).double == Counter({PAY: 1, DIE: 1})


def test_messages_are_read_with_their_needs(tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    path.write_text("text,needs,language,speaker\nbayar mana daftar mana,a;b,ms,s1\n")
    assert read(path) == [Asked("bayar mana daftar mana", ("a", "b"), "s1")]
    assert read(tmp_path / "none.csv") == []


def test_a_file_of_other_columns_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "questions.csv"
    path.write_text("message\nhello\n")
    with pytest.raises(ConfigurationError, match=r"questions\.csv cannot be read"):
        read(path)


def test_the_messages_of_the_project_can_be_read() -> None:
    found = read()
    assert sum(len(one.needs) == 2 for one in found) > len(found) / 3
    assert second_training.FILE.name == "questions.csv"
