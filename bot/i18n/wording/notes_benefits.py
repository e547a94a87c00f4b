"""Notes about what a benefit gives, to whom, and for how long."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

_ASSUMED = {"limit": "money", "value": "money"}

NOTES: dict[str, Wording] = {
    "DAILY_PERCENT": wording(
        N_("The rate is {limit} of the daily earnings or assumed daily wage."),
        limit="percent",
    ),
    "AMOUNT_IS_FIXED": wording(N_("The amount is {limit}."), limit="money"),
    "LOSS_IN_PROPORTION": wording(
        N_("For an assessed loss of {value} it is in proportion: {limit}."),
        N_("That is for total (100%) loss; a smaller one is paid in proportion."),
        limit="percent",
        value="percent",
    ),
    "BENEFIT_MINIMUM_DAY": wording(N_("At least {limit} a day."), limit="money"),
    "BENEFIT_MAXIMUM_DAY": wording(N_("At most {limit} a day."), limit="money"),
    "PERKESO_COMPUTES_ASSUMED_WAGE": wording(
        N_("PERKESO works out the average assumed wage, so no amount is given here.")
    ),
    "NO_PAY_WHILE_WORKING": wording(
        N_("There is no payment for a day on which the person works.")
    ),
    "MEDICAL_CARE": wording(
        N_(
            "Treatment is given at panel or government clinics and hospitals, with"
            " second-class ward in a government hospital."
        )
    ),
    "MEDICAL_CARE_FREE": wording(
        N_(
            "Treatment is free at PERKESO panel clinics and at government clinics and"
            " hospitals."
        )
    ),
    "MEDICAL_CARE_UNDER_FEES_ACT": wording(
        N_(
            "Outpatient treatment at hospitals and clinics, and a second-class ward in"
            " a government hospital, are paid within the Fees Act 1951."
        )
    ),
    "MEDICAL_INJURY_ONLY": wording(
        N_("Treatment is for domestic injury only, not for invalidity.")
    ),
    "ASSESSED_BY_DOCTORS": wording(
        N_("A medical assessor or the Appellate Medical Board must certify it.")
    ),
    "NEEDS_CONSTANT_CARE": wording(
        N_("It is for a person who is certified to need constant care.")
    ),
    "NEEDS_TOTAL_DISABLEMENT_AND_CARE": wording(
        N_(
            "It is paid only with permanent total disablement benefit, while constant"
            " care is certified."
        )
    ),
    "CHILD_OR_STUDENT_UNTIL_AGE": wording(
        N_(
            "A child is paid until the age of {limit} or marriage; a student may go on"
            " to the end of a first degree."
        ),
        limit="age",
    ),
    "PAID_UNTIL_AGE": wording(
        N_("It is paid until recovery, the age of {limit} or death."), limit="age"
    ),
    "HELP_UNTIL_AGE": wording(
        N_("It is paid until the age of {limit} or death."), limit="age"
    ),
    "PAID_FROM_NOTICE": wording(
        N_("It is paid from the day PERKESO receives the notice.")
    ),
    "EVENT_IN_MALAYSIA": wording(N_("It must have happened in Malaysia.")),
    "LUMP_SUM_PER_PERCENT": wording(
        N_("At most {limit} for each percent of loss."), limit="money"
    ),
    "LUMP_SUM_MAXIMUM": wording(
        N_("At most {limit} in one contribution period."), limit="money"
    ),
    "COMMUTE_WHOLE_UP_TO": wording(
        N_("Up to a loss of {limit}, the whole may be taken as a lump sum."),
        limit="percent",
    ),
    "COMMUTE_PART_ABOVE": wording(
        N_("Above that, {limit} may be taken as a lump sum; the rest is paid monthly."),
        limit="percent",
    ),
    "COMMUTED_SUM_NOT_KNOWN": wording(
        N_(
            "The lump sum depends on factors that are not known here, so please ask"
            " PERKESO."
        )
    ),
    "REHABILITATION_GIVEN": wording(
        N_("Rehabilitation and aids may be given once the injury is certified.")
    ),
    "REHABILITATION_MAXIMUM": wording(
        N_("Physical rehabilitation: at most {limit} in one contribution period."),
        limit="money",
    ),
    "DIALYSIS_GIVEN": wording(
        N_("Dialysis may be given once the injury is certified.")
    ),
    "DIALYSIS_MAXIMUM": wording(
        N_("At most {limit} for one haemodialysis treatment."), limit="money"
    ),
    "EDUCATION_IS_A_LOAN": wording(
        N_("It is a loan for a dependant child, and it has conditions.")
    ),
    "EDUCATION_SUPPORT": wording(
        N_(
            "A loan or scholarship for a child of a person who died from the injury or"
            " is paid periodical permanent disablement benefit."
        )
    ),
    "EDUCATION_UNDER_AGE": wording(
        N_("The child must apply before the age of {limit}."), limit="age"
    ),
    "EDUCATION_FEES_MAXIMUM": wording(N_("Total fees: up to {limit}."), limit="money"),
    "SAME_KINDS_AS_WORK_INJURY": wording(
        N_("The kinds of benefit are the same as for employment injury.")
    ),
    "COVER_MONTHS_FOR_12_PAID": wording(
        N_("12 months paid in advance cover invalidity and death for {limit}."),
        limit="months",
    ),
    "COVER_MONTHS_FOR_24_PAID": wording(
        N_("24 months paid cover invalidity and death for {limit}."), limit="months"
    ),
    "NOTICE_BEFORE_AGE": wording(
        N_(
            "The notice of invalidity must come before the age of {limit}, or the"
            " condition must have begun before it."
        ),
        limit="age",
    ),
    "QUALIFYING_MONTHS": wording(
        N_(
            "{limit} of contributions are needed in the 40 months before the notice; or"
            " the same number, and two thirds (full) or one third (reduced) of all"
            " months since the first."
        ),
        limit="months",
    ),
    "PENSION_BASE_PERCENT": wording(
        N_("The pension begins at {limit} of the average assumed wage."),
        limit="percent",
    ),
    "PENSION_MAXIMUM_PERCENT": wording(
        N_(
            "It rises by 1% for every 12 contributions beyond 24, up to {limit} of the"
            " wage."
        ),
        limit="percent",
    ),
    "PENSION_MINIMUM": wording(N_("Minimum pension: {limit} a month."), limit="money"),
    "PENSION_MAXIMUM": wording(N_("Maximum pension: {limit} a month."), limit="money"),
    "ASSUMED_WAGE": wording(
        N_(
            "Assumed monthly wage: {limit}, if the wage was {value} in all six months"
            " before."
        ),
        **_ASSUMED,
    ),
    "ASSUMED_WAGE_NOT_KNOWN": wording(
        N_(
            "The assumed wage for {value} is not certain here, so only percentages are"
            " given."
        ),
        **_ASSUMED,
    ),
    "ALLOWANCE_MONTHS": wording(N_("The allowance lasts {limit}."), limit="months"),
    "WAITING_DAYS": wording(
        N_("It is paid after a waiting period of {limit}."), limit="days"
    ),
    "REPORT_NEW_JOB_WITHIN": wording(
        N_("A new job must be reported within {limit}."), limit="days"
    ),
    "PERCENT_OF_UNPAID_ALLOWANCE": wording(
        N_("{limit} of the job search allowance not yet paid, in one lump sum."),
        limit="percent",
    ),
    "REDUCED_INCOME_LUMP_SUM": wording(
        N_(
            "The same percentages and months for the job that was lost, in one lump"
            " sum, and no other EIS allowance."
        )
    ),
    "TRAINING_DAY_MINIMUM": wording(
        N_("At least {limit} for each day attended."), limit="money"
    ),
    "TRAINING_DAY_MAXIMUM": wording(
        N_("At most {limit} for each day attended."), limit="money"
    ),
    "TRAINING_MONTHS": wording(N_("For at most {limit}."), limit="months"),
    "TRAINING_FEE_MAXIMUM": wording(
        N_("Training fee: up to {limit}, paid to the provider."), limit="money"
    ),
    "RATE_RISE_ANNOUNCED": wording(
        N_(
            "A higher rate of {limit} was announced on {value}. It is not in force and"
            " is not applied here."
        ),
        N_("A higher rate was announced. It is not in force and is not applied here."),
        limit="percent",
        value="date",
    ),
    "TRAINING_RISE_ANNOUNCED": wording(
        N_(
            "A training allowance of {limit} a day was announced on {value}. It is not"
            " in force and is not applied here."
        ),
        N_("A higher rate was announced. It is not in force and is not applied here."),
        limit="money",
        value="date",
    ),
    "FEE_RISE_ANNOUNCED": wording(
        N_(
            "A higher training fee of up to {limit} was announced on {value}. It is not"
            " in force and is not applied here."
        ),
        N_(
            "A higher training fee was announced. It is not in force and is not applied"
            " here."
        ),
        limit="money",
        value="date",
    ),
    "MOBILITY_ANNOUNCED": wording(
        N_(
            "A mobility allowance of up to {limit} was announced on {value}. It is not"
            " in force yet."
        ),
        N_("A mobility allowance was announced. It is not in force yet."),
        limit="money",
        value="date",
    ),
}
