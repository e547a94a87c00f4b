"""After a whole run no number, telephone or code stands in a database or a log."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.database import Database
from bot.identity.outcomes import Check, Start
from bot.identity.redaction import redact
from bot.identity.retention import purge
from bot.identity.sms import SmsUnknown
from bot.identity.tables import metadata
from tests.identity.conftest import HERE, Desk, wrong
from tests.identity.people import KNOWN, OTHER, PEOPLE, PHONE, UNKNOWN
from tests.leaks import leaks, spellings, suspicious


def test_no_number_telephone_or_code_is_readable_after_a_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    database = Database(f"sqlite:///{tmp_path / 'identity.db'}", tables=metadata)
    desk = Desk(database)
    for number in (UNKNOWN, KNOWN):
        desk.agree()
        typed = f"{number[:6]}-{number[6:8]}-{number[8:]} ya"
        seen = redact(typed, lambda kind, value: desk.vault.seal(HERE, kind, value))
        assert number[-4:] not in seen.text
        assert desk.ask(number) is Start.SENT
    code = desk.code()
    assert desk.type(wrong(code)) is Check.WRONG
    assert desk.type(code) is Check.VERIFIED
    desk.identity.look_up(HERE, "claims", message_id="x")
    desk.identity.keep_result(HERE, {"claims": ["DEMO-1"]}, message_id="x")
    desk.vault.carry(HERE, OTHER[:8])
    desk.telephones.fails_with = SmsUnknown("silence")
    desk.ask(OTHER)
    desk.send()
    purge(desk.identity.ground, verified_chat_days=90, audit_years=7, var=tmp_path)
    (tmp_path / "log").write_text(caplog.text)
    phones = [person.phone for person in PEOPLE.values() if person.phone]
    codes = [sms.code for sms in desk.telephones.messages]
    found = leaks([tmp_path], numbers=[*PEOPLE, UNKNOWN], phones=phones, codes=codes)
    assert not found
    assert not suspicious([tmp_path])
    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*.*"))
    for plain in (
        code,
        OTHER[:8],
        "DEMO-1",
        *(person.key for person in PEOPLE.values()),
    ):
        assert plain.encode() not in everything
    database.close()


@pytest.mark.parametrize("spelling", sorted(spellings(KNOWN)))
def test_the_search_finds_a_number_in_any_spelling(
    tmp_path: Path, spelling: bytes
) -> None:
    (tmp_path / "some.db-wal").write_bytes(b"\0\1ic: " + spelling + b"\0")
    assert leaks([tmp_path], numbers=[KNOWN])
    assert suspicious([tmp_path])


def test_the_search_finds_telephones_and_codes(tmp_path: Path) -> None:
    (tmp_path / "a.log").write_text('{"text": "123456"} call 011-00000001 now')
    assert len(leaks([tmp_path], phones=[PHONE], codes=["123456"])) == 2
