"""Notes on questions over several Acts, and those told only to whom they concern."""

from __future__ import annotations

NOTES: dict[str, str] = {
    "COVER_MUST_RUN": "only if a payment covered that day",
    "COVERS_TOGETHER": "SKSSR may be held with Act 4 or SKSPS; they cover different"
    " events",
    "ONE_BENEFIT_FOR_ONE_DISABLEMENT": "one disablement is paid under one Act only;"
    " invalidity and survivors' pensions of Act 4 may be held as well",
    "ONE_ATTENDANCE_ALLOWANCE": "only one constant-attendance allowance over all Acts",
    "MORBID_OR_INVALIDITY_PENSION": "for one condition she picks morbid allowance or"
    " invalidity pension",
    "HIGHER_SURVIVORS_PENSION": "a widower with survivors' pensions under Act 838 and"
    " another Act is paid only the higher",
    "ONE_PENSION_FOR_ONE_DEATH": "Act 4 survivors' pension and dependants' benefit"
    " are not both paid for one person; the higher may be chosen",
    "EIS_EACH_EMPLOYER": "each of several employers contributes to EIS separately",
    "DEATH_OUTSIDE_WORK_PAYS": "death from a covered accident outside work pays"
    " dependants",
    "COVER_GAP": "days without cover [limit: first day; value: last day]",
    "NO_COVER_GAP": "the payments leave no gap",
    "LEAVE_PAY_NOT_KNOWN": "the leave pay of this plan is not known to the sen [value:"
    " plan]",
    "FUNERAL_AMOUNT_NOT_KNOWN": "the amount of the funeral benefit is not known here"
    " [value: scheme]",
    "MINIMUM_LEAVE": "leave is paid from so many days, the day of the accident included"
    " [limit: days]",
    "COMPLAINT_ACKNOWLEDGED": "a complaint is acknowledged within so many days; no day"
    " for the final answer is promised [limit: days]",
    "CHARTER_DAYS_MAY_BE_WORKING_DAYS": "the charter does not say whether its days are"
    " working days, so it may take longer",
    "INJURY_ROW": "this injury in the table: at most this percent, as assessed [limit:"
    " percent; value: injury]",
    "INJURY_TABLE_OF_ACT4": "percentages follow the injury table of Act 4; paid for"
    " life once the assessment is final",
    "NOT_PAID_TO_ESTATE": "approved but unpaid at death, it is not paid to the estate",
    "NO_BENEFIT_AFTER_VIOLENCE": "a dependant who caused the death by violence gets"
    " nothing",
    "NOT_IN_ILLEGAL_ACT": "incidents in an illegal act are excluded",
    "NO_REPORT_DEADLINE": "the Act sets no deadline for reporting the accident",
    "GIG_OTHER_FUNDS_VOLUNTARY": "the Act makes neither EPF nor EIS compulsory",
    "ACT4_NO_SUIT": "the employer cannot be sued for the injury; motor-vehicle claims"
    " apart",
    "EMPLOYER_OFFENCE": "not registering or paying is an offence [limit: highest fine"
    " in RM; value: highest prison term in years]",
    "DOMESTIC_PAY_IN_ADVANCE": "for a domestic worker up to so many months may be paid"
    " in advance [limit: months]",
    "MONTHS_MAY_BE_CREDITED": "months on leave pay without wages can be credited",
    "REVIEW_FOR_WORSENING": "a review for worsening can be asked after so many years"
    " [limit: years]",
    "EIS_LEAVE_MONTHS_COUNT": "months on temporary disablement benefit without wages"
    " count as contributed",
    "EARLY_PAID_NEXT_MONTH": "job search allowance is paid for the month work starts,"
    " the lump sum the month after",
    "REDUCED_INCOME_BARS_OTHERS": "for each job lost while another is kept; bars the"
    " other allowances",
    "TRAINING_APPLY_AFTER_ALLOWANCE": "apply while the allowance runs or so many months"
    " after it [limit: months]",
    "TRAINING_APPLY_AFTER_NEW_JOB": "or within so many months of a new job [limit:"
    " months]",
    "SKSSR_ILL_MAY_JOIN": "already ill she may contribute; morbid allowance needs"
    " invalidity that began while covered",
    "SKSPS_DISABLED_MAY_JOIN": "disabled self-employed people may join",
    "SKSPS_SINGAPORE_MAY_JOIN": "Malaysians employed in Singapore may contribute for"
    " self-employment in Malaysia",
    "SKSPS_LICENCE_LAPSED": "a hawker's cover lasts to its end though the licence"
    " lapsed; a renewed one is shown on request",
    "EIS_REFUSED_JOB": "refusing a suitable job unreasonably loses the benefit;"
    " suspension of at most so many days while it is looked into [limit: days]",
    "EIS_UNPAID_TO_DEPENDANTS": "unpaid allowances pass to dependants",
    "INVALIDITY_MAY_STOP": "suspended while earnings pass a third of the former average"
    " wage, and up to so many months for fraud [limit: months]",
    "FULL_RATE_FOR_ALL": "the full rate is for all dependants together; above it all"
    " shares are cut alike",
    "LOSS_IN_PROPORTION": "the rate is for total loss, a smaller one in proportion"
    " [limit: percent of the daily rate; value: assessed percent]",
    "SKSPS_VOLUNTARY_UNLESS_HAWKER": "voluntary in this sector, compulsory for licensed"
    " hawkers and traders; not clear without a licence [limit: first day; value:"
    " sector]",
    "SKSPS_COMPULSORY_AS_HAWKER": "compulsory for who sells with a hawker's or trader's"
    " licence [limit: first day]",
    "LINDUNG24_EXTRA_UNLESS_RELEASED": "LINDUNG 24 Jam is deducted besides, unless the"
    " employee filed a release of liability [value: RM a month]",
    "RATE_LAST_CHECKED": "asked for a later year than the rates were checked in [limit:"
    " day of the last check]",
    "SKSPS_INSTEAD": "too old for SKSSR, she may join SKSPS if she works for herself:"
    " it has no age limit",
    "CLAIM_LATE_ASK_AT_ONCE": "the last day has passed; ask PERKESO at once all the"
    " same [value: telephone]",
    "CLAIM_UNTIL": "the claim must be made by this day [limit: last day]",
    "CLAIM_TIME_ENDED": "the time to claim ended on this day [limit: last day]",
    "TRAINING_RISE_ANNOUNCED": "a higher training allowance is announced and not in"
    " force [limit: RM a day; value: day announced]",
    "SKSSR_BENEFITS_END_AT_AGE": "monthly benefits end at this age, and a death must"
    " come before it [limit: age]",
    "SURVIVORS_WHATEVER_THE_CAUSE": "survivors' pension is due after a death from any"
    " cause while cover runs",
    "WIDOWER_UNTIL_AGE": "a widower is paid until he remarries or reaches this age"
    " [limit: age]",
    "PARENT_UNTIL_AGE": "parents are paid until this age [limit: age]",
    "CHILD_OR_STUDENT_UNTIL_AGE": "a child is paid until this age or marriage; a"
    " student to the end of a first degree [limit: age]",
    "MEDICAL_CARE_FREE": "treatment is free at panel or government clinics and"
    " hospitals; nothing is known of the ward",
    "MEDICAL_CARE_UNDER_FEES_ACT": "outpatient treatment and a second-class ward in a"
    " government hospital, within the Fees Act 1951",
    "HELP_UNTIL_AGE": "paid until this age or death [limit: age]",
    "WIDOWER_ALONE_REPORTED": "one report has a widower alone paid the full rate; ask"
    " PERKESO [limit: RM a month]",
    "SHARE_SIBLING": "share of a brother or sister when there is neither widow, widower"
    " nor child [limit: percent]",
    "DEATH_WHATEVER_THE_CAUSE": "a death is another matter: the family may be paid"
    " whatever the cause",
    "SKSSR_HUSBAND_NOTICE_PAST": "the day for the notice of a husband who can no longer"
    " pay has passed [limit: days before the end; value: that day]",
    "APPEAL_TRIBUNAL_AFTER_DECISION": "other disputes go to the Tribunal within so many"
    " years of receiving the written decision [limit: years]",
    "APPEAL_CLAIMED_WITHIN": "a benefit in dispute must have been claimed within so"
    " many months of falling due [limit: months]",
    "REVIEW_AFTER_MONTHS": "a review for worsening can be asked after so many months,"
    " or sooner with the leave of the Board [limit: months]",
    "REVIEW_PROVISIONAL": "a provisional assessment can be reviewed after so many"
    " months [limit: months]",
    "AMOUNT_IS_FIXED": "where the amount stands [limit: RM]",
}
