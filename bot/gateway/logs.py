"""One JSON line per event: fields from a list, and no message text, ever."""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from typing import Any, Final

FIELDS: Final = frozenset(
    {
        "attempts",
        "channel",
        "code",
        "conversation",
        "count",
        "error",
        "host",
        "method",
        "milliseconds",
        "path",
        "port",
        "reason",
        "state",
        "status",
        "turn",
    }
)
# the last net, for what libraries write: digits of a number, addresses, secrets
NUMBER = re.compile(r"(?<![0-9a-f])\+?[0-9](?:[ .\-–]{0,2}[0-9]){6,}")
MAIL = re.compile(r"[\w.+-]+@[\w.-]+\.\w+")
BOT_TOKEN = re.compile(r"bot[0-9]+:[\w-]+|\b[0-9]{5,}:[\w-]{20,}")


def scrub(text: str) -> str:
    """`text` without long numbers, mail addresses and bot tokens."""
    for shape in (BOT_TOKEN, MAIL, NUMBER):
        text = shape.sub("#", text)
    return text


def log(
    logger: logging.Logger, event: str, *, level: int = logging.INFO, **fields: object
) -> None:
    """Write `event`. A field that is not on the list is a mistake of ours."""
    unknown = fields.keys() - FIELDS
    if unknown:
        raise ValueError(f"not a field for logs: {sorted(unknown)}")
    logger.log(level, event, extra={"fields": fields})


class JsonLines(logging.Formatter):
    """A record as one JSON object."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": scrub(record.getMessage()),
        }
        line.update(getattr(record, "fields", {}))
        if record.exc_info and record.exc_info[0]:
            # where it broke, not with what: messages of errors quote people
            line["error"] = record.exc_info[0].__name__
            line["trace"] = _places(record)
        return json.dumps(line, ensure_ascii=False, default=str)


def _places(record: logging.LogRecord) -> list[str]:
    trace = record.exc_info[2] if record.exc_info else None
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-12:]


def configure() -> None:
    """Make every logger of this process write JSON lines to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for noisy in ("httpx", "httpcore", "uvicorn.access"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
