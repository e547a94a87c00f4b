"""EIS: what losing a job gives, by when to claim, how to appeal (Act 800 Part VI).

A first claim needs 12 contributions in the last 24 months; job search allowance is 80,
50, 40, 40, 30, 30 percent of the assumed wage. A claim later than 60 days is rejected.
Act A1796 would raise several rates; no commencement was found, so it is only told.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.circumstances import tell_circumstance
from bot.rulebook.claims import Claim, claim_question, tell_deadline
from bot.rulebook.decision import Change, Decision, Duration
from bot.rulebook.errors import ParameterNotInForce
from bot.rulebook.money import percent_of, to_sen
from bot.rulebook.questions import Question
from bot.rulebook.sheets import Sheet, fill, from_sheet
from bot.rulebook.tables import Row
from bot.rulebook.wages import known_wage

HERE = "eis/benefit"
STARTED = "eis/started"
JOB_SEARCH = Sheet(
    starts=STARTED,
    notes=(
        ("WAITING_DAYS", f"{HERE}/waiting_days"),
        ("REPORT_NEW_JOB_WITHIN", f"{HERE}/report_days"),
        ("EIS_NOT_VOLUNTARY_LOSS", "eis/not_voluntary_loss"),
        ("EIS_LEAVE_MONTHS_COUNT", f"{HERE}/leave_months_count"),
    ),
)
EARLY = Sheet(
    starts=STARTED,
    notes=(
        ("PERCENT_OF_UNPAID_ALLOWANCE", f"{HERE}/early_percent"),
        ("EARLY_PAID_NEXT_MONTH", f"{HERE}/early_paid_next_month"),
    ),
    announced=(("RATE_RISE_ANNOUNCED", f"{HERE}/early_percent"),),
)
REDUCED = Sheet(
    starts=STARTED,
    notes=(
        ("REDUCED_INCOME_LUMP_SUM", f"{HERE}/reduced_income"),
        ("REDUCED_INCOME_BARS_OTHERS", f"{HERE}/reduced_income_bars_others"),
    ),
)
TRAINING = Sheet(
    starts=STARTED,
    notes=(
        ("TRAINING_DAY_MINIMUM", f"{HERE}/training_minimum"),
        ("TRAINING_DAY_MAXIMUM", f"{HERE}/training_maximum"),
        ("TRAINING_MONTHS", f"{HERE}/training_months"),
        ("TRAINING_FEE_MAXIMUM", f"{HERE}/training_fee"),
    ),
    announced=(
        ("TRAINING_RISE_ANNOUNCED", f"{HERE}/training_maximum"),
        ("FEE_RISE_ANNOUNCED", f"{HERE}/training_fee"),
    ),
)
MOBILITY = Sheet(
    starts=STARTED, announced=(("MOBILITY_ANNOUNCED", f"{HERE}/mobility"),)
)
CLAIM_ITEMS = {
    "forms": "eis/claim/form",
    "documents": "eis/claim/documents",
    "places": "eis/claim/place",
}
TRAINING_CLAIM = Sheet(
    starts=STARTED,
    items=CLAIM_ITEMS,
    notes=(
        ("TRAINING_APPLY_AFTER_ALLOWANCE", "eis/claim/training_after_allowance"),
        ("TRAINING_APPLY_AFTER_NEW_JOB", "eis/claim/training_after_new_job"),
    ),
    maybe=(("CLAIM_ONLINE", "claim/online"),),
)
CLAIM = Sheet(
    starts=STARTED,
    items=CLAIM_ITEMS,
    notes=(("CLAIM_LATE_IS_REJECTED", "eis/claim/within"),),
)
APPEAL = Sheet(
    starts=STARTED,
    durations={
        "board_within": "eis/appeal/board",
        "high_court_within": "eis/appeal/high_court",
    },
    items={"places": "eis/appeal/body", "forms": "eis/appeal/forms"},
    notes=(
        ("APPEAL_BOARD", "eis/appeal/board"),
        ("APPEAL_HIGH_COURT", "eis/appeal/high_court"),
    ),
)


def job_search(case: Case) -> Decision:
    """How many months, and with a wage how much in each."""
    tell_deadline(case, "eis/claim/within")
    fill(case, JOB_SEARCH)
    if case.facts.get("claims_before"):
        return case.refer("EIS_LATER_CLAIM_UNKNOWN")
    enough_contributions(case)
    if case.failed:
        return case.no()
    if case.needs:
        return case.end("need_facts")
    tell_circumstance(case)
    row = _duration_row(case)
    months = int(row.money("months"))
    case.durations["allowance"] = Duration(months, "month")
    case.note("ALLOWANCE_MONTHS", by=row, limit=months)
    return _amounts(case, months)


def mobility(case: Case) -> Decision:
    """Announced with Act A1796; not law until it commences."""
    fill(case, MOBILITY)
    return case.end("not_in_force")


def enough_contributions(case: Case) -> None:
    if not case.want("contributed_months"):
        return
    least = case.read(f"{HERE}/minimum_contributions")
    months = case.facts.get("contributed_months")
    assert isinstance(months, int)
    case.compare(
        "EIS_ENOUGH_CONTRIBUTIONS",
        met=months >= least.whole,
        by=least,
        limit=least.whole,
        value=months,
        changes=(Change("contributed_months", least.whole),),
    )


def _duration_row(case: Case) -> Row:
    """The last row whose months of contribution are reached."""
    months = case.facts.get("contributed_months")
    assert isinstance(months, int)
    rows = case.table(f"{HERE}/duration").rows
    row = [each for each in rows if int(each.key) <= months][-1]
    case.rely_on(row)
    return row


def _amounts(case: Case, months: int) -> Decision:
    """Percentages, and sums when a wage is given that stands in the table."""
    assumed = _assumed_wage(case)
    total = Decimal("0.00")
    for row in case.table(f"{HERE}/job_search").rows[:months]:
        case.rely_on(row)
        percent = row.money("percent")
        amount = to_sen(percent_of(percent, assumed)) if assumed else None
        total += amount or Decimal(0)
        case.step("ALLOWANCE_OF_MONTH", amount, month=int(row.key), percent=percent)
    if assumed is None:
        return case.end("info")
    case.amounts["total"] = total
    return case.end("amount")


def _assumed_wage(case: Case) -> Decimal | None:
    wage = known_wage(case)
    if not wage:
        return None
    try:
        row = case.table(f"{HERE}/assumed_wage").band(wage)
    except ParameterNotInForce:
        return None
    if row.confidence == "low":
        case.note("ASSUMED_WAGE_NOT_KNOWN", value=wage)
        return None
    case.rely_on(row)
    case.note("ASSUMED_WAGE", by=row, limit=row.money("assumed"), value=wage)
    return row.money("assumed")


QUESTIONS = (
    Question(
        "benefit.eis.job_search",
        "job search allowance: months and amounts",
        job_search,
        asks=("contributed_months",),
        uses=("claims_before", "wage", "circumstance", "event_date"),
    ),
    from_sheet("benefit.eis.early_reemployment", "starting work early", EARLY),
    from_sheet("benefit.eis.reduced_income", "losing one of several jobs", REDUCED),
    from_sheet("benefit.eis.training", "training allowance and fee", TRAINING),
    Question("benefit.eis.mobility", "moving for a job", mobility),
    *(
        claim_question(
            f"claim.eis.{benefit}",
            f"claiming {benefit.replace('_', ' ')} after losing a job",
            Claim(CLAIM, "eis/claim/within"),
        )
        for benefit in ("job_search", "reduced_income", "early_reemployment")
    ),
    from_sheet("claim.eis.training", "applying for training", TRAINING_CLAIM),
    from_sheet("appeal.eis", "disputing a decision on EIS", APPEAL),
)
