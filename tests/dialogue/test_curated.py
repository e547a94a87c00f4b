"""Which known question answers a message better than its need."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.dialogue import Memory
from bot.dialogue.asking import Known
from bot.dialogue.curated import chosen
from bot.dialogue.message import Found, Message
from tests.dialogue.conftest import heard

KNOWN = {
    "status_appeal": Known(
        needs=frozenset({"check_claim_status"}), not_for=frozenset({"appeal"})
    ),
    "charter": Known(needs=frozenset({"appeal"})),
}
NEAR = (Found("status_appeal", 0.9, "sure"), Found("charter", 0.5, "sure"))


def test_a_question_never_stands_for_a_need_that_rules_it_out() -> None:
    asked = replace(heard("appeal", text="can i appeal"), found=NEAR)
    assert chosen("appeal", asked, Memory(), KNOWN) == "charter"


def test_the_same_question_stands_for_another_need() -> None:
    asked = replace(heard("check_claim_status", text="under appeal"), found=NEAR)
    assert chosen("check_claim_status", asked, Memory(), KNOWN) == "status_appeal"


LOST = {
    "receipt": Known(needs=frozenset({"how_to_pay"})),
    "detour": Known("act4", frozenset({"coverage_start_or_period"})),
    "lump_sum": Known(needs=frozenset({"benefit_permanent_disablement"})),
}


def near(name: str, score: float, need: str, text: str, **entities: object) -> Message:
    band = "sure" if score >= 0.45 else "answer"
    return replace(
        heard(need, text=text, **entities), found=(Found(name, score, band),)
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [("name on my socso receipt", "receipt"), ("name on my receipt", None)],
)
def test_what_seems_out_of_scope_is_ours_when_it_names_us(
    text: str, expected: str | None
) -> None:
    message = near("receipt", 0.4, "out_of_scope", text)
    assert chosen("out_of_scope", message, Memory(), LOST) == expected


def test_a_near_question_goes_before_a_need_understood_unsurely() -> None:
    sure = near("receipt", 0.4, "how_to_claim", "lost the paper")
    assert chosen("how_to_claim", sure, Memory(), LOST) is None
    unsure = replace(sure, band="clarify")
    assert chosen("how_to_claim", unsure, Memory(), LOST) == "receipt"


@pytest.mark.parametrize(("score", "expected"), [(0.5, None), (0.6, "detour")])
def test_somebody_elses_work_speaks_against_no_question_beyond_doubt(
    score: float, expected: str | None
) -> None:
    need = "coverage_start_or_period"
    message = near("detour", score, need, "after the sitter", sector="arts")
    assert chosen(need, message, Memory(), LOST) == expected


def test_a_value_is_no_reason_for_the_law_before_the_scheme_is_known() -> None:
    need = "benefit_permanent_disablement"
    message = near("lump_sum", 0.5, need, "lump sum at 15%", percent=15)
    assert chosen(need, message, Memory(), LOST) == "lump_sum"
    assert chosen(need, message, Memory(scheme="act4"), LOST) is None


def test_an_insurer_named_beside_us_is_no_matter_of_the_insurer() -> None:
    text = "my insurer has paid, may i claim"
    theirs = near("receipt", 0.6, "out_of_scope", text, agency="insurer")
    assert chosen("out_of_scope", theirs, Memory(), LOST) is None
    ours = replace(theirs, text=f"{text} from perkeso")
    assert chosen("out_of_scope", ours, Memory(), LOST) == "receipt"


@pytest.mark.parametrize(
    ("need", "score", "band", "expected"),
    [
        ("claim_deadline", 0.5, "answer", None),
        ("claim_deadline", 0.8, "answer", "receipt"),
        ("claim_deadline", 0.5, "clarify", "receipt"),
        ("how_to_pay", 0.5, "answer", "receipt"),
        ("scheme_definition", 0.5, "answer", "receipt"),
    ],
)
def test_a_need_that_was_understood_gives_way_only_to_what_refines_it(
    need: str, score: float, band: str, expected: str | None
) -> None:
    asked = replace(near("receipt", score, need, "how long for a receipt"), band=band)
    assert chosen(need, asked, Memory(), LOST) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("when is somebody counted as invalid", "meaning"),
        ("is he counted as invalid and what does he get", None),
        ("dikira ilat ke, layak tak", None),
    ],
)
def test_the_meaning_of_a_word_is_no_answer_to_what_somebody_gets(
    text: str, expected: str | None
) -> None:
    needs = frozenset({"benefit_invalidity", "scheme_definition"})
    asked = near("meaning", 0.4, "benefit_invalidity", text)
    found = chosen(
        "benefit_invalidity", asked, Memory(), {"meaning": Known(needs=needs)}
    )
    assert found == expected


def test_other_days_for_what_was_answered_are_no_question_of_their_own() -> None:
    need = "benefit_temporary_disablement"
    known = {"few_days": Known("act4", frozenset({need}))}
    period = {"n": 10, "unit": "day"}
    message = near("few_days", 0.4, need, "kalau mc sepuluh hari", period=period)
    assert chosen(need, message, Memory(), known) == "few_days"
    assert chosen(need, message, Memory(need=need), known) is None
