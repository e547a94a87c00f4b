"""Short answers about benefits, claims and appeals."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.telling import Telling

NAMES: dict[str, str] = {
    "medical": N_("Medical benefit"),
    "temporary_disablement": N_("Temporary disablement benefit"),
    "permanent_disablement": N_("Permanent disablement benefit"),
    "constant_attendance": N_("Constant-attendance allowance"),
    "dependants": N_("Dependants' benefit"),
    "survivors": N_("Survivors' pension"),
    "invalidity": N_("Invalidity pension"),
    "funeral": N_("Funeral benefit"),
    "rehabilitation": N_("Rehabilitation"),
    "dialysis": N_("Dialysis"),
    "education_loan": N_("Education benefit (loan)"),
    "job_search": N_("Job search allowance"),
    "early_reemployment": N_("Early re-employment allowance"),
    "reduced_income": N_("Reduced income allowance"),
    "training": N_("Training allowance"),
    "mobility": N_("Mobility assistance allowance"),
    "loss_of_employment": N_("Benefits after losing a job"),
}
# Act 838 has no invalidity pension: what it pays is the morbid allowance
_OWN_NAMES = {("skssr", "invalidity"): N_("Morbid allowance (elaun keuzuran)")}
# amounts that are there -> the sentence that says them, the fullest first
_AMOUNTS = (
    (
        ("daily", "total"),
        N_("{benefit} under {scheme}: {daily} a day, {total} in all."),
    ),
    (
        ("daily", "monthly"),
        N_("{benefit} under {scheme}: {daily} a day, {monthly} for 30 days."),
    ),
    (("lump_sum",), N_("{benefit} under {scheme}: {lump_sum}, paid once.")),
    (("monthly",), N_("{benefit} under {scheme}: {monthly} a month.")),
    (("per_treatment",), N_("{benefit} under {scheme}: {per_treatment} a treatment.")),
    (("total",), N_("{benefit} under {scheme}: {total} in all.")),
)


def name_of_benefit(telling: Telling) -> str:
    """The benefit that the question is about, by its official name."""
    parts = telling.decision.question.split(".")
    code = parts[2] if len(parts) > 2 else ""
    known = _OWN_NAMES.get((telling.scheme_code, code)) or NAMES.get(code)
    return telling.say(known) if known else code.replace("_", " ").capitalize()


def benefit_amount(telling: Telling) -> str | None:
    """The amount of a benefit in one sentence; None for another question."""
    if telling.topic != "benefit":
        return None
    for amounts, sentence in _AMOUNTS:
        if telling.has(*amounts):
            values = {amount: telling.money(amount) for amount in amounts}
            return telling.say(sentence, benefit=name_of_benefit(telling), **values)
    return None


def benefit_info(telling: Telling) -> str | None:
    """The opening of an answer about a benefit, a claim or an appeal."""
    if telling.topic == "appeal":
        return telling.say(N_("A decision on {scheme} can be appealed."))
    if telling.topic == "benefit":
        return telling.say(
            N_("{benefit} under {scheme}:"), benefit=name_of_benefit(telling)
        )
    if telling.topic != "claim":
        return None
    if "claim_within" in telling.decision.durations:
        return telling.say(
            N_("{benefit} under {scheme}: claim within {time}."),
            benefit=name_of_benefit(telling),
            time=telling.duration("claim_within"),
        )
    return telling.say(
        N_("{benefit} under {scheme}: how to claim."), benefit=name_of_benefit(telling)
    )


def claim_in_time(telling: Telling) -> str | None:
    """Whether there is still time to claim; None for another question."""
    if telling.topic != "claim" or "claim_by" not in telling.decision.dates:
        return None
    in_time = telling.decision.outcome == "yes"
    sentence = (
        N_("Yes, there is still time to claim, until {date}: {benefit}, {scheme}.")
        if in_time
        else N_("Sorry, the time to claim ended on {date}: {benefit}, {scheme}.")
    )
    return telling.say(
        sentence, benefit=name_of_benefit(telling), date=telling.date("claim_by")
    )


def benefit_no(telling: Telling) -> str | None:
    """A benefit that is not payable; None for another question."""
    if telling.topic != "benefit":
        return None
    return telling.say(
        N_(
            "Sorry, from what you have told me this is not payable: {benefit},"
            " {scheme}."
        ),
        benefit=name_of_benefit(telling),
    )
