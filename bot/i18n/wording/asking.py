"""Questions for the facts about a person, why they are asked, and what to answer."""

from __future__ import annotations

from collections.abc import Mapping

from bot.i18n.catalogue import N_, translate
from bot.i18n.wording import wider
from bot.i18n.wording.injuries import CAUSES, CIRCUMSTANCES, INJURIES
from bot.i18n.wording.terms import (
    CATEGORIES,
    CITIZENSHIPS,
    EMPLOYMENTS,
    GROUPS,
    PAYERS,
    PLANS,
    SECTORS,
    SERVICES,
    SEXES,
    name,
)

# fact -> (asked of the person, asked about somebody else)
QUESTIONS: dict[str, tuple[str, str]] = {
    **wider.QUESTIONS,
    "sex": (
        N_("Are you a woman or a man?"),
        N_("Is the person a woman or a man?"),
    ),
    "citizenship": (
        N_("Are you a Malaysian citizen, a permanent resident, or neither?"),
        N_("Is the person a Malaysian citizen, a permanent resident, or neither?"),
    ),
    "employment": (
        N_("What is your main work now?"),
        N_("What is the person's main work now?"),
    ),
    "birth_date": (
        N_("What is your date of birth (for example 31 August 1980)?"),
        N_("What is the person's date of birth (for example 31 August 1980)?"),
    ),
    "age": (
        N_("How old are you, in full years?"),
        N_("How old is the person, in full years?"),
    ),
    "first_time": (
        N_("Would this be your first contribution to this scheme?"),
        N_("Would this be the person's first contribution to this scheme?"),
    ),
    "sector": (
        N_("Which sector is your work in?"),
        N_("Which sector is the person's work in?"),
    ),
    "service": (
        N_("Which kind of passenger transport: taxi, e-hailing or bus?"),
        N_("Which kind of passenger transport: taxi, e-hailing or bus?"),
    ),
    "licensed": (
        N_("Do you hold a hawker's or trader's licence?"),
        N_("Does the person hold a hawker's or trader's licence?"),
    ),
    "wage": (
        N_("How much is your monthly wage (for example RM1,700)?"),
        N_("How much is the person's monthly wage (for example RM1,700)?"),
    ),
    "category": (
        N_("Which category do you contribute in, the first or the second?"),
        N_("Which category does the person contribute in, the first or the second?"),
    ),
    "plan": (
        N_("Which plan would you like to know about, 1, 2, 3 or 4?"),
        N_("Which plan would you like to know about, 1, 2, 3 or 4?"),
    ),
    "months": (
        N_("For how many months is the payment?"),
        N_("For how many months is the payment?"),
    ),
    "platform_earnings": (
        N_("How much did each platform pay you in the month, without tips?"),
        N_("How much did each platform pay the person in the month, without tips?"),
    ),
    "paid_at": (
        N_("On which date was the contribution paid?"),
        N_("On which date was the contribution paid?"),
    ),
    "cover_until": (
        N_("Until which date is your cover paid?"),
        N_("Until which date is the person's cover paid?"),
    ),
    "event_date": (
        N_("On which date did it happen?"),
        N_("On which date did it happen?"),
    ),
    "payer": (
        N_("Who pays the contribution: she herself, her husband or somebody else?"),
        N_("Who pays the contribution: she herself, her husband or somebody else?"),
    ),
    "support_group": (
        N_("Which of these groups do you belong to?"),
        N_("Which of these groups does the person belong to?"),
    ),
    "employer_spouse": (
        N_("Are you the husband or wife of the employer?"),
        N_("Is the employee the husband or wife of the employer?"),
    ),
    "opted_out": (
        N_("Have you filed a release of liability for LINDUNG 24 Jam?"),
        N_("Has the person filed a release of liability for LINDUNG 24 Jam?"),
    ),
    "hired_on": (
        N_("When did you start with this employer?"),
        N_("When did the person start with this employer?"),
    ),
    "medical_leave_days": (
        N_("How many days of medical leave were certified, with the day it happened?"),
        N_("How many days of medical leave were certified, with the day it happened?"),
    ),
    "loss_percent": (
        N_("How many percent was the loss assessed at?"),
        N_("How many percent was the loss assessed at?"),
    ),
    "contributed_months": (
        N_("For how many months have you contributed?"),
        N_("For how many months has the person contributed?"),
    ),
    "spouse": (
        N_("Is there a widow or widower?"),
        N_("Is there a widow or widower?"),
    ),
    "children": (
        N_("How many children are still entitled?"),
        N_("How many children are still entitled?"),
    ),
    "parents": (
        N_("Is a parent of the deceased still alive?"),
        N_("Is a parent of the deceased still alive?"),
    ),
    "claims_before": (
        N_("How many EIS claims have you made before?"),
        N_("How many EIS claims has the person made before?"),
    ),
}
LABELS: dict[str, str] = {
    **wider.LABELS,
    "sex": N_("sex"),
    "citizenship": N_("citizenship"),
    "employment": N_("main work"),
    "birth_date": N_("date of birth"),
    "age": N_("age"),
    "first_time": N_("first contribution"),
    "sector": N_("sector"),
    "service": N_("kind of transport"),
    "licensed": N_("licence"),
    "wage": N_("monthly wage"),
    "category": N_("category"),
    "plan": N_("plan"),
    "months": N_("months"),
    "platform_earnings": N_("earnings from platforms"),
    "paid_at": N_("date of payment"),
    "cover_until": N_("end of cover"),
    "event_date": N_("date of the event"),
    "payer": N_("payer"),
    "support_group": N_("group"),
    "employer_spouse": N_("husband or wife of the employer"),
    "opted_out": N_("release of liability"),
    "hired_on": N_("first day of work"),
    "medical_leave_days": N_("days of medical leave"),
    "loss_percent": N_("assessed loss"),
    "contributed_months": N_("months contributed"),
    "claims_before": N_("earlier claims"),
    "spouse": N_("widow or widower"),
    "children": N_("children"),
    "parents": N_("parents"),
    "on": N_("date"),
}
WHYS: dict[str, str] = {
    **wider.WHYS,
    "ONLY_WOMEN_MAY_JOIN": N_("This scheme is for women."),
    "STATUS_DECIDES": N_("Who may join depends on citizenship or residence."),
    "AGE_DECIDES": N_("There is an age limit."),
    "FIRST_TIME_DECIDES_AT_THIS_AGE": N_(
        "At this age it matters whether there were contributions before."
    ),
    "SECTOR_DECIDES": N_("The answer depends on the kind of work."),
    "SERVICE_DECIDES": N_(
        "Taxis, e-hailing and buses became compulsory on different days."
    ),
    "EMPLOYMENT_DECIDES": N_("The answer depends on the kind of employment."),
    "WAGE_DECIDES": N_("The amount depends on the monthly wage."),
    "CATEGORY_DECIDES": N_("Age decides between the first and the second category."),
    "PLAN_DECIDES": N_("The amount depends on the plan."),
    "EARNINGS_DECIDE": N_(
        "The deduction depends on what the platforms paid in the month."
    ),
    "PAID_DECIDES": N_("Cover runs from the day of payment."),
    "EVENT_DECIDES": N_("What counts is the day on which it happened."),
    "PAYER_DECIDES": N_("A husband who has chosen to pay has duties of his own."),
    "GROUP_DECIDES": N_("For some groups the government pays all of it."),
    "OPT_OUT_DECIDES": N_("Whoever opted out is not covered."),
    "HIRE_DECIDES": N_("New employees have another way to opt out."),
    "LEAVE_DECIDES": N_("The answer depends on the days of medical leave."),
    "LOSS_DECIDES": N_("The amount depends on the assessed percentage."),
    "MONTHS_DECIDE": N_("The answer depends on the months contributed."),
    "CLAIMS_DECIDE": N_("Each further claim needs more months of contributions."),
    "FIRST_TIME_DECIDES_SHARE": N_(
        "The government's share differs between a first registration and a renewal."
    ),
    "FAMILY_DECIDES": N_("The shares depend on the family left behind."),
    "MONTHS_PAID_DECIDE": N_("The end of cover depends on the months paid for."),
}
_BOOLEAN = ((True, N_("Yes")), (False, N_("No")))
_OPTIONS: dict[str, Mapping[str, str]] = {
    "cause": CAUSES,
    "injury": INJURIES,
    "circumstance": CIRCUMSTANCES,
    "sex": SEXES,
    "citizenship": CITIZENSHIPS,
    "employment": EMPLOYMENTS,
    "sector": SECTORS,
    "service": SERVICES,
    "payer": PAYERS,
    "support_group": GROUPS,
}
_NUMBERED: dict[str, Mapping[str, str]] = {"plan": PLANS, "category": CATEGORIES}
_YES_NO = frozenset(
    {"first_time", "licensed", "employer_spouse", "opted_out", "spouse", "parents"}
)


# asked about somebody who died
_OF_THE_DEAD = {
    "employment": N_("What was the main work of the person who died?"),
}


def fact_question(
    fact: str,
    language: str,
    *,
    why: str | None = None,
    other: bool = False,
    deceased: bool = False,
) -> str:
    """The question for `fact` and the reason for it; `other`: about somebody else."""
    asked = _OF_THE_DEAD.get(fact) if deceased else None
    asked = translate(asked or QUESTIONS[fact][other], language)
    reason = WHYS.get(why or "") or _usual_why(fact)
    return f"{asked} {translate(reason, language)}" if reason else asked


def _usual_why(fact: str) -> str:
    """Without a rule's own reason nothing is said of an age that may not matter."""
    if fact == "first_time":
        return N_("It matters whether there were contributions before.")
    from bot.rulebook.facts import EVERY_FACT

    return WHYS.get(EVERY_FACT[fact].why, "") if fact in EVERY_FACT else ""


def fact_options(fact: str, language: str) -> list[tuple[object, str]]:
    """Values to choose from and their button titles; empty if there are none."""
    if fact in _YES_NO:
        return [(value, translate(title, language)) for value, title in _BOOLEAN]
    if fact in _NUMBERED:
        return [(int(key), name(fact, key, language)) for key in _NUMBERED[fact]]
    return [(key, name(fact, key, language)) for key in _OPTIONS.get(fact, {})]


def fact_label(fact: str, language: str) -> str:
    """A few words that name the fact, for use inside a sentence."""
    known = LABELS.get(fact)
    return translate(known, language) if known else fact.replace("_", " ")
