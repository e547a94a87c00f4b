"""From Rasa's latest message to what the dialogue reads of it."""

from __future__ import annotations

import pytest

from bot.dialogue.facts import FactType, from_entities
from bot.dialogue.message import Message
from tests.dialogue.conftest import heard


def test_a_typed_message_carries_its_needs_entities_and_guesses() -> None:
    message = Message.from_rasa(
        {
            "text": "umur 54",
            "intent": {"name": "nlu_fallback"},
            "entities": [{"entity": "age", "value": 54, "start": 5, "end": 7}],
            "understanding": {
                "needs": [{"need": "eligibility_housewife", "confidence": 0.4}],
                "band": "clarify",
                "suggestions": ["eligibility_housewife", "how_to_pay"],
            },
        }
    )
    assert message.intent == "nlu_fallback"
    assert message.needs == ("eligibility_housewife",)
    assert message.entities == (("age", 54),)
    assert message.before(0) == "umur "
    assert message.guesses == ("eligibility_housewife", "how_to_pay")
    assert message.band == "clarify"


def test_a_button_asks_for_the_need_that_it_carries() -> None:
    entities = [
        {"entity": "need", "value": "how_to_pay"},
        {"entity": "scheme", "value": "skssr"},
    ]
    message = Message.from_rasa({"intent": {"name": "ask"}, "entities": entities})
    assert message.needs == ("how_to_pay",)
    assert message.first("scheme") == "skssr"
    assert message.first("plan") is None


def test_a_message_without_anything_is_not_understood() -> None:
    assert Message.from_rasa({}).needs == ("nlu_fallback",)


@pytest.mark.parametrize(
    ("occupation", "service"),
    [
        ("grab_driver", "e_hailing"),
        ("taxi_driver", "taxi"),
        ("bus_driver", "bus"),
        ("food_rider", None),
    ],
)
def test_the_kind_of_passenger_transport_follows_from_the_occupation(
    occupation: str, service: str | None
) -> None:
    known = {"service": FactType("code", ("taxi", "e_hailing", "bus"))}
    stated = from_entities(heard("inform", occupation=occupation), known)
    assert stated.get("service") == service


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("saya ibu tunggal jual kuih", "ibu", None),
        ("i am a single mother", "mother", None),
        ("ibu saya jual kuih", "ibu", "mother"),
    ],
)
def test_a_single_parent_names_no_parent(
    text: str, said: str, found: str | None
) -> None:
    start = text.index(said)
    mother = {"entity": "relation", "value": "mother", "start": start}
    mother["end"] = start + len(said)
    message = Message.from_rasa({"text": text, "entities": [mother]})
    assert message.first("relation") == found
