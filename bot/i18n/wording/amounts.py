"""Short answers that are amounts, by scheme. What is yearly is never called monthly."""

from __future__ import annotations

from collections.abc import Callable

from bot.i18n.catalogue import N_
from bot.i18n.formats import duration
from bot.i18n.wording.benefits import benefit_amount
from bot.i18n.wording.telling import Telling

LABELS: dict[str, str] = {
    "employer": N_("Employer's share a month: {amount}"),
    "employee": N_("Employee's share a month: {amount}"),
    "total": N_("Total: {amount}"),
    "monthly": N_("A month: {amount}"),
    "yearly": N_("A year: {amount}"),
    "daily": N_("A day, about: {amount}"),
    "lump_sum": N_("Paid once: {amount}"),
    "member": N_("The member pays: {amount}"),
    "government": N_("The government pays: {amount}"),
    "shortfall": N_("Still to be paid: {amount}"),
    "spouse": N_("Widow or widower, a month: {amount}"),
    "children": N_("Children together, a month: {amount}"),
    "parents": N_("Parents, a month: {amount}"),
    "per_treatment": N_("For one treatment: {amount}"),
    "excess": N_("Above the plan: {amount}"),
}

# who pays nothing -> what is said of the other, who pays all
_ALONE = {
    "employee": N_(
        "On a monthly wage of {wage}, the contribution to {scheme} is {total} a month,"
        " and the employer alone pays it."
    ),
    "employer": N_(
        "On a monthly wage of {wage}, the contribution to {scheme} is {total} a month,"
        " and the employee alone pays it."
    ),
}


def amount_headline(telling: Telling) -> str:
    """The amount in one or two sentences; a plain list where no rule is known."""
    make = _QUESTIONS.get(telling.decision.question)
    return (
        (make(telling) if make else None) or benefit_amount(telling) or _list(telling)
    )


def _list(telling: Telling) -> str:
    amounts = telling.decision.amounts
    lines = [label(telling, amount) for amount in amounts]
    return "\n".join([telling.say(N_("The amounts are:")), *lines])


def label(telling: Telling, amount: str) -> str:
    """One amount with its name."""
    sentence = LABELS.get(amount, "{amount}")
    return telling.say(sentence, amount=telling.money(amount))


def _housewives(telling: Telling) -> str | None:
    if not telling.has("yearly", "monthly", "daily"):
        return None
    parts = []
    periods = next(
        (s for s in telling.decision.steps if s.code == "PERIODS_TIMES_AMOUNT"), None
    )
    parts.append(
        telling.say(
            N_(
                "The contribution to {scheme} is {yearly} a year, paid once in advance."
            ),
            yearly=telling.money("yearly"),
        )
    )
    if periods and telling.has("total"):
        parts.append(
            telling.say(
                N_("For {n} years that is {total}.")
                if periods.operands.get("periods") != 1
                else N_("For {n} year that is {total}."),
                n=periods.operands.get("periods"),
                total=telling.money("total"),
            )
        )
    parts.append(
        telling.say(
            N_(
                "That comes to about {monthly} a month or {daily} a day, but it is not"
                " paid by the month."
            ),
            monthly=telling.money("monthly"),
            daily=telling.money("daily"),
        )
    )
    return " ".join(parts)


def _self_employed(telling: Telling) -> str | None:
    if not telling.has("yearly", "monthly"):
        return None
    parts = [
        telling.say(
            N_("{plan} of {scheme} costs {monthly} a month, or {yearly} for a year."),
            plan=telling.plan(),
            monthly=telling.money("monthly"),
            yearly=telling.money("yearly"),
        )
    ]
    months = telling.facts.get("months")
    if telling.has("total") and months:
        parts.append(
            telling.say(
                N_("For {months} it is {total}."),
                months=duration(int(months), "month", telling.language),
                total=telling.money("total"),
            )
        )
    if telling.has("daily"):
        parts.append(
            telling.say(
                N_("A year comes to about {daily} a day."),
                daily=telling.money("daily"),
            )
        )
    return " ".join(parts)


def _employees(telling: Telling) -> str | None:
    wage = telling.fact_money("wage")
    if wage is None or not telling.has("employer", "employee", "total"):
        return None
    alone = next((who for who in _ALONE if not telling.decision.amounts[who]), None)
    if alone:
        return telling.say(_ALONE[alone], wage=wage, total=telling.money("total"))
    return telling.say(
        N_(
            "On a monthly wage of {wage}, the contribution to {scheme} is {total} a"
            " month: the employee pays {employee} and the employer pays {employer}."
        ),
        wage=wage,
        total=telling.money("total"),
        employee=telling.money("employee"),
        employer=telling.money("employer"),
    )


def _gig(telling: Telling) -> str | None:
    if not telling.has("total", "monthly"):
        return None
    values = {"total": telling.money("total"), "monthly": telling.money("monthly")}
    first = N_(
        "The platforms deduct {total} in the month; the plan costs {monthly} a month."
    )
    if telling.has("shortfall"):
        second = telling.say(
            N_("That leaves {shortfall} for the worker to pay."),
            shortfall=telling.money("shortfall"),
        )
    elif telling.has("excess"):
        second = telling.say(
            N_("That is {excess} above the plan."), excess=telling.money("excess")
        )
    else:
        second = telling.say(N_("That is exactly enough."))
    return f"{telling.say(first, **values)} {second}"


def _subsidy(telling: Telling) -> str | None:
    if not telling.has("government", "member", "yearly"):
        return None
    return telling.say(
        N_(
            "Of the {yearly} for a year, the government pays {government} and the"
            " member pays {member}."
        ),
        yearly=telling.money("yearly"),
        government=telling.money("government"),
        member=telling.money("member"),
    )


_QUESTIONS: dict[str, Callable[[Telling], str | None]] = {
    "contribution.skssr": _housewives,
    "contribution.sksps": _self_employed,
    "contribution.act4": _employees,
    "contribution.eis": _employees,
    "contribution.lindung24": _employees,
    "contribution.gig": _gig,
    "subsidy.sksps": _subsidy,
}
