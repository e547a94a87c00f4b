"""SKSPS: what it gives, how to claim it, how to appeal (Act 789 Part V on).

Since 1 June 2017. Daily benefits follow from the plan: temporary disablement 80% and
permanent total disablement 90% of one thirtieth of the insured monthly earnings.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.claims import Claim, Late, claim_question
from bot.rulebook.decision import Change, Decision
from bot.rulebook.money import percent_of, to_sen
from bot.rulebook.questions import Question
from bot.rulebook.shares import share
from bot.rulebook.sheets import Sheet, fill, from_sheet
from bot.rulebook.tables import Row

HERE = "sksps/benefit"
STARTED = "sksps/started"
TEMPORARY_SEN = "SKSPS_TEMPORARY_SEN_UNKNOWN"
FORM = {"forms": "sksps/claim/form"}

FUNERAL = Sheet(
    starts=STARTED,
    amounts={"lump_sum": f"{HERE}/funeral"},
    hole="SKSPS_FUNERAL_AMOUNT_UNKNOWN",
    notes=(("FUNERAL_DEATH_FROM_INJURY", f"{HERE}/funeral_condition"),),
)
ATTENDANCE = Sheet(
    starts=STARTED,
    amounts={"monthly": f"{HERE}/constant_attendance"},
    notes=(("NEEDS_TOTAL_DISABLEMENT_AND_CARE", f"{HERE}/attendance_condition"),),
)
MEDICAL = Sheet(starts=STARTED, notes=(("MEDICAL_CARE_FREE", f"{HERE}/medical"),))
REHABILITATION = Sheet(
    starts=STARTED, notes=(("REHABILITATION_GIVEN", f"{HERE}/rehabilitation"),)
)
DIALYSIS = Sheet(starts=STARTED, notes=(("DIALYSIS_GIVEN", f"{HERE}/rehabilitation"),))
EDUCATION = Sheet(starts=STARTED, notes=(("EDUCATION_SUPPORT", f"{HERE}/education"),))
TEMPORARY = Sheet(
    starts=STARTED,
    notes=(
        ("DAILY_PERCENT", f"{HERE}/temporary_percent"),
        ("NO_PAY_WHILE_WORKING", f"{HERE}/no_pay_while_working"),
    ),
)
PERMANENT = Sheet(
    starts=STARTED,
    notes=(
        ("DAILY_PERCENT", f"{HERE}/permanent_percent"),
        ("COMMUTE_WHOLE_UP_TO", f"{HERE}/commute_up_to"),
        ("COMMUTE_PART_ABOVE", f"{HERE}/commute_part"),
        ("COMMUTED_SUM_NOT_KNOWN", f"{HERE}/commute_up_to"),
        ("INJURY_TABLE_OF_ACT4", f"{HERE}/injury_table"),
    ),
)
DEPENDANTS = Sheet(
    starts=STARTED,
    notes=(
        ("CHILD_UNTIL_AGE", f"{HERE}/child_age"),
        ("SPOUSE_FOR_LIFE", f"{HERE}/spouse_for_life"),
    ),
)
APPEAL = Sheet(
    starts=STARTED,
    durations={
        "tribunal_within": "sksps/appeal/tribunal",
        "high_court_within": "sksps/appeal/high_court",
    },
    items={"places": "sksps/appeal/body", "forms": "sksps/appeal/forms"},
    notes=(
        ("APPEAL_MEDICAL_BOARD", "sksps/appeal/medical_board"),
        ("APPEAL_TRIBUNAL", "sksps/appeal/tribunal"),
        ("APPEAL_CLAIMED_WITHIN", "sksps/appeal/claimed_within"),
        ("APPEAL_HIGH_COURT", "sksps/appeal/high_court"),
        ("REVIEW_FOR_WORSENING", "sksps/appeal/review_years"),
        ("REVIEW_PROVISIONAL", "sksps/appeal/review_months"),
    ),
)
CLAIM = Sheet(
    starts=STARTED,
    items=FORM,
    notes=(("NO_REPORT_DEADLINE", "sksps/claim/no_report_deadline"),),
)
EXTENDABLE = Late(
    "sksps/claim/funeral_extendable",
    "CLAIM_TIME_EXTENDABLE",
    "CLAIM_TIME_MAY_BE_EXTENDED",
)


def enough_leave(case: Case, path: str) -> None:
    """At least four days, the day of the accident included."""
    if not case.want("medical_leave_days"):
        return
    least = case.read(path)
    days = case.facts.get("medical_leave_days")
    assert isinstance(days, int)
    case.compare(
        "LEAVE_LONG_ENOUGH",
        met=days >= least.whole,
        by=least,
        limit=least.whole,
        value=days,
        changes=(Change("medical_leave_days", least.whole),),
    )


def temporary(case: Case) -> Decision:
    """80% of the daily earnings of the plan for each day of certified leave (s.17)."""
    fill(case, TEMPORARY)
    enough_leave(case, f"{HERE}/minimum_leave")
    if case.failed:
        return case.no()
    plan = _plan_row(case, f"{HERE}/temporary")
    days = case.facts.get("medical_leave_days")
    if plan is None or not isinstance(days, int):
        return case.end("need_facts")
    case.rely_on(plan, hole=TEMPORARY_SEN)
    daily = plan.money("daily")
    case.amounts.update(daily=daily, total=daily * days)
    case.step("DAILY_TIMES_DAYS", daily * days, daily=daily, days=days)
    return case.end("amount")


def _plan_row(case: Case, table: str) -> Row | None:
    if not case.want("plan"):
        return None
    return case.table(table).row(str(case.facts.get("plan")))


def permanent(case: Case) -> Decision:
    """90% of the daily earnings of the plan, times the assessed loss (s.18)."""
    fill(case, PERMANENT)
    plan = _plan_row(case, f"{HERE}/permanent")
    if plan is None:
        return case.end("need_facts")
    case.rely_on(plan)
    percent = case.facts.get("loss_percent")
    if not isinstance(percent, Decimal):
        case.amounts.update(daily=plan.money("daily"), monthly=plan.money("monthly"))
        case.note("LOSS_IN_PROPORTION", by=case.read(f"{HERE}/permanent_percent"))
        return case.end("amount")
    whole = plan.money("daily")
    exact = percent_of(percent, whole)
    daily = to_sen(exact)
    case.amounts.update(daily=daily, monthly=to_sen(exact * 30))
    case.step("PERCENT_OF_DAILY", daily, daily=whole, percent=percent)
    return case.end("amount", confidence=None if exact == daily else "medium")


def dependants(case: Case) -> Decision:
    """90% of the insured monthly earnings, shared by the family (s.19)."""
    fill(case, DEPENDANTS)
    plan = _plan_row(case, f"{HERE}/permanent")
    if plan is None:
        return case.end("need_facts")
    case.rely_on(plan)
    case.amounts["monthly"] = plan.money("monthly")
    case.amounts.update(share(case, plan.money("monthly"), folder=HERE))
    return case.end("amount")


def _claim(
    benefit: str,
    deadline: str,
    charter: str | None = None,
    *,
    late: Late | None = None,
) -> Question:
    path = f"sksps/claim/{charter}_days" if charter else None
    return claim_question(
        f"claim.sksps.{benefit}",
        f"claiming {benefit} under SKSPS",
        Claim(CLAIM, f"sksps/claim/{deadline}", late=late, charter=path),
    )


QUESTIONS = (
    Question(
        "benefit.sksps.temporary_disablement",
        "pay for medical leave under SKSPS",
        temporary,
        asks=("medical_leave_days", "plan"),
    ),
    Question(
        "benefit.sksps.permanent_disablement",
        "permanent disablement benefit of SKSPS",
        permanent,
        asks=("plan",),
        uses=("loss_percent",),
    ),
    Question(
        "benefit.sksps.dependants",
        "what a family gets from SKSPS",
        dependants,
        asks=("plan",),
        uses=("spouse", "children", "parents"),
    ),
    from_sheet("benefit.sksps.funeral", "funeral benefit of SKSPS", FUNERAL),
    from_sheet("benefit.sksps.constant_attendance", "constant attendance", ATTENDANCE),
    from_sheet("benefit.sksps.medical", "treatment", MEDICAL),
    from_sheet("benefit.sksps.rehabilitation", "rehabilitation", REHABILITATION),
    from_sheet("benefit.sksps.dialysis", "dialysis", DIALYSIS),
    from_sheet("benefit.sksps.education_loan", "education support", EDUCATION),
    _claim("medical", "deadline"),
    _claim("temporary_disablement", "deadline", "temporary"),
    _claim("permanent_disablement", "deadline", "permanent"),
    _claim("dependants", "deadline", "dependants"),
    _claim("funeral", "funeral_deadline", "funeral", late=EXTENDABLE),
    _claim("constant_attendance", "deadline"),
    _claim("rehabilitation", "deadline"),
    _claim("dialysis", "deadline"),
    _claim("education_loan", "deadline"),
    from_sheet("appeal.sksps", "disputing a decision on SKSPS", APPEAL),
)
