"""What the Telegram channel keeps. A chat id stands in one table and nowhere else."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, Integer, String, Table, Text

from bot.gateway.tables import Number, metadata

chats = Table(
    "telegram_chats",
    metadata,
    Column("chat", BigInteger, primary_key=True, autoincrement=False),
    Column("conversation", String(80), nullable=False, unique=True),
    Column("generation", Integer, nullable=False),  # another after each deletion
    Column("state", String(16), nullable=False),  # active, or blocked by the person
    Column("language_asked", Integer, nullable=False),  # the two buttons were shown
    # the outbox up to here is delivered, and so many parts of what follows
    Column("delivered", Number, nullable=False),
    Column("part", Integer, nullable=False),
    # of the part that is next: sends that failed, sends whose result is not known
    Column("failures", Integer, nullable=False),
    Column("unknowns", Integer, nullable=False),
    Column("retry_at", Float, nullable=False),
)

dead = Table(
    "telegram_dead",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("conversation", String(80), nullable=False),
    Column("event", Number, nullable=False),  # of the outbox
    Column("part", Integer, nullable=False),
    Column("reason", String(24), nullable=False),
    Column("at", Float, nullable=False),
    Column("again", Integer, nullable=False),  # an operator wants it tried again
    Index("telegram_dead_of_conversation", "conversation"),
)

# messages that showed a record: they can be taken away again
shown_records = Table(
    "telegram_shown_records",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("message", BigInteger, primary_key=True, autoincrement=False),
    Column("shown_at", Float, nullable=False),
)

links = Table(
    "telegram_links",
    metadata,
    Column("code", String(64), primary_key=True),
    Column("question", Text, nullable=False),
    Column("expires_at", Float, nullable=False),
)

leases = Table(
    "telegram_leases",
    metadata,
    Column("name", String(24), primary_key=True),
    Column("owner", String(40)),
    Column("until", Float, nullable=False),
)
