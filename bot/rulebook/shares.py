"""How a family shares a benefit: widow or widower, children, or parents.

Spouse three fifths and each child two fifths, scaled down together when they pass the
whole; children alone three fifths in equal parts; with neither, parents four tenths.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.money import percent_of, to_sen

WHOLE = Decimal(100)


def share(case: Case, full: Decimal, *, folder: str) -> None:
    """Amounts for the family in the facts; `folder` holds the percentages."""
    spouse = case.facts.get("spouse") is True
    children = case.facts.get("children")
    count = children if isinstance(children, int) else 0
    if spouse:
        _with_spouse(case, full, count, folder)
    elif count:
        percent = case.read(f"{folder}/share_children").money
        _tell(case, "children", full, percent, count)
    elif case.facts.get("parents"):
        percent = case.read(f"{folder}/share_parents").money
        _tell(case, "parents", full, percent, 1)


def _with_spouse(case: Case, full: Decimal, children: int, folder: str) -> None:
    one = case.read(f"{folder}/share_spouse").money
    each = case.read(f"{folder}/share_child").money
    together = one + each * children
    scale = min(Decimal(1), WHOLE / together)
    if together > WHOLE:
        case.note("SHARES_SCALED", limit=WHOLE, value=together)
    _tell(case, "spouse", full, one * scale, 1)
    if children:
        _tell(case, "children", full, each * children * scale, children)


def _tell(case: Case, who: str, full: Decimal, percent: Decimal, people: int) -> None:
    part = percent_of(percent, full)
    case.amounts[who] = to_sen(part)
    each = to_sen(part / people)
    case.step("SHARE_OF_FULL", each, who=who, full=full, people=people)
