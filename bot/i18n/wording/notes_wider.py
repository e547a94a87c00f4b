"""Notes on questions over several Acts, and those told only to whom they concern."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

NOTES: dict[str, Wording] = {
    "COVER_MUST_RUN": wording(N_("It counts only if cover was running on that day.")),
    "COVERS_TOGETHER": wording(
        N_(
            "LINDUNG Kasih (formerly SKSSR) may be held with LINDUNG Pekerja (Act 4) or"
            " LINDUNG Kendiri (formerly SKSPS): they cover different events."
        )
    ),
    "ONE_BENEFIT_FOR_ONE_DISABLEMENT": wording(
        N_(
            "For one disablement and one period, benefit is paid under one Act only. An"
            " invalidity or survivors' pension under Act 4 may be held as well."
        )
    ),
    "ONE_ATTENDANCE_ALLOWANCE": wording(
        N_("Only one constant-attendance allowance is paid over all the Acts.")
    ),
    "MORBID_OR_INVALIDITY_PENSION": wording(
        N_(
            "For one condition a woman picks either the morbid allowance or the"
            " invalidity pension."
        )
    ),
    "HIGHER_SURVIVORS_PENSION": wording(
        N_(
            "A widower with survivors' pensions under Act 838 and another Act is paid"
            " only the higher one."
        )
    ),
    "ONE_PENSION_FOR_ONE_DEATH": wording(
        N_(
            "Under Act 4, survivors' pension and dependants' benefit are not both paid"
            " for one person; the higher may be chosen."
        )
    ),
    "EIS_EACH_EMPLOYER": wording(
        N_("With several employers, each contributes to LINDUNG Kerjaya separately.")
    ),
    "DEATH_OUTSIDE_WORK_PAYS": wording(
        N_(
            "Death from a covered accident outside work pays dependants' benefit; the"
            " rate in the first phase is not certain here."
        )
    ),
    "COVER_GAP": wording(
        N_("Without cover: from {limit} to {value}."), limit="date", value="date"
    ),
    "NO_COVER_GAP": wording(N_("The payments leave no gap.")),
    "LEAVE_PAY_NOT_KNOWN": wording(
        N_("What {value} pays for medical leave is not known here to the sen."),
        value="plan",
    ),
    "FUNERAL_AMOUNT_NOT_KNOWN": wording(
        N_("The amount of the funeral benefit is not certain here: {value}."),
        value="scheme",
    ),
    "MINIMUM_LEAVE": wording(
        N_(
            "Medical leave is paid if it lasts {limit} or more, the day of the accident"
            " included."
        ),
        limit="days",
    ),
    "COMPLAINT_ACKNOWLEDGED": wording(
        N_(
            "A complaint is acknowledged by letter within {limit}. No day is promised"
            " for the final answer."
        ),
        limit="days",
    ),
    "CHARTER_DAYS_MAY_BE_WORKING_DAYS": wording(
        N_(
            "The charter does not say whether it means working days, so it may take a"
            " little longer."
        )
    ),
    "INJURY_ROW": wording(
        N_(
            "In the injury table: {value}, at most {limit}. The medical assessor"
            " decides."
        ),
        limit="percent",
        value="injury",
    ),
    "INJURY_TABLE_OF_ACT4": wording(
        N_(
            "Percentages follow the injury table of Act 4. Benefit is for life once the"
            " assessment is final."
        )
    ),
    "NOT_PAID_TO_ESTATE": wording(
        N_(
            "If she dies after approval but before payment, this benefit is not paid to"
            " the estate or the family."
        )
    ),
    "NO_BENEFIT_AFTER_VIOLENCE": wording(
        N_("A dependant who caused the death by violence gets nothing.")
    ),
    "NOT_IN_ILLEGAL_ACT": wording(
        N_("An incident during an illegal act is not covered.")
    ),
    "NO_REPORT_DEADLINE": wording(
        N_(
            "The Act sets no separate deadline for reporting the accident; please"
            " report it early."
        )
    ),
    "GIG_OTHER_FUNDS_VOLUNTARY": wording(
        N_("The Gig Workers Act makes neither EPF nor EIS compulsory.")
    ),
    "ACT4_NO_SUIT": wording(
        N_(
            "The employer or a fellow worker cannot be sued for the injury, except for"
            " motor-vehicle claims."
        )
    ),
    "EMPLOYER_OFFENCE": wording(
        N_(
            "An employer who does not register or pay commits an offence: a fine of up"
            " to {limit}, prison of up to {value}, or both."
        ),
        limit="money",
        value="years",
    ),
    "DOMESTIC_PAY_IN_ADVANCE": wording(
        N_("For a domestic worker, up to {limit} may be paid in advance."),
        limit="months",
    ),
    "MONTHS_MAY_BE_CREDITED": wording(
        N_(
            "Months on temporary disablement benefit without wages can be counted as"
            " contributed."
        )
    ),
    "REVIEW_FOR_WORSENING": wording(
        N_("If the injury gets worse, a review can be asked for after {limit}."),
        limit="years",
    ),
    "EIS_LEAVE_MONTHS_COUNT": wording(
        N_(
            "Months on temporary disablement benefit without wages count as months"
            " contributed."
        )
    ),
    "EARLY_PAID_NEXT_MONTH": wording(
        N_(
            "Job search allowance is paid for the month in which work starts; this sum"
            " comes the month after."
        )
    ),
    "REDUCED_INCOME_BARS_OTHERS": wording(
        N_(
            "It is for each job lost while another is kept, and takes the place of the"
            " other EIS allowances."
        )
    ),
    "TRAINING_APPLY_AFTER_ALLOWANCE": wording(
        N_(
            "Apply while job search allowance is paid, or within {limit} after it ends."
        ),
        limit="months",
    ),
    "TRAINING_APPLY_AFTER_NEW_JOB": wording(
        N_("After starting a new job, apply within {limit}."), limit="months"
    ),
    "SKSSR_ILL_MAY_JOIN": wording(
        N_(
            "A woman who is already ill may contribute. The morbid allowance needs an"
            " invalidity that began while she was covered."
        )
    ),
    "SKSPS_DISABLED_MAY_JOIN": wording(N_("Disabled self-employed people may join.")),
    "SKSPS_SINGAPORE_MAY_JOIN": wording(
        N_(
            "Malaysians employed in Singapore may contribute for self-employment in"
            " Malaysia."
        )
    ),
    "SKSPS_LICENCE_LAPSED": wording(
        N_(
            "Cover lasts to its end even if the hawker's licence lapses; a renewed"
            " licence must be shown when asked for."
        )
    ),
    "EIS_REFUSED_JOB": wording(
        N_(
            "Refusing a suitable job without good reason ends the benefit. It may be"
            " suspended for up to {limit} while this is looked into."
        ),
        limit="days",
    ),
    "EIS_UNPAID_TO_DEPENDANTS": wording(
        N_("Allowances not yet paid pass to the dependants.")
    ),
    "INVALIDITY_MAY_STOP": wording(
        N_(
            "The pension is suspended while earnings pass a third of the former average"
            " wage, and for fraud for up to {limit}."
        ),
        limit="months",
    ),
}
