"""Which question of law, or which written answer, a need stands for.

The names of needs are those of the training data; the questions are the rulebook's.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from bot.dialogue.claiming import meant
from bot.dialogue.happened import by_place, happened_somehow, scheme_of_work
from bot.dialogue.left_behind import death_question, left_by_death, over_acts
from bot.dialogue.memory import Memory
from bot.dialogue.message import SEVERAL_WAGES, Message
from bot.dialogue.sides import tells_of_employer
from bot.dialogue.work import implied_scheme, paid_scheme, settled_scheme

# needs that name their scheme themselves
FIXED = {
    "eligibility_housewife": "eligibility.skssr",
    "eligibility_selfemployed": "eligibility.sksps",
    "eligibility_employee": "eligibility.act4",
    "eligibility_eis": "eligibility.eis",
    "eligibility_general": "which_scheme",
    "contribution_amount_housewife": "contribution.skssr",
    "contribution_amount_selfemployed": "contribution.sksps",
    "contribution_amount_employee": "contribution.act4",
    "contribution_amount_eis": "contribution.eis",
}

# needs that mean another question for each scheme
BY_SCHEME = {
    "coverage_start_or_period": "coverage.{scheme}",
    "renewal_or_lapse": "renewal.{scheme}",
    "subsidy": "subsidy.{scheme}",
    "how_to_register": "registration.{scheme}",
    "appeal": "appeal.{scheme}",
    "benefit_medical": "benefit.{scheme}.medical",
    "benefit_temporary_disablement": "benefit.{scheme}.temporary_disablement",
    "benefit_permanent_disablement": "benefit.{scheme}.permanent_disablement",
    "benefit_invalidity": "benefit.{scheme}.invalidity",
    "benefit_dependants_or_survivors": "benefit.{scheme}.survivors",
    "benefit_funeral": "benefit.{scheme}.funeral",
    "benefit_rehab_dialysis": "benefit.{scheme}.rehabilitation",
    "benefit_education_loan": "benefit.{scheme}.education_loan",
    "benefit_job_loss": "benefit.{scheme}.job_search",
}

# the steps, papers and time limits of a claim are one question for each benefit
CLAIM_NEEDS = ("how_to_claim", "claim_documents", "claim_deadline")

# benefits that a need may mean, beyond its usual one, when the message names them
BENEFITS_OF = {
    "benefit_rehab_dialysis": ("rehabilitation", "dialysis"),
    "benefit_permanent_disablement": ("permanent_disablement", "constant_attendance"),
    "benefit_invalidity": ("invalidity", "constant_attendance"),
    "benefit_job_loss": (
        "job_search",
        "early_reemployment",
        "reduced_income",
        "training",
        "mobility",
    ),
}

# facts that people are seldom sure about; whoever asks in general is told in general
_ESTIMATES = ("medical_leave_days", "contributed_months", "plan", "wage")

# needs that belong to one scheme, whatever was spoken of before
ONLY_SCHEME = {"benefit_job_loss": "eis", "lindung24": "lindung24", "gig_law": "gig"}

# the meaning of a word does not depend on what was spoken of before
WITHOUT_CONTEXT = frozenset({"scheme_definition"})

# questions of law behind one need, for the person to pick
EITHER = {
    ("benefit_dependants_or_survivors", "act4"): (
        "benefit.act4.dependants",
        "benefit.act4.survivors",
    ),
    ("lindung24", "lindung24"): ("eligibility.lindung24",),
}

# a question over all Acts that helps whoever does not know which one it is
OVER_ALL = {
    "benefit_dependants_or_survivors": "benefit.death",
    "coverage_start_or_period": "which_cover",
    "how_to_claim": "which_cover",
}

# a scheme that a need belongs to when nobody named one
USUAL_SCHEME = {
    "subsidy": "sksps",
    "renewal_or_lapse": "sksps",
}

SCHEME_OF_SUFFIX = {
    "housewife": "skssr",
    "selfemployed": "sksps",
    "employee": "act4",
    "eis": "eis",
}

SCHEMES = ("skssr", "sksps", "act4", "eis", "lindung24")


@dataclass(frozen=True)
class Target:
    """What answers a need: a question of law, or a written answer, or neither."""

    question: str | None = None
    entry: str | None = None
    choose_scheme: bool = False


def of_benefit(need: str, message: Message) -> str:
    """`need`, or the benefit that a question about price, plans or benefits names."""
    named = BENEFIT_NEEDS.get(str(message.first("benefit")))
    of_a_plan = need == "scheme_definition" and message.first("plan") is not None
    if named and (need == "benefits_overview" or of_a_plan):
        return named
    if need == "benefit_dependants_or_survivors" and _only_funeral(message):
        return "benefit_funeral"
    other = meant(need, message)
    if other != need:
        return named if named and other == "benefits_overview" else other
    prices = need.startswith("contribution_amount_")
    text = message.text.casefold()
    gets = _GETS.search(text)
    if prices and lost_job(message) and (gets or not _PAID_IN.search(text)):
        return "benefit_job_loss"
    return named if prices and named and gets else need


def _only_funeral(message: Message) -> bool:
    return [*message.values("benefit")] == ["funeral"]


def lost_job(message: Message) -> bool:
    """Whether somebody tells that their job was lost."""
    return bool(_JOB_LOST.search(message.text.casefold()))


_JOB_LOST = re.compile(
    r"\b(retrench\w*|diberhentikan|dibuang kerja|kena buang|hilang kerja|laid off|vss"
    r"|lost my job|terminated|kehilangan pekerjaan|(kilang|syarikat|company|kedai)"
    r" (dah |sudah )?(tutup|closed|shut down|bankrap))\b"
)
_PAID_IN = re.compile(
    r"\b(caruman|potong\w*|contributions?|deduct\w*|(so[ck]so|eis|sip) (berapa|brp))\b"
)
_GETS = re.compile(
    r"\b(dapat|dpt|get|gets|receive|benefits?|faedah|manfaat|allowance)\b"
)
BENEFIT_NEEDS = {
    "medical": "benefit_medical",
    "temporary_disablement": "benefit_temporary_disablement",
    "permanent_disablement": "benefit_permanent_disablement",
    "constant_attendance": "benefit_permanent_disablement",
    "dependants": "benefit_dependants_or_survivors",
    "survivors": "benefit_dependants_or_survivors",
    "invalidity": "benefit_invalidity",
    "funeral": "benefit_funeral",
    "rehabilitation": "benefit_rehab_dialysis",
    "dialysis": "benefit_rehab_dialysis",
    "education_loan": "benefit_education_loan",
    "job_search": "benefit_job_loss",
    "early_reemployment": "benefit_job_loss",
    "reduced_income": "benefit_job_loss",
    "training": "benefit_job_loss",
    "mobility": "benefit_job_loss",
}


def scheme_of(need: str, message: Message, memory: Memory) -> str | None:
    """The scheme that `need` is about: named, implied, or spoken of before."""
    named = message.first("scheme")
    if need in FIXED:
        return SCHEME_OF_SUFFIX.get(need.rsplit("_", 1)[-1])
    if need in ONLY_SCHEME:
        return ONLY_SCHEME[need]
    if named:
        return str(named)
    before = None if need in WITHOUT_CONTEXT else memory.scheme
    of_benefit = need.startswith("benefit_") or need in CLAIM_NEEDS
    paid = paid_scheme(message) if of_benefit else None
    happened = of_benefit or need in _OF_WHAT_HAPPENED
    implied = settled_scheme(message) if happened else implied_scheme(message)
    lapsed = need == "renewal_or_lapse" and not (implied or before)
    if lapsed and tells_of_employer(message):
        return "act4"
    if need in CLAIM_NEEDS and lost_job(message):
        return "eis"
    over_all = scheme_of_work(memory) if before is None else None
    scheme = implied or before or paid or over_all or USUAL_SCHEME.get(need)
    return by_place(need, scheme, message)


# who joins or pays by themself works for themself; who was hurt may be employed
_OF_WHAT_HAPPENED = ("coverage_start_or_period", "appeal", "benefits_overview")


def target(
    need: str,
    *,
    message: Message,
    scheme: str | None,
    questions: Collection[str],
    entries: Collection[str],
) -> Target:
    """What answers `need`, among the questions and entries that there are."""
    question = _question(need, message, scheme)
    if question in questions:
        return Target(question=question)
    for entry in (f"{need}.{scheme}", need):
        if entry in entries:
            return Target(entry=entry)
    if scheme is None and schemes_answering(need, questions, entries):
        return Target(choose_scheme=True)
    return Target()


def _question(need: str, message: Message, scheme: str | None) -> str | None:
    if need in FIXED:
        return FIXED[need]
    if need == "lindung24":
        if message.first("amount") or message.first(SEVERAL_WAGES):
            return "contribution.lindung24"
        return "eligibility.lindung24" if _WHO.search(message.text.casefold()) else None
    if need == "gig_law":
        return "contribution.gig" if message.first("amount") else None
    if need == "coverage_start_or_period" and happened_somehow(message, scheme):
        return "which_cover"
    if need == "benefit_dependants_or_survivors" and over_acts(message, scheme):
        return "benefit.death"
    if scheme is None:
        return None
    dated = scheme == "eis" and message.first("date")
    if dated and need in (*CLAIM_NEEDS, "benefit_job_loss"):
        return "claim.eis.job_search"
    if need in CLAIM_NEEDS:
        benefit = message.first("benefit") or left_by_death(message, scheme)
        return f"claim.{scheme}.{benefit}" if benefit else None
    if need == "benefit_dependants_or_survivors":
        return death_question(message, scheme)
    named = message.first("benefit")
    if need.startswith("benefit_") and named in BENEFITS_OF.get(need, ()):
        return f"benefit.{scheme}.{named}"
    pattern = BY_SCHEME.get(need)
    return pattern.format(scheme=scheme) if pattern else None


_WHO = re.compile(
    r"\b(layak|eligible|wajib|compulsory|mandatory|apply to me|kena ke|must i)\b"
)


def is_estimate(question: str, missing: Collection[str]) -> bool:
    """Whether `question` works out a sum that depends on facts not given so far."""
    return question.startswith("benefit.") and bool(set(missing) & set(_ESTIMATES))


def schemes_answering(
    need: str, questions: Collection[str], entries: Collection[str]
) -> tuple[str, ...]:
    """Schemes of which `need` has an answer of its own."""
    pattern = BY_SCHEME.get(need, "")
    patterns = [pattern, pattern.replace("survivors", "dependants")]
    return tuple(
        scheme
        for scheme in SCHEMES
        if f"{need}.{scheme}" in entries
        or {pattern.format(scheme=scheme) for pattern in patterns} & set(questions)
    )


def schemes_to_choose(
    need: str, questions: Collection[str], entries: Collection[str]
) -> tuple[str, ...]:
    """The same to choose from: one alone would seem to be the one that was meant."""
    schemes = schemes_answering(need, questions, entries)
    return schemes if len(schemes) > 1 or need not in entries else ()


def scheme_in(question: str) -> str | None:
    """The scheme that a question's name carries."""
    parts = question.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in _ACTS else None


_ACTS = (*SCHEMES, "gig")  # "benefit.death" is over all of them
