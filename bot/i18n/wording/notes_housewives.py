"""Notes of a Decision about SKSSR (LINDUNG Kasih)."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

NOTES: dict[str, Wording] = {
    "SKSPS_INSTEAD": wording(
        N_(
            "A woman who works for herself, even part-time, may join LINDUNG Kendiri"
            " (formerly SKSPS) instead: it has no age limit."
        )
    ),
    "SKSSR_AGE_60_ANNOUNCED": wording(
        N_(
            "A rise of the age limit to {limit} was announced on {value}. It needs an"
            " amending Act and is not law yet, so it is not applied here."
        ),
        N_(
            "A rise of the age limit to {limit} was announced. It needs an amending Act"
            " and is not law yet, so it is not applied here."
        ),
        limit="age",
        value="date",
    ),
    "SKSSR_CONTRIBUTED_BEFORE": wording(
        N_(
            "She contributed before, so the rule that the first contribution must be"
            " made below {limit} does not stop her."
        ),
        limit="age",
    ),
    "SKSSR_JOIN_BEFORE": wording(
        N_("The first contribution must be made before she turns {limit}, on {value}."),
        N_("The first contribution must be made before she turns {limit}."),
        limit="number",
        value="date",
    ),
    "SKSSR_WORKING_WOMEN_TOO": wording(
        N_("Women in paid work who also run a household may contribute.")
    ),
    "SKSSR_CIVIL_SERVANT_TOO": wording(
        N_("Women civil servants who run a household may contribute.")
    ),
    "SKSSR_ONE_PAYMENT": wording(
        N_("{value} is paid once, in advance, for {limit}; there are no instalments."),
        limit="months",
        value="money",
    ),
    "SKSSR_MONTHLY_IS_EQUIVALENT": wording(
        N_("The figures by the month and by the day only show what that comes to.")
    ),
    "SKSSR_NEXT_PERIOD_IN_ADVANCE": wording(
        N_("The next 12 months may be paid in advance as well.")
    ),
    "SKSSR_ANYONE_MAY_PAY": wording(
        N_("She herself, her husband, family or anybody else may pay.")
    ),
    "SKSSR_ANYONE_MAY_REGISTER": wording(N_("Anybody may register her.")),
    "SKSSR_COVER_FROM_PAYMENT": wording(
        N_("Cover starts at the date and time of payment.")
    ),
    "SKSSR_COVER_END_PRESCRIBED": wording(
        N_(
            "The last day given is the last full day of the 12 months; the exact moment"
            " is set by regulations."
        )
    ),
    "SKSSR_INJURY_ONLY_IN_PAID_MONTHS": wording(
        N_("Domestic injury is covered only within the months that were paid for.")
    ),
    "SKSSR_INVALIDITY_LONGER": wording(
        N_("For invalidity and death, {value} of contributions give {limit} of cover."),
        N_("Invalidity and death are covered for {limit}."),
        limit="months",
        value="months",
    ),
    "SKSSR_GAP_NOT_BARRED": wording(
        N_("A gap in payment does not bar a woman who contributed before.")
    ),
    "SKSSR_LAPSED": wording(
        N_(
            "Cover ended on {limit}, {value} ago, so domestic injury is not covered"
            " now."
        ),
        limit="date",
        value="days",
    ),
    "SKSSR_STILL_COVERED": wording(
        N_("The paid cover runs until {limit} ({value} left)."),
        limit="date",
        value="days",
    ),
    "SKSSR_HUSBAND_MUST_CONTINUE": wording(
        N_(
            "A husband who has chosen to contribute for his wife must go on. Stopping"
            " is an offence: a fine of up to {limit}, prison of up to {value}, or both."
        ),
        limit="money",
        value="years",
    ),
    "SKSSR_BENEFITS_END_AT_AGE": wording(
        N_(
            "Please note: monthly benefits end at {limit}, and the funeral benefit and"
            " the survivors' pension need a death before {limit}."
        ),
        limit="age",
    ),
    "SKSSR_HUSBAND_NOTICE_PAST": wording(
        N_(
            "A husband who can no longer pay had to tell PERKESO {limit} before the"
            " cover ends. That day, {value}, has passed, so please call PERKESO at"
            " once."
        ),
        limit="days",
        value="date",
    ),
    "SKSSR_HUSBAND_NOTICE": wording(
        N_(
            "A husband who can no longer pay must tell PERKESO {limit} before the cover"
            " ends: by {value}."
        ),
        N_(
            "A husband who can no longer pay must tell PERKESO {limit} before the cover"
            " ends."
        ),
        limit="days",
        value="date",
    ),
}
