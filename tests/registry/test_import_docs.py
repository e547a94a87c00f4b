"""The page, the schema and the samples of an extract say what the importer does."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from bot.registry import codes
from bot.registry.extract.kinds import KINDS
from bot.registry.extract.reasons import REASONS
from tests.registry.extracts import GOOD, good
from tests.registry.test_import_bad import BAD_VALUES, NO_SUCH_DAY

DOCS = Path(__file__).resolve().parents[2] / "docs"
# what only a calendar, the numbering plan, another row or the records can tell
BEYOND_A_SCHEMA = {
    "not_a_telephone_number",
    "dates_in_wrong_order",
    "unknown_person",
    "unknown_employer",
    "unknown_claim",
    "code_repeated",  # in the form with ; between them
    "decision_without_day_or_day_without_decision",
}


def test_the_json_schema_accepts_what_comes_in_and_refuses_what_does_not():
    schema = json.loads((DOCS / "registry.schema.json").read_text("utf-8"))
    days = jsonschema.FormatChecker(["date"])
    validator = jsonschema.Draft202012Validator(schema, format_checker=days)
    for kind, row in GOOD.items():
        assert validator.is_valid({"record": kind, **row})
    for line in (DOCS / "registry_samples" / "all.jsonl").read_text().splitlines():
        assert validator.is_valid(json.loads(line))
    for kind, field, value, reason in BAD_VALUES:
        wrong = {"record": kind, **good(kind, **{field: value})}
        beyond = reason in BEYOND_A_SCHEMA or value == NO_SUCH_DAY
        assert validator.is_valid(wrong) == beyond, (field, value)


def test_the_json_schema_knows_the_same_fields_as_the_importer():
    schema = json.loads((DOCS / "registry.schema.json").read_text("utf-8"))
    described = {each["title"]: each for each in schema["oneOf"]}
    assert set(described) == set(KINDS)
    for name, kind in KINDS.items():
        assert set(described[name]["properties"]) == {"record", *kind.fields}
        assert set(described[name]["required"]) == {"record", *kind.needed}


def test_the_page_about_extracts_names_every_field_code_and_reason():
    page = (DOCS / "registry.md").read_text("utf-8")
    for kind in KINDS.values():
        assert f"`{kind.name}.csv`" in page
        assert all(f"`{name}`" in page for name in kind.fields)
    for listed in (
        codes.SCHEMES,
        codes.BENEFITS,
        codes.REGISTRATION_STATUSES,
        codes.PAYMENT_STATUSES,
        codes.CLAIM_STATUSES,
        codes.CLAIM_NOTES,
        codes.DECISIONS,
        codes.DOCUMENTS,
        REASONS,
    ):
        assert [code for code in listed if f"`{code}`" not in page] == []
