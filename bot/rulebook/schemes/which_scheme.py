"""Which scheme fits: every scheme's own eligibility, asked for one person at once."""

from __future__ import annotations

from collections.abc import Callable

from bot.rulebook.case import Case, HoleFound
from bot.rulebook.decision import Decision, Reason
from bot.rulebook.errors import ParameterNotInForce, ParameterNotVouched
from bot.rulebook.questions import Question
from bot.rulebook.schemes import act4, eis, lindung24, sksps, skssr

SCHEMES: dict[str, Callable[[Case], Decision]] = {
    "skssr": skssr.eligibility,
    "sksps": sksps.eligibility,
    "act4": act4.eligibility,
    "eis": eis.eligibility,
    "lindung24": lindung24.eligibility,
}
ASIDE_FROM_SEX = skssr.CONDITIONS[1:]
EMPLOYED = ("private_employee", "domestic_worker", "apprentice")
ASK_BY_WORK = {
    "self_employed": ("sksps",),
    "housewife": ("skssr",),
    "none": ("skssr",),
    "civil_servant": ("act4",),
    "contract_public_servant": ("act4", "eis", "lindung24"),
    **dict.fromkeys(EMPLOYED, ("act4", "eis", "lindung24")),
}


def which_scheme(case: Case) -> Decision:
    """The schemes that fit, and what is still missing to know about the others."""
    work = _kind_of_work(case)
    if work is None:
        return case.end("need_facts")
    fits: list[str] = []
    asked = [_ask(case, scheme, fits) for scheme in _candidates(case, work)]
    case.items["schemes"] = tuple(fits)
    if case.needs:
        return case.end("need_facts")
    if "skssr" not in fits and case.facts.get("sex") is None:
        _mention_skssr(case)
    unknown = [why for why in asked if why]
    if not fits:
        return _none(case, unknown)
    return case.end("info")


def _none(case: Case, unknown: list[str]) -> Decision:
    """No scheme fits: because of the person, of a hole, or of the day."""
    if unknown:
        return case.refer(unknown[0])
    if not any(reason.met is False for reason in case.reasons):
        return case.refer("NO_SCHEME_ON_THAT_DAY")
    return case.no()


def _kind_of_work(case: Case) -> str | None:
    """The employment given, or self-employment when only a sector is."""
    employment = case.facts.get("employment")
    if isinstance(employment, str):
        return employment
    if "sector" in case.facts:
        return "self_employed"
    case.want("employment")
    return None


def _candidates(case: Case, work: str) -> tuple[str, ...]:
    schemes = set(ASK_BY_WORK[work])
    if "sector" in case.facts:
        schemes.add("sksps")
    if case.facts.get("sex") == "female":
        schemes.add("skssr")
    return tuple(scheme for scheme in SCHEMES if scheme in schemes)


def _uncertain(case: Case, scheme: str, why: str) -> str:
    case.note("SCHEME_UNCERTAIN", value=scheme)
    return why


def _ask(case: Case, scheme: str, fits: list[str]) -> str | None:
    """Ask one scheme; the answer is why it is uncertain, if it is."""
    inner = Case(f"eligibility.{scheme}", case.facts, law=case.law)
    try:
        decision = SCHEMES[scheme](inner)
    except (ParameterNotInForce, ParameterNotVouched):
        return None
    except HoleFound as hole:
        return _uncertain(case, scheme, hole.why)
    if decision.outcome == "refer":
        assert decision.refer is not None
        return _uncertain(case, scheme, decision.refer.why)
    case.absorb(decision)
    if decision.outcome == "yes":
        fits.append(scheme)
        case.reasons.append(_fits(scheme, decision))
    elif decision.outcome == "no":
        case.note("SCHEME_DOES_NOT_FIT", value=scheme)
        case.reasons.extend(r for r in decision.reasons if _worth_telling(case, r))
        case.changes.extend(decision.changes)
    return None


def _worth_telling(case: Case, reason: Reason) -> bool:
    """What is not met, and another way to somebody who spoke of no work of her own."""
    other_way = reason.code == "SKSPS_INSTEAD" and "sector" not in case.facts
    return reason.met is False or other_way


def _fits(scheme: str, decision: Decision) -> Reason:
    """The scheme fits, on the strength of its own first condition."""
    first = decision.reasons[0]
    cited = (first.citation, first.fact, first.effective_from)
    return Reason("SCHEME_FITS", None, None, scheme, *cited)


def _mention_skssr(case: Case) -> None:
    """To whom the facts do not bar from it, were she a woman."""
    inner = Case("eligibility.skssr", case.facts, law=case.law)
    try:
        if inner.barred(*ASIDE_FROM_SEX) is None:
            case.say("ALSO_SKSSR", "skssr/working_women")
    except ParameterNotInForce:
        return


QUESTIONS = (
    Question(
        "which_scheme",
        "which scheme fits a person",
        which_scheme,
        asks=("employment", "sector", "citizenship", "sex", "age", "first_time"),
        uses=("birth_date", "licensed", "opted_out"),
    ),
)
