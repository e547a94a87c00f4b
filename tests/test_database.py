"""One way to open a database, also one that an earlier version made."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Column, Integer, MetaData, String, Table, insert, select

from bot.database import Database


def test_a_table_of_an_earlier_version_gets_the_columns_it_lacks(
    tmp_path: Path,
) -> None:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    before = MetaData()
    old = Table("people", before, Column("name", String, primary_key=True))
    database = Database(url, tables=before)
    with database.write() as connection:
        connection.execute(insert(old).values(name="Aminah"))
    database.close()

    now = MetaData()
    new = Table(
        "people",
        now,
        Column("name", String, primary_key=True),
        Column("visits", Integer, nullable=False, server_default="0"),
        Column("note", String),
    )
    database = Database(url, tables=now)
    with database.read() as connection:
        assert connection.execute(select(new)).all() == [("Aminah", 0, None)]
    database.close()
