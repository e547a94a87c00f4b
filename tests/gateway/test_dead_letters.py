"""What could not be answered is kept for an operator, who may have it asked again."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bot.commands import turns as turns_command
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, echo, eventually


@pytest.fixture
def tanya(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("TANYA_VAR", str(gateway.settings.var))
    return CliRunner()


def listed(tanya: CliRunner, *options: str) -> list[dict[str, object]]:
    done = tanya.invoke(turns_command.command, ["dead", "--json", *options])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.output.splitlines()]


def apologised(person: Person, brain: FakeBrain, text: str) -> str:
    brain.script = lambda _: {"status": "failed", "messages": []}
    turn = person.send(text)
    assert person.end_of(turn)["status"] == "apologised"
    brain.script = echo
    return turn


def test_an_apology_can_be_seen_and_replayed_once(
    person: Person, brain: FakeBrain, tanya: CliRunner
) -> None:
    turn = apologised(person, brain, "berapa caruman saya")
    (letter,) = listed(tanya, "--text")
    assert str(letter["turn"]) == turn
    assert (letter["reason"], letter["text"]) == ("failed", "berapa caruman saya")
    assert "text" not in listed(tanya)[0]
    for _ in range(2):
        done = tanya.invoke(turns_command.command, ["replay", turn])
        assert done.exit_code == 0, done.output
    said = eventually(
        lambda: [e["text"] for e in person.events("message") if "echo" in e["text"]]
    )
    assert said == ["echo: berapa caruman saya"]
    assert listed(tanya, "--text")[0]["text"] is None


def test_everything_is_replayed_but_what_was_forgotten(
    person: Person, gateway: Gateway, brain: FakeBrain, tanya: CliRunner
) -> None:
    apologised(person, brain, "satu")
    other = gateway.person()
    apologised(other, brain, "dua")
    other.http.post("/chat/forget", json={})
    assert len(listed(tanya)) == 1
    done = tanya.invoke(turns_command.command, ["replay", "--all"])
    assert done.exit_code == 0
    eventually(lambda: "echo: satu" in [e["text"] for e in person.events("message")])


def test_an_unknown_turn_is_one_clear_line(tanya: CliRunner) -> None:
    done = tanya.invoke(turns_command.command, ["replay", "77"])
    assert done.exit_code == 1
    assert "77: there is no dead letter 77" in done.output


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ({"status": "empty", "messages": []}, "failed"),
        ("<html>", "nonsense"),
        (500, "time"),
    ],
)
def test_the_reason_is_kept(
    person: Person, brain: FakeBrain, tanya: CliRunner, script: object, reason: str
) -> None:
    brain.script = lambda _: script
    assert person.end_of(person.send("hai"))["status"] == "apologised"
    assert [letter["reason"] for letter in listed(tanya)] == [reason]


def test_too_many_waiting_are_told_at_once_that_it_is_busy(
    make_gateway: MakeGateway, settings: Settings, brain: FakeBrain
) -> None:
    gateway = make_gateway(replace(settings, most_waiting_turns=2))
    first, second, third = (gateway.person() for _ in range(3))
    brain.delay = 2.0
    waiting = [person.send("soalan") for person in (first, second)]
    turn = third.send("soalan")
    assert third.end_of(turn)["status"] == "apologised"
    assert "1-300-22-8000" in third.texts(turn)[0]
    assert first.end_of(waiting[0])["status"] == "answered"
    brain.delay = 0.0
    second.end_of(waiting[1])
    assert third.ask("soalan") == ["echo: soalan"]


def test_far_too_many_are_refused_before_they_fill_the_tables(
    make_gateway: MakeGateway, settings: Settings, brain: FakeBrain
) -> None:
    gateway = make_gateway(replace(settings, most_waiting_turns=0))
    refused = gateway.person().post("soalan")
    assert refused.status_code == 503
    assert refused.json()["error"]["code"] == "busy"
    assert int(refused.headers["retry-after"]) > 1


def test_a_channel_that_is_switched_off_says_so(
    make_gateway: MakeGateway, settings: Settings, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("tidak")
    person = make_gateway(replace(settings, closed_channels="web")).person()
    (said,) = person.ask("hai")
    assert "1-300-22-8000" in said
    assert brain.calls == []
