"""The actions: which responses they utter, which slots and events follow."""

from __future__ import annotations

from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import answer, forms
from actions.support import SafeAction
from bot.dialogue import Memory
from bot.dialogue.asking import Tools

pytestmark = pytest.mark.rasa


def tracker(
    intent: str,
    *,
    text: str = "",
    entities: tuple[tuple[str, Any], ...] = (),
    memory: Memory | None = None,
    form: str | None = None,
    events: tuple[dict[str, Any], ...] = (),
) -> Tracker:
    slots = {"memory": memory.to_json() if memory else None}
    latest = {
        "intent": {"name": intent},
        "text": text,
        "entities": [{"entity": name, "value": value} for name, value in entities],
    }
    return Tracker(
        "web:1",
        slots,
        latest,
        [{"event": "user"}, *events],
        False,
        None,
        {"name": form} if form else {},
        "action_listen",
    )


@pytest.fixture(autouse=True)
def _small_law(monkeypatch: pytest.MonkeyPatch, tools: Tools) -> None:
    monkeypatch.setattr(answer, "tools", lambda: tools)
    monkeypatch.setattr(forms, "tools", lambda: tools)


@pytest.fixture
def tools() -> Tools:
    from tests.dialogue import conftest

    return conftest.make_tools()


async def run(
    action: SafeAction, asked: Tracker
) -> tuple[list[str], dict[str, Any], list[str]]:
    """Responses, slots set, and the names of all other events."""
    dispatcher = CollectingDispatcher()
    events = await action.run(dispatcher, asked, {})
    slots = {e["name"]: e["value"] for e in events if e["event"] == "slot"}
    others = [e["event"] for e in events if e["event"] != "slot"]
    return [m["response"] for m in dispatcher.messages], slots, others


async def test_an_answer_is_uttered_by_name_and_the_turn_ends() -> None:
    asked = tracker("contribution_amount_housewife")
    responses, slots, others = await run(answer.ActionAnswer(), asked)
    assert responses == ["utter_decision"]
    assert slots["memory"]["question"] == "contribution.skssr"
    assert others == ["followup"]


async def test_a_missing_fact_starts_the_form() -> None:
    dispatcher = CollectingDispatcher()
    events = await answer.ActionAnswer().run(
        dispatcher, tracker("eligibility_housewife"), {}
    )
    assert dispatcher.messages == []
    assert events[-1] == {"event": "followup", "timestamp": None, "name": "facts_form"}


async def test_stopping_ends_the_form() -> None:
    memory = Memory(question="eligibility.skssr", asked="age")
    asked = tracker("cancel", memory=memory, form="facts_form")
    responses, slots, others = await run(answer.ActionAnswer(), asked)
    assert responses == ["utter_cancelled"]
    assert slots["requested_slot"] is None
    assert others == ["active_loop", "followup"]


async def test_the_form_reads_an_answer_and_asks_for_the_next_fact() -> None:
    memory = Memory(question="eligibility.skssr", asked="sex")
    asked = tracker("inform", entities=(("sex", "female"),), memory=memory)
    _, slots, _ = await run(forms.ValidateFactsForm(), asked)
    assert slots["memory"]["asked"] == "age"
    assert slots["requested_slot"] == "fact"


async def test_the_form_ends_when_nothing_is_missing() -> None:
    facts = {"sex": "female", "age": 50}
    memory = Memory(question="eligibility.skssr", asked="first_time", facts=facts)
    asked = tracker("affirm", text="ya", memory=memory)
    _, slots, _ = await run(forms.ValidateFactsForm(), asked)
    assert slots["fact"] == "complete"
    assert slots["requested_slot"] is None


async def test_the_form_steps_aside_for_another_question() -> None:
    memory = Memory(question="eligibility.skssr", asked="age")
    asked = tracker("contribution_amount_selfemployed", memory=memory)
    assert await run(forms.ValidateFactsForm(), asked) == ([], {}, [])


async def test_a_message_that_was_answered_is_not_read_again() -> None:
    memory = Memory(question="eligibility.skssr", asked="sex")
    done = ({"event": "action", "name": "action_answer"},)
    asked = tracker("inform", entities=(("sex", "female"),), memory=memory, events=done)
    assert await run(forms.ValidateFactsForm(), asked) == ([], {}, [])


async def test_the_fact_is_asked_for_by_name() -> None:
    memory = Memory(question="eligibility.skssr", asked="age")
    dispatcher = CollectingDispatcher()
    await forms.ActionAskFact().run(dispatcher, tracker("inform", memory=memory), {})
    assert dispatcher.messages[0]["response"] == "utter_ask_fact"
    assert dispatcher.messages[0]["fact"] == "age"


async def test_what_breaks_becomes_an_apology_and_changes_nothing(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> Tools:
        raise RuntimeError("umur 54, gaji RM1,700")

    monkeypatch.setattr(answer, "tools", broken)
    asked = tracker("contribution_amount_housewife")
    assert await run(answer.ActionAnswer(), asked) == (["utter_error"], {}, [])
    assert "1,700" not in caplog.text


async def test_a_chosen_language_is_kept_and_used_at_once() -> None:
    dispatcher = CollectingDispatcher()
    asked = tracker("change_language", text="english please")
    events = await answer.ActionAnswer().run(dispatcher, asked, {})
    assert dispatcher.messages[0]["language"] == "en"
    assert {"chosen_language": "en"}.items() <= {
        e["name"]: e["value"] for e in events if e["event"] == "slot"
    }.items()
