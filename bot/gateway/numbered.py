"""Quick replies by number: whoever cannot press a button types which one it is.

Only what the latest reply offered can be chosen: a number that was not on offer is text
like any other, and reaches the dialogue as an age or an amount.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.engine import Connection

from bot.gateway.tables import outbox

NUMBER: Final = re.compile(r"\s*\(?([1-9][0-9]?)\s*[.)]?\s*")


def button_of(connection: Connection, conversation: str, text: str) -> str | None:
    """The id of the button that `text` names by its place in the latest reply."""
    named = NUMBER.fullmatch(text)
    if named is None:
        return None
    offered = _latest(connection, conversation)
    place = int(named.group(1)) - 1
    return str(offered[place]["id"]) if place < len(offered) else None


def _latest(connection: Connection, conversation: str) -> list[dict[str, Any]]:
    body = connection.execute(
        select(outbox.c.body)
        .where(outbox.c.conversation == conversation, outbox.c.kind == "message")
        .order_by(outbox.c.id.desc())
        .limit(1)
    ).scalar()
    return list(json.loads(body).get("buttons", ())) if body else []
