"""The demo people: put in once, belonging to nobody, never shown in full."""

from __future__ import annotations

from decimal import Decimal

import phonenumbers
import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from bot.commands.registry import command
from bot.errors import RegistryUnavailable
from bot.registry.codes import CLAIM_STATUSES, REGISTRATION_STATUSES, SCHEMES
from bot.registry.demo import PEOPLE
from bot.registry.engine import connected
from bot.registry.masked import mask, masked_people
from bot.registry.seed import seed_demo
from bot.registry.tables import contribution


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request, tmp_path):
    if request.param == "postgres":
        return request.getfixturevalue("postgres_url")
    return f"sqlite:///{tmp_path / 'var' / 'registry.db'}"


def test_demo_people_are_added_once_however_often_they_are_seeded(url):
    assert seed_demo(url) == len(PEOPLE)
    assert seed_demo(url) == 0
    assert len(masked_people(url)) == len(PEOPLE)


def test_money_comes_back_to_the_sen_as_decimal(url):
    seed_demo(url)
    with connected(url) as connection:
        paid = set(connection.execute(sa.select(contribution.c.amount)).scalars())
    assert Decimal("232.80") in paid
    assert all(isinstance(each, Decimal) for each in paid)


@pytest.mark.parametrize("each", PEOPLE, ids=lambda each: each.about)
def test_demo_numbers_belong_to_nobody(each):
    assert each.ic[6:8] == "00", "place code 00 is not assigned"
    assert each.ic[:6] == each.birth_date.strftime("%y%m%d")
    if each.phone:
        assert not phonenumbers.is_valid_number(phonenumbers.parse(each.phone))


@pytest.mark.parametrize("each", PEOPLE, ids=lambda each: each.about)
def test_demo_records_use_the_documented_codes_only(each):
    for record in each.registrations:
        assert record.scheme in SCHEMES
        assert record.status in REGISTRATION_STATUSES
    for filed in each.claims:
        assert filed.scheme in SCHEMES
        assert filed.status in CLAIM_STATUSES


def test_no_full_number_and_no_name_is_shown_when_the_registry_is_listed(
    url, monkeypatch
):
    monkeypatch.setenv("TANYA_REGISTRY_DATABASE", url)
    seeded = CliRunner().invoke(command, ["seed"])
    assert seeded.output == f"{len(PEOPLE)} demo people added.\n"
    for options in ([], ["--json"]):
        shown = CliRunner().invoke(command, ["show", *options])
        assert shown.exit_code == 0
        for each in PEOPLE:
            assert mask(each.ic) in shown.output
            assert each.ic not in shown.output
            assert each.name not in shown.output
            assert not each.phone or each.phone not in shown.output


def test_a_registry_that_cannot_be_opened_says_so_without_any_value(tmp_path):
    folder = tmp_path / "registry.db"
    folder.mkdir()
    with pytest.raises(RegistryUnavailable, match="does not answer"):
        seed_demo(f"sqlite:///{folder}")
