"""Work, the way to work, the household or elsewhere: which Act covers what happened.

Each scheme names the causes it covers in `cover/`, each from its own first day. An
illness is invalidity; an employee's accident outside work is LINDUNG 24 Jam.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.rulebook.case import Case, HoleFound
from bot.rulebook.decision import Decision
from bot.rulebook.errors import ParameterNotInForce, ParameterNotVouched
from bot.rulebook.facts import Facts
from bot.rulebook.questions import Question
from bot.rulebook.schemes import lindung24
from bot.rulebook.sheets import tell_if_in_force

EMPLOYED = ("act4", "lindung24")
COVERS_BY_WORK: Mapping[str, tuple[str, ...]] = {
    "private_employee": EMPLOYED,
    "domestic_worker": EMPLOYED,
    "apprentice": EMPLOYED,
    "contract_public_servant": EMPLOYED,
    "self_employed": ("sksps",),
    "housewife": ("skssr",),
}
CAUSES: Mapping[str, tuple[str, ...]] = {
    "act4": ("cover/act4_injury", "cover/act4_illness"),
    "lindung24": ("cover/lindung24",),
    "sksps": ("cover/sksps",),
    "skssr": ("cover/skssr_injury", "cover/skssr_illness"),
}
# Acts that pay a family whatever the death came from
DEATHS: Mapping[str, str] = {"act4": "cover/act4_death", "skssr": "cover/skssr_death"}
# foreign workers came to these later than to employment injury
INVALIDITY = ("cover/act4_illness", "cover/act4_death")
NOTES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "act4": (("ACT4_DEVIATION_BREAKS_COVER", "act4/deviation_breaks"),),
    "lindung24": (("LINDUNG24_NOT_ABROAD", "lindung24/abroad_covered"),),
    "sksps": (("COVER_MUST_RUN", "sksps/cover_from_receipt"),),
    "skssr": (("COVER_MUST_RUN", "skssr/cover_from_payment"),),
}


@dataclass(frozen=True, slots=True)
class Found:
    """The schemes that cover it, in order, and why one of them is uncertain."""

    schemes: tuple[str, ...]
    unknown: str | None = None


def event_day(case: Case) -> date:
    event = case.facts.get("event_date")
    return event if isinstance(event, date) else case.on


def find_cover(case: Case) -> Found | None:
    """None while the cause or the kind of work is still to be asked."""
    cause, work = case.want("cause"), case.want("employment")
    if not (cause and work):
        return None
    fits: list[str] = []
    unknown: list[str] = []
    for scheme in candidates(case):
        _try_scheme(case, scheme, fits, unknown)
    return Found(tuple(fits), unknown[0] if unknown else None)


def candidates(case: Case) -> tuple[str, ...]:
    """By the kind of work; a woman may hold SKSSR, who has a sector SKSPS as well."""
    schemes = list(COVERS_BY_WORK.get(str(case.facts.get("employment")), ()))
    if "sector" in case.facts and "sksps" not in schemes:
        schemes.append("sksps")
    if case.facts.get("sex") == "female" and "skssr" not in schemes:
        schemes.append("skssr")
    return tuple(schemes)


def _try_scheme(case: Case, scheme: str, fits: list[str], unknown: list[str]) -> None:
    for path in CAUSES[scheme]:
        if not covers(case, path):
            continue
        try:
            released = scheme == "lindung24" and _released(case)
        except HoleFound as hole:
            unknown.append(hole.why)
            case.note("SCHEME_UNCERTAIN", value=scheme)
            return
        if not released:
            fits.append(scheme)
            case.note("SCHEME_FITS", value=scheme)


def covers(case: Case, path: str) -> bool:
    """Whether the cause is among those of the parameter on the day it happened."""
    day = event_day(case)
    try:
        if path in INVALIDITY and case.facts.get("citizenship") == "foreigner":
            case.begin("act4/foreign_worker_invalidity", on=day)
        kinds = case.read(path, on=day)
    except (ParameterNotInForce, ParameterNotVouched):
        return False
    cause = str(case.facts.get("cause"))
    met = cause in kinds.codes
    if met:
        code = "COVER_FOR_THIS"
        case.compare(code, met=True, by=kinds, limit=kinds.codes, value=cause)
    return met


def _released(case: Case) -> bool:
    """Whether the employee had left LINDUNG 24 Jam by the day it happened."""
    given = {"opted_out": case.facts.get("opted_out")}
    given["citizenship"] = case.facts.get("citizenship")
    inner = Case(case.question, Facts(given, on=event_day(case)), law=case.law)
    lindung24.not_opted_out(inner)
    if inner.failed:
        case.reasons.extend(each for each in inner.reasons if each.met is False)
        case.changes.extend(inner.changes)
    return inner.failed


def which_cover(case: Case) -> Decision:
    """The schemes that cover it; a no names the nearest law that does not."""
    found = find_cover(case)
    if found is None:
        return case.end("need_facts")
    case.items["schemes"] = found.schemes
    if not found.schemes:
        return nothing_covers(case, found)
    for scheme in found.schemes:
        for code, path in NOTES[scheme]:
            case.say(code, path)
    _tell_employer(case, found)
    return case.end("info")


def _tell_employer(case: Case, found: Found) -> None:
    if "act4" in found.schemes and case.facts.get("cause") in ("work", "commute"):
        case.say("EMPLOYER_REPORTS_WITHIN", "act4/claim/employer_report", limit=True)


def nothing_covers(case: Case, found: Found) -> Decision:
    if found.unknown:
        return case.refer(found.unknown)
    asked = candidates(case)
    if not asked:
        return case.refer("NO_COVER_KNOWN_FOR_THIS_WORK")
    if case.question == "which_cover":
        _mention_death(case, asked)
    if any(each.met is False for each in case.reasons):
        return case.no()
    return _none(case, asked)


def _mention_death(case: Case, asked: tuple[str, ...]) -> None:
    """Some Acts pay a family whatever somebody died of."""
    for scheme in asked:
        if scheme in DEATHS:
            tell_if_in_force(case, "DEATH_WHATEVER_THE_CAUSE", DEATHS[scheme])
            return


def _none(case: Case, asked: tuple[str, ...]) -> Decision:
    cause = str(case.facts.get("cause"))
    for scheme in asked:
        source = case.law.parameter(CAUSES[scheme][0]).values[0]
        kinds = tuple(
            each
            for path in CAUSES[scheme]
            for each in case.law.parameter(path).values[0].codes
        )
        case.compare("COVER_FOR_THIS", met=False, by=source, limit=kinds, value=cause)
    return case.no()


QUESTIONS = (
    Question(
        "which_cover",
        "which scheme covers what happened: work, journey, household or elsewhere",
        which_cover,
        asks=("cause", "employment"),
        uses=("sex", "sector", "event_date", "opted_out", "citizenship"),
    ),
)
