"""The JSON Schema of parameter files, from the same lists the loader reads by.

For editors, which underline a mistake while it is typed. The loader stays the judge:
order of dates, tables and sums are beyond a schema.
"""

from __future__ import annotations

from bot.rulebook.loader import (
    AMOUNT,
    CONFIDENCES,
    MONEY_UNITS,
    PERCENT,
    STATUSES,
    UNITS,
    WHOLE_UNITS,
)

Schema = dict[str, object]
DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
FROM: Schema = {"anyOf": [DAY, {"const": "unknown"}]}
TEXT: Schema = {"type": "string", "minLength": 1}
TEXTS: Schema = {"type": "array", "items": TEXT, "minItems": 1}
REFERENCE: Schema = {
    "type": "object",
    "additionalProperties": False,
    "required": ["instrument"],
    "properties": {
        "instrument": TEXT,
        "section": TEXT,
        "url": {"type": "string", "pattern": r"^https?://\S+$"},
    },
}
SPAN: Schema = {
    "from": FROM,
    "to": DAY,
    "vouched_from": DAY,
    "announced_on": DAY,
    "confidence": {"enum": list(CONFIDENCES)},
    "status": {"enum": list(STATUSES)},
    "reference": REFERENCE,
    "fact": TEXT,
}
SPAN_REQUIRED = ["from", "confidence", "status", "reference"]
HEAD: Schema = {
    "description": TEXT,
    "unit": {"enum": list(UNITS)},
    "fact": TEXT,
    "last_checked_on": DAY,
}


def schema() -> Schema:
    """One file: a value history, or the head of a table."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A parameter of Tanya's rulebook",
        "if": {"required": ["table"]},
        "then": _table(),
        "else": _history(),
    }


def _object(required: list[str], properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": properties,
    }


def _history() -> Schema:
    value = _object([*SPAN_REQUIRED, "value"], {**SPAN, "value": {}})
    values: Schema = {"type": "array", "minItems": 1, "items": value}
    history = _object([*HEAD, "values"], {**HEAD, "values": values})
    return {**history, "allOf": [_by_unit(unit) for unit in UNITS]}


def _by_unit(unit: str) -> Schema:
    """The form that a unit demands of every value; null only where it is unknown."""
    value: Schema = {"anyOf": [_form(unit), {"type": "null"}]}
    items: Schema = {"items": {"properties": {"value": value}}}
    return {
        "if": {"properties": {"unit": {"const": unit}}},
        "then": {"properties": {"values": items}},
    }


def _form(unit: str) -> Schema:
    if unit in MONEY_UNITS:
        return {"type": "string", "pattern": f"^{AMOUNT.pattern}$"}
    if unit == "percent":
        return {"type": "string", "pattern": f"^{PERCENT.pattern}$"}
    if unit in WHOLE_UNITS:
        return {"type": "integer"}
    forms: dict[str, Schema] = {
        "bool": {"type": "boolean"},
        "date": DAY,
        "codes": TEXTS,
    }
    return forms.get(unit, TEXT)


def _table() -> Schema:
    version = _object([*SPAN_REQUIRED, "version"], {**SPAN, "version": TEXT})
    columns: Schema = {"type": "object", "additionalProperties": TEXT}
    properties: Schema = {
        **HEAD,
        "table": TEXT,
        "kind": {"enum": ["bands", "rows"]},
        "columns": columns,
        "versions": {"type": "array", "minItems": 1, "items": version},
        "key": TEXT,
        "version_column": TEXT,
        "adds_up": TEXTS,
    }
    return _object([*HEAD, "table", "kind", "columns", "versions"], properties)
