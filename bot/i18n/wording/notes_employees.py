"""Notes of a Decision about Act 4, EIS and LINDUNG 24 Jam."""

from __future__ import annotations

from bot.i18n.catalogue import N_
from bot.i18n.wording.values import Wording, wording

_AGE = {"limit": "age", "value": "age"}

NOTES: dict[str, Wording] = {
    "ACT4_COMPULSORY": wording(
        N_("The employer has to register the employee and to contribute.")
    ),
    "ACT4_NO_AGE_LIMIT": wording(
        N_("There is no upper age limit while the person is employed.")
    ),
    "ACT4_CATEGORY_1": wording(
        N_(
            "First category (age {value}, below {limit}): employment injury and"
            " invalidity, paid by employer and employee."
        ),
        N_(
            "First category: employment injury and invalidity, paid by employer and"
            " employee."
        ),
        **_AGE,
    ),
    "ACT4_CATEGORY_2": wording(
        N_(
            "Second category (age {value}; it applies from the age of {limit}):"
            " employment injury only, paid by the employer alone."
        ),
        N_("Second category: employment injury only, paid by the employer alone."),
        **_AGE,
    ),
    "ACT4_CATEGORY_2_FIRST_TIME": wording(
        N_(
            "Second category (age {value}): no contribution was payable before {limit},"
            " so employment injury only, paid by the employer alone."
        ),
        **_AGE,
    ),
    "ACT4_CATEGORY_BY_AGE": wording(
        N_("First or second category follows from age and earlier contributions.")
    ),
    "ACT4_FOREIGN_INJURY_ONLY": wording(
        N_(
            "Until {limit} foreign workers were covered for employment injury only,"
            " paid by the employer alone."
        ),
        N_(
            "Foreign workers were covered for employment injury only, paid by the"
            " employer alone."
        ),
        limit="date",
    ),
    "ACT4_COVERS_WORK_AND_JOURNEYS": wording(
        N_(
            "Covered: accidents at work, the journey between home and work, journeys"
            " for work and for an authorised meal, helping in an emergency at the"
            " workplace, and occupational diseases."
        )
    ),
    "ACT4_DEVIATION_BREAKS_COVER": wording(
        N_("A stop or a detour on the way, not for work, breaks the cover.")
    ),
    "WAGE_BAND": wording(
        N_("Row of the table: wages above {value}, up to {limit}."),
        N_("Row of the table: wages above {value}."),
        N_("Row of the table: wages up to {limit}."),
        limit="money",
        value="money",
    ),
    "WAGE_CEILING": wording(
        N_("The wage of {value} is above the ceiling of {limit}: the top row applies."),
        limit="money",
        value="money",
    ),
    "TABLE_NOT_PERCENTAGE": wording(
        N_("The amount payable is the one in the table, not a percentage of the wage.")
    ),
    "PAYMENT_DUE_DAY": wording(
        N_("The employer must pay no later than day {limit} of the following month."),
        limit="number",
    ),
    "EMPLOYER_MUST_REGISTER": wording(
        N_("The employer must register the business and the employee within {limit}."),
        limit="days",
    ),
    "EIS_BOTH_PAY": wording(
        N_(
            "Employer and employee pay the same amount, about {limit} of the wage each."
        ),
        N_("Employer and employee pay the same amount."),
        limit="percent",
    ),
    "EIS_COVERS_LOSS_OF_EMPLOYMENT": wording(
        N_(
            "Covered: losing the job, including through a voluntary separation"
            " scheme, when the business closes, or when forced to resign."
        )
    ),
    "EIS_NOT_VOLUNTARY_LOSS": wording(
        N_(
            "Not covered: resigning by choice, the end of a contract, a mutual"
            " termination without conditions, completion of the work, retirement,"
            " and misconduct."
        )
    ),
    "LINDUNG24_EXTRA": wording(
        N_(
            "In addition, {value} a month is deducted from the employee for LINDUNG"
            " 24 Jam."
        ),
        value="money",
    ),
    "LINDUNG24_EXTRA_UNLESS_RELEASED": wording(
        N_(
            "In addition, {value} a month is deducted from the employee for LINDUNG"
            " 24 Jam, unless a citizen or permanent resident filed a release of"
            " liability."
        ),
        value="money",
    ),
    "RATE_LAST_CHECKED": wording(
        N_(
            "These rates were last checked on {limit}; a change for a later year is not"
            " known here."
        ),
        limit="date",
    ),
    "LINDUNG24_COMPULSORY": wording(
        N_("LINDUNG 24 Jam is compulsory for this employee.")
    ),
    "LINDUNG24_VOLUNTARY": wording(
        N_(
            "Since {limit} it is voluntary for citizens and permanent residents: they"
            " take part unless they file a release of liability."
        ),
        N_(
            "It is voluntary for citizens and permanent residents: they take part"
            " unless they file a release of liability."
        ),
        limit="date",
    ),
    "LINDUNG24_OPT_OUT_ENDED": wording(
        N_("For employees already in service, the time to opt out ended on {limit}."),
        limit="date",
    ),
    "LINDUNG24_OPT_OUT_OPEN": wording(
        N_("Employees already in service can opt out until {limit}."), limit="date"
    ),
    "LINDUNG24_OPT_IN_ONCE": wording(
        N_("Whoever opted out may join later, but may not opt out again.")
    ),
    "LINDUNG24_EMPLOYEE_PAYS": wording(
        N_("The employee pays all of it; the employer deducts and sends it.")
    ),
    "LINDUNG24_ONE_EMPLOYER": wording(
        N_("With several employers, only one of them deducts.")
    ),
    "LINDUNG24_COMBINED_TOTAL": wording(
        N_("Together with the Act 4 contribution, {limit}: {value} a month."),
        limit="category",
        value="money",
    ),
    "LINDUNG24_PHASE": wording(
        N_("Rate of this phase: {value}, until {limit}."),
        N_("Rate of this phase: {value}."),
        limit="date",
        value="percent",
    ),
    "LINDUNG24_NEXT_PHASE_ANNOUNCED": wording(
        N_(
            "A rate of {value} from {limit} was announced. It is still to be confirmed"
            " and is not applied here."
        ),
        N_(
            "A rate of {value} was announced. It is still to be confirmed and is not"
            " applied here."
        ),
        limit="date",
        value="percent",
    ),
    "LINDUNG24_COVERS_NON_WORK": wording(
        N_("Covered: accidents that do not arise from work, at any hour.")
    ),
    "LINDUNG24_NOT_ABROAD": wording(N_("Accidents outside Malaysia are not covered.")),
    "LINDUNG24_NO_WAGE_NO_COVER": wording(
        N_("A month without wages is a month without this cover.")
    ),
    "LINDUNG24_NO_SEPARATE_REGISTRATION": wording(
        N_("No separate registration: the employer deducts and sends the contribution.")
    ),
}
