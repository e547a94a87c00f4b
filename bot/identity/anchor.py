"""The end of the audit chain, noted outside the database.

Whoever can put an older copy of the database in its place cannot make it agree with
this file. Copy the file to another machine from time to time.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
from pathlib import Path
from typing import Final

from sqlalchemy.engine import Connection

from bot.errors import ConfigurationError, TanyaError
from bot.identity import audit
from bot.identity.audit import End
from bot.identity.keys import Keys

FILE: Final = Path("audit") / "anchor.json"


class AnchorBroken(TanyaError):
    """The note outside the database was changed."""

    code = "anchor_broken"


def read(path: Path, *, keys: Keys) -> End | None:
    """What was noted last; None if nothing was. Raises AnchorBroken."""
    try:
        noted = json.loads(path.read_text(encoding="ascii"))
        end = End(int(noted["sequence"]), str(noted["chain"]))
        good = hmac.compare_digest(str(noted["seal"]), _seal(end, keys))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        raise AnchorBroken(f"{path} cannot be read") from None
    if not good:
        raise AnchorBroken(f"{path} was changed")
    return end


def note(connection: Connection, path: Path, *, keys: Keys) -> None:
    """Note the present end, unless what stands there is of another or newer chain."""
    last = audit.find_end(connection)
    noted = read(path, keys=keys)
    if last is None or (noted and not audit.holds(connection, noted)):
        return
    text = json.dumps(
        {"sequence": last.sequence, "chain": last.chain, "seal": _seal(last, keys)}
    )
    partial = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(text)
        partial.replace(path)
    except OSError as error:
        raise ConfigurationError(f"cannot write {path}: {error.strerror}") from error


def _seal(end: End, keys: Keys) -> str:
    return keys.audit(json.dumps(["anchor", end.sequence, end.chain]))
