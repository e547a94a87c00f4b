"""Without the brain: menus, commands, law and forms still answer, and say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bot.dialogue.memory import Memory
from bot.gateway.standby.hearing import hear
from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import QUICK, Gateway, MakeGateway
from tests.gateway.servers import FakeBrain, answered, eventually

DAY = date(2026, 11, 23)


@pytest.fixture
def gateway(
    databases: dict[str, str],
    make_gateway: MakeGateway,
    settings: Settings,
    brain: FakeBrain,
) -> Iterator[Gateway]:
    """Its brain is gone, and it does not wait for it long."""
    brain.stop(abruptly=True)
    chosen = replace(settings, **databases, today=DAY.isoformat())
    patience = replace(QUICK, standby=0.0, limit=30.0, notice=20.0)
    yield make_gateway(chosen, patience=patience)
    if brain._served is None:
        brain.start()


@pytest.fixture
def person(gateway: Gateway) -> Person:
    person = gateway.person()
    person.http.post("/chat/language", json={"language": "en"})
    return person


def press(person: Person, title: str) -> list[str]:
    """What is said after the latest button called `title`."""
    for event in reversed(person.events("message")):
        for button in event["buttons"]:
            if title in button["title"]:
                return person.ask(button=button["id"])
    raise AssertionError(f"no button {title!r}")


def test_it_says_once_that_it_understands_little(person: Person) -> None:
    first, second = person.ask("menu"), person.ask("menu")
    assert "A part of me is not working" in first[0]
    assert not any("A part of me" in text for text in second)


def test_a_form_of_the_rulebook_is_answered_by_words_and_buttons(
    person: Person,
) -> None:
    (_, first) = person.ask("layak housewife")
    assert "?" in first
    assert person.end_of(person.send("pelik"))["awaiting"] == "fact"
    said: list[str] = []
    for answer in ("40", "yes", "citizen", "yes"):
        said += person.ask(answer)
    assert any("Act 838" in text for text in said), said


def test_a_figure_is_as_right_as_always(person: Person) -> None:
    assert any("RM120.00" in text for text in person.ask("caruman suri rumah"))


def test_a_command_without_a_kind_of_person_offers_all(person: Person) -> None:
    person.ask("caruman")
    said = press(person, "ousewife")
    assert any("RM120.00" in text for text in said)


def test_a_number_chooses_from_the_menu(person: Person) -> None:
    person.ask("menu")
    titles = [b["title"] for e in person.events("message") for b in e["buttons"]]
    said = person.ask("1")
    assert titles
    assert said


def test_free_text_gets_topics_and_no_guess(person: Person) -> None:
    said = person.ask("jiran saya cakap perkara itu lain daripada yang lain semalam")
    assert "choose a topic" in said[-1]
    assert person.events("message")[-1]["buttons"]


def test_records_are_not_looked_up_and_nothing_is_asked_for_them(
    person: Person,
) -> None:
    said = person.ask("semak status tuntutan")
    assert "cannot look up records" in said[-1]


def test_distress_is_heard(person: Person) -> None:
    assert "15555" in person.ask("saya rasa nak mati")[-1]


def test_asking_for_a_person_hands_over(person: Person) -> None:
    person.ask("pegawai")
    assert person.http.get("/chat/history").json()["state"] == "waiting"


def test_a_chosen_language_sticks(person: Person) -> None:
    person.ask("bahasa melayu")
    assert "Akta 838" in " ".join(person.ask("layak suri rumah umur 60 perempuan"))


def test_the_brain_goes_on_where_the_talk_stands_when_it_is_back(
    person: Person, brain: FakeBrain
) -> None:
    person.ask("layak housewife")
    memory = {"question": "eligibility.skssr", "asked": "age"}
    brain.script = lambda _: answered("saya kembali", memory=memory)
    brain.start()
    eventually(lambda: "saya kembali" in person.ask("40"), seconds=20)
    told = [c["metadata"] for c in brain.calls if "memory" in c["metadata"]]
    assert told[0]["memory"]["question"] == "eligibility.skssr"
    person.ask("lagi")
    assert "memory" not in brain.calls[-1]["metadata"]


HEARD: list[tuple[str, str]] = [
    ("menu", "menu"),
    ("tolong bantuan", "menu"),
    ("caruman", "contribution_amount"),
    ("caruman suri rumah", "contribution_amount_housewife"),
    ("harga plan 2", "contribution_amount_selfemployed"),
    ("cara bayar", "how_to_pay"),
    ("daftar", "how_to_register"),
    ("tuntutan", "how_to_claim"),
    ("status tuntutan", "check_claim_status"),
    ("pejabat ipoh", "office_or_contact"),
    ("54", "nlu_fallback"),
    ("gaji 1700", "inform"),
    ("terima kasih", "thanks"),
]


@pytest.mark.parametrize(("text", "intent"), HEARD)
def test_a_command_is_heard_by_its_words(text: str, intent: str) -> None:
    found = hear(text, None, on=DAY)
    assert found.intent == intent or (text == "54" and found.intent == "inform")


def test_a_button_is_heard_as_the_brain_hears_it() -> None:
    found = hear("", '/ask{"need": "subsidy", "plan": [1, 2]}', on=DAY)
    assert found.needs == ("subsidy",)
    assert list(found.values("plan")) == [1, 2]


@pytest.mark.parametrize("payload", ["/", "/a b", "/ask{", "/ASK", "x"])
def test_a_broken_payload_is_not_understood(payload: str) -> None:
    assert hear("", payload, on=DAY).intent == "nlu_fallback"


def test_a_memory_that_is_none_is_an_empty_one() -> None:
    stored: Any = None
    assert Memory.from_json(stored) == Memory()
