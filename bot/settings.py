"""Settings in layers, read once: defaults here, then `.env`, then the environment.

Every name is `TANYA_` and the field's name in capitals. Secrets that are not set are
made on first use and kept in `var/secrets/`, readable by the owner alone.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from bot.errors import ConfigurationError

ROOT = Path(__file__).resolve().parent.parent
PREFIX = "TANYA_"


@dataclass(frozen=True)
class Settings:
    """What a process needs to know about where it runs."""

    var: Path = ROOT / "var"
    host: str = "127.0.0.1"  # address on which the public page listens
    gateway_port: int = 8080
    brain_port: int = 5005  # loopback only, never published
    actions_port: int = 5055  # loopback only, never published
    model: Path = ROOT / "models" / "tanya.tar.gz"
    parameters: Path = ROOT / "bot" / "rulebook" / "parameters"
    gateway_database: str = ""  # SQLAlchemy URL; empty: SQLite below var
    tracker_database: str = ""
    registry_database: str = ""
    identity_database: str = ""
    allowed_origins: str = ""  # comma separated; empty: same origin only
    turn_notice_seconds: float = 10.0
    turn_limit_seconds: float = 60.0
    standby_seconds: float = 8.0  # a brain is down before answers come without it
    most_waiting_turns: int = 300  # then people are told that the service is busy
    brain_urls: str = ""  # comma separated; empty: one brain on this machine
    closed_channels: str = ""  # comma separated: web, telegram; they answer nothing
    trusted_proxies: str = ""  # comma separated; whose X-Forwarded-For is believed
    sessions_per_hour: int = 30  # new ones from one address
    session_idle_minutes: float = 30.0  # then a web conversation is over
    session_hours: float = 12.0  # likewise, however busy it was
    telegram_mode: str = "poll"  # or webhook; without a token neither
    telegram_webhook_url: str = ""  # https address of this gateway, for the webhook
    telegram_api_url: str = "https://api.telegram.org/bot"
    telegram_record_minutes: float = 0.0  # until shown records are deleted; 0: never
    sms_provider: str = "outbox"  # a file below var, for development; or http
    sms_url: str = ""  # where an SMS service takes messages, if http
    numbers_per_address: int = 10  # different people an address may ask for in a day
    demo_people: str = ""  # yes, no; empty: only while no real message is sent
    keep_chat_days: float = 30.0  # texts of conversations in which nobody was verified
    keep_verified_chat_days: float = 90.0
    keep_audit_years: float = 7.0
    today: str = ""  # ISO date that stands in for today, for demonstrations

    def database(self, owner: str) -> str:
        """URL of `owner`'s database: gateway, tracker, registry or identity."""
        configured: str = getattr(self, f"{owner}_database")
        return configured or f"sqlite:///{self.var / (owner + '.db')}"

    @property
    def gateway_url(self) -> str:
        """Where people reach the assistant."""
        return f"http://{self.host}:{self.gateway_port}"

    @property
    def brain_url(self) -> str:
        """Where the gateway reaches the brain."""
        return f"http://127.0.0.1:{self.brain_port}"

    @property
    def brains(self) -> tuple[str, ...]:
        """Where the gateway reaches its brains."""
        return listed(self.brain_urls) or (self.brain_url,)

    @property
    def sms_outbox(self) -> Path:
        """Where codes go that are not sent: JSON lines of `to`, `text` and `code`."""
        return self.var / "outbox" / "sms.jsonl"

    def telegram_token(self) -> str:
        """The bot's token, or nothing; no field, so that nothing prints it.

        Raises ConfigurationError if it is kept where it cannot be read.
        """
        name, kept = f"{PREFIX}TELEGRAM_TOKEN", self.var / "secrets" / "telegram_token"
        given = {**_dotenv(ROOT / ".env"), **os.environ}.get(name, "").strip()
        try:
            return given or (kept.read_text("ascii").strip() if kept.exists() else "")
        except (OSError, ValueError) as error:
            raise ConfigurationError(f"cannot read {kept}") from error

    @property
    def lets_demo_people_in(self) -> bool:
        """Whether the people of the demonstration may look themselves up."""
        if self.demo_people not in ("", "yes", "no"):
            raise ConfigurationError(
                f"TANYA_DEMO_PEOPLE must be yes or no, not {self.demo_people!r}"
            )
        return (self.demo_people or self.sms_provider) in ("yes", "outbox")

    def given_secret(self, name: str) -> str:
        """A secret that others gave us: never made up. Raises ConfigurationError."""
        variable, kept = f"{PREFIX}{name.upper()}_SECRET", self.var / "secrets" / name
        given = {**_dotenv(ROOT / ".env"), **os.environ}.get(variable, "").strip()
        try:
            return given or kept.read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            raise ConfigurationError(f"set {variable}") from None

    def secret(self, name: str) -> str:
        """The secret called `name`: from the environment, else kept below `var`.

        Raises ConfigurationError if it can neither be read nor made.
        """
        given = os.environ.get(f"{PREFIX}{name.upper()}_SECRET")
        return given or _kept_secret(self.var / "secrets" / name)


def _kept_secret(path: Path) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        made = secrets.token_urlsafe(32)
        partial = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(descriptor, made.encode())
        finally:
            os.close(descriptor)
        # linking fails if another process was first: then its secret is the one
        try:
            os.link(partial, path)
        except FileExistsError:
            pass
        finally:
            partial.unlink()
        return path.read_text(encoding="ascii")
    except OSError as error:
        raise ConfigurationError(f"cannot keep a secret in {path}: {error}") from error


def load(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings of this process. Raises ConfigurationError naming the bad variable."""
    layers = _dotenv(ROOT / ".env")
    layers.update(os.environ if environment is None else environment)
    values: dict[str, object] = {}
    for field in fields(Settings):
        name = PREFIX + field.name.upper()
        if name in layers:
            values[field.name] = _cast(name, layers[name], str(field.type))
    return Settings(**values)  # type: ignore[arg-type]


def listed(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated setting."""
    parts = (part.strip().rstrip("/") for part in text.split(","))
    return tuple(part for part in parts if part)


def _cast(name: str, text: str, kind: str) -> object:
    casts = {"int": int, "float": float, "str": str, "Path": Path}
    try:
        return casts[kind](text)
    except ValueError:
        raise ConfigurationError(f"{name} must be {kind}, not {text!r}") from None


def _dotenv(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("=", 1) for line in lines if "=" in line and line[0] != "#")
    return {name.strip(): value.strip().strip("\"'") for name, value in pairs}
