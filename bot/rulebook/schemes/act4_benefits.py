"""Act 4: what employment injury and invalidity give, and how to claim and appeal.

Rates follow the average assumed wage, which PERKESO computes, so percentages are told
and no sum. Funeral benefit RM3,000 from 1 June 2024. Under LINDUNG 24 Jam the first
phase pays lower percentages (Fourth Schedule, Act A1788).
"""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from bot.rulebook.case import Case
from bot.rulebook.circumstances import tell_circumstance
from bot.rulebook.claims import Claim, claim_question
from bot.rulebook.decision import Decision
from bot.rulebook.money import percent_of
from bot.rulebook.questions import Question
from bot.rulebook.schemes.sksps_benefits import enough_leave
from bot.rulebook.sheets import Sheet, fill, from_sheet

HERE = "act4/benefit"
DAY24 = "lindung24/benefit"
FORM = {"forms": "act4/claim/form"}
FUNERAL = {"lump_sum": f"{HERE}/funeral"}
ORDER = {"recipients": f"{HERE}/funeral_order"}
ORDER_NOTE = ("FUNERAL_ORDER", f"{HERE}/funeral_order")
SAME = ("SAME_KINDS_AS_WORK_INJURY", f"{DAY24}/same_kinds")
COMMUTE = (
    ("COMMUTE_WHOLE_UP_TO", f"{HERE}/commute_up_to"),
    ("COMMUTE_PART_ABOVE", f"{HERE}/commute_part"),
)
SHARED = (
    ("FULL_RATE_FOR_ALL", f"{HERE}/share_spouse"),
    ("SHARE_SPOUSE", f"{HERE}/share_spouse"),
    ("SHARE_EACH_CHILD", f"{HERE}/share_child"),
    ("SHARE_CHILDREN_ALONE", f"{HERE}/share_children"),
)
SHARES = (
    *SHARED,
    ("SHARE_PARENTS", f"{HERE}/share_parents"),
    ("SHARE_SIBLING", f"{HERE}/share_sibling"),
    ("CHILD_OR_STUDENT_UNTIL_AGE", f"{HERE}/child_age"),
    ("SPOUSE_FOR_LIFE", f"{HERE}/spouse_for_life"),
)
PENSION = (
    ("PENSION_BASE_PERCENT", f"{HERE}/pension_base"),
    ("PENSION_MAXIMUM_PERCENT", f"{HERE}/pension_top"),
    ("QUALIFYING_MONTHS", f"{HERE}/qualifying_months"),
)
PENSION_LIMITS = (
    ("PENSION_MINIMUM", f"{HERE}/pension_minimum"),
    ("PENSION_MAXIMUM", f"{HERE}/pension_maximum"),
)
TEMPORARY = Sheet(
    notes=(
        ("DAILY_PERCENT", f"{HERE}/temporary_percent"),
        ("PERKESO_COMPUTES_ASSUMED_WAGE", f"{HERE}/temporary_percent"),
    )
)
TEMPORARY24 = Sheet(
    starts="lindung24/started",
    notes=(
        ("DAILY_PERCENT", f"{DAY24}/temporary_percent"),
        ("PERKESO_COMPUTES_ASSUMED_WAGE", f"{DAY24}/temporary_percent"),
        SAME,
    ),
)
PERMANENT = Sheet(
    notes=COMMUTE, maybe=(("BENEFIT_MAXIMUM_DAY", f"{HERE}/permanent_maximum"),)
)
PERMANENT24 = Sheet(starts="lindung24/started", notes=(SAME, *COMMUTE))
SHEETS = {
    "act4.dependants": Sheet(
        notes=(("DAILY_PERCENT", f"{HERE}/permanent_percent"), *SHARES),
        maybe=(
            ("BENEFIT_MAXIMUM_DAY", f"{HERE}/dependants_maximum"),
            ("BENEFIT_MINIMUM_DAY", f"{HERE}/dependants_minimum"),
        ),
    ),
    "act4.funeral": Sheet(amounts=FUNERAL, hole="ACT4_OLD_FUNERAL_UNKNOWN"),
    "act4.survivors": Sheet(
        notes=(
            ("DEATH_BEFORE_AGE_OR_PENSIONER", f"{HERE}/invalidity_age"),
            *PENSION,
            *SHARED,
        ),
        maybe=PENSION_LIMITS,
    ),
    "act4.constant_attendance": Sheet(
        amounts={"monthly": f"{HERE}/constant_attendance"},
        notes=(("NEEDS_CONSTANT_CARE", f"{HERE}/constant_attendance"),),
    ),
    "act4.dialysis": Sheet(
        amounts={"per_treatment": f"{HERE}/dialysis"},
        notes=(("DIALYSIS_MAXIMUM", f"{HERE}/dialysis"),),
    ),
    "act4.medical": Sheet(notes=(("MEDICAL_CARE", f"{HERE}/medical"),)),
    "act4.education_loan": Sheet(
        notes=(
            ("EDUCATION_IS_A_LOAN", f"{HERE}/education_loan"),
            ("EDUCATION_UNDER_AGE", f"{HERE}/education_age"),
            ("EDUCATION_FEES_MAXIMUM", f"{HERE}/education_fees"),
        )
    ),
    "act4.rehabilitation": Sheet(
        notes=(("REHABILITATION_GIVEN", f"{HERE}/rehabilitation"),)
    ),
    "lindung24.dependants": Sheet(
        starts="lindung24/started",
        notes=(SAME, ("DEATH_OUTSIDE_WORK_PAYS", f"{DAY24}/dependants")),
    ),
    "lindung24.funeral": Sheet(
        starts="lindung24/started", amounts=FUNERAL, notes=(SAME,)
    ),
    **{
        f"lindung24.{benefit}": Sheet(starts="lindung24/started", notes=(SAME,))
        for benefit in (
            "medical",
            "constant_attendance",
            "rehabilitation",
            "education_loan",
        )
    },
}
INVALIDITY = Sheet(
    notes=(
        ("NOTICE_BEFORE_AGE", f"{HERE}/invalidity_age"),
        *PENSION,
        ("MONTHS_MAY_BE_CREDITED", f"{HERE}/months_credited"),
    ),
    maybe=PENSION_LIMITS,
)
APPEAL = Sheet(
    items={"places": "act4/appeal/body", "forms": "act4/appeal/forms"},
    notes=(
        ("APPEAL_BODY_DAYS_UNKNOWN", "act4/appeal/body"),
        ("APPEAL_HIGH_COURT_ON_LAW", "act4/appeal/high_court"),
        ("APPEAL_MEDICAL_BOARD", "act4/appeal/medical_board"),
        ("REVIEW_FOR_WORSENING", "act4/appeal/review_years"),
    ),
)
CLAIM = Sheet(items=FORM)
PERMANENT_CLAIM = Sheet(items={"forms": "act4/claim/permanent_forms"})
INVALIDITY_CLAIM = Sheet(
    items=FORM, notes=(("NOTICE_BEFORE_AGE", f"{HERE}/invalidity_age"),)
)
FUNERAL_CLAIM = Sheet(items={**FORM, **ORDER}, notes=(ORDER_NOTE,))
DIALYSIS_CLAIM = Sheet(items={"forms": "act4/claim/dialysis_form"})
EDUCATION_CLAIM = Sheet(items={"forms": "act4/claim/education_forms"})
CLAIM24 = Sheet(starts="lindung24/started")
WORK_CLAIM = Sheet(
    items=FORM, notes=(("EMPLOYER_REPORTS_WITHIN", "act4/claim/employer_report"),)
)


def temporary(case: Case, *, sheet: Sheet) -> Decision:
    """Told as a percentage; less than four days of leave is a no."""
    fill(case, sheet)
    enough_leave(case, f"{HERE}/minimum_leave")
    if case.failed:
        return case.no()
    return case.end("need_facts" if case.needs else "info")


def permanent(case: Case, *, sheet: Sheet, path: str) -> Decision:
    """A percentage for total loss; a smaller assessed loss pays that part of it."""
    rate = case.read(path)
    case.note("DAILY_PERCENT", by=rate, limit=rate.money)
    loss = case.facts.get("loss_percent")
    if isinstance(loss, Decimal):
        part = percent_of(loss, rate.money)
        case.note("LOSS_IN_PROPORTION", by=rate, limit=part, value=loss)
    else:
        case.note("LOSS_IN_PROPORTION", by=rate)
    fill(case, sheet)
    return case.end("info")


def invalidity(case: Case) -> Decision:
    """The pension's conditions; what may stop it is told to whom works again."""
    fill(case, INVALIDITY)
    tell_circumstance(case)
    return case.end("info")


def dialysis24(case: Case) -> Decision:
    """Dialysis is not in the list of s.44C, and no source says whether it is given."""
    case.begin("lindung24/started")
    return case.refer("LINDUNG24_DIALYSIS_UNKNOWN")


def _about(name: str) -> str:
    scheme, benefit = name.split(".")
    return f"{benefit.replace('_', ' ')} under {scheme}"


def _claim(benefit: str, claim: Claim) -> Question:
    name = f"claim.act4.{benefit}"
    return claim_question(name, f"claiming {_about(f'act4.{benefit}')}", claim)


def _charter(benefit: str) -> str:
    return f"act4/claim/{benefit}_days"


QUESTIONS = (
    Question(
        "benefit.act4.temporary_disablement",
        "pay for medical leave after a work accident",
        partial(temporary, sheet=TEMPORARY),
        asks=("medical_leave_days",),
    ),
    Question(
        "benefit.lindung24.temporary_disablement",
        "pay for medical leave after an accident outside work",
        partial(temporary, sheet=TEMPORARY24),
        asks=("medical_leave_days",),
    ),
    Question(
        "benefit.act4.permanent_disablement",
        _about("act4.permanent_disablement"),
        partial(permanent, sheet=PERMANENT, path=f"{HERE}/permanent_percent"),
        uses=("loss_percent",),
    ),
    Question(
        "benefit.lindung24.permanent_disablement",
        _about("lindung24.permanent_disablement"),
        partial(permanent, sheet=PERMANENT24, path=f"{DAY24}/permanent_percent"),
        uses=("loss_percent",),
    ),
    Question(
        "benefit.act4.invalidity",
        "invalidity under act4",
        invalidity,
        uses=("circumstance",),
    ),
    Question("benefit.lindung24.dialysis", "dialysis under lindung24", dialysis24),
    *(
        from_sheet(f"benefit.{name}", _about(name), sheet)
        for name, sheet in SHEETS.items()
    ),
    _claim("medical", Claim(WORK_CLAIM)),
    _claim("temporary_disablement", Claim(WORK_CLAIM, charter=_charter("temporary"))),
    _claim(
        "permanent_disablement",
        Claim(PERMANENT_CLAIM, "act4/claim/permanent", charter=_charter("permanent")),
    ),
    _claim("dependants", Claim(CLAIM, charter=_charter("dependants"))),
    _claim("invalidity", Claim(INVALIDITY_CLAIM, charter=_charter("invalidity"))),
    _claim("survivors", Claim(CLAIM, charter=_charter("survivors"))),
    _claim("funeral", Claim(FUNERAL_CLAIM, charter=_charter("funeral"))),
    *(
        _claim(benefit, Claim(CLAIM))
        for benefit in ("constant_attendance", "rehabilitation")
    ),
    _claim("dialysis", Claim(DIALYSIS_CLAIM)),
    _claim("education_loan", Claim(EDUCATION_CLAIM)),
    *(
        claim_question(
            f"claim.lindung24.{benefit}",
            f"claiming {_about(f'lindung24.{benefit}')}",
            Claim(CLAIM24),
        )
        for benefit in (
            "medical",
            "temporary_disablement",
            "permanent_disablement",
            "dependants",
            "funeral",
            "constant_attendance",
            "rehabilitation",
            "education_loan",
        )
    ),
    from_sheet("appeal.act4", "disputing a decision on Act 4", APPEAL),
    from_sheet("appeal.lindung24", "disputing a decision on LINDUNG 24 Jam", APPEAL),
)
