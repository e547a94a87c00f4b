"""The description of the public interface agrees with the routes and the answers."""

from __future__ import annotations

import json
import re
import uuid
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, RefResolver
from starlette.routing import Route

from bot.gateway import handover
from bot.gateway.description import FILE
from bot.gateway.handover import find_waiting
from tests.gateway.conftest import Gateway
from tests.gateway.servers import FakeBrain, answered
from tests.gateway.test_handover import Do, do

__all__ = ["do"]
DOCUMENT: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
PAGES = {"/", "/plain", "/static/loader.js"}  # for people, not for programs

pytestmark = pytest.mark.filterwarnings("ignore:jsonschema.RefResolver")


def schema_of(method: str, path: str, status: int) -> dict[str, Any]:
    operation = DOCUMENT["paths"][path][method.lower()]
    found = operation["responses"][str(status)]
    if "$ref" in found:
        found = DOCUMENT["components"]["responses"]["Refused"]
    schema: dict[str, Any] = found["content"]["application/json"]["schema"]
    return schema


def check(response: httpx.Response, *, path: str | None = None) -> httpx.Response:
    """The response is as the description says."""
    request = response.request
    schema = schema_of(request.method, path or request.url.path, response.status_code)
    resolver = RefResolver("", DOCUMENT)
    Draft202012Validator(schema, resolver=resolver).validate(response.json())
    return response


def test_every_route_is_described_and_the_other_way_round(gateway: Gateway) -> None:
    served = {
        (method.lower(), route.path)
        for route in gateway.routes
        if isinstance(route, Route)
        and route.path not in PAGES
        and not route.path.startswith("/telegram")
        for method in route.methods or ()
        if method != "HEAD"
    }
    described = {
        (method, path)
        for path, operations in DOCUMENT["paths"].items()
        for method in operations
    }
    assert served == described


def test_the_document_is_served(gateway: Gateway) -> None:
    url = f"{gateway.url}/openapi.json"
    assert httpx.get(url, trust_env=False).json() == DOCUMENT


def test_every_reference_leads_somewhere() -> None:
    named = set(re.findall(r'"#/components/(\w+/\w+)"', FILE.read_text("utf-8")))
    components = DOCUMENT["components"]
    assert named
    assert all(name.split("/")[1] in components[name.split("/")[0]] for name in named)


def test_answers_are_as_described(gateway: Gateway, brain: FakeBrain, do: Do) -> None:
    person = gateway.person()
    http = person.http
    check(person.start)
    check(http.post("/chat/session", json={"language": "en"}))
    check(http.post("/chat/language", json={"language": "ms"}))
    buttons = [("Ya", "/affirm")]
    brain.script = lambda _: answered("Hai", buttons=buttons, person=True)
    brain.delay = 0.6  # so that a notice is shown as well
    turn = str(check(person.post("hai")).json()["id"])
    person.end_of(turn)
    brain.script = lambda _: 500
    person.end_of(person.send("rosak"), seconds=20)

    def officer(connection: Any, *, now: float) -> None:
        (name,) = find_waiting(connection)
        handover.claim(connection, name, "aina", now=now)
        handover.speak(connection, name, "aina", "Selamat pagi", now=now)

    do(officer)
    page = check(http.get("/chat/history")).json()
    check(http.get("/chat/events"))
    kinds = {event["event"] for event in page["events"]}
    assert kinds >= {"person", "message", "notice", "turn", "state"}
    check(http.get("/chat/strings/ms"), path="/chat/strings/{language}")
    check(http.get("/health/live"))
    check(http.get("/health/ready"))
    check(http.post("/chat/end", json={"solved": False, "reason": "not_enough"}))
    check(http.get("/chat/history"))
    check(gateway.person().http.post("/chat/forget", json={}))


def test_what_is_hidden_and_deleted_is_told_as_described(
    gateway: Gateway, brain: FakeBrain
) -> None:
    for view, told in (("hide", "hidden"), ("forget", "cleared")):
        person = gateway.person()
        brain.script = lambda _, view=view: answered("Selesai", view=view)
        person.end_of(person.send("hai"))
        page = check(person.http.get("/chat/history")).json()
        assert told in {event["event"] for event in page["events"]}


def test_refusals_are_as_described(gateway: Gateway) -> None:
    person = gateway.person()
    http = person.http
    message = {"client_message_id": str(uuid.uuid4()), "text": "hai"}
    check(http.post("/chat/messages", content=b"{"))
    check(http.post("/chat/messages", json={}))
    check(http.post("/chat/messages", content=b"x" * 70_000))
    check(http.post("/chat/language", json={"language": "fr"}))
    check(http.post("/chat/end", json={"solved": "maybe"}))
    check(http.get("/chat/strings/fr"), path="/chat/strings/{language}")
    check(http.post("/chat/messages", json=message, headers={"Origin": "http://x"}))
    outside = {"X-Forwarded-For": "203.0.113.9"}
    check(http.get("/metrics", headers=outside))
    http.cookies.clear()
    check(http.post("/chat/messages", json=message))
    check(http.get("/chat/events"))
    while (response := http.post("/chat/session", json={}, headers=outside)).is_success:
        http.cookies.clear()
    check(response)
