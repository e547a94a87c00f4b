"""Questions after a record was shown, with the real identity: whose, and when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.identity.tables import audit
from bot.registry.records import Claim
from tests.identity.conftest import Desk
from tests.identity.people import CLAIMS, KNOWN, OTHER
from tests.lookup.conversation import AGREE, HERE, Conversation, names

pytestmark = pytest.mark.rasa

FIRST, SECOND = (
    replace(CLAIMS[0], missing_documents=("payslips",), status="documents_missing"),
    CLAIMS[1],
)
OF_OTHER = replace(CLAIMS[0], number="DEMO-9", missing_documents=("police_report",))
PAPERS = "dokumen apa yang kurang"


@pytest.fixture
def theirs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Claim, ...]]:
    """The claims of each person; tests may change them."""
    claims = {f"key-{KNOWN[-4:]}": (FIRST, SECOND), f"key-{OTHER[-4:]}": (OF_OTHER,)}
    monkeypatch.setattr(desk.people, "find_claims", lambda key: claims[key])
    return claims


def shown(talk: Conversation, told: list[dict[str, Any]]) -> dict[str, Any]:
    assert names(told) == ["utter_result"]
    return talk.opened(told[0])


def test_papers_are_those_of_the_claim_that_was_shown(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("2")
    body = shown(conversation, conversation.say(PAPERS))
    assert (body["part"], body["items"][0]["number"]) == ("papers", "DEMO-1")
    assert body["items"][0]["missing_documents"] == []
    assert body["elsewhere"] == ["DEMO-2"]
    conversation.say("yang satu lagi")
    body = shown(conversation, conversation.say(PAPERS))
    assert body["items"][0]["number"] == "DEMO-2"
    assert body["elsewhere"] == []


def test_with_no_claim_shown_the_only_one_that_lacks_papers_is_told_of(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    body = shown(conversation, conversation.say(PAPERS))
    assert body["items"][0]["number"] == "DEMO-2"


def test_after_a_new_claim_came_the_list_is_shown_and_no_other_claims_papers(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("2")
    theirs[f"key-{KNOWN[-4:]}"] = (replace(OF_OTHER, number="DEMO-3"), FIRST, SECOND)
    body = shown(conversation, conversation.say(PAPERS))
    assert body["kind"] == "claims"
    assert body["total"] == 3
    body = shown(conversation, conversation.say("bila bayar"))
    assert body["kind"] == "claims"  # none of the three is the one meant before


def test_whoever_proves_to_be_somebody_else_is_told_of_their_own_claims(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("2")
    token = conversation.desk.vault.seal(HERE, "IC", OTHER)
    conversation.say(f"status claim {token}", "check_claim_status")
    body = shown(conversation, conversation.code(conversation.desk.code()))
    assert body["items"][0]["number"] == "DEMO-9"
    body = shown(conversation, conversation.say(PAPERS))
    assert body["items"][0]["number"] == "DEMO-9"
    assert body["items"][0]["missing_documents"] == ["police_report"]


def test_while_another_number_waits_for_its_code_nothing_is_told(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("1")
    token = conversation.desk.vault.seal(HERE, "IC", OTHER)
    conversation.say(f"status claim {token}", "check_claim_status")
    assert "utter_result" not in names(conversation.say(PAPERS, "claim_documents"))


def test_when_the_proof_has_run_out_that_is_said_and_a_new_one_offered(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.desk.clock.now += conversation.desk.policy.idle_seconds + 1
    told = conversation.say(PAPERS)
    assert names(told) == ["utter_lookup_run_out"]
    assert "reference" not in told[0]
    assert names(conversation.say("ya", "affirm")) == ["utter_lookup_number"]
    conversation.number(KNOWN)
    body = shown(conversation, conversation.code(conversation.desk.code()))
    assert body["kind"] == "claims"


def test_a_copied_memory_shows_nothing_in_another_conversation(
    desk: Desk, conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("1")
    thief = Conversation(desk, "web:there", memory=conversation.memory)
    assert names(thief.say(PAPERS)) == ["utter_lookup_run_out"]
    assert names(thief.say("ya", "affirm")) == ["utter_lookup_notice"]


def test_what_was_hidden_is_not_told_of_either(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("sembunyi")
    assert "utter_result" not in names(conversation.say(PAPERS, "claim_documents"))


def test_records_out_of_reach_are_no_lack_of_papers(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify(need="check_contribution_record")
    conversation.desk.people.down = True
    told = conversation.say("siapa majikan yang bayar")
    assert names(told) == ["utter_lookup_unavailable"]
    conversation.desk.people.down = False
    body = shown(conversation, conversation.say("siapa majikan yang bayar"))
    assert (body["kind"], body["part"]) == ("contributions", "employer")


def test_every_question_is_in_the_audit_and_nothing_of_the_record_is_remembered(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("1")
    before = _looked_up(conversation.desk)
    kept = [conversation.say(PAPERS), conversation.say("bila tamat perlindungan saya")]
    assert _looked_up(conversation.desk) == before + 2
    text = str([kept, conversation.memory])
    for secret in ("DEMO-", "payslips", "skssr", KNOWN):
        assert secret not in text.replace("'scheme': 'skssr'", "")


def _looked_up(desk: Desk) -> int:
    with desk.database.read() as connection:
        counted = select(func.count()).where(audit.c.what == "look_up")
        return int(connection.execute(counted).scalar_one())


def test_a_question_of_law_in_between_is_answered_as_one(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    conversation.say("1")
    told = conversation.say("berapa caruman suri", "contribution_amount_housewife")
    assert names(told) == ["utter_decision"]
    body = shown(conversation, conversation.say(PAPERS))
    assert body["items"][0]["number"] == "DEMO-2"


def test_somebody_elses_record_is_not_told_of_after_ones_own(
    conversation: Conversation, theirs: dict[str, tuple[Claim, ...]]
) -> None:
    conversation.verify()
    told = conversation.say("bila tamat perlindungan suami saya", relation="husband")
    assert names(told) == ["utter_lookup_other"]


def test_without_any_look_up_the_law_answers(conversation: Conversation) -> None:
    conversation.say("hai", "greet")
    told = conversation.say(AGREE, "affirm")
    assert "utter_lookup_run_out" not in names(told)
    told = conversation.say(PAPERS, "claim_documents")
    assert not [name for name in names(told) if name.startswith("utter_lookup")]
