"""`tanya doctor`: one line each, and exit code 1 when something fails."""

from __future__ import annotations

import http.server
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
from click.testing import CliRunner

from bot.commands.doctor import command
from bot.launch import training
from bot.settings import load
from tests.launch.machine import free_ports


@pytest.fixture
def healthy(tmp_path, monkeypatch):
    """A machine where all is well and nothing runs."""
    model = tmp_path / "tanya.tar.gz"
    model.touch()
    training.stamp_of(model).write_text(training.fingerprint())
    gateway, brain, actions = free_ports(3)
    told = {
        "VAR": tmp_path / "var",
        "MODEL": model,
        "GATEWAY_PORT": gateway,
        "BRAIN_PORT": brain,
        "ACTIONS_PORT": actions,
    }
    for name, value in told.items():
        monkeypatch.setenv(f"TANYA_{name}", str(value))
    return tmp_path


def examined() -> tuple[int, dict[str, dict[str, str]]]:
    done = CliRunner().invoke(command, ["--json"])
    findings = json.loads(done.output)["findings"]
    return done.exit_code, {each["what"]: each for each in findings}


@contextmanager
def answering(port: int, status: int, body: str = "{}") -> Iterator[None]:
    class Answer(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", port), Answer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield
        server.shutdown()


def test_a_machine_where_nothing_runs_yet_passes_with_warnings(healthy):
    code, findings = examined()
    assert code == 0
    assert {findings[name]["level"] for name in ("gateway", "brain", "actions")} == {
        "warn"
    }
    assert findings["parameters"]["level"] == findings["model"]["level"] == "ok"
    assert findings["database registry"]["says"] == "SQLite, made on first use"


def test_each_finding_is_one_line_that_begins_with_its_level(healthy):
    done = CliRunner().invoke(command, [])
    lines = done.output.splitlines()
    assert len(lines) == len(examined()[1])
    assert {line.split()[0] for line in lines} <= {"ok", "warn", "fail"}


def test_a_missing_model_fails_and_a_stale_one_warns(healthy):
    chosen = load()
    training.stamp_of(chosen.model).write_text("other")
    assert examined()[1]["model"]["level"] == "warn"
    chosen.model.unlink()
    code, findings = examined()
    assert (code, findings["model"]["level"]) == (1, "fail")


def test_broken_parameters_fail_with_the_reason(healthy, monkeypatch):
    monkeypatch.setenv("TANYA_PARAMETERS", str(healthy / "none"))
    code, findings = examined()
    assert (code, findings["parameters"]["level"]) == (1, "fail")


def test_a_database_that_does_not_answer_fails_without_its_password(
    healthy, monkeypatch
):
    (port,) = free_ports(1)
    url = f"postgresql://tanya:geheim@127.0.0.1:{port}/none"
    monkeypatch.setenv("TANYA_REGISTRY_DATABASE", url)
    done = CliRunner().invoke(command, [])
    assert done.exit_code == 1
    assert "geheim" not in done.output


def test_embeddings_that_cannot_be_used_are_told_and_do_not_fail(healthy, monkeypatch):
    from bot.understanding import embedding

    monkeypatch.setattr(embedding, "embedder", lambda: None)
    code, findings = examined()
    assert (code, findings["embeddings"]["level"]) == (0, "warn")


def test_half_an_assistant_fails_and_names_the_missing_half(healthy):
    chosen = load()
    with answering(chosen.gateway_port, 503), answering(chosen.actions_port, 200):
        code, findings = examined()
    assert code == 1
    assert findings["actions"]["level"] == "ok"
    assert "not ready (503)" in findings["gateway"]["says"]
    assert "not running" in findings["brain"]["says"]


def test_a_brain_without_its_model_fails(healthy):
    chosen = load()
    body = json.dumps({"model": False, "actions": True})
    with answering(chosen.brain_port, 200, body):
        code, findings = examined()
    assert code == 1
    assert "without its model" in findings["brain"]["says"]


def test_records_are_counted_and_tables_of_another_version_fail(healthy):
    import sqlalchemy as sa

    from bot.registry.seed import seed_demo

    url = load().database("registry")
    assert "records" not in examined()[1]
    people = seed_demo(url, on=date(2026, 11, 23)).added
    assert f"{people} people" in examined()[1]["records"]["says"]
    engine = sa.create_engine(url, future=True)
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    code, findings = examined()
    assert (code, findings["records"]["level"]) == (1, "fail")
    assert "newer version" in findings["records"]["says"]


def test_every_brain_of_several_is_asked(healthy, monkeypatch):
    one, other = free_ports(2)
    urls = [f"http://127.0.0.1:{port}" for port in (one, other)]
    monkeypatch.setenv("TANYA_BRAIN_URLS", ",".join(urls))
    whole = json.dumps({"model": True, "actions": True})
    with answering(one, 200, whole):
        _, found = examined()
        assert urls[1] in found["brain"]["says"]
        with answering(other, 200, whole):
            _, found = examined()
            assert found["brain"]["level"] == "ok"
