"""Conditions that were compared: how each reads when it is met and when it is not."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording import wider
from bot.i18n.wording.values import Wording, wording

_STATUS = {"limit": "citizenship", "value": "citizenship"}
_AGE = {"limit": "age", "value": "age"}
_SINCE = {"limit": "date", "value": "date"}
_WORK = {"value": "employment"}
_STATUS_MET = N_("Status: {value} (it must be {limit}).")
_STATUS_NOT = N_("Status: {value}. It is only for a {limit}.")

# code -> (met, not met)
CONDITIONS: dict[str, tuple[Wording, Wording]] = {
    **wider.CONDITIONS,
    "SKSSR_WOMAN": (
        wording(N_("Sex: female.")),
        wording(N_("By the Act, only a woman can be a suri rumah (housewife).")),
    ),
    "SKSSR_CITIZEN_OR_PR": (
        wording(_STATUS_MET, **_STATUS),
        wording(_STATUS_NOT, **_STATUS),
    ),
    "SKSSR_UNDER_AGE_LIMIT": (
        wording(N_("Age: {value} (it must be below {limit})."), **_AGE),
        wording(
            N_("Age: {value}. Contributions can be paid only below {limit}."), **_AGE
        ),
    ),
    "SKSSR_FIRST_TIME_UNDER_AGE": (
        wording(
            N_("Age: {value} (a first contribution must be made below {limit})."),
            **_AGE,
        ),
        wording(
            N_(
                "Age: {value}. The first contribution must be made below {limit}; the"
                " Act does not apply to a woman who has never contributed by then."
            ),
            **_AGE,
        ),
    ),
    "SKSSR_WHOLE_YEARS": (
        wording(
            N_("{value} is in whole periods of {limit}."),
            limit="months",
            value="months",
        ),
        wording(
            N_(
                "{value} cannot be paid for: the contribution is only for whole periods"
                " of {limit}."
            ),
            limit="months",
            value="months",
        ),
    ),
    "SKSPS_CITIZEN_OR_PR": (
        wording(_STATUS_MET, **_STATUS),
        wording(_STATUS_NOT, **_STATUS),
    ),
    "SKSPS_SECTOR_LISTED": (
        wording(
            N_("Sector: {value} (one of the {limit} sectors of the scheme)."),
            limit="number",
            value="sector",
        ),
        wording(
            N_("The scheme is open to {limit} sectors; this work is in none of them."),
            limit="number",
            value="sector",
        ),
    ),
    "SKSPS_SECTOR_OPEN": (
        wording(
            N_("This sector ({value}) has been open to the scheme since {limit}."),
            limit="date",
            value="sector",
        ),
        wording(
            N_("This sector ({value}) opened to the scheme only on {limit}."),
            limit="date",
            value="sector",
        ),
    ),
    "SKSPS_PERIOD_WITHIN_MAXIMUM": (
        wording(
            N_("{value} fits in one payment, which covers at most {limit}."),
            limit="months",
            value="months",
        ),
        wording(
            N_(
                "{value} is too long for one payment, which covers at most {limit}. Pay"
                " again for the next period."
            ),
            limit="months",
            value="months",
        ),
    ),
    "SKSPS_SUBSIDY_SECTOR_NOT_MANDATED": (
        wording(
            N_("Contribution is not compulsory in this sector ({value})."),
            value="sector",
        ),
        wording(
            N_(
                "Contribution is compulsory in this sector ({value}), and this year's"
                " support, as it is written, is for sectors where it is not."
            ),
            value="sector",
        ),
    ),
    "ACT4_EMPLOYEE": (
        wording(N_("Work: {value} (covered by the Act)."), **_WORK),
        wording(
            N_(
                "Work: {value}. The Act covers only those who work for an employer"
                " under a contract of service or apprenticeship."
            ),
            **_WORK,
        ),
    ),
    "ACT4_FOREIGN_WORKER_COVERED": (
        wording(N_("Foreign workers have been covered since {limit}."), **_SINCE),
        wording(N_("Foreign workers were covered only from {limit}."), **_SINCE),
    ),
    "ACT4_DOMESTIC_WORKER_COVERED": (
        wording(N_("Domestic workers have been covered since {limit}."), **_SINCE),
        wording(N_("Domestic workers were covered only from {limit}."), **_SINCE),
    ),
    "ACT4_EMPLOYER_SPOUSE_COVERED": (
        wording(
            N_(
                "Since {limit}, an employer's husband or wife can be an insured"
                " employee."
            ),
            **_SINCE,
        ),
        wording(
            N_(
                "An employer's husband or wife could be an insured employee only from"
                " {limit}."
            ),
            **_SINCE,
        ),
    ),
    "EIS_CITIZEN_PR_OR_TR": (
        wording(_STATUS_MET, **_STATUS),
        wording(
            N_(
                "Status: {value}. EIS is only for a {limit}; foreign workers are"
                " outside it."
            ),
            **_STATUS,
        ),
    ),
    "EIS_PRIVATE_EMPLOYEE": (
        wording(N_("Work: {value} (covered by the Act)."), **_WORK),
        wording(
            N_(
                "Work: {value}. EIS covers only those who work for a private employer"
                " under a contract of service."
            ),
            **_WORK,
        ),
    ),
    "EIS_DOMESTIC_WORKER_COVERED": (
        wording(
            N_("Local domestic workers have been covered since {limit}."), **_SINCE
        ),
        wording(N_("Domestic workers were exempt from EIS before {limit}."), **_SINCE),
    ),
    "EIS_MINIMUM_AGE": (
        wording(N_("Age: {value}. The lowest age is {limit}."), **_AGE),
        wording(N_("Age: {value}. EIS begins at {limit}."), **_AGE),
    ),
    "EIS_UNDER_AGE_LIMIT": (
        wording(N_("Age: {value} (it must be below {limit})."), **_AGE),
        wording(N_("Age: {value}. EIS covers only those below {limit}."), **_AGE),
    ),
    "EIS_FIRST_TIME_UNDER_AGE": (
        wording(
            N_(
                "Age: {value}. The rule for those who first contribute at {limit} or"
                " later does not apply."
            ),
            **_AGE,
        ),
        wording(
            N_(
                "Age: {value}. Whoever reached {limit} with no EIS contribution payable"
                " before is exempt."
            ),
            **_AGE,
        ),
    ),
    "LINDUNG24_EMPLOYEE": (
        wording(N_("Work: {value} (insured under Act 4)."), **_WORK),
        wording(
            N_("Work: {value}. It is only for employees insured under Act 4."), **_WORK
        ),
    ),
    "LINDUNG24_NOT_OPTED_OUT": (
        wording(N_("No release of liability was filed.")),
        wording(
            N_(
                "A release of liability (Notis Pelepasan Liabiliti) was filed, so"
                " LINDUNG 24 Jam gives no cover."
            )
        ),
    ),
    "GIG_CITIZEN_OR_PR": (
        wording(_STATUS_MET, **_STATUS),
        wording(
            N_("Status: {value}. The Gig Workers Act is only for a {limit}."), **_STATUS
        ),
    ),
    "WAGES_PAID": (
        wording(N_("Wages of the month: {value}."), limit="money", value="money"),
        wording(
            N_(
                "Wages of the month: {value}. A contribution is due only on wages above"
                " {limit}."
            ),
            limit="money",
            value="money",
        ),
    ),
    "LEAVE_LONG_ENOUGH": (
        wording(
            N_("Medical leave: {value} (at least {limit} are needed)."),
            limit="days",
            value="days",
        ),
        wording(
            N_(
                "Medical leave: {value}. It is paid only from {limit} on, counting the"
                " day of the accident."
            ),
            limit="days",
            value="days",
        ),
    ),
    "SKSSR_GIVES_THIS": (
        wording(N_("Act 838 gives this benefit.")),
        wording(N_("Act 838 does not give this benefit.")),
    ),
    "EIS_ENOUGH_CONTRIBUTIONS": (
        wording(
            N_(
                "Contributions in the last 24 months: {value} (at least {limit} are"
                " needed)."
            ),
            limit="number",
            value="number",
        ),
        wording(
            N_(
                "Contributions in the last 24 months: {value}. A first claim needs at"
                " least {limit}."
            ),
            limit="number",
            value="number",
        ),
    ),
    "CLAIM_IN_TIME": (
        wording(N_("The last day to claim is {limit}."), **_SINCE),
        wording(N_("The last day to claim was {limit}."), **_SINCE),
    ),
    "EVENT_NOT_BEFORE_COVER": (
        wording(
            N_(
                "The event on {value} came on or after the first day covered ({limit})."
            ),
            **_SINCE,
        ),
        wording(
            N_("The event on {value} came before cover began on {limit}."), **_SINCE
        ),
    ),
    "EVENT_WITHIN_COVER": (
        wording(
            N_(
                "The event on {value} came on or before the last day covered ({limit})."
            ),
            **_SINCE,
        ),
        wording(
            N_("The event on {value} came after the paid cover ended on {limit}."),
            **_SINCE,
        ),
    ),
}
