"""How to join: who registers whom, where, with which papers and forms."""

from __future__ import annotations

from bot.rulebook.case import Case
from bot.rulebook.decision import Decision, Duration
from bot.rulebook.parameters import Value
from bot.rulebook.questions import Question
from bot.rulebook.schemes.sksps import CONDITIONS as SKSPS_CONDITIONS
from bot.rulebook.schemes.skssr import CONDITIONS as SKSSR_CONDITIONS
from bot.rulebook.schemes.skssr import with_announcement
from bot.rulebook.schemes.skssr_contribution import tell_last_price_check


def register_skssr(case: Case) -> Decision:
    """SR 1, on the portal or at any office; anyone may do it for her (Part IV)."""
    case.begin("skssr/started")
    barred = case.barred(*SKSSR_CONDITIONS)
    if barred is not None:
        return with_announcement(case, barred)
    form = case.read("skssr/registration_form")
    case.items["forms"] = (form.text,)
    case.items["places"] = ("portal_skssr", "office")
    case.note("SKSSR_ANYONE_MAY_REGISTER", by=form)
    case.say("REGISTRATION_STEPS", "skssr/registration_steps")
    case.step("CHECK_ELIGIBILITY")
    case.step("REGISTER")
    case.step("PAY", amount=case.read("skssr/contribution").money)
    case.step("KEEP_RECEIPT")
    case.step("RENEW_YEARLY")
    tell_last_price_check(case)
    return case.end("info")


def register_sksps(case: Case) -> Decision:
    """Papers, portal or office, plan and period, pay, keep the receipt."""
    case.begin("sksps/started")
    barred = case.barred(*SKSPS_CONDITIONS)
    if barred is not None:
        return barred
    papers = case.read("sksps/registration_documents")
    case.items["documents"] = papers.codes
    case.items["places"] = ("portal_sksps", "office")
    case.note("REGISTRATION_PAPERS", by=papers)
    case.say("REGISTRATION_STEPS", "sksps/registration_steps")
    for code in ("PREPARE_DOCUMENTS", "REGISTER", "CHOOSE_PLAN_AND_PERIOD", "PAY"):
        case.step(code)
    case.step("KEEP_RECEIPT")
    case.say("SKSPS_EACH_ACTIVITY", "sksps/each_activity")
    return case.end("info")


def register_act4(case: Case) -> Decision:
    """The employer registers itself and the employee within 30 days of hiring."""
    decision = _by_employer(case, case.read("act4/registration_forms"))
    fine, prison = case.read("act4/employer_fine"), case.read("act4/employer_prison")
    case.note("EMPLOYER_OFFENCE", by=fine, limit=fine.money, value=prison.whole)
    if case.facts.get("employment") == "domestic_worker":
        case.say("DOMESTIC_PAY_IN_ADVANCE", "act4/domestic_in_advance", limit=True)
    return case.end(decision.outcome)


def register_eis(case: Case) -> Decision:
    case.begin("eis/started")
    forms = case.read("eis/registration_forms")
    return _by_employer(case, forms, by=forms)


def _by_employer(case: Case, forms: Value, *, by: Value | None = None) -> Decision:
    """`by`: the Act's own duty to register, where it is not Act 4."""
    within = case.read("act4/register_within")
    case.items["forms"] = forms.codes
    case.items["places"] = ("portal_assist",)
    case.durations["register_within"] = Duration(within.whole, "day")
    case.note("EMPLOYER_MUST_REGISTER", by=by or within, limit=within.whole)
    case.step("EMPLOYER_REGISTERS", days=within.whole)
    return case.end("info")


def register_lindung24(case: Case) -> Decision:
    """Nobody registers for it: the employer deducts for every employee of Act 4."""
    case.begin("lindung24/started")
    case.say("LINDUNG24_NO_SEPARATE_REGISTRATION", "lindung24/employee_pays")
    case.items["places"] = ("portal_assist",)
    return case.end("info")


QUESTIONS = (
    Question(
        "registration.skssr",
        "how a woman is registered",
        register_skssr,
        uses=("sex", "citizenship", "age", "first_time"),
    ),
    Question(
        "registration.sksps",
        "how a self-employed registers",
        register_sksps,
        uses=("citizenship", "sector"),
    ),
    Question(
        "registration.act4",
        "how an employee is registered",
        register_act4,
        uses=("employment",),
    ),
    Question("registration.eis", "how an employee is registered for EIS", register_eis),
    Question(
        "registration.lindung24", "how LINDUNG 24 Jam is joined", register_lindung24
    ),
)
