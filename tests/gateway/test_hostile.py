"""Whatever is sent, the gateway answers in its own words and lives."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from tests.gateway.client import Person

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
messages = st.fixed_dictionaries(
    {"client_message_id": st.uuids().map(str) | json_values},
    optional={"text": st.text() | json_values, "button": st.text() | json_values},
)
bodies = messages.map(lambda body: json.dumps(body).encode()) | st.binary(max_size=200)
paths = st.sampled_from(
    ["/chat/messages"] * 4 + ["/chat/session", "/chat/language", "/chat/nothing"]
)


@seed(20261123)
@settings(
    max_examples=150,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(path=paths, body=bodies)
def test_hostile_bodies_never_break_the_gateway(
    person: Person, path: str, body: bytes
) -> None:
    response = person.http.post(path, content=body)
    assert response.status_code < 500, (path, body)
    if response.status_code >= 400:
        assert set(response.json()["error"]) == {"code", "message"}


@seed(20261123)
@settings(
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(after=st.text(max_size=30) | st.integers().map(str))
def test_hostile_cursors_never_break_the_gateway(person: Person, after: str) -> None:
    response = person.http.get("/chat/history", params={"after": after})
    assert response.status_code == 200
