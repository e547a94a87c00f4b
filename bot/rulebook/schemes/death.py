"""A death: what the family may get under each Act, in the order in which to ask.

Death from a covered injury pays dependants' benefit, from illness a survivors'
pension; funeral benefit comes with either. Amounts only where the Act prints one.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from bot.rulebook.case import Case, HoleFound
from bot.rulebook.decision import Decision
from bot.rulebook.errors import ParameterNotInForce, ParameterNotVouched
from bot.rulebook.questions import Question
from bot.rulebook.schemes.which_cover import event_day, find_cover, nothing_covers
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


def death(case: Case) -> Decision:
    """Each benefit of each scheme that covered it, the monthly one first."""
    found = find_cover(case)
    if found is None:
        return case.end("need_facts")
    case.items["schemes"] = found.schemes
    if not found.schemes:
        return nothing_covers(case, found)
    for scheme in found.schemes:
        _benefits(case, scheme)
    _tell_choice(case, found.schemes)
    return case.end("info")


def _benefits(case: Case, scheme: str) -> None:
    monthly = _monthly_kind(case, scheme)
    full = _monthly(case, scheme)
    case.step("DEATH_BENEFIT_SHARED", full, scheme=scheme, benefit=monthly)
    if full is not None:
        share(case, full, folder=f"{scheme}/benefit")
    funeral = _amount(case, LUMP_SUM[scheme])
    case.step("DEATH_BENEFIT", funeral, scheme=scheme, benefit="funeral")
    if funeral is None:
        case.note("FUNERAL_AMOUNT_NOT_KNOWN", value=scheme)
    for code, path in NOTES[scheme]:
        case.say(code, path)
    if scheme == "skssr":
        case.say("DEATH_BEFORE_AGE", "skssr/benefit/ends_at_age", limit=True)
    if scheme == "act4" and monthly == "survivors":
        code, path = "DEATH_BEFORE_AGE_OR_PENSIONER", "act4/benefit/invalidity_age"
        case.say(code, path, limit=True)


def _monthly_kind(case: Case, scheme: str) -> str:
    """Act 838 pays survivors after an injury too; the others pay dependants."""
    injured = case.facts.get("cause") in INJURIES
    return "dependants" if injured and scheme != "skssr" else "survivors"


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
