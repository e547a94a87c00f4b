"""Notes of a Decision about SKSPS (LINDUNG Kendiri) and about gig work."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

_SECTOR_SINCE = {"limit": "date", "value": "sector"}

NOTES: dict[str, Wording] = {
    "SKSPS_NO_AGE_LIMIT": wording(N_("There is no age limit.")),
    "SKSPS_PART_TIME_TOO": wording(
        N_("Full-time or part-time, as long as the work is done in Malaysia.")
    ),
    "SKSPS_EMPLOYEE_TOO": wording(
        N_("An employee may join as well, for work done apart from the job.")
    ),
    "SKSPS_FREE_CHOICE_OF_PLAN": wording(
        N_("You choose the plan freely; it does not depend on your income.")
    ),
    "SKSPS_MONTHLY_OR_YEARLY": wording(
        N_("You may pay by the month or for the whole year.")
    ),
    "SKSPS_COMPULSORY": wording(
        N_("Contribution has been compulsory in this sector ({value}) since {limit}."),
        **_SECTOR_SINCE,
    ),
    "SKSPS_COMPULSORY_LATER": wording(
        N_("Contribution becomes compulsory in this sector ({value}) on {limit}."),
        **_SECTOR_SINCE,
    ),
    "SKSPS_VOLUNTARY": wording(
        N_("Contribution is voluntary in this sector ({value})."), value="sector"
    ),
    "SKSPS_COMPULSORY_IF_LICENSED": wording(
        N_(
            "In this sector ({value}), contribution has been compulsory for those"
            " with a licence since {limit}. For those without one, please ask"
            " PERKESO."
        ),
        **_SECTOR_SINCE,
    ),
    "SKSPS_VOLUNTARY_UNLESS_HAWKER": wording(
        N_(
            "Contribution is voluntary in this sector ({value}). For hawkers and"
            " traders with a licence (street, market or kiosk) it has been compulsory"
            " since {limit}; for those without one, please ask PERKESO."
        ),
        **_SECTOR_SINCE,
    ),
    "SKSPS_COMPULSORY_AS_HAWKER": wording(
        N_(
            "With a hawker's or trader's licence (street, market or kiosk),"
            " contribution has been compulsory since {limit}."
        ),
        limit="date",
    ),
    "SKSPS_PENALTY": wording(
        N_(
            "Not registering or not contributing is an offence: a fine of up to"
            " {limit}, prison of up to {value}, or both."
        ),
        limit="money",
        value="years",
    ),
    "SKSPS_COVER_FROM_RECEIPT": wording(
        N_("Cover starts at the date and time printed on the receipt, not before.")
    ),
    "SKSPS_COVER_MAXIMUM": wording(
        N_("One payment covers at most {limit}."), limit="months"
    ),
    "SKSPS_EACH_ACTIVITY": wording(
        N_("Each kind of self-employed work is registered and paid for on its own.")
    ),
    "SKSPS_SUBSIDY_SHARE": wording(
        N_("In {value} the government pays {limit} of the contribution."),
        limit="percent",
        value="year",
    ),
    "SKSPS_SUBSIDY_PLAN": wording(
        N_("This support is for {limit}, paid for a whole year."), limit="plan"
    ),
    "SKSPS_SUBSIDY_GROUP_FULL": wording(
        N_("For this group ({value}) the government pays the whole of {limit}."),
        limit="plan",
        value="support_group",
    ),
    "SKSPS_PLAN": wording(
        N_("{limit} insures monthly earnings of {value}."), limit="plan", value="money"
    ),
    "GIG_RATE": wording(
        N_("The platform deducts {limit} of each payment."), limit="percent"
    ),
    "GIG_PLATFORM_PAYS_NOTHING": wording(
        N_("The deduction comes from the worker's earnings; the platform adds nothing.")
    ),
    "GIG_TIPS_EXCLUDED": wording(N_("Tips that customers give freely do not count.")),
    "GIG_EVERY_PLATFORM_DEDUCTS": wording(
        N_("Each platform deducts from what it paid itself.")
    ),
    "GIG_DEFAULT_PLAN": wording(
        N_("As no plan was named, {limit} is taken."), limit="plan"
    ),
    "GIG_SHORTFALL_NOT_COVERED": wording(
        N_(
            "Until the rest is paid no contribution is recorded, so please do not count"
            " on cover for that month."
        )
    ),
    "GIG_HIGHER_PLAN_UNKNOWN": wording(
        N_(
            "The deductions are enough for {limit}. How a higher plan is paid from"
            " deductions is not known here, so please ask PERKESO."
        ),
        limit="plan",
    ),
    "GIG_EXCESS_CHOICE": wording(
        N_(
            "When the deductions are above the plan, the platform must ask the worker"
            " to choose an amount within {limit} of PERKESO's notice."
        ),
        limit="days",
    ),
    "GIG_ROUNDING_UNKNOWN": wording(
        N_("How each deduction is rounded is not known here, so a few sen may differ.")
    ),
}
