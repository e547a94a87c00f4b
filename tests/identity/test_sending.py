"""A code goes to the right telephone, once, or to nobody."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path

import httpx
import pytest
from sqlalchemy import select, update

from bot.identity.outcomes import Check
from bot.identity.sending import CLAIM_SECONDS, sending
from bot.identity.sms import (
    HttpProvider,
    OutboxProvider,
    Sms,
    SmsRefused,
    SmsUnknown,
    SmsUnreachable,
    word,
)
from bot.identity.tables import audit, challenges
from tests.identity.conftest import HERE, Desk
from tests.identity.people import KNOWN, LANDLINE, UNKNOWN

SMS = Sms("id-1", "+601100000001", "PERKESO: 123456 ...", "123456")


def outcomes(desk: Desk) -> list[str]:
    with desk.database.read() as connection:
        query = select(audit.c.outcome).where(audit.c.what == "sms")
        return list(connection.execute(query.order_by(audit.c.sequence)).scalars())


def test_how_each_message_ended_is_on_record_without_its_number(desk: Desk) -> None:
    for number in (KNOWN, UNKNOWN, LANDLINE):
        where = f"web:{number}"
        desk.agree(where)
        desk.ask(number, where)
        desk.send()
    assert outcomes(desk) == ["sent", "nobody", "nobody"]


def test_a_service_that_says_no_is_not_asked_again(desk: Desk) -> None:
    desk.telephones.fails_with = SmsRefused("no")
    desk.agree()
    desk.ask(KNOWN)
    for _ in range(3):
        desk.send()
        desk.clock.now += 10
    assert len(desk.telephones.messages) == 1
    assert outcomes(desk) == ["refused"]


def test_a_message_that_may_have_gone_out_is_not_sent_again(desk: Desk) -> None:
    desk.telephones.fails_with = SmsUnknown("silence")
    desk.agree()
    desk.ask(KNOWN)
    for _ in range(3):
        desk.send()
        desk.clock.now += 10
    assert len(desk.telephones.messages) == 1
    assert outcomes(desk) == ["unknown"]
    # it did go out: the code is good
    assert desk.type(desk.telephones.messages[0].code) is Check.VERIFIED


def test_a_service_that_cannot_be_reached_is_tried_again(desk: Desk) -> None:
    desk.telephones.fails_with = SmsUnreachable("no connection")
    desk.agree()
    desk.ask(KNOWN)
    desk.send()
    desk.telephones.fails_with = None
    desk.send()
    assert len(desk.telephones.messages) == 1  # not at once
    desk.clock.now += 4
    desk.send()
    old, new = desk.telephones.messages
    assert outcomes(desk) == ["sent"]
    if old.code != new.code:
        assert desk.type(old.code) is Check.WRONG
    assert desk.type(new.code) is Check.VERIFIED


def test_a_service_that_stays_away_is_given_up(desk: Desk) -> None:
    desk.telephones.fails_with = SmsUnreachable("no connection")
    desk.agree()
    desk.ask(KNOWN)
    for _ in range(10):
        desk.send()
        desk.clock.now += 4
    assert len(desk.telephones.messages) == 5
    assert outcomes(desk) == ["unreachable"]


def test_a_message_whose_sender_died_is_never_sent_again(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    with desk.database.write() as connection:
        after = desk.clock.now + CLAIM_SECONDS
        connection.execute(update(challenges).values(sms="claimed", sms_after=after))
    desk.send()
    desk.clock.now += CLAIM_SECONDS
    desk.send()
    assert not desk.telephones.messages
    assert outcomes(desk) == ["unknown"]


def test_a_registry_that_is_down_delays_a_message(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    desk.people.down = True
    desk.send()
    assert not desk.telephones.messages
    desk.people.down = False
    desk.clock.now += 4
    desk.send()
    assert len(desk.telephones.messages) == 1


def test_a_code_that_would_come_too_late_is_not_sent(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    desk.clock.now += 280
    desk.send()
    assert not desk.telephones.messages
    assert outcomes(desk) == ["void"]


def test_a_conversation_that_ended_gets_no_message(desk: Desk) -> None:
    desk.agree()
    desk.ask(KNOWN)
    desk.identity.end(HERE)
    desk.send()
    assert not desk.telephones.messages


async def test_what_waits_is_sent_while_the_gateway_runs(desk: Desk) -> None:
    await asyncio.to_thread(desk.agree)
    await asyncio.to_thread(desk.ask, KNOWN)
    async with sending(desk.identity.ground, desk.telephones):
        for _ in range(100):
            if desk.telephones.messages:
                break
            await asyncio.sleep(0.05)
    assert len(desk.telephones.messages) == 1


async def test_the_file_of_messages_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "outbox" / "sms.jsonl"
    provider = OutboxProvider(path)
    await asyncio.gather(*(provider.send(SMS) for _ in range(20)))
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert lines == [{"to": SMS.to, "text": SMS.text, "code": SMS.code}] * 20
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_a_full_or_missing_disk_is_a_refusal(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SmsRefused):
        await OutboxProvider(tmp_path / "file" / "sms.jsonl").send(SMS)


@pytest.mark.parametrize(
    ("status", "error"), [(400, SmsRefused), (401, SmsRefused), (500, SmsUnknown)]
)
async def test_what_the_service_says_becomes_one_of_three_errors(
    status: int, error: type[Exception]
) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status))
    provider = HttpProvider("https://sms.example/send", "key", transport=transport)
    with pytest.raises(error) as caught:
        await provider.send(SMS)
    await provider.close()
    assert SMS.to not in str(caught.value)
    assert SMS.code not in str(caught.value)


@pytest.mark.parametrize(
    ("raised", "error"),
    [
        (httpx.ConnectError("+601100000001"), SmsUnreachable),
        (httpx.ConnectTimeout("+601100000001"), SmsUnreachable),
        (httpx.ReadTimeout("+601100000001"), SmsUnknown),
        (httpx.RemoteProtocolError("+601100000001"), SmsUnknown),
    ],
)
async def test_silence_is_told_from_no_connection(
    raised: Exception, error: type[Exception]
) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        raise raised

    transport = httpx.MockTransport(answer)
    provider = HttpProvider("https://sms.example/send", "key", transport=transport)
    with pytest.raises(error) as caught:
        await provider.send(SMS)
    await provider.close()
    assert SMS.to not in str(caught.value)
    assert caught.value.__cause__ is None


async def test_the_service_gets_number_text_and_a_name_to_know_it_again() -> None:
    got: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        got.append(request)
        return httpx.Response(202)

    provider = HttpProvider(
        "https://sms.example/send", "key", transport=httpx.MockTransport(answer)
    )
    await provider.send(SMS)
    await provider.close()
    assert json.loads(got[0].content) == {"id": SMS.id, "to": SMS.to, "text": SMS.text}
    assert got[0].headers["authorization"] == "Bearer key"
    assert got[0].headers["idempotency-key"] == SMS.id


@pytest.mark.parametrize(("language", "never"), [("ms", "Jangan"), ("en", "nobody")])
def test_the_message_fits_one_text_and_warns(language: str, never: str) -> None:
    text = word("123456", language)
    assert len(text) <= 160
    assert text.isascii()
    assert "123456" in text
    assert never in text


def test_an_sms_shows_neither_number_nor_code_when_it_is_printed() -> None:
    assert SMS.to not in repr(SMS)
    assert SMS.code not in repr(SMS)
