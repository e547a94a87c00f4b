"""The public interface: sessions, events, languages, forgetting, refusals."""

from __future__ import annotations

import contextlib
import json
import time
from typing import Any

import httpx
import pytest

from tests.gateway.client import Person
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered, eventually

HEADERS = {"X-Tanya": "1"}


def test_the_cookie_cannot_be_read_by_scripts_nor_sent_by_other_sites(
    person: Person,
) -> None:
    cookie = person.start.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie
    assert "secure" not in cookie


def test_the_cookie_is_secure_behind_https(gateway: Gateway) -> None:
    person = gateway.person(**{"X-Forwarded-Proto": "https"})
    cookie = person.start.headers["set-cookie"]
    assert cookie.startswith("__Host-tanya=")
    assert "secure" in cookie.lower()


def test_a_session_is_made_by_the_server_alone(gateway: Gateway) -> None:
    response = httpx.post(
        f"{gateway.url}/chat/session",
        headers=HEADERS,
        json={},
        cookies={"tanya": "my own choice"},
        trust_env=False,
    )
    assert response.status_code == 201
    assert "my own choice" not in response.headers["set-cookie"]


def test_only_a_hash_of_the_session_is_kept(gateway: Gateway) -> None:
    person = gateway.person()
    person.ask("hai")
    secret = person.http.cookies["tanya"].encode()
    kept = list(gateway.settings.var.glob("*.db*"))
    assert kept
    assert all(secret not in file.read_bytes() for file in kept)


def test_asking_again_for_a_session_keeps_the_conversation(person: Person) -> None:
    person.ask("hai")
    again = person.http.post("/chat/session", json={})
    assert again.status_code == 200
    assert "set-cookie" not in again.headers
    assert len(person.events("message")) == 1


def test_one_person_never_sees_what_another_said(gateway: Gateway) -> None:
    one, other = gateway.person(), gateway.person()
    one.ask("rahsia saya")
    assert other.events() == []


def test_events_stream_in_order_with_typing_first(person: Person) -> None:
    with person.stream() as events:
        turn = person.send("hai")
        seen = []
        for event in events:
            seen.append(event["event"])
            if event["event"] == "turn":
                break
    kinds = [kind for kind in seen if kind not in ("comment", "typing")]
    assert kinds == ["person", "message", "turn"]
    assert "typing" in seen
    assert event["data"] == {
        "id": int(event["id"]),
        "event": "turn",
        "turn": turn,
        "status": "answered",
        "awaiting": None,
    }


def test_a_stream_resumes_after_the_last_event_seen(person: Person) -> None:
    person.ask("satu")
    last = person.events()[-1]["id"]
    person.ask("dua")
    with person.stream(**{"Last-Event-ID": str(last)}) as events:
        shown = [next(events) for _ in range(3)]
    assert [event["data"].get("text") for event in shown] == ["dua", "echo: dua", None]


def test_a_quiet_stream_is_kept_alive(person: Person) -> None:
    with person.stream() as events:
        assert next(events)["event"] == "comment"


def test_events_can_be_polled_where_streams_do_not_pass(person: Person) -> None:
    started = time.monotonic()
    turn = person.send("hai")
    seen: list[dict[str, Any]] = []
    while not any(event["event"] == "turn" for event in seen):
        after = seen[-1]["id"] if seen else 0
        seen += person.http.get(f"/chat/events?after={after}").json()["events"]
    assert [event["event"] for event in seen] == ["person", "message", "turn"]
    assert {event["turn"] for event in seen} == {turn}
    assert time.monotonic() - started < 5


def test_too_many_streams_are_refused(person: Person) -> None:
    with contextlib.ExitStack() as opened:
        for _ in range(6):
            opened.enter_context(person.stream())
        response = person.http.get("/chat/events")
    assert response.status_code == 429


def test_a_message_is_answered_in_its_language(
    person: Person, brain: FakeBrain
) -> None:
    person.ask("berapa caruman untuk suri rumah setahun")
    person.ask("how much must a taxi driver pay every month")
    told = [call["metadata"]["answer_language"] for call in brain.calls]
    assert told == ["ms", "en"]


def test_a_language_chosen_by_hand_sticks(person: Person, brain: FakeBrain) -> None:
    person.http.post("/chat/language", json={"language": "en"})
    person.ask("berapa caruman untuk suri rumah setahun")
    assert brain.calls[0]["metadata"] == {
        "language": "ms",
        "answer_language": "en",
        "chosen_language": "en",
        "channel": "web",
        "address": None,
    }


def test_a_language_that_the_brain_reports_as_chosen_sticks(
    person: Person, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("OK, English", chosen_language="en")
    person.ask("tukar bahasa inggeris")
    person.ask("berapa caruman untuk suri rumah setahun")
    assert brain.calls[1]["metadata"]["chosen_language"] == "en"


@pytest.mark.parametrize(
    ("text", "said"), [("我可以参加吗", "抱歉"), ("நான் சேர முடியுமா", "மன்னிக்கவும்")]
)
def test_chinese_and_tamil_get_a_courteous_reply_and_a_person(
    person: Person, brain: FakeBrain, text: str, said: str
) -> None:
    turn = person.send(text)
    assert person.end_of(turn)["status"] == "answered"
    [reply] = person.events("message")
    assert said in reply["text"]
    assert "1-300-22-8000" in reply["text"]
    assert brain.calls == []
    person.ask(button=reply["buttons"][0]["id"])
    assert "payload" not in brain.calls[0]


@pytest.mark.parametrize(
    "text", ["", "   ", "\u200b\u200d", "\n\n", "x" * 2001, "é" * 10_000, "\0\0"]
)
def test_texts_that_cannot_be_read_get_a_polite_answer(
    person: Person, brain: FakeBrain, text: str
) -> None:
    turn = person.send(text)
    assert person.end_of(turn)["status"] == "answered"
    assert person.texts(turn)
    assert brain.calls == []


@pytest.mark.parametrize(
    "text", ["x" * 2000, "😀😀", "/restart", '/set{"a":1}', "a\0b"]
)
def test_odd_texts_reach_the_brain_unharmed(
    person: Person, brain: FakeBrain, text: str
) -> None:
    assert person.ask(text)
    assert brain.calls[0]["text"] == text.replace("\0", "")
    assert "payload" not in brain.calls[0]


def test_a_lone_surrogate_is_replaced(person: Person, brain: FakeBrain) -> None:
    body = b'{"client_message_id": "client-0001", "text": "a\\ud800b"}'
    assert person.http.post("/chat/messages", content=body).status_code == 202
    eventually(lambda: brain.calls)
    assert brain.calls[0]["text"] == "a\ufffdb"


def test_numbers_never_reach_the_brain_nor_come_back(
    gateway: Gateway, brain: FakeBrain
) -> None:
    person = gateway.person()
    person.ask("ic saya 900101-10-5555, telefon 012-345 6789, layak tak?")
    assert "900101" not in json.dumps(brain.calls)
    assert "[[IC:" in brain.calls[0]["text"]
    assert "[[PHONE:" in brain.calls[0]["text"]
    shown = json.dumps(person.events(), ensure_ascii=False)
    assert "[IC ••••]" in shown
    assert "[[" not in shown
    gateway.stop()
    for file in gateway.settings.var.glob("*.db*"):
        assert b"900101" not in file.read_bytes()


def test_half_numbers_are_taken_when_a_number_was_asked_for(
    person: Person, brain: FakeBrain
) -> None:
    brain.script = lambda _: answered("nombor kad pengenalan?", awaiting="number")
    person.ask("status tuntutan saya")
    person.ask("900101")
    person.ask("10 5555")
    assert [call["text"][:5] for call in brain.calls[1:]] == ["[[IC:", "[[IC:"]


def test_a_code_is_taken_only_when_a_code_was_asked_for(
    person: Person, brain: FakeBrain
) -> None:
    person.ask("123456")
    brain.script = lambda _: answered("kod?", awaiting="code")
    person.ask("hantar kod")
    person.ask("654321")
    assert brain.calls[0]["text"] == "123456"
    assert brain.calls[2]["text"].startswith("[[CODE:")


def test_readiness_names_what_is_missing(gateway: Gateway, brain: FakeBrain) -> None:
    ready = f"{gateway.url}/health/ready"
    assert httpx.get(ready, trust_env=False).json()["ready"] is True
    brain.healthy = False
    response = httpx.get(ready, trust_env=False)
    assert response.status_code == 503
    assert response.json() == {
        "ready": False,
        "model": False,
        "actions": False,
        "database": True,
        "inbox": True,
        "brains": ["closed"],
    }
    brain.stop()
    assert httpx.get(ready, trust_env=False).status_code == 503
    assert httpx.get(f"{gateway.url}/health/live", trust_env=False).status_code == 200


def test_the_page_says_what_it_is_under_a_strict_policy(gateway: Gateway) -> None:
    response = httpx.get(gateway.url, trust_env=False)
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "Bukan perkhidmatan PERKESO" in response.text
    assert "Not PERKESO’s own service" in response.text
    assert "1-300-22-8000" in response.text
    assert "<style" not in response.text
    assert " style=" not in response.text
    assert " onclick" not in response.text


@pytest.mark.parametrize("language", ["ms", "en"])
def test_the_widgets_words_come_in_both_languages(
    gateway: Gateway, language: str
) -> None:
    response = httpx.get(f"{gateway.url}/chat/strings/{language}", trust_env=False)
    words = response.json()["words"]
    assert response.json()["lang"] == language
    assert all(words.values())
    assert not any("{hotline}" in word or "{limit}" in word for word in words.values())
