"""Seeding and showing: each person once, moved along with the days, masked."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from bot.commands.registry import command
from bot.errors import RegistryUnavailable
from bot.registry.demo import INVALID_IC, UNKNOWN_IC
from bot.registry.demo_people import demo_people
from bot.registry.engine import transaction, writing_engine
from bot.registry.masked import mask, masked_people
from bot.registry.seed import Seeded, prepare, seed_demo
from bot.registry.sql import SqlRecords
from bot.registry.tables import metadata, person
from bot.settings import Settings
from tests.registry.conftest import TODAY

PEOPLE = demo_people(TODAY)


def everything(url: str) -> dict[str, list[tuple[object, ...]]]:
    engine = writing_engine(url)
    with engine.connect() as connection:
        found = {
            table.name: sorted(
                map(tuple, connection.execute(sa.select(table))), key=str
            )
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return found


@pytest.fixture
def on_command_line(url, monkeypatch):
    monkeypatch.setenv("TANYA_REGISTRY_DATABASE", url)
    monkeypatch.setenv("TANYA_TODAY", TODAY.isoformat())

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(command, arguments, catch_exceptions=False)
        assert done.exit_code == 0
        return done.output

    return run


def test_seeding_twice_changes_nothing(url):
    assert seed_demo(url, on=TODAY) == Seeded(len(PEOPLE), 0)
    before = everything(url)
    assert seed_demo(url, on=TODAY) == Seeded(0, 0)
    assert everything(url) == before


def test_records_move_with_the_days_and_people_stay_who_they_were(records, seeded):
    first = records.find_person(PEOPLE[0].ic)
    later = TODAY + timedelta(30)
    assert seed_demo(seeded, on=later).added == 0
    assert records.find_person(PEOPLE[0].ic) == first
    assert set(records.find_claims(first.key)) == set(demo_people(later)[0].claims)
    assert seed_demo(seeded, on=later) == Seeded(0, 0)


def test_what_was_seeded_is_found_again_to_the_sen_and_the_second(records):
    for each in PEOPLE:
        found = records.find_person(each.ic)
        assert (found.name, found.phone, found.died_on, found.demo) == (
            each.name,
            each.phone,
            each.died_on,
            True,
        )
        assert set(records.find_registrations(found.key)) == set(each.registrations)
        paid = records.find_contributions(found.key, limit=1_000)
        assert set(paid) == set(each.contributions)
        assert set(records.find_claims(found.key)) == set(each.claims)
        assert all(type(one.amount) is Decimal for one in paid)


def test_somebody_who_came_with_an_extract_is_not_touched_by_seeding(seeded):
    engine = writing_engine(seeded)
    real = {"demo": False, "name": "Somebody Else", "birth_date": date(1972, 3, 14)}
    with transaction(engine) as connection:
        whose = person.c.ic == PEOPLE[0].ic
        connection.execute(sa.update(person).where(whose).values(**real))
    engine.dispose()
    assert seed_demo(seeded, on=TODAY + timedelta(1)).added == 0
    source = SqlRecords(seeded)
    assert source.find_person(PEOPLE[0].ic).name == "Somebody Else"
    source.close()


def test_no_full_number_and_no_name_is_shown_when_the_registry_is_listed(
    on_command_line,
):
    said = on_command_line("seed")
    assert said == f"{len(PEOPLE)} demo people added, 0 moved to today.\n"
    for options in ([], ["--json"]):
        shown = on_command_line("show", *options)
        for each in PEOPLE:
            assert mask(each.ic) in shown
            assert each.ic not in shown
            assert each.name not in shown
            assert not each.phone or each.phone not in shown


def test_a_long_list_is_cut_and_says_how_many_there_are(on_command_line):
    on_command_line("seed")
    lines = on_command_line("show", "--limit", "3").splitlines()
    assert len(lines) == 4
    assert lines[-1] == f"... 3 of {len(PEOPLE)} people; --limit shows more."


def test_demo_people_are_listed_in_full_for_those_who_try_the_product(on_command_line):
    on_command_line("seed")
    listed = json.loads(on_command_line("show", "--demo", "--json"))
    assert set(listed) == {"people", "unknown_ic", "invalid_ic"}
    assert (listed["unknown_ic"], listed["invalid_ic"]) == (UNKNOWN_IC, INVALID_IC)
    assert listed["people"] == [
        {
            "ic": each.ic,
            "name": each.name,
            "phone": each.phone,
            "claims": [claim.number for claim in each.claims],
            "about": each.about,
        }
        for each in PEOPLE
    ]


@pytest.mark.parametrize(("let_in", "people"), [("yes", len(PEOPLE)), ("no", 0)])
def test_demo_people_are_put_in_at_the_start_only_where_they_are_let_in(
    let_in, people, url
):
    prepare(Settings(registry_database=url, demo_people=let_in))
    assert len(everything(url)["person"]) == people


def test_the_file_of_the_records_is_for_its_owner_alone(tmp_path):
    path = tmp_path / "var" / "registry.db"
    seed_demo(f"sqlite:///{path}", on=TODAY)
    assert path.stat().st_mode & 0o777 == 0o600


def test_showing_what_was_never_made_says_what_to_run(tmp_path):
    with pytest.raises(RegistryUnavailable, match="registry import"):
        _shown(f"sqlite:///{tmp_path / 'registry.db'}")
    assert list(tmp_path.iterdir()) == []


def test_a_registry_that_cannot_be_opened_says_so_without_any_value(tmp_path):
    folder = tmp_path / "registry.db"
    folder.mkdir()
    address = f"sqlite:///{folder}"
    for act in (lambda: seed_demo(address, on=TODAY), lambda: _shown(address)):
        with pytest.raises(RegistryUnavailable, match="does not answer"):
            act()


def _shown(address: str) -> object:
    return masked_people(address, limit=1)
