"""What a status means, without any look-up; and whose record is not shown by chat."""

from __future__ import annotations

import pytest
import yaml

from bot.dialogue.lookup_entry import Status, meaning, status_asked
from bot.i18n.wording.records_status import render_status
from bot.i18n.wording.records_statuses import (
    CLAIMS,
    DECISIONS,
    DOCUMENTS,
    NOTES,
    PAYMENTS,
    REGISTRATIONS,
    STATUSES,
)
from bot.registry import codes
from bot.settings import ROOT
from tests.dialogue.conftest import heard
from tests.lookup.conftest import Talk

LANGUAGES = ("ms", "en")


def test_every_code_of_the_registry_has_its_words_and_no_other() -> None:
    assert set(CLAIMS) == set(codes.CLAIM_STATUSES)
    assert set(REGISTRATIONS) == set(codes.REGISTRATION_STATUSES)
    assert set(PAYMENTS) == set(codes.PAYMENT_STATUSES)
    assert set(NOTES) == set(codes.CLAIM_NOTES)
    assert set(DECISIONS) == set(codes.DECISIONS)
    assert set(DOCUMENTS) == set(codes.DOCUMENTS)


def test_every_status_can_be_asked_about_in_words() -> None:
    path = ROOT / "bot" / "dialogue" / "lookup_statuses.yml"
    listed = yaml.safe_load(path.read_text("utf-8"))
    assert {kind: set(named) for kind, named in listed.items()} == {
        kind: set(known) for kind, known in STATUSES.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("kind", "status"), [(kind, code) for kind in STATUSES for code in STATUSES[kind]]
)
def test_a_status_is_told_with_its_next_step_and_whose_words_they_are(
    kind: str, status: str, language: str
) -> None:
    text = render_status(kind, status, language)
    lines = text.splitlines()
    assert len(lines) == 5
    ours = {"ms": "kata-kata saya sendiri", "en": "my own plain words"}
    assert ours[language] in lines[-1]
    if language == "ms":
        assert text != render_status(kind, status, "en")


@pytest.mark.parametrize(
    ("text", "need", "kind", "status"),
    [
        ("claim status under review tu apa maksud", None, "claim", "under_review"),
        ("status tuntutan saya dalam proses, maksudnya apa", None, "claim", None),
        ("maksud status ditolak", "scheme_definition", "claim", "rejected"),
        ("what does KIV mean on my claim", None, "claim", "documents_missing"),
        ("status: dirujuk kepada jemaah doktor", None, "claim", "medical_board"),
        ("pendaftaran saya status aktif, apa maksud", None, "registration", "active"),
        ("status caruman dikembalikan kenapa", None, "payment", "returned"),
        ("what does under appeal mean and what comes next", "appeal", "claim", None),
        ("kenapa status claim saya tidak lulus", None, "claim", "rejected"),
    ],
)
def test_a_named_status_is_explained(
    text: str, need: str | None, kind: str, status: str | None
) -> None:
    asked = need or {
        "claim": "check_claim_status",
        "registration": "check_registration_status",
        "payment": "check_contribution_record",
    }.get(kind, "check_claim_status")
    found = status_asked(heard(asked, text=text), asked)
    assert found is not None
    assert found.kind == kind
    assert status is None or found.code == status


@pytest.mark.parametrize(
    "text",
    [
        "status claim saya apa",
        "claim saya dah lulus ke belum",
        "has my claim been approved yet?",
        "semak status tuntutan",
    ],
)
def test_a_question_for_the_record_itself_leads_to_the_look_up(
    talk: Talk, text: str
) -> None:
    assert talk.says(text, "check_claim_status") == ["utter_lookup_notice"]


def test_the_meaning_needs_no_look_up(talk: Talk) -> None:
    told = talk.says("status claim ditolak tu maksudnya apa", "check_claim_status")
    assert told == ["utter_status_meaning"]
    assert talk.turn.utterances[0].values == {"kind": "claim", "status": "rejected"}
    assert talk.step is None
    assert talk.clerk.done == []


def test_a_refusal_offers_the_appeal() -> None:
    offers = meaning(Status("claim", "rejected")).offers
    assert offers[0].values == {"need": "appeal"}


@pytest.mark.parametrize(
    ("text", "entities", "reply"),
    [
        ("status claim suami saya", {"relation": "husband"}, "utter_lookup_other"),
        ("check my staff's registration", {}, "utter_lookup_other_staff"),
        ("claim arwah ayah", {"relation": "father"}, "utter_lookup_other_dead"),
    ],
)
def test_somebody_elses_record_is_explained_and_not_begun(
    talk: Talk, text: str, entities: dict[str, str], reply: str
) -> None:
    assert talk.says(text, "check_claim_status", **entities) == [reply]
    assert talk.step is None
    assert talk.clerk.done == []
