"""The gateway as a process: killed, stopped, refused, and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import httpx
import pytest

from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.servers import FakeBrain, eventually, free_port

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(settings: Settings) -> Iterator[Start]:
    running: list[subprocess.Popen[str]] = []

    def begin(**changes: str) -> subprocess.Popen[str]:
        environment = {
            **os.environ,
            "TANYA_VAR": str(settings.var),
            "TANYA_GATEWAY_PORT": str(settings.gateway_port),
            "TANYA_BRAIN_PORT": str(settings.brain_port),
            **changes,
        }
        process = subprocess.Popen(
            [sys.executable, "-m", "bot.gateway"],
            stderr=subprocess.PIPE,
            env=environment,
            text=True,
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def is_live(settings: Settings) -> bool:
    try:
        url = f"{settings.gateway_url}/health/live"
        return httpx.get(url, trust_env=False).status_code == 200
    except httpx.HTTPError:
        return False


def test_a_killed_gateway_loses_and_doubles_nothing(
    start: Start, settings: Settings, brain: FakeBrain
) -> None:
    brain.delay = 0.3
    process = start()
    eventually(lambda: is_live(settings), seconds=20)
    person = Person(settings.gateway_url)
    turns = [person.send(f"soalan {number}") for number in range(4)]
    eventually(lambda: len(brain.calls) >= 2)
    process.kill()
    process.wait()
    start()
    eventually(lambda: is_live(settings), seconds=20)
    for turn in turns:
        assert person.end_of(turn)["status"] == "answered"
    said = [event["text"] for event in person.events("message")]
    assert said == [f"echo: soalan {number}" for number in range(4)]
    assert brain.ran == turns
    person.close()


def test_a_gateway_told_to_stop_stops_although_pages_are_open(
    start: Start, settings: Settings
) -> None:
    process = start()
    eventually(lambda: is_live(settings), seconds=20)
    person = Person(settings.gateway_url)
    with person.stream() as events:
        next(events)
        started = time.monotonic()
        process.send_signal(signal.SIGTERM)
        assert process.wait(10) in (0, -signal.SIGTERM)
    assert time.monotonic() - started < 5
    person.close()


def complaint(process: subprocess.Popen[str]) -> str:
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert len(errors.splitlines()) == 1, errors
    return errors


def test_a_busy_port_is_one_clear_line(start: Start, settings: Settings) -> None:
    with socket.create_server(("127.0.0.1", settings.gateway_port)):
        assert f"cannot listen on 127.0.0.1:{settings.gateway_port}" in complaint(
            start()
        )


def test_a_second_gateway_on_the_same_files_is_one_clear_line(
    start: Start, settings: Settings
) -> None:
    start()
    eventually(lambda: is_live(settings), seconds=20)
    second = start(TANYA_GATEWAY_PORT=str(free_port()))
    assert "another gateway" in complaint(second)


def test_a_folder_that_cannot_be_made_is_one_clear_line(
    start: Start, settings: Settings
) -> None:
    settings.var.write_text("a file where a folder should be")
    assert "cannot" in complaint(start())


def test_a_database_that_cannot_be_opened_is_one_clear_line(start: Start) -> None:
    url = "postgresql://nobody:secret@127.0.0.1:9/none"
    said = complaint(start(TANYA_GATEWAY_DATABASE=url))
    assert "cannot open database" in said
    assert "secret" not in said


def test_a_database_that_breaks_is_refused_in_plain_words(
    start: Start, settings: Settings
) -> None:
    start()
    eventually(lambda: is_live(settings), seconds=20)
    person = Person(settings.gateway_url)
    for file in settings.var.glob("gateway.db*"):
        file.write_bytes(b"broken" * 1000)
    response = person.post("hai")
    assert response.status_code == 503
    assert response.json()["error"]["code"] == "unavailable"
    assert (
        httpx.get(f"{settings.gateway_url}/health/ready", trust_env=False).json()[
            "database"
        ]
        is False
    )
    person.close()
