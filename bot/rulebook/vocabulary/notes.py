"""Notes: something true and worth saying; `met` is absent."""

from __future__ import annotations

# told while their parameter is false; every other note while it is true
TOLD_WHEN_FALSE = frozenset(
    {
        "ACT4_NO_SUIT",
        "GIG_OTHER_FUNDS_VOLUNTARY",
        "GIG_TIPS_EXCLUDED",
        "LINDUNG24_NOT_ABROAD",
        "NOT_REFUNDABLE",
        "NO_REPORT_DEADLINE",
        "SKSPS_INSTEAD",
        "SKSPS_NO_AGE_LIMIT",
    }
)

NOTES: dict[str, str] = {
    "NOTHING_CHANGES_THIS": "nothing the person can do would change this no",
    "NOT_IN_FORCE_YET": "the law was not in force on that day [limit: first day]",
    "NO_LONGER_IN_FORCE": "the law had ended by that day [limit: last day]",
    "SKSSR_AGE_60_ANNOUNCED": "a rise of the upper age was announced, needs an"
    " amending Act, and is not law [limit: announced age; value: day of announcement]",
    "SKSSR_CONTRIBUTED_BEFORE": "contributed before, so the age for first-timers does"
    " not touch her [limit: age for first-timers]",
    "SKSSR_JOIN_BEFORE": "must make the first contribution before this age; told early"
    " [limit: age; value: day of that birthday, when the birth date is known]",
    "SKSSR_WORKING_WOMEN_TOO": "women in paid work may contribute as well",
    "SKSSR_CIVIL_SERVANT_TOO": "women civil servants who run a household may"
    " contribute",
    "SKSSR_ONE_PAYMENT": "one payment in advance covers 12 months; instalments are not"
    " offered [limit: months; value: RM]",
    "SKSSR_MONTHLY_IS_EQUIVALENT": "the monthly and daily figures are only equivalents",
    "SKSSR_NEXT_PERIOD_IN_ADVANCE": "a further 12 months may be paid in advance for"
    " the following period",
    "SKSSR_ANYONE_MAY_PAY": "husband, she herself, family or any third party may pay",
    "SKSSR_ANYONE_MAY_REGISTER": "anyone may register her",
    "SKSSR_COVER_FROM_PAYMENT": "cover runs from the time and date of payment",
    "SKSSR_COVER_END_PRESCRIBED": "the exact end moment is set by regulations not"
    " seen; the date given is the last full day of the 12 months",
    "SKSSR_INJURY_ONLY_IN_PAID_MONTHS": "domestic injury is covered only inside the"
    " paid months",
    "SKSSR_INVALIDITY_LONGER": "invalidity and death are covered longer than the paid"
    " months [limit: months of that cover; value: months paid]",
    "SKSSR_GAP_NOT_BARRED": "renewing after a gap is not barred by the age-54 rule",
    "SKSSR_LAPSED": "the paid period has ended, so domestic injury is not covered now"
    " [limit: last day covered; value: days since]",
    "SKSSR_STILL_COVERED": "the paid period still runs [limit: last day covered;"
    " value: days left]",
    "SKSSR_HUSBAND_MUST_CONTINUE": "once a husband elects to pay he must go on;"
    " stopping is an offence [limit: highest fine in RM; value: highest prison term in"
    " years]",
    "SKSSR_HUSBAND_NOTICE": "a husband who can no longer pay must tell PERKESO so many"
    " days before the period ends [limit: days; value: last day for the notice]",
    "NOT_REFUNDABLE": "contributions are not refunded",
    "SKSPS_NO_AGE_LIMIT": "there is no age limit",
    "SKSPS_PART_TIME_TOO": "full-time or part-time, for work done in Malaysia",
    "SKSPS_EMPLOYEE_TOO": "an employee may join for a separate self-employment",
    "SKSPS_FREE_CHOICE_OF_PLAN": "the plan is the member's free choice; no income test",
    "SKSPS_MONTHLY_OR_YEARLY": "payment is by the month or year [limit: periods]",
    "SKSPS_COMPULSORY": "contribution is compulsory in this sector [limit: first day;"
    " value: sector]",
    "SKSPS_COMPULSORY_LATER": "contribution becomes compulsory in this sector later"
    " [limit: first day; value: sector]",
    "SKSPS_VOLUNTARY": "contribution is voluntary in this sector [value: sector]",
    "SKSPS_COMPULSORY_IF_LICENSED": "compulsory for licensed hawkers and traders; not"
    " clear for those without a licence [limit: first day; value: sector]",
    "SKSPS_PENALTY": "not registering or paying where compulsory is an offence [limit:"
    " highest fine in RM; value: highest prison term in years]",
    "SKSPS_COVER_FROM_RECEIPT": "cover starts at the date and time on the receipt",
    "SKSPS_COVER_MAXIMUM": "one payment covers at most so many months [limit: months]",
    "SKSPS_EACH_ACTIVITY": "each self-employment activity is registered and paid for",
    "SKSPS_SUBSIDY_SHARE": "the government's share of the year's matching [limit:"
    " percent; value: year]",
    "SKSPS_SUBSIDY_PLAN": "the matching is for this plan, paid as a whole year [limit:"
    " plan]",
    "SKSPS_SUBSIDY_GROUP_FULL": "the government pays all for this group [limit: plan;"
    " value: group]",
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
    "WAGE_BAND": "the row of the table that the wage falls in [limit: wage up to RM,"
    " absent in the top row; value: wage over RM]",
    "WAGE_CEILING": "the wage is above the ceiling, so the top row applies [limit:"
    " ceiling in RM; value: wage in RM]",
    "TABLE_NOT_PERCENTAGE": "the amount of the table is payable, not the percentage",
    "PAYMENT_DUE_DAY": "contributions for a month must arrive by this day of the next"
    " month [limit: day of the month]",
    "LINDUNG24_EXTRA": "LINDUNG 24 Jam is deducted from the employee besides [value:"
    " RM a month]",
    "LINDUNG24_COMPULSORY": "LINDUNG 24 Jam is compulsory for this person on that day",
    "LINDUNG24_VOLUNTARY": "voluntary for citizens and permanent residents, who take"
    " part unless a release of liability is filed [limit: first day]",
    "LINDUNG24_OPT_OUT_ENDED": "the window for existing local employees to opt out"
    " ended [limit: last day]",
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
    "GIG_PLATFORM_PAYS_NOTHING": "the money is the worker's; the platform adds nothing"
    " [limit: RM]",
    "GIG_TIPS_EXCLUDED": "voluntary tips do not count",
    "GIG_EVERY_PLATFORM_DEDUCTS": "each platform deducts on its own earnings",
    "GIG_DEFAULT_PLAN": "with no plan chosen, Plan 1 is assumed [limit: plan]",
    "GIG_SHORTFALL_NOT_COVERED": "until the shortfall is made up no contribution is"
    " created, so treat the month as not covered",
    "GIG_EXCESS_CHOICE": "above the amount the platform must ask the worker to choose"
    " within so many days of PERKESO's notice [limit: days]",
    "GIG_HIGHER_PLAN_UNKNOWN": "enough for this plan; how a higher one is paid from"
    " deductions is not known [limit: plan]",
    "GIG_ROUNDING_UNKNOWN": "how each deduction is rounded is not known; sen may"
    " differ",
    "EIS_BOTH_PAY": "employer and employee pay the same amount [limit: percent]",
    "ALSO_SKSSR": "a woman may hold SKSSR as well",
    "SCHEME_FITS": "this scheme fits [value: scheme]",
    "SCHEME_DOES_NOT_FIT": "this scheme does not fit [value: scheme]",
    "VOUCHED_FROM": "the law existed, but sources here vouch only from this day"
    " [limit: first vouched day]",
    "SKSPS_PLAN": "the plan chosen [limit: plan; value: insured monthly earnings in"
    " RM]",
    "ACT4_CATEGORY_BY_AGE": "whether first or second category follows from age and"
    " earlier contributions",
    "ACT4_COVERS_WORK_AND_JOURNEYS": "accidents at work, the journeys that count (home"
    " and work, for work, authorised meal break), rescue at the premises, occupational"
    " disease",
    "ACT4_DEVIATION_BREAKS_COVER": "an interruption of or deviation from the journey"
    " breaks cover",
    "EIS_COVERS_LOSS_OF_EMPLOYMENT": "loss of employment for any reason but the"
    " excluded ones; voluntary separation schemes, closure and forced resignation"
    " count",
    "EIS_NOT_VOLUNTARY_LOSS": "not covered: voluntary resignation, end of a contract,"
    " unconditional mutual termination, completion of the work, retirement, misconduct",
    "LINDUNG24_COVERS_NON_WORK": "accidents that do not arise out of and in the course"
    " of employment",
    "LINDUNG24_NOT_ABROAD": "no benefit for accidents outside Malaysia",
    "LINDUNG24_NO_WAGE_NO_COVER": "a month without wages is a month without this cover",
    "REGISTRATION_STEPS": "the steps of registering, see steps",
    "REGISTRATION_PAPERS": "papers needed to register, see items",
    "EMPLOYER_MUST_REGISTER": "the employer registers itself and the employee within"
    " so many days of hiring [limit: days]",
    "LINDUNG24_NO_SEPARATE_REGISTRATION": "no separate registration: the employer"
    " deducts and remits for its employees",
    "SCHEME_UNCERTAIN": "whether this scheme fits is not known here; ask PERKESO"
    " [value: scheme]",
    "FUNERAL_ORDER": "paid to the first of these who is there, see items.recipients;"
    " who paid gets the actual cost up to the amount",
    "FUNERAL_DEATH_FROM_INJURY": "death must result from the self-employment injury or"
    " come while disablement benefit is paid",
    "DEATH_BEFORE_AGE": "death must come before this age [limit: age]",
    "DEATH_BEFORE_AGE_OR_PENSIONER": "death before this age with enough contributions,"
    " or at any age of an invalidity pensioner [limit: age]",
    "PAID_UNTIL_AGE": "paid until recovery, this age or death [limit: age]",
    "PAID_FROM_NOTICE": "paid from the day PERKESO receives the notice",
    "ASSESSED_BY_DOCTORS": "a medical assessor or the Appellate Medical Board must"
    " certify it",
    "COVER_MONTHS_FOR_12_PAID": "12 months paid in advance cover invalidity and death"
    " for so many months [limit: months]",
    "COVER_MONTHS_FOR_24_PAID": "24 months paid cover invalidity and death for so many"
    " months [limit: months]",
    "SHARE_SPOUSE": "share of the widow or widower [limit: percent]",
    "SHARE_EACH_CHILD": "share of each child beside a widow or widower [limit:"
    " percent]",
    "SHARE_CHILDREN_ALONE": "share of all children together when there is no widow or"
    " widower [limit: percent]",
    "SHARE_PARENTS": "share of parents when there is neither widow, widower nor child"
    " [limit: percent]",
    "SHARES_SCALED": "the shares pass the whole, so all are scaled down alike [limit:"
    " percent; value: percent before]",
    "CHILD_UNTIL_AGE": "a child is paid until this age or marriage; a student and an"
    " incapacitated child longer [limit: age]",
    "SPOUSE_FOR_LIFE": "the widow or widower is paid for life",
    "SPOUSE_AND_PARENTS_CITIZENS": "husband and parents must be Malaysian citizens;"
    " children need not",
    "LUMP_SUM_PER_PERCENT": "at most so much for each percent of loss [limit: RM]",
    "LUMP_SUM_MAXIMUM": "at most so much in one contribution period [limit: RM]",
    "NEEDS_CONSTANT_CARE": "for who needs the constant care of another person, as"
    " certified",
    "NEEDS_TOTAL_DISABLEMENT_AND_CARE": "only with permanent total disablement"
    " benefit, while constant care is certified",
    "MEDICAL_CARE": "treatment at panel or government clinics and hospitals;"
    " second-class ward in a government hospital",
    "MEDICAL_INJURY_ONLY": "treatment is for domestic injury only, not for invalidity",
    "REHABILITATION_MAXIMUM": "at most so much for physical rehabilitation in one"
    " contribution period [limit: RM]",
    "REHABILITATION_GIVEN": "rehabilitation and aids may be given once the injury is"
    " certified",
    "DIALYSIS_GIVEN": "dialysis may be given once the injury is certified",
    "DIALYSIS_MAXIMUM": "at most so much for one haemodialysis treatment [limit: RM]",
    "EDUCATION_SUPPORT": "loan or scholarship for a child of who died from the injury"
    " or is paid periodical permanent disablement benefit",
    "EDUCATION_IS_A_LOAN": "education benefit is a loan, for a dependant child, under"
    " conditions",
    "EDUCATION_UNDER_AGE": "the child applies under this age [limit: age]",
    "EDUCATION_FEES_MAXIMUM": "total fees up to this amount [limit: RM]",
    "DAILY_PERCENT": "percent of the daily earnings or assumed daily wage [limit:"
    " percent]",
    "PERKESO_COMPUTES_ASSUMED_WAGE": "the average assumed wage is computed by PERKESO,"
    " so no sum is told",
    "NO_PAY_WHILE_WORKING": "no benefit for a day on which the person works",
    "COMMUTE_WHOLE_UP_TO": "up to this loss the whole benefit may be taken as a lump"
    " sum [limit: percent]",
    "COMMUTE_PART_ABOVE": "above it this part may be taken as a lump sum, the rest is"
    " paid monthly [limit: percent]",
    "COMMUTED_SUM_NOT_KNOWN": "the lump sum itself depends on factors not known here;"
    " ask PERKESO",
    "BENEFIT_MAXIMUM_DAY": "at most so much a day [limit: RM]",
    "BENEFIT_MINIMUM_DAY": "at least so much a day [limit: RM]",
    "PENSION_BASE_PERCENT": "a pension begins at this percent of the average assumed"
    " wage [limit: percent]",
    "PENSION_MAXIMUM_PERCENT": "and rises by 1 percent for every 12 contributions"
    " beyond 24, up to this percent [limit: percent]",
    "PENSION_MINIMUM": "lowest pension [limit: RM a month]",
    "PENSION_MAXIMUM": "highest pension [limit: RM a month]",
    "QUALIFYING_MONTHS": "needs so many contributions in the 40 months before the"
    " notice; or, with the same number, two thirds (full) or one third (reduced) of"
    " all months since the first [limit: months]",
    "NOTICE_BEFORE_AGE": "the notice of invalidity must come before this age, or the"
    " condition have set in before [limit: age]",
    "SAME_KINDS_AS_WORK_INJURY": "the kinds of benefit are those of employment injury",
    "EMPLOYER_REPORTS_WITHIN": "the employer reports the accident within so many hours"
    " [limit: hours]",
    "PROCESSING_FROM_COMPLETE_PAPERS": "PERKESO's charter: so many days from complete"
    " papers [limit: days]",
    "CLAIM_DEADLINE_NOT_FOUND": "no time limit for this claim is known here; claim as"
    " early as possible and ask PERKESO",
    "CLAIM_LATE_WITH_GOOD_REASON": "PERKESO may accept a late claim on reasonable"
    " grounds",
    "CLAIM_TIME_EXTENDABLE": "PERKESO may extend the time to claim",
    "CLAIM_LATE_IS_REJECTED": "a late claim is rejected and counts as never made"
    " [limit: days]",
    "EVENT_IN_MALAYSIA": "the event must have happened in Malaysia",
    "APPEAL_TRIBUNAL": "other disputes go to the Tribunal within so many years [limit:"
    " years]",
    "APPEAL_BOARD": "disputes go to the Social Security Appellate Board within so many"
    " days of the written decision [limit: days]",
    "APPEAL_BODY_DAYS_UNKNOWN": "disputes go to the Social Security Appellate Board;"
    " its time limit is not proved here, so go early and ask PERKESO",
    "APPEAL_HIGH_COURT": "then to the High Court on law, within so many days of the"
    " written order [limit: days]",
    "APPEAL_HIGH_COURT_ON_LAW": "then to the High Court on a substantial question of"
    " law",
    "APPEAL_MEDICAL_BOARD": "medical decisions go to the Appellate Medical Board; its"
    " time limit is not known here",
    "WAITING_DAYS": "paid after a waiting period of so many days [limit: days]",
    "REPORT_NEW_JOB_WITHIN": "a new job is reported within so many days [limit: days]",
    "ALLOWANCE_MONTHS": "the allowance lasts so many months [limit: months]",
    "ASSUMED_WAGE": "assumed monthly wage of the band, if all six months before had"
    " this wage [limit: assumed RM; value: wage RM]",
    "ASSUMED_WAGE_NOT_KNOWN": "the assumed wage of this band is not proved here, so"
    " only percentages are told [value: wage RM]",
    "PERCENT_OF_UNPAID_ALLOWANCE": "so much of the job search allowance not yet paid,"
    " in one lump sum [limit: percent]",
    "RATE_RISE_ANNOUNCED": "a higher rate is announced and not in force [limit:"
    " percent; value: day announced]",
    "FEE_RISE_ANNOUNCED": "a higher training fee is announced and not in force [limit:"
    " RM; value: day announced]",
    "MOBILITY_ANNOUNCED": "a mobility allowance is announced and not in force [limit:"
    " RM; value: day announced]",
    "REDUCED_INCOME_LUMP_SUM": "same percentages and months for the job lost, in one"
    " lump sum, and no other EIS allowance",
    "TRAINING_DAY_MINIMUM": "training allowance at least so much a day attended"
    " [limit: RM]",
    "TRAINING_DAY_MAXIMUM": "training allowance at most so much a day attended [limit:"
    " RM]",
    "TRAINING_MONTHS": "training allowance for at most so many months [limit: months]",
    "TRAINING_FEE_MAXIMUM": "training fee up to so much, paid to the provider [limit:"
    " RM]",
    "CLAIM_ONLINE": "since January 2026 the whole application can be made online",
}
