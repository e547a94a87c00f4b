"""Who reads too slowly is dropped, disturbs nobody, and loses nothing."""

from __future__ import annotations

import socket
from dataclasses import replace

import httpx
import pytest
from sqlalchemy import text

from bot.database import Database
from bot.gateway import tables
from bot.gateway.__main__ import listen
from bot.gateway.limits import Limits, Rate
from bot.gateway.patient import PatientStream
from bot.settings import Settings
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually, free_port

LONG = "panjang " * 8_000


@pytest.fixture
def gateway(
    make_gateway: MakeGateway, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> Gateway:
    monkeypatch.setattr(PatientStream, "write_seconds", 0.5)
    quick = Rate(10_000, 10_000.0)
    return make_gateway(settings, limits=replace(Limits(), local=quick))


def streams_open(gateway: Gateway) -> float:
    told = httpx.get(f"{gateway.url}/metrics", trust_env=False).text
    (line,) = [x for x in told.splitlines() if x.startswith("tanya_streams_open")]
    return float(line.split()[-1])


def test_a_reader_that_takes_nothing_is_dropped_and_resumes(
    gateway: Gateway, brain: FakeBrain
) -> None:
    slow, other = gateway.person(), gateway.person()
    cookie = "; ".join(f"{k}={v}" for k, v in slow.http.cookies.items())
    with socket.socket() as stuck:
        stuck.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
        stuck.connect(("127.0.0.1", gateway.settings.gateway_port))
        stuck.sendall(
            f"GET /chat/events HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n"
            "Accept: text/event-stream\r\n\r\n".encode()
        )
        eventually(lambda: streams_open(gateway) == 1)
        brain.script = lambda _: answered(*[LONG] * 4)
        turns = [slow.send(f"soalan {number}") for number in range(12)]
        for turn in turns:
            slow.end_of(turn)
        eventually(lambda: streams_open(gateway) == 0)
        brain.script = lambda _: answered("cepat")
        assert other.ask("hai") == ["cepat"]
    with slow.stream() as events:
        ends: list[str] = []
        while len(ends) < len(turns):
            event = next(events)
            if event["event"] == "turn":
                ends.append(event["data"]["turn"])
    assert ends == turns


def test_a_connection_that_is_stuck_is_cut_off_by_the_kernel() -> None:
    listening = listen("127.0.0.1", free_port())
    with listening:
        timeout = listening.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
        assert timeout == 30_000


def test_idle_is_long_for_whoever_waits_for_an_officer(
    gateway: Gateway, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("Hubungi talian.", person=True)
    waiting, idle = gateway.person(), gateway.person()
    waiting.ask("pegawai")
    database = Database(gateway.settings.database("gateway"), tables=tables.metadata)
    with database.write() as connection:
        connection.execute(text("UPDATE conversations SET seen_at = seen_at - 3600"))
    database.close()
    assert waiting.http.get("/chat/history").json()["state"] == "waiting"
    assert idle.http.get("/chat/history").json()["state"] is None
