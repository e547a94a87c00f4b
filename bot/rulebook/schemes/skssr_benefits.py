"""SKSSR: what it gives, how to claim it, how to appeal (Act 838 Parts V to IX).

Since 1 December 2022. Funeral benefit RM3,000 from 1 June 2024, RM2,000 before. There
is no temporary disablement benefit and no education loan in s.22.
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from bot.rulebook.case import Case
from bot.rulebook.claims import Claim, Late, claim_question
from bot.rulebook.decision import Decision
from bot.rulebook.questions import Question, Rule
from bot.rulebook.shares import share
from bot.rulebook.sheets import Sheet, fill, from_sheet, read_sheet

HERE = "skssr/benefit"
STARTED = "skssr/started"
ENDS = ("PAID_UNTIL_AGE", f"{HERE}/ends_at_age")
LAPSES = ("NOT_PAID_TO_ESTATE", f"{HERE}/not_paid_to_estate")
ASSESSED = ("ASSESSED_BY_DOCTORS", f"{HERE}/assessed")
IN_MALAYSIA = ("EVENT_IN_MALAYSIA", "skssr/claim/in_malaysia")
FORM = {"forms": "skssr/claim/form"}
PARENTS = ("SHARE_PARENTS", f"{HERE}/share_parents")
SPOUSE = f"{HERE}/share_spouse"
GIVEN = f"{HERE}/given"

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
        ("SURVIVORS_WHATEVER_THE_CAUSE", "cover/skssr_death"),
        ("DEATH_BEFORE_AGE", f"{HERE}/ends_at_age"),
        ("COVER_MONTHS_FOR_12_PAID", "skssr/invalidity_cover_one_period"),
        ("WIDOWER_UNTIL_AGE", f"{HERE}/widower_until_age"),
        PARENTS,
        ("PARENT_UNTIL_AGE", f"{HERE}/parent_until_age"),
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
DIALYSIS = Sheet(
    starts=STARTED,
    amounts={"monthly": f"{HERE}/dialysis"},
    notes=(("HELP_UNTIL_AGE", f"{HERE}/ends_at_age"),),
)
REHABILITATION = Sheet(
    starts=STARTED,
    notes=(("REHABILITATION_MAXIMUM", f"{HERE}/rehabilitation_maximum"), ASSESSED),
)
MEDICAL = Sheet(
    starts=STARTED,
    notes=(
        ("MEDICAL_CARE_UNDER_FEES_ACT", f"{HERE}/medical"),
        ("MEDICAL_INJURY_ONLY", f"{HERE}/medical_injury_only"),
    ),
)
APPEAL = Sheet(
    starts=STARTED,
    durations={
        "tribunal_within": "skssr/appeal/tribunal",
        "high_court_within": "skssr/appeal/high_court",
    },
    items={"places": "skssr/appeal/body", "forms": "skssr/appeal/forms"},
    notes=(
        ("APPEAL_MEDICAL_BOARD", "skssr/appeal/medical_board"),
        ("APPEAL_TRIBUNAL_AFTER_DECISION", "skssr/appeal/tribunal"),
        ("APPEAL_HIGH_COURT", "skssr/appeal/high_court"),
        ("REVIEW_AFTER_MONTHS", "skssr/appeal/review_months"),
    ),
)
CLAIM = Sheet(starts=STARTED, items=FORM, notes=(IN_MALAYSIA,))
LATE = Late(
    "skssr/claim/late_allowed",
    "CLAIM_LATE_WITH_GOOD_REASON",
    "CLAIM_LATE_MAY_BE_ACCEPTED",
)


def survivors(case: Case) -> Decision:
    """RM300 a month shared; with a family in the facts, each part to the sen."""
    fill(case, SURVIVORS)
    full = case.amounts["monthly"]
    case.amounts.update(share(case, full, folder=HERE))
    tell_widower_alone(case, full)
    return case.end("amount")


def tell_widower_alone(case: Case, full: Decimal) -> None:
    """Three fifths by the Act, though one was reported to be paid the whole."""
    others = case.facts.get("children") or case.facts.get("parents")
    if case.facts.get("spouse") is not False and not others:
        case.note("WIDOWER_ALONE_REPORTED", by=case.read(SPOUSE), limit=full)
        case.doubt()


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


def given(case: Case, *, benefit: str, rule: Rule | None = None) -> Decision:
    """The list of s.22 first: some benefits that people expect are not in it."""
    case.begin(STARTED)
    listed = case.read(GIVEN)
    case.compare("SKSSR_GIVES_THIS", met=benefit in listed.codes, by=listed)
    return rule(case) if rule and not case.failed else case.no()


def _benefit(
    benefit: str, about: str, rule: Rule | None, *, uses: tuple[str, ...] = ()
) -> Question:
    checked = partial(given, benefit=benefit, rule=rule)
    return Question(f"benefit.skssr.{benefit}", about, checked, uses=uses)


def _sheet(benefit: str, about: str, sheet: Sheet) -> Question:
    return _benefit(benefit, about, partial(read_sheet, sheet=sheet))


QUESTIONS = (
    _sheet("funeral", "funeral benefit of SKSSR", FUNERAL),
    _sheet("invalidity", "morbid allowance of SKSSR", MORBID),
    _benefit(
        "survivors",
        "survivors' pension of SKSSR",
        survivors,
        uses=("spouse", "children", "parents"),
    ),
    _benefit(
        "permanent_disablement",
        "permanent disablement benefit of SKSSR",
        permanent,
        uses=("loss_percent", "injury"),
    ),
    _sheet("constant_attendance", "constant attendance", ATTENDANCE),
    _sheet("dialysis", "help with renal failure", DIALYSIS),
    _sheet("rehabilitation", "rehabilitation", REHABILITATION),
    _sheet("medical", "treatment", MEDICAL),
    _benefit("temporary_disablement", "whether SKSSR pays for medical leave", None),
    _benefit("education_loan", "whether SKSSR lends for education", None),
    *(
        claim_question(
            f"claim.skssr.{benefit}",
            f"claiming {benefit} under SKSSR",
            Claim(CLAIM, "skssr/claim/injury", late=LATE),
        )
        for benefit in ("medical", "permanent_disablement")
    ),
    claim_question(
        "claim.skssr.invalidity",
        "claiming morbid allowance",
        Claim(CLAIM, "skssr/claim/invalidity", late=LATE),
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
