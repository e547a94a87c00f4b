"""Which of somebody's claims is meant, once their list is at hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.dialogue.lookup import Again, Chosen, OfBenefit, WithStatus
from bot.dialogue.lookup_records import concerns
from bot.registry.codes import CLAIM_STATUSES_FINAL
from bot.registry.records import Claim

Claims = Sequence[Claim]
# where another claim has what the one that is shown has not, that is said
_TOLD_ELSEWHERE = ("papers", "refused", "appeal")


def present_first(claims: Claims, today: date) -> tuple[Claim, ...]:
    """What still goes on before what is over, otherwise in the same order."""
    return tuple(sorted(claims, key=lambda claim: _is_over(claim, today)))


def _is_over(claim: Claim, today: date) -> bool:
    """Whether nothing more is paid, expected or open to an appeal."""
    if claim.status == "rejected":
        return claim.appeal_until is None or claim.appeal_until < today
    return claim.status in CLAIM_STATUSES_FINAL


def place_of(claims: Claims, chosen: Chosen, part: str | None = None) -> int | None:
    """Where in the list the claim stands that is meant; None if it is not clear.

    Without a choice, the only one that has to do with `part`.
    """
    if len(claims) == 1 and not isinstance(chosen, int | str):
        return 0
    if isinstance(chosen, int):
        return chosen - 1 if 0 < chosen <= len(claims) else None
    if isinstance(chosen, Again):
        same = chosen.claims == len(claims) and 0 < chosen.place <= len(claims)
        return chosen.place - 1 if same else None
    if isinstance(chosen, str):
        wanted = chosen.strip().casefold()
        return _only([each.number.casefold() == wanted for each in claims])
    if isinstance(chosen, WithStatus):
        return _only([each.status == chosen.code for each in claims])
    if isinstance(chosen, OfBenefit):
        return _only([each.benefit == chosen.benefit for each in claims])
    return _only([concerns(part, each) for each in claims]) if part else None


def elsewhere(claims: Claims, shown: Claim, part: str | None) -> list[str]:
    """Numbers of other claims that have to do with `part`, if the one shown has not."""
    if part not in _TOLD_ELSEWHERE or concerns(part, shown):
        return []
    return [each.number for each in claims if each != shown and concerns(part, each)]


def _only(fits: Sequence[bool]) -> int | None:
    return fits.index(True) if sum(fits) == 1 else None
