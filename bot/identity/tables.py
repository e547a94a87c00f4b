"""What identity keeps. Moments are seconds since 1970, UTC; nobody is named anywhere.

A person stands in these tables as a keyed hash (`subject`), or sealed.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    BigInteger,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
)

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")

sealed = Table(
    "vault",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("token", String(16), primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("key_id", String(16), nullable=False),
    Column("secret", LargeBinary, nullable=False),
    Column("expires_at", Float, nullable=False, index=True),
)

consents = Table(
    "consents",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("language", String(8), nullable=False),
    Column("at", Float, nullable=False, index=True),
)

# a code that somebody asked for; also for people who are not on record
challenges = Table(
    "challenges",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("conversation", String(80), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("number", LargeBinary, nullable=False),  # sealed
    Column("language", String(8), nullable=False),
    Column("demo", Integer, nullable=False),  # such a number can belong to nobody
    Column("held", Integer, nullable=False),  # too many for this person: never sent
    Column("open", Integer, nullable=False),
    Column("guesses", Integer, nullable=False),
    Column("created_at", Float, nullable=False, index=True),
    Column("expires_at", Float, nullable=False),
    # set by the sender, when there is somebody to send to
    Column("person", LargeBinary),  # the registry's key, sealed
    Column("code_hash", String(64)),
    # the sender's queue: waiting, claimed, or how it ended
    Column("sms", String(16), nullable=False),
    Column("sms_after", Float, nullable=False),
    Column("sms_tries", Integer, nullable=False),
    Index("challenges_of_conversation", "conversation", "created_at"),
    Index("challenges_to_send", "sms", "sms_after"),
)

verified = Table(
    "verified",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("challenge", String(32), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("person", LargeBinary, nullable=False),  # the registry's key, sealed
    Column("at", Float, nullable=False),
    Column("used_at", Float, nullable=False),
    Column("until", Float, nullable=False, index=True),
)

# which conversations ever showed records: their texts are kept longer
proven = Table(
    "proven",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("at", Float, nullable=False, index=True),
)

# what was counted against a person, a conversation, an address
counted = Table(
    "counted",
    metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("what", String(16), nullable=False),
    Column("who", String(100), nullable=False),
    Column("detail", String(64), nullable=False),
    Column("at", Float, nullable=False, index=True),
    Index("counted_of", "what", "who", "at"),
)

# what a turn has done already, so that it is done once
done = Table(
    "done",
    metadata,
    Column("conversation", String(80), primary_key=True),
    Column("message_id", String(200), primary_key=True),
    Column("what", String(48), primary_key=True),
    Column("outcome", String(64), nullable=False),
    Column("at", Float, nullable=False, index=True),
)

audit = Table(
    "audit",
    metadata,
    Column("sequence", Number, primary_key=True, autoincrement=False),
    Column("at", Float, nullable=False),
    Column("who", String(100), nullable=False),
    Column("what", String(24), nullable=False),
    Column("why", String(200), nullable=False),
    Column("outcome", String(24), nullable=False),
    Column("subject", String(64), nullable=False),
    Column("before", String(64), nullable=False),  # chain of the row in front
    Column("chain", String(64), nullable=False),
)

# where the chain begins and ends: rows taken away at either end are missed
audit_ends = Table(
    "audit_ends",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("first", Number, nullable=False),
    Column("before_first", String(64), nullable=False),
    Column("last", Number, nullable=False),
    Column("chain", String(64), nullable=False),
    Column("seal", String(64), nullable=False),
)

# The clock of the database, not ours: a row is let go seven years after it was written.
_YEARS = 7 * 365 * 86_400
_ON_SQLITE = (
    """CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit rows are never changed'); END""",
    f"""CREATE TRIGGER audit_kept BEFORE DELETE ON audit
    WHEN OLD.at > CAST(strftime('%%s', 'now') AS REAL) - {_YEARS}
    BEGIN SELECT RAISE(ABORT, 'audit rows are kept'); END""",
)
_ENDS_ON_SQLITE = (
    """CREATE TRIGGER audit_ends_forward BEFORE UPDATE ON audit_ends
    WHEN NEW.last < OLD.last OR NEW.first < OLD.first
    BEGIN SELECT RAISE(ABORT, 'the audit chain only grows'); END""",
    """CREATE TRIGGER audit_ends_kept BEFORE DELETE ON audit_ends
    BEGIN SELECT RAISE(ABORT, 'the audit chain has ends'); END""",
)
_ON_POSTGRESQL = (
    f"""CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND TG_LEVEL = 'ROW' THEN
        IF OLD.at <= extract(epoch FROM now()) - {_YEARS} THEN RETURN OLD; END IF;
      END IF;
      RAISE EXCEPTION 'audit rows are kept, and never changed';
    END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER audit_unchanged BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION audit_refuse()""",
    """CREATE TRIGGER audit_whole BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()""",
)
_ENDS_ON_POSTGRESQL = (
    """CREATE OR REPLACE FUNCTION audit_ends_refuse() RETURNS trigger AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF NEW.last >= OLD.last AND NEW.first >= OLD.first THEN RETURN NEW; END IF;
      END IF;
      RAISE EXCEPTION 'the audit chain only grows';
    END $$ LANGUAGE plpgsql""",
    """CREATE TRIGGER audit_ends_forward BEFORE UPDATE OR DELETE ON audit_ends
    FOR EACH ROW EXECUTE FUNCTION audit_ends_refuse()""",
    """CREATE TRIGGER audit_ends_whole BEFORE TRUNCATE ON audit_ends
    FOR EACH STATEMENT EXECUTE FUNCTION audit_ends_refuse()""",
)
for _table, _dialect, _statements in (
    (audit, "sqlite", _ON_SQLITE),
    (audit_ends, "sqlite", _ENDS_ON_SQLITE),
    (audit, "postgresql", _ON_POSTGRESQL),
    (audit_ends, "postgresql", _ENDS_ON_POSTGRESQL),
):
    for _statement in _statements:
        event.listen(
            _table, "after_create", DDL(_statement).execute_if(dialect=_dialect)
        )
