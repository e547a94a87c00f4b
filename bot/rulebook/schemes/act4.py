"""Act 4, the Employees' Social Security Act 1969: who is covered, in which category.

Every employee of a private employer under a contract of service or apprenticeship, and
contract staff of public bodies (s.2(5), s.3, s.5). First category: under 60, except who
reached 55 with no earlier contribution payable; all others second (First Schedule).
"""

from __future__ import annotations

from bot.rulebook.case import Case
from bot.rulebook.conditions import covered_since, known_age, known_text
from bot.rulebook.decision import Change, Decision
from bot.rulebook.errors import FactError, ParameterNotInForce
from bot.rulebook.questions import Question


def is_employee(case: Case) -> None:
    if not case.want("employment"):
        return
    kinds = case.read("act4/employees")
    employment = known_text(case, "employment")
    met = employment in kinds.codes
    source = kinds if met else case.read("act4/not_employees")
    case.compare(
        "ACT4_EMPLOYEE",
        met=met,
        by=source,
        limit=source.codes,
        value=employment,
        changes=(Change("employment", kinds.codes),),
    )


def is_covered_kind(case: Case) -> None:
    """Groups that came under the Act later, each from its own day."""
    if case.facts.get("employment") == "domestic_worker":
        covered_since(case, "ACT4_DOMESTIC_WORKER_COVERED", "act4/domestic_worker")
    if case.facts.get("employer_spouse"):
        covered_since(case, "ACT4_EMPLOYER_SPOUSE_COVERED", "act4/employer_spouse")
    if case.facts.get("citizenship") == "foreigner":
        covered_since(case, "ACT4_FOREIGN_WORKER_COVERED", "act4/foreign_worker_injury")


CONDITIONS = (is_covered_kind, is_employee)


def eligibility(case: Case) -> Decision:
    """An employee is covered at any age; the category follows from age."""
    decision = case.settle(*CONDITIONS)
    if decision is not None:
        return decision
    case.say("ACT4_COMPULSORY", "act4/compulsory")
    case.say("ACT4_NO_AGE_LIMIT", "act4/no_age_limit")
    category = find_category(case)
    case.needs.clear()
    if category is None:
        case.note("ACT4_CATEGORY_BY_AGE", by=case.read("act4/category_age"))
    return case.end("yes")


def find_category(case: Case) -> int | None:
    """1 or 2, given or derived; None while facts are missing."""
    found = _derived(case)
    given = case.facts.get("category")
    if isinstance(given, int):
        if found is not None and found != given:
            raise FactError(
                "category", f"does not agree with the other facts, which make {found}"
            )
        return given
    if found is None and case.want("age", why="CATEGORY_DECIDES"):
        case.want("first_time")
    return found


def _derived(case: Case) -> int | None:
    """The category that the facts make, if they suffice."""
    if _injury_only(case):
        return 2
    age = known_age(case)
    if age is None:
        return None
    limit, first = case.read("act4/category_age"), case.read("act4/first_time_age")
    if age >= limit.whole:
        case.note("ACT4_CATEGORY_2", by=limit, limit=limit.whole, value=age)
        return 2
    if age < first.whole or case.facts.get("first_time") is False:
        case.note("ACT4_CATEGORY_1", by=limit, limit=limit.whole, value=age)
        return 1
    if case.facts.get("first_time"):
        case.note("ACT4_CATEGORY_2_FIRST_TIME", by=first, limit=first.whole, value=age)
        return 2
    return None


def _injury_only(case: Case) -> bool:
    """Before 1 July 2024 foreign workers had injury cover only."""
    if case.facts.get("citizenship") != "foreigner":
        return False
    try:
        case.begin("act4/foreign_worker_invalidity")
    except ParameterNotInForce as error:
        injury = case.read("act4/foreign_worker_injury")
        case.note("ACT4_FOREIGN_INJURY_ONLY", by=injury, limit=error.starts)
        return True
    return False


def coverage(case: Case) -> Decision:
    """Work, the journeys that count, and occupational disease, while employed."""
    barred = case.barred(*CONDITIONS)
    if barred is not None:
        return barred
    case.say("ACT4_COVERS_WORK_AND_JOURNEYS", "act4/covers_journeys")
    case.say("ACT4_DEVIATION_BREAKS_COVER", "act4/deviation_breaks")
    case.say("ACT4_NO_AGE_LIMIT", "act4/no_age_limit")
    case.say("ACT4_NO_SUIT", "act4/no_suit")
    return case.end("info")


QUESTIONS = (
    Question(
        "eligibility.act4",
        "is the employee covered by Act 4 (LINDUNG Pekerja), in which category",
        eligibility,
        asks=("employment",),
        uses=("citizenship", "age", "first_time", "category", "employer_spouse"),
    ),
    Question(
        "coverage.act4",
        "what Act 4 covers",
        coverage,
        uses=("employment", "citizenship"),
    ),
)
