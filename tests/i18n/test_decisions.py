"""Every Decision reads well in both languages and says the same figures in both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from bot.i18n import long_date, money
from bot.i18n.render import Rendered, render
from bot.rulebook import (
    EVERY_FACT,
    Change,
    Citation,
    Decision,
    Duration,
    Need,
    Reason,
    Refer,
    Step,
    codes,
)
from bot.rulebook.errors import FactError
from bot.rulebook.golden import Case, read_cases
from tests.i18n.conftest import book

LANGUAGES = ("ms", "en")
ON = date(2026, 11, 23)
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")
TIME = re.compile(r"(\d{1,2})[.:](\d{2}) (?:am|pm|pagi|tengah hari|petang|malam)")


def figures(text: str) -> Counter[str]:
    return Counter(FIGURE.findall(TIME.sub(r"\1 \2", text)))


def check(decision: Decision, facts: Mapping[str, object]) -> dict[str, Rendered]:
    """Both languages say the same, nothing is left open, nothing is left out."""
    rendered = {lang: render(decision, facts, language=lang) for lang in LANGUAGES}
    for language, one in rendered.items():
        check_text(one.text)
        for name, amount in decision.amounts.items():
            # a share of nothing is told as the other one paying alone
            nothing = name in ("employer", "employee") and not amount
            assert nothing or money(amount, language) in one.text
        for day in decision.dates.values():
            assert long_date(day, language) in one.text
        if one.source in one.text:
            assert one.text.endswith(one.source)
        assert long_date(decision.on, language) in one.source
    assert figures(rendered["ms"].text) == figures(rendered["en"].text)
    return rendered


def check_text(text: str) -> None:
    assert not set("{}") & set(text), text
    assert "None" not in text
    assert "  " not in text
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert text[-1] in ".:?", text
    assert all(line.strip("• ") for line in text.split("\n") if line)


@pytest.mark.parametrize("case", read_cases(), ids=lambda case: case.name)
def test_every_golden_case_says_the_same_in_both_languages(case: Case) -> None:
    check(case.decide(book()), case.facts)


BY_KIND = {
    "integer": st.integers(0, 70),
    "boolean": st.booleans(),
    "date": st.dates(date(1950, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    "date or time": st.dates(date(2020, 1, 1), date(2027, 12, 31)).map(date.isoformat),
    "money": st.decimals(0, 9000, places=2).map(str),
    "percentage": st.decimals(0, 100, places=2).map(str),
    "list of {paid_at, months}": st.lists(
        st.fixed_dictionaries(
            {
                "paid_at": st.dates(date(2020, 1, 1), date(2027, 12, 31)).map(
                    date.isoformat
                ),
                "months": st.integers(1, 24),
            }
        ),
        min_size=1,
        max_size=4,
    ),
    "list of {platform, amount}": st.lists(
        st.fixed_dictionaries(
            {
                "platform": st.sampled_from(["Grab", "Lalamove", "1"]),
                "amount": st.decimals(0, 4000, places=2).map(str),
            }
        ),
        min_size=1,
        max_size=3,
    ),
}


def values_of(fact: str) -> st.SearchStrategy[object]:
    described = EVERY_FACT[fact]
    if described.values:
        return st.sampled_from(described.values)
    return BY_KIND[described.kind]  # type: ignore[return-value]


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, dict[str, object], date]:
    question = draw(st.sampled_from(book().questions()))
    known = draw(st.sets(st.sampled_from([*question.asks, *question.uses, "sex"])))
    facts = {fact: draw(values_of(fact)) for fact in sorted(known)}
    on = draw(st.dates(date(2017, 1, 1), date(2029, 12, 31)))
    return question.name, facts, draw(st.sampled_from([ON, on]))


@given(asked())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)
def test_any_answer_of_law_says_the_same_in_both_languages(
    given_: tuple[str, dict[str, object], date],
) -> None:
    question, facts, on = given_
    try:
        decision = book().decide(question, facts, on=on)
    except FactError:
        assume(False)
        return
    check(decision, facts)


OPERANDS = st.one_of(
    st.none(),
    st.integers(0, 2100),
    st.booleans(),
    st.decimals(0, 99999, places=2),
    st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    st.sampled_from(["citizen", "hawkers", "skssr", "Grab", "unheard_of"]),
    st.just(("citizen", "permanent_resident")),
)
MONEY = st.decimals(0, 99999, places=2)
DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
CITATIONS = st.one_of(
    st.none(),
    st.builds(
        Citation,
        instrument=st.sampled_from(["Act 838", "PERKESO, FAQ", "No source"]),
        section=st.sampled_from([None, "s.2(2), s.15(10), First Schedule"]),
    ),
)


def some(keys: Mapping[str, str], values: st.SearchStrategy[object]) -> object:
    return st.dictionaries(st.sampled_from(sorted(keys)), values, max_size=3)


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Anything that the types of a Decision allow, sense or not."""
    topics = [question.name for question in book().questions()] + ["new.question"]
    reasons = st.one_of(
        st.builds(
            Reason,
            st.sampled_from(sorted(codes.CONDITIONS)),
            st.booleans(),
            OPERANDS,
            OPERANDS,
            CITATIONS,
        ),
        st.builds(
            Reason,
            st.sampled_from(sorted(codes.NOTES)),
            st.none(),
            OPERANDS,
            OPERANDS,
            CITATIONS,
        ),
    )
    steps = st.builds(
        Step,
        st.sampled_from(sorted(codes.STEPS)),
        st.dictionaries(
            st.sampled_from(["amount", "plan", "days", "months"]), OPERANDS
        ),
        OPERANDS,
    )
    needs = st.builds(
        Need, st.sampled_from(sorted(EVERY_FACT)), st.sampled_from(sorted(codes.WHYS))
    )
    changes = st.builds(Change, st.sampled_from([*EVERY_FACT, "on"]), OPERANDS, DAYS)
    refers = st.builds(
        Refer,
        st.sampled_from([*codes.REFERS, "NEW"]),
        st.just({"hotline": "1-300-22-8000", "email": "a@b.my"}),
    )
    durations = st.builds(
        Duration, st.integers(0, 99), st.sampled_from(["day", "month", "year", "hour"])
    )
    items = {
        kind: st.lists(st.sampled_from(sorted(known))).map(tuple)
        for kind, known in codes.ITEMS.items()
        if known
    }
    return Decision(
        question=draw(st.sampled_from(topics)),
        on=draw(DAYS),
        outcome=draw(
            st.sampled_from(
                ["yes", "no", "amount", "info", "need_facts", "not_in_force", "refer"]
            )
        ),
        amounts=draw(some(codes.AMOUNTS, MONEY)),  # type: ignore[arg-type]
        dates=draw(some(codes.DATES, DAYS)),  # type: ignore[arg-type]
        durations=draw(some(codes.DURATIONS, durations)),  # type: ignore[arg-type]
        items=draw(st.fixed_dictionaries({}, optional=items)),
        steps=tuple(draw(st.lists(steps, max_size=3))),
        need=tuple(draw(st.lists(needs, max_size=3))),
        reasons=tuple(draw(st.lists(reasons, max_size=4))),
        changes=tuple(draw(st.lists(changes, max_size=2))),
        refer=draw(st.one_of(st.none(), refers)),
        confidence=draw(st.sampled_from([None, "low", "medium", "high"])),
    )


@given(decisions(), st.sampled_from(LANGUAGES), st.booleans())
@settings(max_examples=150, deadline=None)
def test_no_decision_whatever_leaves_a_place_open(
    decision: Decision, language: str, brief: bool
) -> None:
    facts = {"wage": "1700.00", "plan": 2, "months": 12}
    for known in (facts, {}):
        check_text(render(decision, known, language=language, brief=brief).text)
