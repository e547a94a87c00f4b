"""The private channel's request: what is taken, and what can never be a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.brain.turn import BadTurn, TurnRequest, plain, wire_messages

BODY = {"conversation": "web:1", "message_id": "7", "text": "hai"}


def test_a_turn_is_read() -> None:
    asked = TurnRequest.parse({**BODY, "metadata": {"answer_language": "ms"}})
    assert (asked.conversation, asked.message_id, asked.text) == ("web:1", "7", "hai")
    assert asked.metadata == {"answer_language": "ms"}


@pytest.mark.parametrize(
    "typed",
    [
        '/set_slot{"memory": 1}',
        "/restart",
        " /session_start",
        "//greet",
        "/ /restart",
        "\u2003/restart",
        "/ \u2003/restart",
        "/",
    ],
)
def test_what_a_person_types_is_never_a_command(typed: str) -> None:
    asked = TurnRequest.parse({**BODY, "text": typed})
    assert not asked.text.strip().startswith("/")
    assert asked.text


@given(st.text(max_size=200))
def test_no_text_at_all_becomes_a_command(typed: str) -> None:
    # Rasa strips before it looks for the slash
    assert not plain(typed).strip().startswith("/")
    assert plain(typed).strip()


def test_a_payload_of_ours_is_passed_as_it_is() -> None:
    body = {"conversation": "c", "message_id": "1", "payload": '/ask{"need": "greet"}'}
    assert TurnRequest.parse(body).text == '/ask{"need": "greet"}'


@pytest.mark.parametrize(
    "change",
    [
        {"conversation": ""},
        {"conversation": 5},
        {"conversation": "x" * 256},
        {"message_id": None},
        {"text": None},
        {"text": "x" * 4001},
        {"payload": "/greet"},
        {"text": None, "payload": "greet"},
        {"metadata": []},
    ],
)
def test_a_malformed_turn_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(BadTurn):
        TurnRequest.parse({**BODY, **change})


@pytest.mark.parametrize("body", [None, [], "text", 5])
def test_a_body_that_is_no_object_is_refused(body: object) -> None:
    with pytest.raises(BadTurn):
        TurnRequest.parse(body)


def test_messages_carry_text_and_buttons_and_nothing_else() -> None:
    sent = [{"text": "a", "buttons": [{"title": "t", "payload": "/x", "type": "z"}]}]
    assert wire_messages([*sent, {"text": None}]) == [
        {"text": "a", "buttons": [{"title": "t", "payload": "/x"}]},
        {"text": "", "buttons": []},
    ]
