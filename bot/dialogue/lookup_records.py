"""Records as plain JSON, ready to be sealed: what a result needs in order to be worded.

Cover and gaps are worked out here, from the payments that count; so is the day by which
the charter lets a claim be expected. Names and numbers of people are never in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from bot.clock import MALAYSIA
from bot.registry.records import Claim, Contribution, Registration

MOST_CLAIMS = 6  # in a list to choose from; what is over comes last
PREPAID = ("skssr", "sksps")  # schemes whose cover is what was paid for in advance
_DAY = timedelta(days=1)
_ENDED = ("lapsed", "ended", "rejected")  # registrations that give no cover any more
# statuses of a claim in which the charter's days may be running
_RUNNING = ("received", "under_review")

# question, day of complete papers -> how many days, and the last of them
Charter = Callable[[str, date], tuple[int, date] | None]


def registration_body(
    registrations: Sequence[Registration],
    contributions: Sequence[Contribution],
    *,
    as_at: datetime,
    today: date,
    part: str | None = None,
) -> dict[str, Any]:
    """Registrations, and the cover that payments give."""
    items = [
        {
            "scheme": each.scheme,
            "status": each.status,
            "plan": each.plan,
            "registered_on": each.registered_on.isoformat(),
            "cover_from": _iso(each.cover_from),
            "cover_until": _iso(each.cover_until),
        }
        for each in sorted(registrations, key=lambda one: _is_over(one, today))
    ]
    cover = cover_of(contributions, today)
    return _body("registration", as_at, part=part, items=items, cover=cover)


def contributions_body(
    contributions: Sequence[Contribution],
    *,
    as_at: datetime,
    today: date,
    part: str | None = None,
) -> dict[str, Any]:
    """The last payments, newest first, and the cover that they give."""
    items = [
        {
            "scheme": each.scheme,
            "status": each.status,
            "amount": str(each.amount),
            "receipt": each.receipt,
            "employer": each.employer,
            "received_on": each.received_at.astimezone(MALAYSIA).date().isoformat(),
            "cover_from": each.cover_from.isoformat(),
            "cover_until": each.cover_until.isoformat(),
        }
        for each in contributions
    ]
    return _body(
        "contributions",
        as_at,
        part=part,
        items=items,
        cover=cover_of(contributions, today),
        statuses=any(each.status != "credited" for each in contributions),
    )


def claims_body(claims: Sequence[Claim], *, as_at: datetime) -> dict[str, Any]:
    """Several claims to choose from, or none."""
    items = [
        {
            "number": each.number,
            "scheme": each.scheme,
            "benefit": each.benefit,
            "status": each.status,
            "filed_on": each.filed_on.isoformat(),
        }
        for each in claims[:MOST_CLAIMS]
    ]
    return _body("claims", as_at, items=items, total=len(claims), statuses=bool(claims))


def concerns(part: str, claim: Claim) -> bool:
    """Whether there is something to tell about this part of `claim`."""
    refused = claim.status == "rejected" or claim.decision == "rejected"
    if part == "papers":
        return bool(claim.missing_documents)
    if part == "refused":
        return refused
    if part == "appeal":
        return refused or claim.appeal_until is not None
    if part == "pay":
        return claim.status in ("approved", "in_payment", "paid")
    return part == "wait" and claim.decision is None and claim.status != "withdrawn"


def claim_body(
    claim: Claim,
    *,
    as_at: datetime,
    today: date,
    charter: Charter,
    part: str | None = None,
    elsewhere: Sequence[str] = (),
) -> dict[str, Any]:
    """One claim in full, or a part of it; `elsewhere`: claims where there is more."""
    item = {
        "number": claim.number,
        "scheme": claim.scheme,
        "benefit": claim.benefit,
        "status": claim.status,
        "filed_on": claim.filed_on.isoformat(),
        "status_on": claim.status_on.isoformat(),
        "history": [
            {"status": step.status, "on": _iso(step.on), "note_code": step.note_code}
            for step in claim.history
        ],
        "missing_documents": list(claim.missing_documents),
        "decision": claim.decision,
        "decided_on": _iso(claim.decided_on),
        "appeal_until": _iso(claim.appeal_until),
        "appeal_over": bool(claim.appeal_until and claim.appeal_until < today),
        "expected": _expected(claim, today, charter),
    }
    return _body("claim", as_at, part=part, items=[item], elsewhere=list(elsewhere))


def _body(kind: str, as_at: datetime, **more: Any) -> dict[str, Any]:
    told = {name: value for name, value in more.items() if value is not None}
    return {"kind": kind, "as_at": as_at.astimezone(MALAYSIA).isoformat(), **told}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _expected(claim: Claim, today: date, charter: Charter) -> dict[str, Any] | None:
    """When it may be expected; empty without a charter, None when none is running."""
    if claim.status not in _RUNNING or claim.missing_documents:
        return None
    since = claim.filed_on
    for step in claim.history:
        if step.status == "medical_board":
            return None  # the charter says nothing of how long a board takes
        if step.note_code == "documents_arrived":
            since = step.on
    promised = charter(f"claim.{claim.scheme}.{claim.benefit}", since)
    if promised is None:
        return {}
    days, by = promised
    return {
        "by": by.isoformat(),
        "days": days,
        "since": since.isoformat(),
        "over": by < today,
    }


def cover_of(
    contributions: Iterable[Contribution], today: date
) -> list[dict[str, Any]]:
    """For each scheme: covered now, later or no more, and the gaps in between."""
    spells: dict[str, list[tuple[date, date]]] = {}
    for each in contributions:
        if each.status == "credited":
            paid = (each.cover_from, each.cover_until)
            spells.setdefault(each.scheme, []).append(paid)
    told = [
        {"scheme": scheme, **_state(scheme, _joined(listed), today)}
        for scheme, listed in spells.items()
    ]
    return sorted(told, key=lambda cover: cover["state"] == "over")


def _is_over(registration: Registration, today: date) -> bool:
    """Whether a cover has run out or ended: it is told after what holds today."""
    ended = registration.cover_until is not None and registration.cover_until < today
    return ended or registration.status in _ENDED


def _joined(spells: list[tuple[date, date]]) -> list[tuple[date, date]]:
    """Spells in order, those that touch or overlap made one."""
    joined: list[tuple[date, date]] = []
    for start, end in sorted(spells):
        if joined and start <= joined[-1][1] + _DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined


def _state(
    scheme: str, spells: list[tuple[date, date]], today: date
) -> Mapping[str, Any]:
    gaps = [
        [(before[1] + _DAY).isoformat(), (after[0] - _DAY).isoformat()]
        for before, after in pairwise(spells)
    ]
    if scheme not in PREPAID:
        # an employer pays afterwards: months paid say nothing of cover today
        until = spells[-1][1].isoformat()
        return {"state": "months", "until": until, "gaps": gaps}
    now = next((spell for spell in spells if spell[0] <= today <= spell[1]), None)
    if now:
        return {"state": "now", "until": now[1].isoformat(), "gaps": gaps}
    later = next((spell for spell in spells if spell[0] > today), None)
    if later:
        return {"state": "later", "start": later[0].isoformat(), "gaps": gaps}
    return {"state": "over", "until": spells[-1][1].isoformat(), "gaps": gaps}
