"""The page for the operator says what the code does."""

from __future__ import annotations

import re

from bot.identity.policy import DAY, MINUTE, Limit, Policy
from bot.identity.vault import LIFETIME_SECONDS
from bot.settings import Settings
from tests.health.conftest import ROOT

TEXT = (ROOT / "docs" / "privacy.md").read_text("utf-8")
POLICY = Policy()


def value(name: str) -> str:
    found = re.search(rf"^\| {re.escape(name)} \| ([^|]+?) \|", TEXT, flags=re.M)
    assert found, name
    return found.group(1)


def both(limit: Limit) -> str:
    return f"{limit.hour} an hour, {limit.day} a day"


def test_the_limits_are_those_of_the_policy() -> None:
    assert value("a code lives") == f"{POLICY.code_seconds / MINUTE:.0f} minutes"
    assert value("guesses at one code") == str(POLICY.guesses_per_code)
    idle, absolute = POLICY.idle_seconds, POLICY.absolute_seconds
    assert value("verified without a look-up") == f"{idle / MINUTE:.0f} minutes"
    assert value("verified at most") == f"{absolute / MINUTE:.0f} minutes"
    assert value("codes of a person") == both(POLICY.codes_per_person)
    assert value("guesses at a person") == both(POLICY.guesses_per_person)
    assert value("codes of a conversation") == both(POLICY.codes_per_conversation)
    assert value("guesses of a conversation") == both(POLICY.guesses_per_conversation)
    assert value("codes of an address") == both(POLICY.codes_per_address)
    assert value("guesses of an address") == both(POLICY.guesses_per_address)
    for who in ("conversation", "address"):
        limit: Limit = getattr(POLICY, f"numbers_per_{who}")
        assert value(f"different numbers of a{'n' * (who[0] == 'a')} {who}") == (
            f"{limit.day} a day"
        )
    assert f"{POLICY.guesses_per_person.day} in 1,000,000" in TEXT


def test_the_limits_of_an_address_are_those_of_the_setting() -> None:
    assert Policy.for_addresses(Settings().numbers_per_address) == POLICY


def test_the_times_are_those_of_the_code() -> None:
    kept = Settings()
    assert value("numbers that were typed") == "24 hours"
    assert LIFETIME_SECONDS == DAY
    results = f"{POLICY.result_seconds / MINUTE:.0f} minutes"
    assert value("results that were shown") == results
    assert value("codes").startswith(f"{POLICY.number_seconds / MINUTE:.0f} minutes")
    assert value("texts of a conversation").startswith(
        f"{kept.keep_chat_days:.0f} days"
    )
    where = "the same where somebody was verified"
    assert value(where) == f"{kept.keep_verified_chat_days:.0f} days"
    assert value("audit") == f"{kept.keep_audit_years:.0f} years"


def test_every_named_test_and_bench_is_there() -> None:
    for name in re.findall(r"`(test_\w+\.py)`", TEXT):
        assert (ROOT / "tests" / "identity" / name).exists(), name
    for name in re.findall(r"`(bench/\w+\.py|bot/\w+/\w+\.py)`", TEXT):
        assert (ROOT / name).exists(), name
