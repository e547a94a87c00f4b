"""What the gateway keeps. Moments are seconds since 1970, UTC."""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")

conversations = Table(
    "conversations",
    metadata,
    Column("id", String(80), primary_key=True),
    Column("channel", String(16), nullable=False),
    Column("session_hash", String(64), unique=True),  # the session itself is nowhere
    Column("state", String(16), nullable=False),  # bot, waiting, person, closed
    Column("chosen_language", String(8)),  # by hand; it sticks
    Column("language", String(8)),  # of the latest message that had one
    Column("awaiting", String(16)),  # what the latest reply asked for
    Column("created_at", Float, nullable=False),
    Column("seen_at", Float, nullable=False),
    # the brain still holds words of a conversation that was to be forgotten
    Column("brain_to_forget", Integer, nullable=False, server_default="0"),
    Column("memory", Text),  # JSON: where the dialogue stands; no identity
    # the latest turn was answered without the brain, which has to be told
    Column("standby", Integer, nullable=False, server_default="0"),
    Column("agent", String(80)),  # the officer who has it, in state person
    Column("state_at", Float),  # since when it is in its state
    Column("lease_owner", String(40)),  # whoever takes its turns at present
    Column("lease_until", Float, nullable=False, default=0.0),
)

inbox = Table(
    "inbox",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("conversation", String(80), ForeignKey("conversations.id"), nullable=False),
    Column("channel", String(16), nullable=False),
    Column("message_id", String(200), nullable=False),  # the sender's own
    Column("status", String(16), nullable=False),  # open, or how it was closed
    Column("text", Text),  # redacted; emptied when the turn closes
    Column("payload", Text),
    Column("fixed", String(24)),  # name of a reply that needs no brain
    Column("address", String(24)),  # keyed hash of where it came from; emptied likewise
    Column("language", String(8), nullable=False),
    Column("answer_language", String(8), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("accepted_at", Float, nullable=False),
    Column("noticed_at", Float),
    Column("closed_at", Float),
    UniqueConstraint("channel", "message_id"),
    Index("inbox_waiting", "status", "conversation", "id"),
    Index("inbox_of_conversation", "conversation"),
    sqlite_autoincrement=True,  # an id is a turn's name for ever
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("conversation", String(80), ForeignKey("conversations.id"), nullable=False),
    Column("turn", Number),
    Column("kind", String(16), nullable=False),  # person, message, notice, turn, closed
    Column("body", Text, nullable=False),  # JSON, as clients receive it
    Column("created_at", Float, nullable=False),
    Index("outbox_in_order", "conversation", "id"),
    sqlite_autoincrement=True,  # clients resume by id
)

# turns that ended in an apology, until an operator has looked at them
dead_letters = Table(
    "dead_letters",
    metadata,
    Column("turn", Number, primary_key=True, autoincrement=False),
    Column("conversation", String(80), ForeignKey("conversations.id"), nullable=False),
    Column("reason", String(24), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("text", Text),  # redacted, as it stood in the inbox
    Column("payload", Text),
    Column("language", String(8), nullable=False),
    Column("answer_language", String(8), nullable=False),
    Column("died_at", Float, nullable=False),
    Column("replayed_as", Number),
    Index("dead_letters_of_conversation", "conversation"),
)

buttons = Table(
    "buttons",
    metadata,
    Column("id", String(24), primary_key=True),
    Column("conversation", String(80), ForeignKey("conversations.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("expires_at", Float, nullable=False),
    Index("buttons_of_conversation", "conversation"),
)
