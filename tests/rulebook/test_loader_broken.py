"""Every mistake in a parameter file is an error that names file and line.

One deliberately broken file for each mistake stands in `broken/`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.rulebook import load
from bot.rulebook.errors import ParameterError
from bot.rulebook.loader import load_file, load_folder

BROKEN = Path(__file__).parent / "broken"

# file, line that must be named, words that the error must contain
YAML_MISTAKES = [
    ("unknown_key", 4, "unknown key"),
    ("unknown_key_in_value", 17, "unknown key"),
    ("unknown_key_in_reference", 13, "unknown key"),
    ("duplicate_key", 3, "duplicate key"),
    ("duplicate_key_in_value", 17, "duplicate key"),
    ("half_date", 15, "must be a full date"),
    ("month_for_a_date", 15, "must be a full date"),
    ("year_for_a_date", 15, "must be a full date"),
    ("day_not_in_calendar", 7, "not a day of the calendar"),
    ("half_check_date", 4, "must be a full date"),
    ("number_as_text", 16, "must be a whole number"),
    ("number_with_leading_zero", 16, "must be a whole number"),
    ("number_as_decimal", 16, "must be a whole number"),
    ("amount_as_number", 8, "must be text"),
    ("amount_without_sen", 8, "amount to the sen"),
    ("percent_with_sign", 8, "must be a percentage"),
    ("yes_for_a_boolean", 8, "must be true or false"),
    ("bare_no_for_a_text", 8, "must be text"),
    ("text_for_a_list", 8, "must be a list"),
    ("empty_list", 8, "at least one entry"),
    ("unknown_unit", 2, "unknown unit"),
    ("unknown_confidence", 9, "must be one of high"),
    ("unknown_status", 10, "must be one of in_force"),
    ("value_without_reference", 6, "missing key 'reference'"),
    ("reference_without_instrument", 12, "missing key 'instrument'"),
    ("reference_without_a_web_address", 14, "web address"),
    ("value_without_value", 15, "missing key 'value'"),
    ("missing_description", 1, "missing key 'description'"),
    ("empty_description", 1, "must not be empty"),
    ("missing_fact", 1, "missing key 'fact'"),
    ("no_values", 5, "at least one entry"),
    ("overlapping_dates", 15, "overlaps"),
    ("open_value_followed_by_another", 14, "has no last day"),
    ("ends_before_it_begins", 7, "ends before it begins"),
    ("second_value_from_unknown", 15, "only the first value"),
    ("unknown_from_without_vouched_day", 6, "vouched_from"),
    ("vouched_day_with_known_from", 6, "vouched_from"),
    ("announced_without_a_day", 10, "announced_on"),
    ("announcement_day_on_a_law", 8, "announced values only"),
    ("null_that_is_not_unknown", 16, "may be null"),
    ("list_instead_of_mapping", 1, "must be a mapping"),
    ("not_yaml", 21, "unexpected end"),
    ("empty", None, "is empty"),
    ("not_utf8", None, "cannot be read"),
    ("Upper_Case", None, "lower snake case"),
    ("table_of_unknown_kind", 6, "must be one of bands"),
    ("table_of_unknown_unit", 11, "must be one of MYR"),
]
CSV_MISTAKES = [
    ("table_with_a_gap", 3, "leaves a gap"),
    ("table_with_overlap", 3, "leaves a gap or overlaps"),
    ("table_band_backwards", 3, "ends before it begins"),
    ("table_last_band_closed", 4, "last band must be open"),
    ("table_does_not_add_up", 3, "does not add up"),
    ("table_amount_without_sen", 2, "amount to the sen"),
    ("table_edge_not_a_number", 2, "must be an amount"),
    ("table_dates_differ_from_head", 3, "dates differ"),
    ("table_unknown_version", None, "versions differ"),
    ("table_unknown_confidence", 2, "unknown confidence"),
    ("table_unknown_column", 1, "columns differ"),
    ("table_row_too_short", 2, "cells"),
    ("table_row_twice", 3, "stands twice"),
    ("table_without_csv", None, "cannot be read"),
    ("table_empty_csv", None, "is empty"),
]


def read_error(name: str) -> str:
    with pytest.raises(ParameterError) as caught:
        load_file(BROKEN / f"{name}.yaml", name=name)
    message = str(caught.value)
    assert "\n" not in message
    return message


@pytest.mark.parametrize(("name", "line", "words"), YAML_MISTAKES)
def test_a_mistake_names_file_and_line_when_yaml_is_broken(
    name: str, line: int | None, words: str
) -> None:
    message = read_error(name)
    where = f"{name}.yaml:" if line is None else f"{name}.yaml:{line}:"
    assert message.startswith(where)
    assert words in message


@pytest.mark.parametrize(("name", "line", "words"), CSV_MISTAKES)
def test_a_mistake_names_file_and_line_when_a_table_is_broken(
    name: str, line: int | None, words: str
) -> None:
    message = read_error(name)
    assert ".csv:" in message
    assert line is None or f".csv:{line}:" in message
    assert words in message


def test_every_broken_file_is_tried() -> None:
    named = {name for name, _, _ in (*YAML_MISTAKES, *CSV_MISTAKES)}
    assert named == {file.stem for file in BROKEN.glob("*.yaml")}


def test_a_file_of_no_parameter_is_refused(tmp_path: Path) -> None:
    good = (BROKEN / "good").with_suffix(".txt").read_text(encoding="utf-8")
    (tmp_path / "good.yaml").write_text(good, encoding="utf-8")
    assert list(load_folder(tmp_path)) == ["good"]
    (tmp_path / "left_over.csv").write_text("band\n", encoding="utf-8")
    with pytest.raises(
        ParameterError, match=r"left_over\.csv: belongs to no parameter"
    ):
        load_folder(tmp_path)


def test_a_missing_folder_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="holds no parameter files"):
        load(tmp_path / "nothing")
