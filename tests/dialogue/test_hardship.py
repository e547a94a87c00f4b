"""A death told in distress, and questions about the help lines."""

from __future__ import annotations

import pytest

from bot import settings
from bot.dialogue import Memory
from bot.dialogue.asking import Tools
from bot.dialogue.planner import reply
from bot.dialogue.tools import build
from tests.dialogue.conftest import said
from tests.dialogue.test_pay import told

DISTRESS = "emergency_or_distress"


@pytest.fixture(scope="module")
def law() -> Tools:
    return build(settings.load(), "2026-11-23")


@pytest.mark.parametrize(
    "text",
    [
        "suami meninggal semalam, tak tahu nak buat apa",
        "my wife passed away this morning, help me, what should i do",
        "ayah saya dah takde, saya buntu",
    ],
)
def test_who_is_lost_after_a_death_is_comforted_and_told_what_may_be_claimed(
    text: str, law: Tools
) -> None:
    turn = reply(told(text, DISTRESS), Memory(), law)
    assert said(turn)[0] == "utter_grief"
    assert turn.memory.need == "benefit_dependants_or_survivors"
    assert any(utterance.offers for utterance in turn.utterances[1:])


@pytest.mark.parametrize(
    "text",
    [
        "abah meninggal malam tadi, x tau nak buat apa dah",
        "mak dah tiada. kami tak tahu apa perlu dibuat",
        "My husband died last week and I don't know what to do.",
        "isteri saya meninggal dunia, saya hilang arah",
    ],
)
def test_who_says_that_they_are_lost_is_comforted_whatever_else_it_seemed(
    text: str, law: Tools
) -> None:
    turn = reply(told(text, "how_to_claim"), Memory(), law)
    assert said(turn)[0] == "utter_grief"
    assert turn.memory.need == "benefit_dependants_or_survivors"


@pytest.mark.parametrize(
    "text",
    [
        "suami meninggal, tak tahu macam mana nak claim pencen",
        "My husband died, I do not know which form to send.",
        "suami meninggal di kilang, majikan tak buat apa. macam mana nak tuntut",
    ],
)
def test_who_only_does_not_know_how_to_claim_is_told_that(
    text: str, law: Tools
) -> None:
    turn = reply(told(text, "how_to_claim"), Memory(), law)
    assert "utter_grief" not in said(turn)


def test_who_speaks_of_dying_too_gets_help_first(law: Tools) -> None:
    text = "suami meninggal kemalangan, saya rasa nak mati je"
    turn = reply(told(text, DISTRESS), Memory(), law)
    assert said(turn)[0] == "utter_emergency"
    assert len(turn.utterances) > 1


def test_sympathy_comes_before_a_question_about_the_dead(law: Tools) -> None:
    text = "bapak meninggal kemalangan kerja tadi"
    turn = reply(told(text, "benefit_funeral"), Memory(), law)
    assert said(turn) == ["utter_condolence"]
    assert turn.memory.asked == "employment"


@pytest.mark.parametrize(
    "text",
    [
        "15999 tu apa",
        "talian kasih 15999 bukak 24 jam ke",
        "is 15999 open 24 hours?",
        "HEAL 15555 buka pukul berapa",
    ],
)
def test_a_help_line_that_is_asked_about_is_explained(text: str, law: Tools) -> None:
    turn = reply(told(text, "lindung24"), Memory(), law)
    assert said(turn) == ["utter_help_lines"]


def test_the_protection_of_24_hours_is_no_help_line(law: Tools) -> None:
    turn = reply(told("lindung 24 jam tu apa", "lindung24"), Memory(), law)
    assert said(turn) != ["utter_help_lines"]


def test_the_benefit_of_a_dead_housewife_is_claimed_as_the_familys(law: Tools) -> None:
    text = "mak dah takde, macam mana nak tuntut lindung kasih"
    turn = reply(told(text, "how_to_claim"), Memory(), law)
    asked = [u.values.get("question") for u in turn.utterances]
    assert "benefit.skssr.survivors" in asked
    assert "claim.skssr.survivors" in asked
