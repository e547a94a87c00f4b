"""Steps: lines of arithmetic that can be followed, and things to do in order."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording import wider
from bot.i18n.wording.values import Wording, wording

_MONEY = dict.fromkeys(
    (
        "yearly",
        "monthly",
        "amount",
        "employer",
        "employee",
        "deductions",
        "daily",
        "each",
        "full",
        "insured",
        "result",
    ),
    "money",
)

ARITHMETIC: dict[str, Wording] = {
    **wider.ARITHMETIC,
    "YEARLY_TO_DAILY": wording(
        N_("{yearly} ÷ {days} = about {result} a day"), days="days", **_MONEY
    ),
    "YEARLY_TO_MONTHLY": wording(
        N_("{yearly} ÷ {months} = about {result} a month"), months="months", **_MONEY
    ),
    "MONTHLY_TIMES_MONTHS": wording(
        N_("{monthly} × {months} = {result}"), months="months", **_MONEY
    ),
    "PERIODS_TIMES_AMOUNT": wording(
        N_("{periods} × 12 months at {amount} = {result}"),
        periods="number",
        **_MONEY,
    ),
    "EMPLOYER_PLUS_EMPLOYEE": wording(
        N_("Employer {employer} + employee {employee} = {result}"), **_MONEY
    ),
    "PERCENT_OF_EARNINGS": wording(
        N_("{platform}: {percent} × {amount} = {result}"), percent="percent", **_MONEY
    ),
    "SUM_OF_DEDUCTIONS": wording(N_("All platforms together: {result}"), **_MONEY),
    "PLAN_MINUS_DEDUCTIONS": wording(
        N_("Plan {monthly} − deductions {deductions} = {result} still to pay"), **_MONEY
    ),
    "DEDUCTIONS_MINUS_PLAN": wording(
        N_("Deductions {deductions} − plan {monthly} = {result} above the plan"),
        **_MONEY,
    ),
    "SKSPS_PLAN_PRICE": wording(
        N_(
            "{plan}: {monthly} a month or {yearly} a year (insured earnings {insured} a"
            " month)"
        ),
        plan="plan",
        **_MONEY,
    ),
}
_ITEMS = {"documents": "documents", "places": "places", "forms": "forms"}
ARITHMETIC.update(
    {
        "DAILY_TIMES_DAYS": wording(
            N_("{daily} × {days} = {result}"), days="days", **_MONEY
        ),
        "PERCENT_OF_DAILY": wording(
            N_("{percent} × {daily} a day = {result} a day"),
            percent="percent",
            **_MONEY,
        ),
        "PERCENT_TIMES_AMOUNT": wording(
            N_("{percent} × {each} for each percent = {result}"),
            percent="percent",
            **_MONEY,
        ),
        "ALLOWANCE_OF_MONTH": wording(
            N_("Month {month}: {percent} = {result}"),
            N_("Month {month}: {percent}"),
            month="number",
            percent="percent",
            **_MONEY,
        ),
        "SHARE_OF_FULL": wording(
            N_("{who} ({people}): {result} a month each, of {full}"),
            N_("{who}: {result} a month, of {full}"),
            who="who",
            people="number",
            **_MONEY,
        ),
        "SHARE_EXPECTED": wording(
            N_("{who}: {percent} × {full} = {result} a month"),
            who="who",
            percent="percent",
            **_MONEY,
        ),
        "SHARES_CUT": wording(
            N_(
                "With {survivor} and {people} children the shares would add up to"
                " {percent}, so they are reduced to {spouse} and {result} a month for"
                " each child"
            ),
            people="number",
            percent="percent",
            survivor="survivor",
            spouse="money",
            **_MONEY,
        ),
    }
)
TO_DO: dict[str, Wording] = {
    "PREPARE_DOCUMENTS": wording(
        N_("Have ready: {documents}."), N_("Have the papers ready."), **_ITEMS
    ),
    "CHECK_ELIGIBILITY": wording(N_("Check the conditions of age and status.")),
    "REGISTER": wording(
        N_("Register at {places}. Form: {forms}."),
        N_("Register at {places}."),
        N_("Register on the portal or at any PERKESO office."),
        **_ITEMS,
    ),
    "CHOOSE_PLAN_AND_PERIOD": wording(
        N_("Choose a plan, and whether to pay by the month or for the year.")
    ),
    "PAY": wording(N_("Pay {amount}."), N_("Pay the contribution."), amount="money"),
    "KEEP_RECEIPT": wording(
        N_("Keep the receipt: cover starts at the date and time printed on it.")
    ),
    "RENEW_YEARLY": wording(N_("Renew each year before the cover ends.")),
    "EMPLOYER_REGISTERS": wording(
        N_(
            "The employer registers the business and the employee within {days} of"
            " hiring, at {places}. Forms: {forms}."
        ),
        N_(
            "The employer registers the business and the employee within {days} of"
            " hiring."
        ),
        days="days",
        **_ITEMS,
    ),
}
STEPS: dict[str, Wording] = {**ARITHMETIC, **TO_DO}
