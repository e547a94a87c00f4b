"""Why a fact is asked of a person, and why PERKESO must be asked."""

from __future__ import annotations

WHYS: dict[str, str] = {
    "ONLY_WOMEN_MAY_JOIN": "only women may join",
    "STATUS_DECIDES": "citizenship or residence decides",
    "AGE_DECIDES": "there is an age limit",
    "FIRST_TIME_DECIDES_AT_THIS_AGE": "at this age it matters whether she or he"
    " contributed before",
    "SECTOR_DECIDES": "the kind of work decides",
    "SERVICE_DECIDES": "taxis, e-hailing and buses became compulsory on different days",
    "EMPLOYMENT_DECIDES": "the kind of employment decides",
    "WAGE_DECIDES": "the amount depends on the monthly wage",
    "CATEGORY_DECIDES": "age decides between first and second category",
    "PLAN_DECIDES": "the amount depends on the plan",
    "EARNINGS_DECIDE": "the deduction depends on the month's platform earnings",
    "PAID_DECIDES": "cover runs from the payment",
    "EVENT_DECIDES": "what counts is the day it happened",
    "PAYER_DECIDES": "a husband who elected to pay has duties",
    "GROUP_DECIDES": "for some groups the government pays all",
    "OPT_OUT_DECIDES": "who opted out is not covered",
    "HIRE_DECIDES": "new hires have another way to opt out",
    "LEAVE_DECIDES": "the days of medical leave decide",
    "LOSS_DECIDES": "the assessed percentage decides",
    "MONTHS_DECIDE": "the months contributed decide",
    "CLAIMS_DECIDE": "each further claim needs more months",
    "FIRST_TIME_DECIDES_SHARE": "first registration and renewal have different shares",
    "MONTHS_PAID_DECIDE": "how many months were paid for decides when cover ends",
    "CAUSE_DECIDES": "which Act applies depends on how it happened",
    "CAUSE_DECIDES_COVER": "after the paid months only illness and death are covered",
    "INJURY_DECIDES": "the injury decides the highest lump sum",
    "CIRCUMSTANCE_DECIDES": "for some people there is something more to say",
    "PAPERS_DECIDE": "the charter counts from complete papers",
    "FAMILY_DECIDES": "who is left behind decides the shares",
}

REFERS: dict[str, str] = {
    "BEFORE_VOUCHED_DAY": "no source here vouches for that day",
    "TABLE_ROW_LOW_CONFIDENCE": "this row of the old table rests on one secondary"
    " source",
    "SKSSR_MORE_THAN_TWO_PERIODS": "paying more than two periods ahead is not"
    " described",
    "SKSPS_SUBSIDY_SEN_UNKNOWN": "the share is known, the exact amount to the sen is"
    " not",
    "SKSPS_SUBSIDY_YEAR_UNKNOWN": "what support there is in that year is not known",
    "SKSPS_CIVIL_SERVANT_UNKNOWN": "no rule was found on civil servants with side work",
    "EIS_EMPLOYER_SPOUSE_UNKNOWN": "whether the employer's spouse is still exempt from"
    " EIS is not settled",
    "EIS_APPRENTICE_UNKNOWN": "whether EIS covers apprentices was not found",
    "LINDUNG24_EARLY_JULY_DISPUTED": "how 1 to 7 July 2026 is treated is disputed",
    "LINDUNG24_NEW_HIRE_OPT_OUT_UNKNOWN": "sources disagree on how new hires opt out",
    "LINDUNG24_LATER_PHASE": "the table of that phase is announced, not confirmed",
    "NOT_KNOWN_HERE": "no source here is good enough to answer this",
    "SKSPS_SUBSIDY_GROUP_UNKNOWN": "whether the government pays in full for that group"
    " in that year is not known",
    "NO_SCHEME_ON_THAT_DAY": "no scheme for this person was in force on that day, or"
    " none that sources here vouch for",
    "SKSPS_TEMPORARY_SEN_UNKNOWN": "the daily amount of Plan 3 for medical leave is"
    " not known to the sen",
    "SKSPS_FUNERAL_AMOUNT_UNKNOWN": "the SKSPS funeral amount since June 2024 is not"
    " proved",
    "ACT4_OLD_FUNERAL_UNKNOWN": "the funeral amount before June 2024 rests on"
    " secondary pages",
    "CLAIM_LATE_MAY_BE_ACCEPTED": "the time has passed, but PERKESO may accept a late"
    " claim on reasonable grounds",
    "CLAIM_TIME_MAY_BE_EXTENDED": "the time has passed, but PERKESO may extend it",
    "LINDUNG24_DIALYSIS_UNKNOWN": "whether LINDUNG 24 Jam helps with dialysis is not"
    " said in any source here",
    "NO_COVER_KNOWN_FOR_THIS_WORK": "none of PERKESO's schemes here is known to cover"
    " this kind of work",
    "EIS_LATER_CLAIM_UNKNOWN": "the months of a second or later claim rest on the Bill"
    " only",
}
