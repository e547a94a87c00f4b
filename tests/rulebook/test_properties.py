"""What must hold whatever the facts: found by trying many."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rulebook import Decision, load
from bot.rulebook.decision import OUTCOMES
from bot.rulebook.errors import FactError, ParameterNotInForce, ParameterNotVouched
from bot.rulebook.fact_values import CAUSES, CIRCUMSTANCES, INJURIES
from bot.rulebook.facts import EMPLOYMENTS, SECTORS
from bot.rulebook.parameters import Parameter
from bot.rulebook.tables import Table

BOOK = load()
QUESTIONS = [question.name for question in BOOK.questions()]
LAW = sorted(BOOK.law)
FIRST, LAST = date(2016, 1, 1), date(2033, 12, 31)
ON = date(2026, 11, 23)

days = st.dates(min_value=date(2022, 1, 1), max_value=date(2028, 5, 31))
wages = st.integers(min_value=1, max_value=800_000).map(lambda sen: Decimal(sen) / 100)
payments = st.fixed_dictionaries(
    {
        "paid_at": st.dates(date(2022, 1, 1), date(2030, 1, 1)),
        "months": st.integers(min_value=1, max_value=24),
    }
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "sex": st.sampled_from(["female", "male"]),
        "citizenship": st.sampled_from(
            ["citizen", "permanent_resident", "temporary_resident", "foreigner"]
        ),
        "age": st.integers(min_value=0, max_value=100),
        "first_time": st.booleans(),
        "sector": st.sampled_from(SECTORS),
        "employment": st.sampled_from(EMPLOYMENTS),
        "wage": wages.map(str),
        "plan": st.integers(min_value=1, max_value=4),
        "months": st.integers(min_value=1, max_value=60),
        "licensed": st.booleans(),
        "cause": st.sampled_from(CAUSES),
        "injury": st.sampled_from(INJURIES),
        "circumstance": st.sampled_from(CIRCUMSTANCES),
        "papers_complete_on": st.dates(date(2022, 1, 1), date(2030, 1, 1)),
        "payments": st.lists(payments, min_size=1, max_size=4),
        "opted_out": st.booleans(),
        "payer": st.sampled_from(["self", "husband", "other"]),
        "cover_until": st.dates(date(2022, 1, 1), date(2030, 1, 1)),
        "paid_at": st.dates(date(2022, 1, 1), date(2030, 1, 1)),
        "event_date": st.dates(date(2022, 1, 1), date(2030, 1, 1)),
    },
)


def amounts(question: str, wage: Decimal, on: date) -> Decimal | None:
    given_facts = {"wage": str(wage), "category": 1}
    return BOOK.decide(question, given_facts, on=on).amounts.get("total")


@pytest.mark.parametrize(
    "question", ["contribution.act4", "contribution.eis", "contribution.lindung24"]
)
@settings(max_examples=100, deadline=None)
@given(one=wages, other=wages, on=days)
def test_more_wage_never_means_a_smaller_contribution(
    question: str, one: Decimal, other: Decimal, on: date
) -> None:
    low, high = sorted((one, other))
    less, more = amounts(question, low, on), amounts(question, high, on)
    assert less is None or more is None or less <= more


@pytest.mark.parametrize("question", QUESTIONS)
@settings(max_examples=20, deadline=None)
@given(chosen=facts, on=st.dates(FIRST, LAST), random=st.randoms())
def test_the_order_of_facts_never_matters(
    question: str, chosen: dict[str, object], on: date, random: object
) -> None:
    shuffled = list(chosen.items())
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    try:
        first = BOOK.decide(question, chosen, on=on)
    except FactError:
        return
    assert BOOK.decide(question, dict(shuffled), on=on) == first
    check_shape(first)


def check_shape(decision: Decision) -> None:
    """Whatever is decided can be written, and says enough."""
    assert json.loads(json.dumps(decision.to_json()))["rulebook"] == BOOK.version
    assert decision.outcome in OUTCOMES
    assert (decision.outcome == "need_facts") == bool(decision.need)
    assert (decision.outcome == "refer") == (decision.refer is not None)
    if decision.outcome == "refer":
        assert not decision.amounts
        assert decision.refer is not None
        assert decision.refer.to["hotline"] == "1-300-22-8000"
    if decision.outcome == "amount":
        assert decision.amounts
        assert decision.confidence in ("high", "medium")
    if decision.outcome == "no":
        unmet = [reason for reason in decision.reasons if reason.met is False]
        assert unmet
        nothing = any(r.code == "NOTHING_CHANGES_THIS" for r in decision.reasons)
        assert nothing != bool(decision.changes)
    for amount in decision.amounts.values():
        assert amount >= 0
        assert amount == amount.quantize(Decimal("0.01"))
    for reason in decision.reasons:
        assert reason.met is None or reason.citation is not None


@pytest.mark.parametrize("path", LAW)
def test_every_parameter_has_exactly_one_value_on_every_day(path: str) -> None:
    law = BOOK.law[path]
    weeks = {date(2017, 1, 1) + timedelta(days=7 * n) for n in range(780)}
    edges = {day + timedelta(days=n) for day in days_of(law) for n in (-1, 0, 1)}
    for day in weeks | edges:
        assert count_holding(law, day) == (1 if found(law, day) else 0)


def days_of(law: Parameter | Table) -> Iterator[date]:
    """First and last days, and days from which sources vouch."""
    for each in law.values if isinstance(law, Parameter) else law.versions:
        span = each.span
        yield from (day for day in (span.since, span.until, span.vouched) if day)


def found(law: Parameter | Table, day: date) -> bool:
    try:
        law.at(day)
    except (ParameterNotInForce, ParameterNotVouched):
        return False
    return True


def count_holding(law: Parameter | Table, day: date) -> int:
    spans = [
        version.span
        for version in (law.values if isinstance(law, Parameter) else law.versions)
    ]
    return sum(
        (span.since or span.vouched or day) <= day
        and (span.until is None or day <= span.until)
        for span in spans
    )


def test_a_wage_band_of_the_act4_table_is_continuous_between_versions() -> None:
    for day in (date(2022, 8, 31), date(2022, 9, 1), date(2024, 9, 30)):
        assert amounts("contribution.act4", Decimal("3000.00"), day) == Decimal("66.40")


@settings(max_examples=60, deadline=None)
@given(
    paid=st.lists(payments, min_size=1, max_size=5),
    scheme=st.sampled_from(["skssr", "sksps"]),
)
def test_stretches_of_cover_and_gaps_take_turns(
    paid: list[dict[str, object]], scheme: str
) -> None:
    decision = BOOK.decide(f"gaps.{scheme}", {"payments": paid}, on=date(2026, 11, 23))
    stretches = [(s.operands["first"], s.operands["last"]) for s in decision.steps]
    missing = [(r.limit, r.value) for r in decision.reasons if r.code == "COVER_GAP"]
    assert len(missing) == len(stretches) - 1
    days = sorted([*stretches, *missing])
    for (first, last), (after, _) in pairwise(days):
        assert isinstance(last, date)
        assert first <= last
        assert after == last + timedelta(days=1)


percents = st.decimals(min_value=0, max_value=100, places=2)


@settings(max_examples=60, deadline=None)
@given(one=percents, other=percents, plan=st.integers(min_value=1, max_value=4))
def test_a_greater_loss_never_pays_less(
    one: Decimal, other: Decimal, plan: int
) -> None:
    low, high = sorted((one, other))
    for scheme, name in (("skssr", "lump_sum"), ("sksps", "monthly")):
        question = f"benefit.{scheme}.permanent_disablement"
        less, more = (
            BOOK.decide(question, {"loss_percent": loss, "plan": plan}, on=ON)
            for loss in (low, high)
        )
        assert less.amounts[name] <= more.amounts[name]


months = st.integers(min_value=12, max_value=60)


@settings(max_examples=60, deadline=None)
@given(one=months, other=months, wage=wages)
def test_more_months_of_contribution_never_pay_a_shorter_allowance(
    one: int, other: int, wage: Decimal
) -> None:
    less, more = (
        BOOK.decide(
            "benefit.eis.job_search",
            {"contributed_months": each, "wage": str(wage)},
            on=ON,
        )
        for each in sorted((one, other))
    )
    assert less.durations["allowance"].n <= more.durations["allowance"].n
    assert less.amounts.get("total", 0) <= more.amounts.get("total", 0)


earnings = st.fixed_dictionaries(
    {"platform": st.sampled_from(["Grab", "Lalamove", "foodpanda"]), "amount": wages}
)


@settings(max_examples=60, deadline=None)
@given(
    paid=st.lists(payments, min_size=2, max_size=4),
    earned=st.lists(earnings, min_size=2, max_size=4),
)
def test_the_order_of_payments_and_platforms_never_matters(
    paid: list[dict[str, object]], earned: list[dict[str, object]]
) -> None:
    turned = BOOK.decide("gaps.sksps", {"payments": paid[::-1]}, on=ON)
    assert turned == BOOK.decide("gaps.sksps", {"payments": paid}, on=ON)
    one, other = (
        BOOK.decide("contribution.gig", {"platform_earnings": each}, on=ON)
        for each in (earned, earned[::-1])
    )
    assert one.amounts == other.amounts
