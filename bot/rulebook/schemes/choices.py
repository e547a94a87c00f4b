"""Plans side by side, two covers side by side, and a complaint's first answer.

The price of a day stands beside what 30 days of leave, total loss and death would pay.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.decision import Decision, Duration
from bot.rulebook.money import to_sen
from bot.rulebook.questions import Question
from bot.rulebook.schemes.skssr_contribution import DAYS_IN_YEAR
from bot.rulebook.sheets import Sheet, from_sheet
from bot.rulebook.wages import tell_last_check

LEAVE_DAYS = 30
BENEFIT = "sksps/benefit"
DUAL = Sheet(
    notes=(
        ("SKSPS_EMPLOYEE_TOO", "sksps/employee_too"),
        ("ONE_BENEFIT_FOR_ONE_DISABLEMENT", "dual/one_benefit"),
    ),
    maybe=(
        ("ONE_ATTENDANCE_ALLOWANCE", "dual/one_attendance_allowance"),
        ("MORBID_OR_INVALIDITY_PENSION", "dual/morbid_or_pension"),
        ("HIGHER_SURVIVORS_PENSION", "dual/higher_survivors"),
        ("COVERS_TOGETHER", "dual/skssr_and_others"),
        ("ONE_PENSION_FOR_ONE_DEATH", "dual/act4_choose"),
        ("EIS_EACH_EMPLOYER", "eis/each_employer"),
    ),
)


def choose_plan(case: Case) -> Decision:
    """One line for each plan; the choice is the member's own."""
    case.begin("sksps/started")
    for plan in case.table("sksps/plans").rows:
        case.rely_on(plan)
        _show(case, plan.key, plan.money("yearly"))
    case.say("SKSPS_FREE_CHOICE_OF_PLAN", "sksps/free_choice")
    case.say("MINIMUM_LEAVE", f"{BENEFIT}/minimum_leave", limit=True)
    tell_last_check(case, case.law.table("sksps/plans"))
    return case.end("info")


def _show(case: Case, plan: str, yearly: Decimal) -> None:
    loss = case.row(f"{BENEFIT}/permanent", plan)
    assert loss is not None
    case.step(
        "PLAN_COMPARED",
        plan=int(plan),
        yearly=yearly,
        price=to_sen(yearly / DAYS_IN_YEAR),
        leave=_leave(case, plan),
        loss=loss.money("monthly"),
        family=loss.money("monthly"),
    )


def _leave(case: Case, plan: str) -> Decimal | None:
    """What 30 days of certified leave pay; none where the sen are not known."""
    row = case.table(f"{BENEFIT}/temporary").row(plan)
    if row is None or row.confidence == "low":
        case.note("LEAVE_PAY_NOT_KNOWN", value=int(plan))
        return None
    case.rely_on(row)
    return row.money("daily") * LEAVE_DAYS


def complaint(case: Case) -> Decision:
    """A letter within so many days; no day for the final answer is promised."""
    days = case.read("complaint/acknowledged_within")
    case.durations["acknowledgement"] = Duration(days.whole, days.unit)
    case.note("COMPLAINT_ACKNOWLEDGED", by=days, limit=days.whole)
    return case.end("info")


QUESTIONS = (
    Question("choice.sksps", "the four plans, price beside benefits", choose_plan),
    from_sheet("dual_cover", "holding two covers, and what is paid then", DUAL),
    Question("complaint", "how soon a complaint is acknowledged", complaint),
)
