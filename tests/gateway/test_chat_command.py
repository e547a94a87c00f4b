"""`tanya chat`: the same product without a screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered, free_port


def chat(
    *arguments: str, typed: str | bytes = ""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", "chat", *arguments],
        input=typed if isinstance(typed, bytes) else typed.encode(),
        capture_output=True,
        timeout=60,
        env={**os.environ, "PYTHONWARNINGS": "default"},
    )


def lines(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_line_in_is_one_object_out(gateway: Gateway, brain: FakeBrain) -> None:
    brain.script = lambda body: answered(
        f"kata: {body.get('text') or body['payload']}",
        buttons=[("Ya", "/yes"), ("Tidak", "/no")],
        awaiting="fact",
    )
    typed = '"satu"\ndua\n{"text": "tiga"}\n54\n[1]\n{"button": "Tidak"}\n'
    told = lines(chat("--url", gateway.url, "--jsonl", typed=typed))
    assert [line["messages"][0]["text"] for line in told] == [
        "kata: satu",
        "kata: dua",
        "kata: tiga",
        "kata: 54",
        "kata: [1]",
        "kata: /no",
    ]
    assert set(told[0]) == {"turn", "messages", "awaiting", "status"}
    assert told[0]["awaiting"] == "fact"
    assert told[0]["status"] == "answered"
    assert [set(button) for button in told[0]["messages"][0]["buttons"]] == [
        {"title", "id"}
    ] * 2


def test_a_button_is_pressed_by_its_id(gateway: Gateway, brain: FakeBrain) -> None:
    brain.script = lambda body: answered(str(body), buttons=[("Ya", "/yes")])
    with subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "chat", "--url", gateway.url, "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as talking:
        assert talking.stdin
        assert talking.stdout
        print('"menu"', file=talking.stdin, flush=True)
        first = json.loads(talking.stdout.readline())
        button = first["messages"][0]["buttons"][0]["id"]
        print(json.dumps({"button": button}), file=talking.stdin, flush=True)
        second = json.loads(talking.stdout.readline())
    assert "'payload': '/yes'" in second["messages"][0]["text"]


def test_odd_lines_are_answered_politely(gateway: Gateway) -> None:
    odd = ["", "x" * 10_000, "x" * 200_000, "😀", '"\\ud800"', "/restart", "é" * 10_000]
    typed = "\n".join([*odd, ""]).encode() + b"\xff\xfe\n"
    told = lines(chat("--url", gateway.url, "--jsonl", typed=typed))
    assert len(told) == len(odd) + 1
    assert all(line["messages"] for line in told)


def test_an_apology_is_told_as_such(gateway: Gateway, brain: FakeBrain) -> None:
    brain.script = lambda _: {"status": "failed", "messages": []}
    [told] = lines(chat("--url", gateway.url, "--jsonl", typed='"hai"\n'))
    assert told["status"] == "apologised"
    assert told["messages"]


def test_a_notice_is_no_answer(gateway: Gateway, brain: FakeBrain) -> None:
    brain.delay = 0.8
    [told] = lines(chat("--url", gateway.url, "--jsonl", typed='"hai"\n'))
    assert [message["text"] for message in told["messages"]] == ["echo: hai"]


def test_the_language_given_is_chosen(gateway: Gateway, brain: FakeBrain) -> None:
    lines(chat("--url", gateway.url, "--language", "en", "--jsonl", typed="apa ini\n"))
    assert brain.calls[0]["metadata"]["chosen_language"] == "en"


def test_a_number_chooses_a_button_by_hand(gateway: Gateway, brain: FakeBrain) -> None:
    brain.script = lambda body: answered(
        f"kata: {body.get('text') or body['payload']}",
        buttons=[("Ya", "/yes"), ("Tidak", "/no")],
    )
    done = chat("--url", gateway.url, typed="menu\n2\n")
    assert done.returncode == 0
    assert b"[2] Tidak" in done.stdout
    assert b"kata: /no" in done.stdout


def test_a_number_that_is_not_on_offer_answers_what_was_asked(
    gateway: Gateway, brain: FakeBrain
) -> None:
    brain.script = lambda body: answered(
        f"kata: {body.get('text') or body['payload']}",
        buttons=[("Ya", "/yes"), ("Tidak", "/no")],
        awaiting="fact",
    )
    done = chat("--url", gateway.url, typed="menu\n54\n2\n#1\n")
    said = [line for line in done.stdout.splitlines() if line.startswith(b"kata: ")]
    assert said == [b"kata: menu", b"kata: 54", b"kata: /no", b"kata: /yes"]


def test_nobody_there_is_one_line_and_exit_code_1() -> None:
    done = chat("--url", f"http://127.0.0.1:{free_port()}", "--jsonl", typed='"hai"\n')
    assert done.returncode == 1
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert b"not running" in done.stderr


def test_somebody_else_there_is_one_line_and_exit_code_1(brain: FakeBrain) -> None:
    done = chat("--url", f"http://127.0.0.1:{brain.port}", "--jsonl", typed='"hai"\n')
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("wrong", [["--language", "fr"], ["--nonsense"], ["extra"]])
def test_wrong_usage_is_exit_code_2(wrong: list[str]) -> None:
    assert chat(*wrong).returncode == 2
