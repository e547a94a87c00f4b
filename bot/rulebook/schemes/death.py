"""A death: what the family may get under each Act, in the order in which to ask.

Death from a covered injury pays dependants' benefit. Acts 4 and 838 pay a survivors'
pension besides, whatever the person died of: before 60 with enough contributions
(s.17A), or before 55 while cover runs (s.36). Amounts only where the Act prints one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from bot.rulebook.case import Case, HoleFound
from bot.rulebook.decision import Decision
from bot.rulebook.errors import ParameterNotInForce, ParameterNotVouched
from bot.rulebook.questions import Question
from bot.rulebook.schemes.skssr_benefits import tell_widower_alone
from bot.rulebook.schemes.which_cover import (
    DEATHS,
    Found,
    candidates,
    covers,
    event_day,
    find_cover,
    nothing_covers,
)
from bot.rulebook.shares import share

INJURIES = ("work", "commute", "household", "elsewhere")
LUMP_SUM: Mapping[str, str] = {
    "act4": "act4/benefit/funeral",
    "lindung24": "act4/benefit/funeral",
    "sksps": "sksps/benefit/funeral",
    "skssr": "skssr/benefit/funeral",
}
NOTES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "act4": (),
    "lindung24": (("DEATH_OUTSIDE_WORK_PAYS", "lindung24/benefit/dependants"),),
    "sksps": (("FUNERAL_DEATH_FROM_INJURY", "sksps/benefit/funeral_condition"),),
    "skssr": (("COVER_MUST_RUN", "skssr/cover_from_payment"),),
}
# codes told with the value of their parameter
LIMITS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "skssr": (
        ("DEATH_BEFORE_AGE", "skssr/benefit/ends_at_age"),
        ("WIDOWER_UNTIL_AGE", "skssr/benefit/widower_until_age"),
    ),
}
LONGER = ("COVER_MONTHS_FOR_12_PAID", "skssr/invalidity_cover_one_period")
PENSIONER = ("DEATH_BEFORE_AGE_OR_PENSIONER", "act4/benefit/invalidity_age")

Benefit = tuple[str, str]


def death(case: Case) -> Decision:
    """Each benefit of each scheme that pays, the monthly ones first."""
    found = find_cover(case)
    if found is None:
        return case.end("need_facts")
    monthly = tuple(_monthly_benefits(case, found))
    schemes = tuple(dict.fromkeys(scheme for scheme, _ in monthly))
    case.items["schemes"] = schemes
    if not schemes:
        return nothing_covers(case, found)
    for scheme in schemes:
        _benefits(case, scheme, [kind for each, kind in monthly if each == scheme])
    _tell_choice(case, schemes)
    return case.end("info")


def _monthly_benefits(case: Case, found: Found) -> Iterator[Benefit]:
    """Act 838 pays survivors after an injury too; the others pay dependants."""
    injured = case.facts.get("cause") in INJURIES
    for scheme in candidates(case):
        if injured and scheme in found.schemes and scheme != "skssr":
            yield scheme, "dependants"
        if scheme in DEATHS and covers(case, DEATHS[scheme]):
            yield scheme, "survivors"


def _benefits(case: Case, scheme: str, kinds: list[str]) -> None:
    for kind in kinds:
        _tell_monthly(case, scheme, kind)
    _tell_funeral(case, scheme)
    for code, path in NOTES[scheme]:
        case.say(code, path)
    for code, path in LIMITS.get(scheme, ()):
        case.say(code, path, limit=True)
    if scheme == "skssr" and case.facts.get("cause") != "household":
        case.say(*LONGER, limit=True)
    if scheme == "act4" and "survivors" in kinds:
        case.say(*PENSIONER, limit=True)


def _tell_monthly(case: Case, scheme: str, kind: str) -> None:
    full = _monthly(case, scheme)
    case.step("DEATH_BENEFIT_SHARED", full, scheme=scheme, benefit=kind)
    if full is None:
        return
    share(case, full, folder=f"{scheme}/benefit")
    if scheme == "skssr":
        tell_widower_alone(case, full)


def _tell_funeral(case: Case, scheme: str) -> None:
    """Once for Act 4, of which LINDUNG 24 Jam is a part."""
    if scheme == "lindung24" and "act4" in case.items["schemes"]:
        return
    funeral = _amount(case, LUMP_SUM[scheme])
    case.step("DEATH_BENEFIT", funeral, scheme=scheme, benefit="funeral")
    if funeral is None:
        case.note("FUNERAL_AMOUNT_NOT_KNOWN", value=scheme)


def _monthly(case: Case, scheme: str) -> Decimal | None:
    if scheme == "skssr":
        return _amount(case, "skssr/benefit/survivors")
    plan = case.facts.get("plan")
    if scheme == "sksps" and isinstance(plan, int):
        row = case.row("sksps/benefit/permanent", str(plan))
        return row.money("monthly") if row else None
    return None


def _amount(case: Case, path: str) -> Decimal | None:
    """The sum on the day of death; none where it is not known."""
    try:
        return case.read(path, on=event_day(case)).money
    except (HoleFound, ParameterNotInForce, ParameterNotVouched):
        return None


def _tell_choice(case: Case, schemes: tuple[str, ...]) -> None:
    if "act4" in schemes or "lindung24" in schemes:
        case.say("ONE_PENSION_FOR_ONE_DEATH", "dual/act4_choose")
    if len(schemes) > 1 and "skssr" in schemes:
        case.say("HIGHER_SURVIVORS_PENSION", "dual/higher_survivors")


QUESTIONS = (
    Question(
        "benefit.death",
        "what a family may get after a death, under each Act",
        death,
        asks=("cause", "employment"),
        uses=(
            "sex",
            "sector",
            "plan",
            "event_date",
            "opted_out",
            "citizenship",
            "spouse",
            "children",
            "parents",
        ),
    ),
)
