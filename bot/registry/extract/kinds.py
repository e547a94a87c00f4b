"""The kinds of row in an extract, and what each field of them may hold."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.registry import codes
from bot.registry.extract.values import (
    Reader,
    Refused,
    day,
    documents,
    identity_number,
    moment,
    money,
    number,
    one_of,
    phone,
    reference,
    words,
)

Row = dict[str, Any]


@dataclass(frozen=True)
class Field:
    """One column."""

    read: Reader
    needed: bool = True
    otherwise: Any = None  # what an empty one means


@dataclass(frozen=True)
class Kind:
    """One kind of row: its fields, and what must hold between them."""

    name: str
    fields: Mapping[str, Field]
    check: Callable[[Row], None]

    @property
    def needed(self) -> set[str]:
        """The columns without which a file is not one of this kind."""
        return {name for name, field in self.fields.items() if field.needed}

    def read(self, told: Mapping[str, str]) -> Row:
        """A row to be staged. Raises Refused, naming the field."""
        row: Row = {}
        for name, field in self.fields.items():
            text = told.get(name, "").strip()
            try:
                row[name] = field.read(text) if text else _empty(field)
            except Refused as error:
                raise Refused(error.reason, name, text) from None
        self.check(row)
        return row


def _empty(field: Field) -> Any:
    if field.needed:
        raise Refused("missing")
    return field.otherwise


def _optional(read: Reader, otherwise: Any = None) -> Field:
    return Field(read, needed=False, otherwise=otherwise)


def _ordered(row: Row, first: str, last: str) -> None:
    if row[first] and row[last] and row[first] > row[last]:
        raise Refused("dates_in_wrong_order", last)


def _check_person(row: Row) -> None:
    _ordered(row, "birth_date", "died_on")
    row["key"] = secrets.token_hex(16)  # kept only for somebody who is new


def _check_cover(row: Row) -> None:
    _ordered(row, "cover_from", "cover_until")


def _check_claim(row: Row) -> None:
    _ordered(row, "filed_on", "status_on")
    _ordered(row, "filed_on", "decided_on")
    if (row["decision"] is None) != (row["decided_on"] is None):
        raise Refused("decision_without_day_or_day_without_decision", "decision")


def _nothing_more(_: Row) -> None:
    return


_SCHEME = Field(one_of(codes.SCHEMES))
_PLAN = _optional(number(1, 4))
_DAY = Field(day)
_MAYBE_DAY = _optional(day)
_IC = Field(identity_number)

KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "person",
            {
                "ic": _IC,
                "name": Field(words(200)),
                "phone": _optional(phone),
                "birth_date": _DAY,
                "died_on": _MAYBE_DAY,
            },
            _check_person,
        ),
        Kind(
            "employer",
            {"code": Field(reference(20)), "name": Field(words(200))},
            _nothing_more,
        ),
        Kind(
            "registration",
            {
                "ic": _IC,
                "scheme": _SCHEME,
                "status": Field(one_of(codes.REGISTRATION_STATUSES)),
                "plan": _PLAN,
                "registered_on": _DAY,
                "cover_from": _MAYBE_DAY,
                "cover_until": _MAYBE_DAY,
            },
            _check_cover,
        ),
        Kind(
            "contribution",
            {
                "ic": _IC,
                "scheme": _SCHEME,
                "status": _optional(one_of(codes.PAYMENT_STATUSES), "credited"),
                "receipt": Field(reference(30)),
                "amount": Field(money),
                "received_at": Field(moment),
                "cover_from": _DAY,
                "cover_until": _DAY,
                "employer_code": _optional(reference(20)),
            },
            _check_cover,
        ),
        Kind(
            "claim",
            {
                "ic": _IC,
                "number": Field(reference(30)),
                "scheme": _SCHEME,
                "benefit": Field(one_of(codes.BENEFITS)),
                "status": Field(one_of(codes.CLAIM_STATUSES)),
                "filed_on": _DAY,
                "status_on": _DAY,
                "decision": _optional(one_of(codes.DECISIONS)),
                "decided_on": _MAYBE_DAY,
                "appeal_until": _MAYBE_DAY,
                "missing_documents": _optional(documents),
            },
            _check_claim,
        ),
        Kind(
            "claim_event",
            {
                "number": Field(reference(30)),
                "step": Field(number(1, 999)),
                "status": Field(one_of(codes.CLAIM_STATUSES)),
                "happened_on": _DAY,
                "note_code": _optional(one_of(codes.CLAIM_NOTES)),
            },
            _nothing_more,
        ),
    )
}
