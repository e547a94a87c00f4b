"""Every code a Decision can carry, glossed for those who word them. Codes never change.

The gloss names what `limit` and `value` hold. A condition is worded twice: met, and
not met (the two halves of its gloss, before and after the bar).
"""

from __future__ import annotations

# A condition that was compared. "met | not met". limit and value as named in brackets.
CONDITIONS: dict[str, str] = {
    "SKSSR_WOMAN": "is a woman | is a man: only a woman can be a suri rumah"
    " [limit: sex; value: sex]",
    "SKSSR_CITIZEN_OR_PR": "is a citizen or permanent resident | is neither"
    " [limit: statuses; value: status]",
    "SKSSR_UNDER_AGE_LIMIT": "has not reached the upper age | has reached it:"
    " contributions stop [limit: age in years, exclusive; value: age]",
    "SKSSR_FIRST_TIME_UNDER_AGE": "first contribution comes before the age for"
    " first-timers | a first-timer who has already reached it is outside the Act"
    " [limit: age in years, exclusive; value: age]",
    "SKSSR_WHOLE_YEARS": "months asked for are whole periods of 12 | SKSSR is sold only"
    " in whole periods [limit: months in one period; value: months asked for]",
    "SKSPS_CITIZEN_OR_PR": "is a citizen or permanent resident | is neither"
    " [limit: statuses; value: status]",
    "SKSPS_SECTOR_LISTED": "work is in one of the twenty sectors | it is in none"
    " [limit: number of sectors; value: sector]",
    "SKSPS_SECTOR_OPEN": "the sector was open to SKSPS on the day | not yet"
    " [limit: first day; value: sector]",
    "SKSPS_PERIOD_WITHIN_MAXIMUM": "months asked for fit in one period of cover | one"
    " payment covers at most so many months [limit: months; value: months asked for]",
    "SKSPS_SUBSIDY_SECTOR_NOT_MANDATED": "the sector is one where contribution is not"
    " compulsory, so the year's matching applies | the sector is compulsory, so this"
    " year's matching, read literally, leaves it out [value: sector]",
    "SKSPS_SUBSIDY_WITHIN_SECOND_YEAR": "first registration or second-year renewal |"
    " matching was described only for the first and the second year"
    " [limit: years; value: year of contributing]",
    "ACT4_EMPLOYEE": "works for an employer under a contract of service or"
    " apprenticeship | does not: not covered as an employee [value: employment]",
    "ACT4_FOREIGN_WORKER_COVERED": "foreign workers are covered on the day | were not"
    " yet [limit: first day; value: day asked about]",
    "ACT4_DOMESTIC_WORKER_COVERED": "domestic workers are covered on the day | were not"
    " yet [limit: first day; value: day asked about]",
    "ACT4_EMPLOYER_SPOUSE_COVERED": "the owner's spouse can be an insured employee | not"
    " before that day [limit: first day; value: day asked about]",
    "EIS_CITIZEN_PR_OR_TR": "is a citizen, permanent or temporary resident | foreign"
    " workers are outside EIS [limit: statuses; value: status]",
    "EIS_PRIVATE_EMPLOYEE": "works for a private employer under a contract of service |"
    " does not, so EIS does not apply [value: employment]",
    "EIS_DOMESTIC_WORKER_COVERED": "local domestic workers are covered on the day | were"
    " exempt before [limit: first day; value: day asked about]",
    "EIS_MINIMUM_AGE": "has reached the lowest age | is still younger"
    " [limit: age; value: age]",
    "EIS_UNDER_AGE_LIMIT": "has not reached the upper age | has reached it"
    " [limit: age, exclusive; value: age]",
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
}

# A note: something true and worth saying; `met` is absent.
NOTES: dict[str, str] = {
    "NOTHING_CHANGES_THIS": "nothing the person can do would change this no",
    "NOT_IN_FORCE_YET": "the law was not in force on that day [limit: first day]",
    "NO_LONGER_IN_FORCE": "the law had ended by that day [limit: last day]",
    "SKSSR_AGE_60_ANNOUNCED": "a rise of the upper age was announced, needs an amending"
    " Act, and is not law [limit: announced age; value: day of announcement]",
    "SKSSR_CONTRIBUTED_BEFORE": "contributed before, so the age for first-timers does"
    " not touch her [limit: age for first-timers]",
    "SKSSR_JOIN_BEFORE": "must make the first contribution before this age; told early"
    " [limit: age; value: day of that birthday, when the birth date is known]",
    "SKSSR_WORKING_WOMEN_TOO": "women in paid work may contribute as well",
    "SKSSR_CIVIL_SERVANT_TOO": "women civil servants who run a household may contribute",
    "SKSSR_ONE_PAYMENT": "one payment in advance covers 12 months; instalments are not"
    " offered [limit: months; value: RM]",
    "SKSSR_MONTHLY_IS_EQUIVALENT": "the monthly and daily figures are only equivalents",
    "SKSSR_NEXT_PERIOD_IN_ADVANCE": "a further 12 months may be paid in advance for the"
    " following period",
    "SKSSR_ANYONE_MAY_PAY": "husband, she herself, family or any third party may pay",
    "SKSSR_ANYONE_MAY_REGISTER": "anyone may register her",
    "SKSSR_COVER_FROM_PAYMENT": "cover runs from the time and date of payment",
    "SKSSR_COVER_END_PRESCRIBED": "the exact end moment is set by regulations not seen;"
    " the date given is the last full day of the 12 months",
    "SKSSR_INJURY_ONLY_IN_PAID_MONTHS": "domestic injury is covered only inside the paid"
    " months",
    "SKSSR_INVALIDITY_LONGER": "invalidity and death are covered longer than the paid"
    " months [limit: months of that cover; value: months paid]",
    "SKSSR_GAP_NOT_BARRED": "renewing after a gap is not barred by the age-54 rule",
    "SKSSR_LAPSED": "the paid period has ended, so domestic injury is not covered now"
    " [limit: last day covered; value: days since]",
    "SKSSR_STILL_COVERED": "the paid period still runs [limit: last day covered;"
    " value: days left]",
    "SKSSR_HUSBAND_MUST_CONTINUE": "once a husband elects to pay he must go on; stopping"
    " is an offence [limit: highest fine in RM; value: highest prison term in years]",
    "SKSSR_HUSBAND_NOTICE": "a husband who can no longer pay must tell PERKESO so many"
    " days before the period ends [limit: days; value: last day for the notice]",
    "NOT_REFUNDABLE": "contributions are not refunded",
    "SKSPS_NO_AGE_LIMIT": "there is no age limit",
    "SKSPS_PART_TIME_TOO": "full-time or part-time, for work done in Malaysia",
    "SKSPS_EMPLOYEE_TOO": "an employee may join for a separate self-employment",
    "SKSPS_FREE_CHOICE_OF_PLAN": "the plan is the member's free choice; no income test",
    "SKSPS_MONTHLY_OR_YEARLY": "payment is by the month or by the year",
    "SKSPS_COMPULSORY": "contribution is compulsory in this sector"
    " [limit: first day; value: sector]",
    "SKSPS_COMPULSORY_LATER": "contribution becomes compulsory in this sector later"
    " [limit: first day; value: sector]",
    "SKSPS_VOLUNTARY": "contribution is voluntary in this sector [value: sector]",
    "SKSPS_COMPULSORY_IF_LICENSED": "compulsory for licensed hawkers and traders; not"
    " clear for those without a licence [limit: first day; value: sector]",
    "SKSPS_PENALTY": "not registering or paying where compulsory is an offence"
    " [limit: highest fine in RM; value: highest prison term in years]",
    "SKSPS_COVER_FROM_RECEIPT": "cover starts at the date and time on the receipt",
    "SKSPS_COVER_MAXIMUM": "one payment covers at most so many months [limit: months]",
    "SKSPS_EACH_ACTIVITY": "each self-employment activity is registered and paid for",
    "SKSPS_SUBSIDY_SHARE": "the government's share of the year's matching"
    " [limit: percent; value: year]",
    "SKSPS_SUBSIDY_PLAN": "the matching is for this plan, paid as a whole year"
    " [limit: plan]",
    "SKSPS_SUBSIDY_GROUP_FULL": "the government pays all for this group"
    " [limit: plan; value: group]",
    "ACT4_COMPULSORY": "registration and contribution are the employer's duty",
    "ACT4_NO_AGE_LIMIT": "no upper age limit while the person is employed",
    "ACT4_CATEGORY_1": "first category: employment injury and invalidity, paid by"
    " employer and employee [limit: age, exclusive; value: age]",
    "ACT4_CATEGORY_2": "second category: employment injury only, paid by the employer"
    " [limit: age reached; value: age]",
    "ACT4_CATEGORY_2_FIRST_TIME": "second category because no contribution was payable"
    " before this age [limit: age; value: age]",
    "ACT4_FOREIGN_INJURY_ONLY": "before that day foreign workers had employment-injury"
    " cover only [limit: first day of invalidity cover]",
    "WAGE_BAND": "the row of the table that the wage falls in"
    " [limit: wage up to RM, absent in the top row; value: wage over RM]",
    "WAGE_CEILING": "the wage is above the ceiling, so the top row applies"
    " [limit: ceiling in RM; value: wage in RM]",
    "TABLE_NOT_PERCENTAGE": "the amount of the table is payable, not the percentage",
    "PAYMENT_DUE_DAY": "contributions for a month must arrive by this day of the next"
    " month [limit: day of the month]",
    "LINDUNG24_EXTRA": "LINDUNG 24 Jam is deducted from the employee besides"
    " [value: RM a month]",
    "LINDUNG24_COMPULSORY": "LINDUNG 24 Jam is compulsory for this person on that day",
    "LINDUNG24_VOLUNTARY": "voluntary for citizens and permanent residents, who take"
    " part unless a release of liability is filed [limit: first day]",
    "LINDUNG24_OPT_OUT_ENDED": "the window for existing local employees to opt out ended"
    " [limit: last day]",
    "LINDUNG24_OPT_OUT_OPEN": "existing local employees can opt out in this window"
    " [limit: last day]",
    "LINDUNG24_OPT_IN_ONCE": "who opted out may opt in later, and not out again",
    "LINDUNG24_EMPLOYEE_PAYS": "the employee pays all; the employer deducts and remits",
    "LINDUNG24_ONE_EMPLOYER": "with several employers only one deducts",
    "LINDUNG24_COMBINED_TOTAL": "with the Act 4 contribution the month's total is"
    " [limit: category; value: RM]",
    "LINDUNG24_PHASE": "rate of this phase [limit: last day; value: percent]",
    "LINDUNG24_NEXT_PHASE_ANNOUNCED": "a higher rate is announced, subject to"
    " confirmation [limit: planned first day; value: percent]",
    "GIG_RATE": "deducted from each platform payment [limit: percent]",
    "GIG_PLATFORM_PAYS_NOTHING": "the money is the worker's; the platform adds nothing",
    "GIG_TIPS_EXCLUDED": "voluntary tips do not count",
    "GIG_EVERY_PLATFORM_DEDUCTS": "each platform deducts on its own earnings",
    "GIG_DEFAULT_PLAN": "with no plan chosen, Plan 1 is assumed [limit: plan]",
    "GIG_SHORTFALL_NOT_COVERED": "until the shortfall is made up no contribution is"
    " created, so treat the month as not covered",
    "GIG_EXCESS_CHOICE": "above the amount the platform must ask the worker to choose"
    " within so many days of PERKESO's notice [limit: days]",
    "GIG_ROUNDING_UNKNOWN": "how each deduction is rounded is not known; sen may differ",
    "EIS_BOTH_PAY": "employer and employee pay the same amount",
    "ALSO_SKSSR": "a woman may hold SKSSR as well",
    "SCHEME_FITS": "this scheme fits [value: scheme]",
    "SCHEME_DOES_NOT_FIT": "this scheme does not fit [value: scheme]",
}

# One line of arithmetic, or one thing to do. Operands in brackets.
STEPS: dict[str, str] = {
    "YEARLY_TO_DAILY": "yearly / days = a day [yearly, days] result RM",
    "YEARLY_TO_MONTHLY": "yearly / 12 = a month [yearly, months] result RM",
    "MONTHLY_TIMES_MONTHS": "monthly x months [monthly, months] result RM",
    "PERIODS_TIMES_AMOUNT": "periods x amount [periods, amount] result RM",
    "EMPLOYER_PLUS_EMPLOYEE": "employer + employee [employer, employee] result RM",
    "PERCENT_OF_EARNINGS": "percent of the earnings [platform, amount, percent]"
    " result RM",
    "SUM_OF_DEDUCTIONS": "all platforms together [deductions] result RM",
    "PLAN_MINUS_DEDUCTIONS": "plan - deductions [monthly, deductions] result RM",
    "DEDUCTIONS_MINUS_PLAN": "deductions - plan [deductions, monthly] result RM",
    "SKSPS_PLAN_PRICE": "what a plan costs [plan, insured, monthly, yearly]",
    "PREPARE_DOCUMENTS": "have the papers ready",
    "REGISTER": "register, on the portal or at an office",
    "CHECK_ELIGIBILITY": "check age and status",
    "CHOOSE_PLAN_AND_PERIOD": "choose plan and period",
    "PAY": "pay [amount when fixed]",
    "KEEP_RECEIPT": "keep the receipt: cover starts at the time printed on it",
    "RENEW_YEARLY": "renew each year",
    "EMPLOYER_REGISTERS": "the employer registers the business and the employee"
    " [days after hiring]",
}

# Why a fact is asked.
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
}

# Why PERKESO must be asked.
REFERS: dict[str, str] = {
    "BEFORE_VOUCHED_DAY": "no source here vouches for that day",
    "TABLE_ROW_LOW_CONFIDENCE": "this row of the old table rests on one secondary source",
    "SKSSR_MORE_THAN_TWO_PERIODS": "paying more than two periods ahead is not described",
    "SKSPS_SUBSIDY_SEN_UNKNOWN": "the share is known, the exact amount to the sen is not",
    "SKSPS_SUBSIDY_YEAR_UNKNOWN": "what support there is in that year is not known",
    "SKSPS_CIVIL_SERVANT_UNKNOWN": "no rule was found on civil servants with side work",
    "EIS_EMPLOYER_SPOUSE_UNKNOWN": "whether the employer's spouse is still exempt from"
    " EIS is not settled",
    "EIS_APPRENTICE_UNKNOWN": "whether EIS covers apprentices was not found",
    "LINDUNG24_EARLY_JULY_DISPUTED": "how 1 to 7 July 2026 is treated is disputed",
    "LINDUNG24_NEW_HIRE_OPT_OUT_UNKNOWN": "sources disagree on how new hires opt out",
    "LINDUNG24_LATER_PHASE": "the table of that phase is announced, not confirmed",
}

# Names inside `amounts`, `dates`, `durations`.
AMOUNTS: dict[str, str] = {
    "employer": "the employer's share a month",
    "employee": "the employee's share a month",
    "total": "the sum to pay",
    "monthly": "a month",
    "yearly": "a year",
    "daily": "a day (equivalent)",
    "lump_sum": "paid once",
    "member": "what the member pays",
    "government": "what the government pays",
    "shortfall": "what is still missing",
    "excess": "what is above the plan",
}
DATES: dict[str, str] = {
    "join_before": "must join before this day",
    "cover_from": "first day covered",
    "cover_until": "last full day covered",
    "invalidity_cover_until": "last full day of cover for invalidity and death",
    "renew_by": "last day to renew without a gap",
    "notice_by": "last day for the husband's notice",
    "starts": "first day of the law",
    "ended": "last day of the law",
    "stops": "the day contributions stop",
}
DURATIONS: dict[str, str] = {
    "cover": "how long a payment covers",
    "invalidity_cover": "how long invalidity and death are covered",
    "register_within": "time to register",
}

# Codes inside `items`.
SCHEMES: dict[str, str] = {
    "skssr": "SKSSR, LINDUNG Kasih",
    "sksps": "SKSPS, LINDUNG Kendiri",
    "act4": "Act 4: employment injury and invalidity, LINDUNG Pekerja",
    "eis": "EIS/SIP, LINDUNG Kerjaya",
    "lindung24": "LINDUNG 24 Jam",
}
DOCUMENTS: dict[str, str] = {
    "identity_card": "identity card",
    "proof_of_activity": "proof of the self-employment (licence, permit, profile,"
    " certificate or letter)",
}
FORMS: dict[str, str] = {
    "sr_1": "SR 1, registration of a housewife",
    "borang_1": "Borang 1, registration of the employer",
    "borang_2": "Borang 2, registration of the employee",
    "sip_1": "SIP 1, EIS registration of the employer",
    "sip_2": "SIP 2, EIS registration of the employee",
}
PLACES: dict[str, str] = {
    "office": "any PERKESO office",
    "portal_skssr": "the housewives portal suri.perkeso.gov.my",
    "portal_sksps": "the self-employed portal",
    "portal_assist": "the employer portal ASSIST",
    "portal_benefits": "the benefits portal LINDUNG Faedah",
}
RECIPIENTS: dict[str, str] = {}

ITEMS: dict[str, dict[str, str]] = {
    "schemes": SCHEMES,
    "documents": DOCUMENTS,
    "forms": FORMS,
    "places": PLACES,
    "recipients": RECIPIENTS,
}

REASONS: dict[str, str] = {**CONDITIONS, **NOTES}
CODES: dict[str, str] = {**REASONS, **STEPS, **WHYS, **REFERS}
