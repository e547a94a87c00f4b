"""Words for questions over several Acts, and for facts few people are asked."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

CONDITIONS: dict[str, tuple[Wording, Wording]] = {
    "EVENT_IN_A_STRETCH": (
        wording(N_("On {value} a payment covered that day."), value="date"),
        wording(N_("On {value} no payment covered that day."), value="date"),
    ),
    "COVER_FOR_THIS": (
        wording(
            N_("Covered: {limit}. What happened: {value}."),
            limit="cause",
            value="cause",
        ),
        wording(
            N_("Only this is covered: {limit}. What happened here: {value}."),
            limit="cause",
            value="cause",
        ),
    ),
}
_MONEY = dict.fromkeys(
    ("yearly", "price", "leave", "loss", "family", "result"), "money"
)
ARITHMETIC: dict[str, Wording] = {
    "DEATH_BENEFIT": wording(
        N_("{benefit} under {scheme}: {result}"),
        N_("{benefit} under {scheme}"),
        scheme="scheme",
        benefit="benefit",
        **_MONEY,
    ),
    "DEATH_BENEFIT_SHARED": wording(
        N_(
            "{benefit} under {scheme}: {result} a month in full, for all dependants"
            " together"
        ),
        N_("{benefit} under {scheme}, shared by the dependants"),
        scheme="scheme",
        benefit="benefit",
        **_MONEY,
    ),
    "COVERED_STRETCH": wording(
        N_("Covered from {first} to {last}"), first="date", last="date"
    ),
    "PLAN_COMPARED": wording(
        N_(
            "{plan}: about {price} a day ({yearly} a year). 30 days of medical"
            " leave {leave}; total disablement {loss} for 30 days; after a death up"
            " to {family} a month for the whole family"
        ),
        N_(
            "{plan}: about {price} a day ({yearly} a year). Total disablement"
            " {loss} for 30 days; after a death up to {family} a month for the"
            " whole family"
        ),
        plan="plan",
        **_MONEY,
    ),
}
REFERS: dict[str, str] = {
    "LINDUNG24_DIALYSIS_UNKNOWN": N_(
        "Whether LINDUNG 24 Jam helps with dialysis is not said in the sources I have."
    ),
    "NO_COVER_KNOWN_FOR_THIS_WORK": N_(
        "I know of no PERKESO scheme that covers this kind of work."
    ),
}
# (question, outcome) -> the short answer
HEADLINES: dict[tuple[str, str], str] = {
    ("benefit.death", "info"): N_(
        "I am sorry for your loss. From what you have told me, the family may claim:"
    ),
    ("benefit.death", "no"): N_(
        "I am sorry for your loss. From what you have told me, none of these schemes"
        " covers it."
    ),
    ("which_cover", "no"): N_(
        "Sorry, from what you have told me, none of these schemes covers it."
    ),
    ("gaps.skssr", "yes"): N_("Yes, {scheme} covered that day."),
    ("gaps.sksps", "yes"): N_("Yes, {scheme} covered that day."),
    ("gaps.skssr", "no"): N_("Sorry, {scheme} did not cover that day."),
    ("gaps.sksps", "no"): N_("Sorry, {scheme} did not cover that day."),
    ("gaps.skssr", "info"): N_("With these payments, {scheme} covered:"),
    ("gaps.sksps", "info"): N_("With these payments, {scheme} covered:"),
    ("choice.sksps", "info"): N_("The plans of {scheme}, side by side:"),
    ("dual_cover", "info"): N_(
        "Two covers can be held at once. This is what is paid then:"
    ),
    ("complaint", "info"): N_("A complaint to PERKESO:"),
}
QUESTIONS: dict[str, tuple[str, str]] = {
    "cause": (N_("How did it happen?"), N_("How did it happen?")),
    "injury": (N_("Which injury is it?"), N_("Which injury is it?")),
    "circumstance": (
        N_("Is there something special about your situation?"),
        N_("Is there something special about the person's situation?"),
    ),
    "payments": (
        N_("On which dates did you pay, and for how many months each time?"),
        N_("On which dates was it paid, and for how many months each time?"),
    ),
    "papers_complete_on": (
        N_("On which date did PERKESO have all the papers?"),
        N_("On which date did PERKESO have all the papers?"),
    ),
}
LABELS: dict[str, str] = {
    "cause": N_("how it happened"),
    "injury": N_("injury"),
    "circumstance": N_("special situation"),
    "payments": N_("payments"),
    "papers_complete_on": N_("day of complete papers"),
}
WHYS: dict[str, str] = {
    "CAUSE_DECIDES": N_("Which scheme applies depends on how it happened."),
    "CAUSE_DECIDES_COVER": N_(
        "After the months that were paid for, only illness and death are covered."
    ),
    "INJURY_DECIDES": N_("The highest lump sum depends on the injury."),
    "CIRCUMSTANCE_DECIDES": N_("For some people there is something more to say."),
    "PAPERS_DECIDE": N_("The charter counts from complete papers."),
}
DATES: dict[str, str] = {
    "expected_by": N_("By PERKESO's charter, an answer is expected by {date}.")
}
DURATIONS: dict[str, str] = {
    "acknowledgement": N_("Time to acknowledge a complaint: {duration}.")
}
