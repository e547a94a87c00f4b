"""Puts staged rows in force, in the one transaction of whoever calls.

A row whose key is on record changes that record, any other adds one; what no row names
stays as it is. Rows that contradict each other or the records are rejected here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

from bot.errors import RegistryUnavailable
from bot.registry.codes import DOCUMENTS
from bot.registry.staging import STAGED, extract_file, extract_rejection
from bot.registry.tables import (
    claim,
    claim_event,
    contribution,
    employer,
    missing_document,
    person,
    registration,
)

# what makes two rows of a kind be about the same thing
KEYS = {
    "person": ("ic",),
    "employer": ("code",),
    "registration": ("ic", "scheme", "registered_on"),
    "contribution": ("receipt",),
    "claim": ("number",),
    "claim_event": ("number", "step"),
}


def put_in_force(connection: Connection, files: Sequence[int]) -> None:
    """All staged rows of these files. Raises RegistryUnavailable if rows are lost."""
    Forcing(connection, files).run()


class Forcing:
    """One putting in force."""

    def __init__(self, connection: Connection, files: Sequence[int]) -> None:
        self._connection = connection
        self._files = list(files)

    def run(self) -> None:
        """In the order of STAGED, for rows may name what stands before them."""
        self._refresh_statistics()
        for kind in STAGED:
            self._reject_repeated(kind)
            getattr(self, f"_{kind}")()
        self._check_counts()
        for kind in STAGED:
            staged = STAGED[kind]
            self._connection.execute(sa.delete(staged).where(self._ours(staged)))

    def _ours(self, table: sa.Table) -> Any:
        return table.c.file_id.in_(self._files)

    def _refresh_statistics(self) -> None:
        if self._connection.dialect.name == "postgresql":
            for staged in STAGED.values():
                self._connection.exec_driver_sql(f"ANALYZE {staged.name}")

    def _person(self) -> None:
        staged = STAGED["person"]
        names = ["key", "ic", "name", "phone", "birth_date", "died_on"]
        rows = sa.select(*(staged.c[name] for name in names), sa.false().label("demo"))
        # `key` is for those who are new: whoever is on record keeps theirs
        self._upsert(person, [*names, "demo"], rows, staged, ("ic",), but=("key",))

    def _employer(self) -> None:
        staged = STAGED["employer"]
        rows = sa.select(staged.c.code, staged.c.name)
        self._upsert(employer, ["code", "name"], rows, staged, ("code",))

    def _registration(self) -> None:
        staged = STAGED["registration"]
        self._reject_unknown_person("registration")
        names = [name for name in registration.c.keys() if name in staged.c]  # noqa: SIM118
        rows = sa.select(person.c.id, *(staged.c[name] for name in names))
        rows = rows.select_from(staged.join(person, staged.c.ic == person.c.ic))
        key = ("person_id", "scheme", "registered_on")
        self._upsert(registration, ["person_id", *names], rows, staged, key)

    def _contribution(self) -> None:
        staged = STAGED["contribution"]
        self._reject_unknown_person("contribution")
        code = staged.c.employer_code
        nobody = ~sa.exists().where(employer.c.code == code)
        unknown = self._places("contribution", sa.and_(code.isnot(None), nobody))
        self._reject("contribution", unknown, "unknown_employer", "employer_code")
        self._reject_others("contribution", contribution, "receipt")
        names = [name for name in contribution.c.keys() if name in staged.c]  # noqa: SIM118
        rows = sa.select(
            person.c.id, employer.c.id, *(staged.c[name] for name in names)
        ).select_from(
            staged.join(person, staged.c.ic == person.c.ic).outerjoin(
                employer, code == employer.c.code
            )
        )
        into = ["person_id", "employer_id", *names]
        self._upsert(contribution, into, rows, staged, ("receipt",))

    def _claim(self) -> None:
        staged = STAGED["claim"]
        self._reject_unknown_person("claim")
        self._reject_others("claim", claim, "number")
        names = [name for name in claim.c.keys() if name in staged.c]  # noqa: SIM118
        rows = sa.select(person.c.id, *(staged.c[name] for name in names))
        rows = rows.select_from(staged.join(person, staged.c.ic == person.c.ic))
        self._upsert(claim, ["person_id", *names], rows, staged, ("number",))
        self._missing_documents(staged)

    def _missing_documents(self, staged: sa.Table) -> None:
        named = sa.select(claim.c.id).join(staged, staged.c.number == claim.c.number)
        named = named.where(self._ours(staged))
        old = sa.delete(missing_document).where(missing_document.c.claim_id.in_(named))
        self._connection.execute(old)
        sqlite_is_it = self._connection.dialect.name == "sqlite"
        place = sa.func.instr if sqlite_is_it else sa.func.strpos
        listed = sa.literal(";").concat(staged.c.missing_documents).concat(";")
        for code in DOCUMENTS:
            at = place(listed, f";{code};")  # where it stands gives the order
            rows = sa.select(claim.c.id, at, sa.literal(code)).join(
                staged, staged.c.number == claim.c.number
            )
            rows = rows.where(self._ours(staged), at > 0)
            into = ["claim_id", "position", "code"]
            self._connection.execute(
                sa.insert(missing_document).from_select(into, rows)
            )

    def _claim_event(self) -> None:
        staged = STAGED["claim_event"]
        nobody = ~sa.exists().where(claim.c.number == staged.c.number)
        places = self._places("claim_event", nobody)
        self._reject("claim_event", places, "unknown_claim", "number")
        names = [name for name in claim_event.c.keys() if name in staged.c]  # noqa: SIM118
        rows = sa.select(claim.c.id, *(staged.c[name] for name in names))
        rows = rows.select_from(staged.join(claim, staged.c.number == claim.c.number))
        key = ("claim_id", "step")
        self._upsert(claim_event, ["claim_id", *names], rows, staged, key)

    def _upsert(
        self,
        table: sa.Table,
        names: list[str],
        rows: Any,
        staged: sa.Table,
        key: tuple[str, ...],
        *,
        but: tuple[str, ...] = (),
    ) -> None:
        insert = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}[
            self._connection.dialect.name
        ]
        in_order = rows.where(self._ours(staged)).order_by(
            staged.c.file_id, staged.c.line
        )
        statement = insert(table).from_select(names, in_order)
        change = {
            name: statement.excluded[name] for name in names if name not in (*key, *but)
        }
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=list(key), set_=change)
        )

    def _reject_repeated(self, kind: str) -> None:
        staged = STAGED[kind]
        order = sa.func.row_number().over(
            partition_by=[staged.c[name] for name in KEYS[kind]],
            order_by=[staged.c.file_id, staged.c.line],
        )
        counted = sa.select(staged.c.file_id, staged.c.line, order.label("n"))
        ranked = counted.where(self._ours(staged)).subquery()
        where = sa.select(ranked.c.file_id, ranked.c.line).where(ranked.c.n > 1)
        self._reject(kind, where, "repeated_key", KEYS[kind][-1])

    def _reject_unknown_person(self, kind: str) -> None:
        staged = STAGED[kind]
        nobody = ~sa.exists().where(person.c.ic == staged.c.ic)
        self._reject(kind, self._places(kind, nobody), "unknown_person", "ic")

    def _reject_others(self, kind: str, table: sa.Table, name: str) -> None:
        staged = STAGED[kind]
        theirs = sa.exists().where(
            table.c[name] == staged.c[name],
            table.c.person_id == person.c.id,
            person.c.ic != staged.c.ic,
        )
        places = self._places(kind, theirs)
        self._reject(kind, places, f"{name}_of_somebody_else", name)

    def _places(self, kind: str, condition: Any) -> Any:
        staged = STAGED[kind]
        rows = sa.select(staged.c.file_id, staged.c.line)
        return rows.where(self._ours(staged), condition)

    def _reject(self, kind: str, places: Any, reason: str, field: str) -> None:
        staged = STAGED[kind]
        why = (sa.literal(each) for each in (kind, reason, field))
        rows = places.add_columns(*why)
        into = ["file_id", "line", "record", "reason", "field"]
        statement = sa.insert(extract_rejection).from_select(into, rows)
        if self._connection.execute(statement).rowcount:
            refused = sa.exists().where(
                extract_rejection.c.file_id == staged.c.file_id,
                extract_rejection.c.line == staged.c.line,
            )
            gone = sa.delete(staged).where(self._ours(staged), refused)
            self._connection.execute(gone)

    def _count(self, table: sa.Table, file: int) -> int:
        counted = sa.select(sa.func.count()).select_from(table)
        found = self._connection.execute(counted.where(table.c.file_id == file))
        return int(found.scalar_one())

    def _check_counts(self) -> None:
        for file in self._files:
            rejected = self._count(extract_rejection, file)
            accepted = sum(self._count(each, file) for each in STAGED.values())
            found = sa.select(extract_file.c.rows_read).where(extract_file.c.id == file)
            if self._connection.execute(found).scalar_one() != accepted + rejected:
                raise RegistryUnavailable("lines of an extract were lost on the way")
            change = sa.update(extract_file).where(extract_file.c.id == file)
            now = datetime.now(timezone.utc)
            self._connection.execute(
                change.values(rows_rejected=rejected, in_force_at=now)
            )
