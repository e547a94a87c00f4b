"""Small extracts for the tests: one good row of each kind, and files made of rows."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

IC = "720314000505"
OTHER_IC = "880921000606"

GOOD: dict[str, dict[str, Any]] = {
    "person": {
        "ic": IC,
        "name": "Contoh Satu",
        "phone": "+601100000501",
        "birth_date": "1972-03-14",
        "died_on": "",
    },
    "employer": {"code": "E-77", "name": "Kedai Contoh"},
    "registration": {
        "ic": IC,
        "scheme": "sksps",
        "status": "active",
        "plan": "2",
        "registered_on": "2026-05-04",
        "cover_from": "2026-05-05",
        "cover_until": "2027-05-04",
    },
    "contribution": {
        "ic": IC,
        "scheme": "act4",
        "status": "credited",
        "receipt": "R-1/26",
        "amount": "66.40",
        "received_at": "2026-05-15T10:15:00+08:00",
        "cover_from": "2026-04-01",
        "cover_until": "2026-04-30",
        "employer_code": "E-77",
    },
    "claim": {
        "ic": IC,
        "number": "T/2026/0001",
        "scheme": "act4",
        "benefit": "medical",
        "status": "documents_missing",
        "filed_on": "2026-06-01",
        "status_on": "2026-06-08",
        "decision": "",
        "decided_on": "",
        "appeal_until": "",
        "missing_documents": "payslips;identity_card",
    },
    "claim_event": {
        "number": "T/2026/0001",
        "step": "1",
        "status": "received",
        "happened_on": "2026-06-01",
        "note_code": "filed_online",
    },
}


def good(kind: str, **changes: Any) -> dict[str, Any]:
    """A good row with some fields changed."""
    return {**GOOD[kind], **changes}


def csv_file(path: Path, *rows: dict[str, Any], end: str = "\n") -> Path:
    """A CSV file of rows with the same fields."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator=end)
        writer.writeheader()
        writer.writerows(rows)
    return path


def json_file(path: Path, *rows: tuple[str, dict[str, Any]]) -> Path:
    """A JSON Lines file of (kind, row)."""
    lines = [json.dumps({"record": kind, **row}) for kind, row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def whole_case(folder: Path) -> list[Path]:
    """One CSV file for each kind, in an order that is not that of the references."""
    return [csv_file(folder / f"{kind}.csv", GOOD[kind]) for kind in sorted(GOOD)]


def rejected(report: Path) -> list[tuple[int, str, str | None]]:
    """(line, reason, field) of a report."""
    told = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    return [(each["line"], each["reason"], each.get("field")) for each in told]
