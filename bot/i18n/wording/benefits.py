"""Short answers about benefits, claims and appeals."""

from __future__ import annotations

from decimal import Decimal

from bot.i18n.catalogue import N_
from bot.i18n.wording.telling import Telling
from bot.i18n.wording.values import show

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

# what the time to claim is counted from: a question, or all others of its scheme
_CLAIM_WITHIN = {
    "skssr": N_("{benefit} under {scheme}: claim within {time} of the injury."),
    "skssr.invalidity": N_(
        "{benefit} under {scheme}: claim within {time} of becoming invalid."
    ),
    "sksps": N_(
        "{benefit} under {scheme}: claim within {time} of the accident, or of the day"
        " a medical officer confirmed the occupational disease."
    ),
    "sksps.funeral": N_("{benefit} under {scheme}: claim within {time} of the death."),
    "act4": N_(
        "{benefit} under {scheme}: claim within {time} of the last day of temporary"
        " disablement."
    ),
    "eis": N_("{benefit} under {scheme}: claim within {time} of losing the job."),
}

# the shares that are there -> the sentence that says them
_SHARED = (
    (
        ("monthly", "spouse", "children"),
        N_(
            "{benefit} under {scheme}: {spouse} a month for {survivor} and"
            " {children} a month for the children together. The full rate, for all"
            " dependants together, is {monthly}."
        ),
    ),
    (
        ("monthly", "spouse"),
        N_(
            "{benefit} under {scheme}: {spouse} a month for {survivor}. The full"
            " rate, for all dependants together, is {monthly}."
        ),
    ),
    (
        ("monthly", "children"),
        N_(
            "{benefit} under {scheme}: {children} a month for the children together."
            " The full rate, for all dependants together, is {monthly}."
        ),
    ),
    (
        ("monthly", "parents"),
        N_(
            "{benefit} under {scheme}: {parents} a month for the parents together. The"
            " full rate, for all dependants together, is {monthly}."
        ),
    ),
)
# amounts -> for the loss assessed, and for total loss (or the table's highest)
_LOSSES = (
    (
        ("daily", "monthly"),
        N_(
            "{benefit} under {scheme} for an assessed loss of {loss}: {daily} a day,"
            " {monthly} for 30 days."
        ),
        N_(
            "{benefit} under {scheme} for total (100%) loss: {daily} a day, {monthly}"
            " for 30 days. A smaller loss is paid in proportion."
        ),
    ),
    (
        ("lump_sum",),
        N_(
            "{benefit} under {scheme} for an assessed loss of {loss}: at most"
            " {lump_sum}, paid once."
        ),
        N_("{benefit} under {scheme}: at most {lump_sum}, paid once."),
    ),
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
    special = _family(telling) or _loss(telling)
    if special:
        return special
    for amounts, sentence in _AMOUNTS:
        if telling.has(*amounts):
            values = {amount: telling.money(amount) for amount in amounts}
            return telling.say(sentence, benefit=name_of_benefit(telling), **values)
    return None


def _family(telling: Telling) -> str | None:
    """What the family named gets comes first; the full rate is never one person's."""
    survivor = "widower" if telling.scheme_code == "skssr" else "spouse"
    who = show(survivor, "survivor", telling.language)
    for amounts, sentence in _SHARED:
        if telling.has(*amounts):
            values = {amount: telling.money(amount) for amount in amounts}
            return telling.say(
                sentence, benefit=name_of_benefit(telling), survivor=who, **values
            )
    alone = telling.step("SHARE_EXPECTED")
    if alone is None or not telling.has("monthly"):
        return None
    return telling.say(
        N_(
            "{benefit} under {scheme}: {survivor} alone gets {alone} a month. The"
            " full rate, for all dependants together, is {monthly}."
        ),
        benefit=name_of_benefit(telling),
        survivor=who,
        alone=show(alone.result, "money", telling.language),
        monthly=telling.money("monthly"),
    )


def _loss(telling: Telling) -> str | None:
    """For which loss a permanent disablement benefit is: the assessed one, or total."""
    if not telling.decision.question.endswith(".permanent_disablement"):
        return None
    loss = telling.facts.get("loss_percent")
    for amounts, assessed, total in _LOSSES:
        if telling.has(*amounts):
            values = {amount: telling.money(amount) for amount in amounts}
            if loss is not None:
                values["loss"] = show(Decimal(str(loss)), "percent", telling.language)
            return telling.say(
                total if loss is None else assessed,
                benefit=name_of_benefit(telling),
                **values,
            )
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
            _CLAIM_WITHIN[_counted_from(telling)],
            benefit=name_of_benefit(telling),
            time=telling.duration("claim_within"),
        )
    return telling.say(
        N_("{benefit} under {scheme}: how to claim."), benefit=name_of_benefit(telling)
    )


def _counted_from(telling: Telling) -> str:
    """What the time to claim is counted from: by the question, else by its scheme."""
    _, scheme, benefit = telling.decision.question.split(".")
    both = f"{scheme}.{benefit}"
    return both if both in _CLAIM_WITHIN else scheme


def claim_in_time(telling: Telling) -> str | None:
    """Whether there is still time to claim; None for another question."""
    if telling.topic != "claim" or "claim_by" not in telling.decision.dates:
        return None
    in_time = telling.decision.outcome == "yes"
    sentence = (
        N_("Yes, it can still be claimed, until {date}: {benefit} under {scheme}.")
        if in_time
        else N_("Sorry, the time to claim ended on {date}: {benefit} under {scheme}.")
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
            "Sorry, from what you have told me, this is not payable: {benefit}"
            " under {scheme}."
        ),
        benefit=name_of_benefit(telling),
    )
