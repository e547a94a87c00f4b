"""What is known to be unknown, said kindly, and where to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.i18n.catalogue import N_, translate
from bot.i18n.wording import wider

if TYPE_CHECKING:
    from bot.rulebook.decision import Refer

UNKNOWN_WHY = N_("I do not have a reliable answer to this.")
REFERS: dict[str, str] = {
    **wider.REFERS,
    "NOT_KNOWN_HERE": UNKNOWN_WHY,
    "BEFORE_VOUCHED_DAY": N_(
        "I do not have a reliable source for that date, so I cannot give an answer."
    ),
    "TABLE_ROW_LOW_CONFIDENCE": N_(
        "The row of the old table for this wage is not certain enough, so I"
        " cannot give an amount."
    ),
    "SKSSR_MORE_THAN_TWO_PERIODS": N_(
        "Paying more than two periods of 12 months ahead is not described in the"
        " sources I have."
    ),
    "SKSPS_SUBSIDY_SEN_UNKNOWN": N_(
        "I know the share that the government pays, but not the exact amount to the"
        " sen."
    ),
    "SKSPS_SUBSIDY_YEAR_UNKNOWN": N_(
        "I do not know yet what government support there is in that year."
    ),
    "SKSPS_SUBSIDY_GROUP_UNKNOWN": N_(
        "I do not know whether the government pays in full for that group in that year."
    ),
    "SKSPS_CIVIL_SERVANT_UNKNOWN": N_(
        "I found no rule on civil servants who also work for themselves."
    ),
    "EIS_EMPLOYER_SPOUSE_UNKNOWN": N_(
        "Whether an employer's husband or wife is still exempt from EIS is not settled"
        " in the sources I have."
    ),
    "EIS_APPRENTICE_UNKNOWN": N_("I found no rule on whether EIS covers apprentices."),
    "LINDUNG24_EARLY_JULY_DISPUTED": N_(
        "How 1 to 7 July 2026 is treated under LINDUNG 24 Jam is not settled in the"
        " sources I have."
    ),
    "LINDUNG24_NEW_HIRE_OPT_OUT_UNKNOWN": N_(
        "The sources I have do not agree on how new employees opt out of LINDUNG 24"
        " Jam."
    ),
    "EIS_LATER_CLAIM_UNKNOWN": N_(
        "How many months a second or later EIS claim needs is not certain in the"
        " sources I have."
    ),
    "ACT4_OLD_FUNERAL_UNKNOWN": N_(
        "The funeral amount before June 2024 is not certain in the sources I have."
    ),
    "CLAIM_LATE_MAY_BE_ACCEPTED": N_(
        "The time to claim has passed, but PERKESO may accept a late claim on"
        " reasonable grounds."
    ),
    "CLAIM_TIME_MAY_BE_EXTENDED": N_(
        "The time to claim has passed, but PERKESO may extend it."
    ),
    "SKSPS_TEMPORARY_SEN_UNKNOWN": N_(
        "I do not know the daily amount of Plan 3 for medical leave to the sen."
    ),
    "NO_SCHEME_ON_THAT_DAY": N_(
        "I know of no scheme for this person that was in force on that day."
    ),
    "SKSPS_FUNERAL_AMOUNT_UNKNOWN": N_(
        "The funeral amount for the self-employed since June 2024 is not certain in the"
        " sources I have."
    ),
    "LINDUNG24_LATER_PHASE": N_(
        "The table of that phase of LINDUNG 24 Jam has been announced but not"
        " confirmed."
    ),
}


def where_to_ask(refer: Refer | None, language: str) -> str:
    """The sentence that says whom to ask."""
    to = dict(refer.to) if refer else {}
    if {"hotline", "email"} <= set(to):
        return translate(
            N_("Please ask PERKESO: {hotline} or {email}, or any PERKESO office."),
            language,
            hotline=to["hotline"],
            email=to["email"],
        )
    if "hotline" in to:
        return translate(
            N_("Please ask PERKESO: {hotline}, or any PERKESO office."),
            language,
            hotline=to["hotline"],
        )
    return translate(N_("Please ask at any PERKESO office."), language)
