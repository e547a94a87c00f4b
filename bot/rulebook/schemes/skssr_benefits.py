"""SKSSR: what it gives, how to claim it, how to appeal (Act 838 Parts V to IX).

Since 1 December 2022. Funeral benefit RM3,000 from 1 June 2024, RM2,000 before. There
is no temporary disablement benefit and no education loan in s.22.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from bot.rulebook.case import Case
from bot.rulebook.claims import Claim, claim_question
from bot.rulebook.decision import Decision
from bot.rulebook.questions import Question
from bot.rulebook.shares import share
from bot.rulebook.sheets import Sheet, fill, from_sheet

HERE = "skssr/benefit"
STARTED = "skssr/started"
ENDS = ("PAID_UNTIL_AGE", f"{HERE}/ends_at_age")
LAPSES = ("NOT_PAID_TO_ESTATE", f"{HERE}/not_paid_to_estate")
ASSESSED = ("ASSESSED_BY_DOCTORS", f"{HERE}/assessed")
IN_MALAYSIA = ("EVENT_IN_MALAYSIA", "skssr/claim/in_malaysia")
FORM = {"forms": "skssr/claim/form"}
PARENTS = ("SHARE_PARENTS", f"{HERE}/share_parents")

FUNERAL = Sheet(
    starts=STARTED,
    amounts={"lump_sum": f"{HERE}/funeral"},
    items={"recipients": f"{HERE}/funeral_order"},
    notes=(
        ("DEATH_BEFORE_AGE", f"{HERE}/ends_at_age"),
        ("FUNERAL_ORDER", f"{HERE}/funeral_order"),
    ),
)
MORBID = Sheet(
    starts=STARTED,
    amounts={"monthly": f"{HERE}/morbid"},
    notes=(
        ("PAID_FROM_NOTICE", f"{HERE}/morbid_from_notice"),
        ENDS,
        ASSESSED,
        ("COVER_MONTHS_FOR_12_PAID", "skssr/invalidity_cover_one_period"),
        ("COVER_MONTHS_FOR_24_PAID", "skssr/invalidity_cover_two_periods"),
        LAPSES,
    ),
)
SURVIVORS = Sheet(
    starts=STARTED,
    amounts={"monthly": f"{HERE}/survivors"},
    notes=(
        PARENTS,
        ("CHILD_UNTIL_AGE", f"{HERE}/child_age"),
        ("SPOUSE_AND_PARENTS_CITIZENS", f"{HERE}/dependants_citizens"),
        ("NO_BENEFIT_AFTER_VIOLENCE", f"{HERE}/no_benefit_after_violence"),
    ),
)
PERMANENT = Sheet(
    starts=STARTED,
    notes=(
        ("LUMP_SUM_PER_PERCENT", f"{HERE}/per_percent"),
        ("LUMP_SUM_MAXIMUM", f"{HERE}/permanent_maximum"),
        ASSESSED,
        LAPSES,
    ),
)
ATTENDANCE = Sheet(
    starts=STARTED,
    amounts={"monthly": f"{HERE}/constant_attendance"},
    notes=(("NEEDS_CONSTANT_CARE", f"{HERE}/assessed"), ENDS),
)
DIALYSIS = Sheet(starts=STARTED, amounts={"monthly": f"{HERE}/dialysis"}, notes=(ENDS,))
REHABILITATION = Sheet(
    starts=STARTED,
    notes=(("REHABILITATION_MAXIMUM", f"{HERE}/rehabilitation_maximum"), ASSESSED),
)
MEDICAL = Sheet(
    starts=STARTED,
    notes=(
        ("MEDICAL_CARE", f"{HERE}/medical"),
        ("MEDICAL_INJURY_ONLY", f"{HERE}/medical_injury_only"),
    ),
)
APPEAL = Sheet(
    starts=STARTED,
    durations={
        "tribunal_within": "skssr/appeal/tribunal",
        "high_court_within": "skssr/appeal/high_court",
    },
    items={"places": "skssr/appeal/body"},
    notes=(
        ("APPEAL_TRIBUNAL", "skssr/appeal/tribunal"),
        ("APPEAL_HIGH_COURT", "skssr/appeal/high_court"),
        ("APPEAL_MEDICAL_BOARD", "skssr/appeal/medical_board"),
    ),
)
CLAIM = Sheet(starts=STARTED, items=FORM, notes=(IN_MALAYSIA,))


def survivors(case: Case) -> Decision:
    """RM300 a month shared; with a family in the facts, each part to the sen."""
    fill(case, SURVIVORS)
    case.amounts.update(share(case, case.amounts["monthly"], folder=HERE))
    return case.end("amount")


def permanent(case: Case) -> Decision:
    """RM300 for each percent of loss assessed, at most RM30,000 (Second Schedule)."""
    fill(case, PERMANENT)
    percent = case.facts.get("loss_percent")
    if not isinstance(percent, Decimal):
        return _by_injury(case)
    each = case.read(f"{HERE}/per_percent").money
    amount = each * percent
    case.amounts["lump_sum"] = amount.quantize(each)
    case.step("PERCENT_TIMES_AMOUNT", amount.quantize(each), percent=percent, each=each)
    return case.end("amount")


def _by_injury(case: Case) -> Decision:
    """The row of the injury table: a maximum, which the assessor may not reach."""
    injury = case.facts.get("injury")
    if injury is None:
        return case.end("info")
    row = case.row(f"{HERE}/injuries", str(injury))
    assert row is not None
    case.amounts["lump_sum"] = row.money("maximum")
    case.note("INJURY_ROW", by=row, limit=row.money("percent"), value=row.key)
    return case.end("amount")


def not_given(case: Case, *, path: str) -> Decision:
    """A benefit people expect, which s.22 does not give."""
    case.read(STARTED)
    given = case.read(path)
    case.compare("SKSSR_GIVES_THIS", met=bool(given.value), by=given)
    return case.no()


QUESTIONS = (
    from_sheet("benefit.skssr.funeral", "funeral benefit of SKSSR", FUNERAL),
    from_sheet("benefit.skssr.invalidity", "morbid allowance of SKSSR", MORBID),
    Question(
        "benefit.skssr.survivors",
        "survivors' pension of SKSSR",
        survivors,
        uses=("spouse", "children", "parents"),
    ),
    Question(
        "benefit.skssr.permanent_disablement",
        "permanent disablement benefit of SKSSR",
        permanent,
        uses=("loss_percent", "injury"),
    ),
    from_sheet("benefit.skssr.constant_attendance", "constant attendance", ATTENDANCE),
    from_sheet("benefit.skssr.dialysis", "help with renal failure", DIALYSIS),
    from_sheet("benefit.skssr.rehabilitation", "rehabilitation", REHABILITATION),
    from_sheet("benefit.skssr.medical", "treatment", MEDICAL),
    Question(
        "benefit.skssr.temporary_disablement",
        "whether SKSSR pays for medical leave",
        partial(not_given, path=f"{HERE}/temporary_disablement"),
    ),
    Question(
        "benefit.skssr.education_loan",
        "whether SKSSR lends for education",
        partial(not_given, path=f"{HERE}/education_loan"),
    ),
    *(
        claim_question(
            f"claim.skssr.{benefit}",
            f"claiming {benefit} under SKSSR",
            Claim(CLAIM, "skssr/claim/injury", late="skssr/claim/late_allowed"),
        )
        for benefit in ("medical", "permanent_disablement")
    ),
    claim_question(
        "claim.skssr.invalidity",
        "claiming morbid allowance",
        Claim(CLAIM, "skssr/claim/invalidity", late="skssr/claim/late_allowed"),
    ),
    *(
        claim_question(
            f"claim.skssr.{benefit}", f"claiming {benefit} under SKSSR", Claim(CLAIM)
        )
        for benefit in (
            "survivors",
            "funeral",
            "constant_attendance",
            "dialysis",
            "rehabilitation",
        )
    ),
    from_sheet("appeal.skssr", "disputing a decision on SKSSR", APPEAL),
)
