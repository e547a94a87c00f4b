"""The tables of a look-up: every step knows what follows every kind of message."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bot.dialogue.lookup import carry_out
from bot.dialogue.lookup_moves import (
    AGAIN,
    ANYWHERE,
    BEGINNINGS,
    MOVES,
    OUTCOMES,
    RESUMED,
    Move,
    follow,
)
from bot.dialogue.lookup_say import replies, resume
from bot.dialogue.lookup_words import CHOSEN, IDLE, LAPSED, STEPS, Heard
from bot.identity.outcomes import Check, Start
from bot.settings import ROOT
from tests.lookup.conftest import CODE, IC, FakeClerk, Lookup, Talk

KINDS = (
    *("agree", "refuse", "number", "code", "not_that", "resend", "renumber", "phone"),
    *("cancel", "choice", "named", "unclear", "hide", "forget", "stop"),
)
VALUES: dict[str, str | int] = {"number": IC, "code": CODE, "choice": 1, "named": "X-1"}


def all_moves() -> list[Move]:
    tables = [*MOVES.values(), *OUTCOMES.values(), ANYWHERE, AGAIN, BEGINNINGS]
    return [move for table in tables for move in table.values()]


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("kind", KINDS)
def test_every_message_at_every_step_is_answered(step: str, kind: str) -> None:
    lookup = Lookup("claims", step, claims=2)
    heard = Heard(kind, VALUES.get(kind))
    said = carry_out(follow(step, heard), lookup, heard, FakeClerk())
    told = replies(said, "claims")
    assert told
    assert said.lookup is None or said.lookup.step in (*STEPS, *IDLE)


def test_every_move_says_something_that_is_written_or_has_something_done() -> None:
    text = (ROOT / "domain.yml").read_text("utf-8")
    responses: dict[str, Any] = yaml.safe_load(text)["responses"]
    for move in all_moves():
        assert (move.say is None) != (move.do is None)
        assert move.say is None or move.say in responses, move
        assert move.do is None or move.do in OUTCOMES, move
    assert set(RESUMED) == set(AGAIN) == set(STEPS)
    assert set(MOVES) == {*STEPS, CHOSEN, LAPSED}
    assert set(RESUMED.values()) <= set(responses)


@pytest.mark.parametrize(
    ("does", "outcomes"),
    [
        *((name, Start) for name in ("start", "start_given", "start_sure", "restart")),
        ("confirm", Start),
        ("resend", Start),
        ("check", Check),
    ],
)
def test_every_outcome_of_identity_has_its_move(does: str, outcomes: Any) -> None:
    known = {*(outcome.value for outcome in outcomes), "unavailable"}
    assert known <= set(OUTCOMES[does])


@pytest.mark.parametrize("outcome", ["found", "choose", "no_such", "no_such_choose"])
def test_a_result_is_only_ever_a_reference(outcome: str) -> None:
    from bot.dialogue.lookup import Shown

    clerk = FakeClerk(shown=Shown(outcome, "[[RESULT:0123abcd]]", 2))
    lookup = Lookup("claims", "choose", claims=2)
    heard = Heard("choice", 1)
    told = replies(carry_out(follow("choose", heard), lookup, heard, clerk), "claims")
    assert told[-1].values == {"reference": "[[RESULT:0123abcd]]"}
    assert all(not utterance.values for utterance in told[:-1])


def test_a_second_answer_that_leads_nowhere_offers_a_person(talk: Talk) -> None:
    talk.at("number")
    assert talk.says("hmm") == ["utter_lookup_number_again"]
    assert talk.says("entah") == ["utter_lookup_number_again", "utter_lookup_help"]
    assert "talk_to_human" in {o.intent for o in talk.turn.utterances[-1].offers}


def test_what_is_remembered_is_a_topic_a_step_and_counts(talk: Talk) -> None:
    talk.at("number").says(IC)
    assert talk.memory.lookup == {
        "topic": "claims",
        "step": "code",
        "misses": 0,
        "claims": 0,
        "place": 0,
        "away": 0,
    }
    stored = str(talk.memory.to_json())
    assert "[[" not in stored


@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_taken_up_again(step: str) -> None:
    assert resume(Lookup("claims", step, claims=2)).offers
