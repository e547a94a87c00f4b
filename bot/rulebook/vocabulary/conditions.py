"""Conditions that were compared: "met | not met" [what limit and value hold]."""

from __future__ import annotations

CONDITIONS: dict[str, str] = {
    "SKSSR_WOMAN": "is a woman | is a man: only a woman can be a suri rumah [limit:"
    " sex; value: sex]",
    "SKSSR_CITIZEN_OR_PR": "is a citizen or permanent resident | is neither [limit:"
    " statuses; value: status]",
    "SKSSR_UNDER_AGE_LIMIT": "has not reached the upper age | has reached it:"
    " contributions stop [limit: age in years, exclusive; value: age]",
    "SKSSR_FIRST_TIME_UNDER_AGE": "first contribution comes before the age for"
    " first-timers | a first-timer who has already reached it is outside the Act"
    " [limit: age in years, exclusive; value: age]",
    "SKSSR_WHOLE_YEARS": "months asked for are whole periods of 12 | SKSSR is sold"
    " only in whole periods [limit: months in one period; value: months asked for]",
    "SKSPS_CITIZEN_OR_PR": "is a citizen or permanent resident | is neither [limit:"
    " statuses; value: status]",
    "SKSPS_SECTOR_LISTED": "work is in one of the twenty sectors | it is in none"
    " [limit: number of sectors; value: sector]",
    "SKSPS_SECTOR_OPEN": "the sector was open to SKSPS on the day | not yet [limit:"
    " first day; value: sector]",
    "SKSPS_PERIOD_WITHIN_MAXIMUM": "months asked for fit in one period of cover | one"
    " payment covers at most so many months [limit: months; value: months asked for]",
    "SKSPS_SUBSIDY_SECTOR_NOT_MANDATED": "the sector is one where contribution is not"
    " compulsory, so the year's matching applies | the sector is compulsory, so this"
    " year's matching, read literally, leaves it out [value: sector]",
    "ACT4_EMPLOYEE": "works for an employer under a contract of service or"
    " apprenticeship | does not: not covered as an employee [limit: kinds of"
    " work covered, or not; value: employment]",
    "ACT4_FOREIGN_WORKER_COVERED": "foreign workers are covered on the day | were not"
    " yet [limit: first day; value: day asked about]",
    "ACT4_DOMESTIC_WORKER_COVERED": "domestic workers are covered on the day | were"
    " not yet [limit: first day; value: day asked about]",
    "ACT4_EMPLOYER_SPOUSE_COVERED": "the owner's spouse can be an insured employee |"
    " not before that day [limit: first day; value: day asked about]",
    "EIS_CITIZEN_PR_OR_TR": "is a citizen, permanent or temporary resident | foreign"
    " workers are outside EIS [limit: statuses; value: status]",
    "EIS_PRIVATE_EMPLOYEE": "works for a private employer under a contract of service"
    " | does not, so EIS does not apply [limit: kinds of work covered, or not; value:"
    " employment]",
    "EIS_DOMESTIC_WORKER_COVERED": "local domestic workers are covered on the day |"
    " were exempt before [limit: first day; value: day asked about]",
    "EIS_MINIMUM_AGE": "has reached the lowest age | is still younger [limit: age;"
    " value: age]",
    "EIS_UNDER_AGE_LIMIT": "has not reached the upper age | has reached it [limit:"
    " age, exclusive; value: age]",
    "EIS_FIRST_TIME_UNDER_AGE": "EIS contributions were payable before the age for"
    " first-timers, or the person is younger | exempt: that age was reached with no"
    " EIS contribution payable before [limit: age, exclusive; value: age]",
    "LINDUNG24_EMPLOYEE": "is an employee insured under Act 4 | is not, so LINDUNG 24"
    " Jam does not apply [value: employment]",
    "LINDUNG24_NOT_OPTED_OUT": "no release of liability was filed | a release of"
    " liability was filed, so there is no cover",
    "GIG_CITIZEN_OR_PR": "is a citizen or permanent resident | the Gig Workers Act is"
    " for citizens and permanent residents only [limit: statuses; value: status]",
    "WAGES_PAID": "wages were paid for the month | no wages, so no contribution"
    " [limit: RM, exclusive; value: RM]",
    "EVENT_NOT_BEFORE_COVER": "the event came after cover began | it came before"
    " [limit: first day covered; value: day of the event]",
    "EVENT_WITHIN_COVER": "the event came before cover ended | it came after the paid"
    " period [limit: last day covered; value: day of the event]",
    "CLAIM_IN_TIME": "there is still time to claim | the time to claim has passed"
    " [limit: last day; value: day asked about]",
    "LEAVE_LONG_ENOUGH": "the medical leave is long enough | the medical leave is too"
    " short to be paid [limit: least days, the day of the accident included; value:"
    " days]",
    "EIS_ENOUGH_CONTRIBUTIONS": "enough contributions in the last 24 months | too few"
    " for a first claim [limit: least; value: contributions]",
    "EVENT_IN_A_STRETCH": "the event fell on a covered day | it fell on a day that no"
    " payment covered [value: day of the event]",
    "COVER_FOR_THIS": "the scheme covers this cause | the scheme does not cover this"
    " cause [limit: causes covered; value: cause]",
    "SKSSR_GIVES_THIS": "SKSSR gives this benefit | the Act does not give this benefit",
}
