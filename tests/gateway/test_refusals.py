"""What is refused, and how: bad requests, pages of others, too much at once."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from bot.settings import Settings
from tests.gateway.client import Person
from tests.gateway.conftest import Gateway, MakeGateway
from tests.gateway.servers import FakeBrain

HEADERS = {"X-Tanya": "1"}

BAD_REQUESTS = [
    ("/chat/messages", b"{", 400, "not_json"),
    ("/chat/messages", b"[]", 400, "not_an_object"),
    ("/chat/messages", b"[" * 60_000, 400, "not_json"),
    ("/chat/messages", b"{}", 422, "client_message_id"),
    ("/chat/messages", b'{"client_message_id": 5}', 422, "client_message_id"),
    ("/chat/messages", b'{"client_message_id": "12345678"}', 422, "message"),
    (
        "/chat/messages",
        b'{"client_message_id": "12345678", "text": 5}',
        422,
        "message",
    ),
    ("/chat/messages", b'{"a": "' + b"x" * 70_000 + b'"}', 413, "too_large"),
    ("/chat/language", b'{"language": "fr"}', 422, "language"),
    ("/chat/language", b'{"language": ["ms"]}', 422, "language"),
    ("/chat/language", b"{}", 422, "language"),
    ("/chat/session", b'{"language": {}}', 422, "language"),
    ("/chat/nothing", b"{}", 404, "not_found"),
    ("/webhooks/tanya/turn", b"{}", 404, "not_found"),
    ("/webhooks/rest/webhook", b"{}", 404, "not_found"),
]


def test_bad_requests_are_refused_in_one_shape(person: Person) -> None:
    for path, body, status, code in BAD_REQUESTS:
        response = person.http.post(path, content=body)
        assert response.status_code == status, (path, body[:80])
        assert set(response.json()) == {"error"}
        assert set(response.json()["error"]) == {"code", "message"}
        assert response.json()["error"]["code"] == code


def test_a_wrong_method_is_refused_in_the_same_shape(person: Person) -> None:
    response = person.http.get("/chat/messages")
    assert response.status_code == 405
    assert response.json()["error"]["code"] == "method_not_allowed"


def test_a_message_without_a_session_is_refused(gateway: Gateway) -> None:
    body = {"client_message_id": "12345678", "text": "hai"}
    response = httpx.post(
        f"{gateway.url}/chat/messages", headers=HEADERS, json=body, trust_env=False
    )
    assert response.status_code == 401
    assert response.json()["error"]["code"] == "session_expired"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, "header"),
        ({"X-Tanya": "1", "Origin": "https://evil.example"}, "origin"),
        ({"X-Tanya": "1", "Origin": "null"}, "origin"),
        ({"X-Tanya": "1", "Origin": "http://["}, "origin"),
        ({"X-Tanya": "1", "Sec-Fetch-Site": "cross-site"}, "origin"),
    ],
)
def test_pages_of_others_may_not_use_the_assistant(
    gateway: Gateway, headers: dict[str, str], code: str
) -> None:
    response = httpx.post(
        f"{gateway.url}/chat/session", headers=headers, json={}, trust_env=False
    )
    assert response.status_code == 403
    assert response.json()["error"]["code"] == code


def test_our_own_page_may_use_the_assistant(gateway: Gateway) -> None:
    person = gateway.person(Origin=gateway.url, **{"Sec-Fetch-Site": "same-origin"})
    assert person.start.status_code == 201


def test_a_listed_page_may_use_the_assistant(
    make_gateway: MakeGateway, settings: Settings
) -> None:
    site = "https://www.example.gov.my"
    gateway = make_gateway(replace(settings, allowed_origins=f"{site}, https://b.my"))
    person = gateway.person(Origin=site)
    assert person.start.status_code == 201
    assert person.start.headers["access-control-allow-origin"] == site


def test_people_from_outside_are_slowed_down(gateway: Gateway) -> None:
    person = gateway.person(**{"X-Forwarded-For": "203.0.113.7"})
    statuses = [person.post("hai").status_code for _ in range(8)]
    assert statuses[:5] == [202] * 5
    assert 429 in statuses
    refused = person.post("hai")
    assert refused.json()["error"]["code"] == "rate_limited"
    assert int(refused.headers["retry-after"]) >= 1


def test_sessions_of_one_address_are_limited(gateway: Gateway) -> None:
    outside = {"X-Forwarded-For": "203.0.113.8"}
    statuses = [gateway.person(**outside).start.status_code for _ in range(12)]
    assert statuses[:10] == [201] * 10
    assert statuses[10:] == [429, 429]


def test_a_program_on_this_machine_is_not_slowed_to_a_persons_pace(
    person: Person,
) -> None:
    assert [person.post("hai").status_code for _ in range(15)] == [202] * 15


def test_more_than_can_be_answered_is_refused(person: Person, brain: FakeBrain) -> None:
    brain.delay = 1
    responses = [person.post("hai") for _ in range(24)]
    last = responses[-1]
    assert last.status_code == 429
    assert last.json()["error"]["code"] == "too_many_waiting"
