"""How a family shares a benefit: widow or widower, children, or parents.

Spouse three fifths and each child two fifths, scaled down together when they pass the
whole; children alone three fifths in equal parts; with neither, parents four tenths.
"""

from __future__ import annotations

from decimal import Decimal

from bot.rulebook.case import Case
from bot.rulebook.money import percent_of, to_sen

WHOLE = Decimal(100)
EXPECTED = {"spouse": "spouse", "each_child": "child", "children_alone": "children"}
# the Act for housewives leaves no widow
WIDOWERS = "skssr/benefit"


def share(case: Case, full: Decimal, *, folder: str) -> dict[str, Decimal]:
    """The parts of the family in the facts, or else of whoever may be left.

    `folder` holds the percentages. The full rate is never one person's.
    """
    case.note("FULL_RATE_FOR_ALL", by=case.read(f"{folder}/share_spouse"))
    spouse = case.facts.get("spouse") is True
    children = case.facts.get("children")
    count = children if isinstance(children, int) else 0
    if spouse:
        return _with_spouse(case, full, count, folder)
    if count:
        percent = case.read(f"{folder}/share_children").money
        return {"children": _tell(case, "children", full, percent, count)}
    if case.facts.get("parents"):
        percent = case.read(f"{folder}/share_parents").money
        return {"parents": _tell(case, "parents", full, percent, 1)}
    _tell_expected(case, full, folder)
    return {}


def _tell_expected(case: Case, full: Decimal, folder: str) -> None:
    """Nobody named who is left: what each would have, and the cut for a family."""
    shares = {
        who: case.read(f"{folder}/share_{name}").money for who, name in EXPECTED.items()
    }
    for who, percent in shares.items():
        part = to_sen(percent_of(percent, full))
        named = _named(who, folder)
        case.step("SHARE_EXPECTED", part, who=named, percent=percent, full=full)
    one, each = shares["spouse"], shares["each_child"]
    together = one + each * 2
    case.step(
        "SHARES_CUT",
        to_sen(full * each / together),
        survivor=_named("spouse", folder),
        percent=together,
        spouse=to_sen(full * one / together),
        people=2,
    )


def _named(who: str, folder: str) -> str:
    names = {"spouse": "widower", "each_child": "each_child_of_her"}
    names["children_alone"] = "children_alone_of_her"
    return names.get(who, who) if folder == WIDOWERS else who


def _with_spouse(
    case: Case, full: Decimal, children: int, folder: str
) -> dict[str, Decimal]:
    one = case.read(f"{folder}/share_spouse").money
    each = case.read(f"{folder}/share_child").money
    together = one + each * children
    scale = min(Decimal(1), WHOLE / together)
    if together > WHOLE:
        case.note("SHARES_SCALED", limit=WHOLE, value=together)
    named = _named("spouse", folder)
    parts = {"spouse": _tell(case, named, full, one * scale, 1)}
    if children:
        percent = each * children * scale
        parts["children"] = _tell(case, "children", full, percent, children)
    return parts


def _tell(
    case: Case, who: str, full: Decimal, percent: Decimal, people: int
) -> Decimal:
    part = percent_of(percent, full)
    each = to_sen(part / people)
    several = people if people > 1 else None
    case.step("SHARE_OF_FULL", each, who=who, full=full, people=several)
    return to_sen(part)
