"""The JSON Schema accepts every parameter file and refuses what it can see is wrong."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from bot.rulebook.book import PACKAGE, PARAMETERS
from bot.rulebook.loader import load_file
from bot.rulebook.parameters import Parameter
from bot.rulebook.schema import schema

BROKEN = Path(__file__).parent / "broken"
FILE = PACKAGE / "parameter.schema.json"
VALIDATOR = jsonschema.Draft7Validator(schema())
SEEN_BY_THE_SCHEMA = (
    "amount_as_number",
    "amount_without_sen",
    "empty_list",
    "half_date",
    "missing_description",
    "missing_fact",
    "no_values",
    "percent_with_sign",
    "reference_without_a_web_address",
    "text_for_a_list",
    "unknown_confidence",
    "unknown_key",
    "unknown_key_in_reference",
    "unknown_status",
    "unknown_unit",
    "value_without_reference",
    "year_for_a_date",
)


def as_json(value: object) -> object:
    """What an editor sees: days are texts."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value


def document(path: Path) -> object:
    return as_json(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "path", sorted(PARAMETERS.rglob("*.yaml")), ids=lambda path: path.stem
)
def test_every_parameter_file_follows_the_schema(path: Path) -> None:
    VALIDATOR.validate(document(path))


@pytest.mark.parametrize("name", SEEN_BY_THE_SCHEMA)
def test_a_broken_file_is_refused(name: str) -> None:
    assert not VALIDATOR.is_valid(document(BROKEN / f"{name}.yaml"))


def test_the_file_for_editors_is_level_with_the_loader() -> None:
    assert json.loads(FILE.read_text("utf-8")) == schema()


def test_the_example_of_the_guide_is_a_parameter_that_loads(tmp_path: Path) -> None:
    guide = (PACKAGE.parents[1] / "docs" / "officer.md").read_text("utf-8")
    example = guide.partition("```yaml\n")[2].partition("```")[0]
    file = tmp_path / "example.yaml"
    file.write_text(example, encoding="utf-8")
    VALIDATOR.validate(document(file))
    law = load_file(file, name="example")
    assert isinstance(law, Parameter)
    assert str(law.at(date(2029, 12, 31)).value) == "100.00"
    assert str(law.at(date(2030, 1, 1)).value) == "110.00"
