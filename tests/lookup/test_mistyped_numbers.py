"""Numbers typed wrongly at the number step: hidden, explained, and not held against."""

from __future__ import annotations

import pytest

from bot.identity.redaction import TOKEN, redact
from tests.gateway.client import Person
from tests.gateway.conftest import (  # noqa: F401
    Gateway,
    MakeGateway,
    brain,
    databases,
    gateway,
    make_gateway,
    one_brain,
    person,
    settings,
)
from tests.gateway.servers import FakeBrain, answered
from tests.identity.people import KNOWN
from tests.lookup.conversation import AGREE, Conversation, names

# whoever reads any of these pieces has most of the number; none may be left anywhere
SPELLED = {
    "letters for digits": "9002l4-OO-0018",
    "letters alone in a group": "900214 oo 0018",
    "more letters": "9OO2I4-OO-OO1B",
    "a letter that looks like none": "90021A-00-0018",
    "a digit short": "900214 01 001",
    "a digit too many": "900214-01-00188",
    "spaces in odd places": "9002 14 00 00 18",
    "dots": "900214.00.0018",
    "dashes in odd places": "9002-1400-0018",
    "words around it": "ic saya 900214-01-0018 ya",
    "full width": "９００２１４－００－００１８",
    "no such month": "901332000011",
    "half of it": "900214",
    "a passport": "A12345678",
    "another country's passport": "E12345678",
    "a passport with its label": "pasport saya EB1234567",
    "an old card": "ic lama A1234567",
}
SAME_AS_WITHOUT = ("words around it", "full width", "dots", "letters for digits")


@pytest.mark.parametrize("spelled", SPELLED.values(), ids=SPELLED.keys())
def test_nothing_of_it_is_kept_in_clear(
    gateway: Gateway,  # noqa: F811
    person: Person,  # noqa: F811
    brain: FakeBrain,  # noqa: F811
    spelled: str,
) -> None:
    brain.script = lambda _: answered("sila taip nombor", awaiting="number")
    person.ask("semak caruman saya")
    person.ask(spelled)
    heard = str(brain.calls[-1]["text"])
    assert TOKEN.search(heard)
    assert _digits(TOKEN.sub("", heard)) < 2
    for file in gateway.settings.var.rglob("*"):
        if file.is_file():
            stored = file.read_bytes()
            for piece in _telling(spelled):
                assert piece.encode() not in stored, (piece, file)


def _digits(text: str) -> int:
    return sum(character.isdigit() for character in text)


def _telling(spelled: str) -> set[str]:
    """The number as it was typed, and its digits in one."""
    word = max(spelled.split(), key=_digits)
    plain = "".join(c for c in spelled if c.isascii() and c.isdigit())
    return {word, plain} - {""}


@pytest.mark.parametrize(
    "spelled",
    [
        "900214-00-0018",
        "９００２１４ 00 0018",
        "9002l4-OO-0018",
        "no ic 9OO2I4 oo OO1B ya",
    ],
)
def test_a_number_that_can_be_read_is_the_same_however_it_is_spelled(
    spelled: str,
) -> None:
    sealed: list[tuple[str, str]] = []
    redact(spelled, lambda *found: sealed.append(found) or "#", expecting_number=True)
    assert sealed == [("IC", "900214000018")]


@pytest.mark.rasa
@pytest.mark.parametrize("number", ["90021401001", "9002140100188", "901332000011"])
def test_what_is_expected_is_said_and_no_try_is_counted(
    conversation: Conversation, number: str
) -> None:
    conversation.say("status claim", "check_claim_status")
    conversation.say(AGREE, "affirm")
    told = [names(conversation.number(number)) for _ in range(6)]
    assert all(each[0] == "utter_lookup_number_malformed" for each in told)
    assert "utter_lookup_help" in told[-1]
    assert names(conversation.number(KNOWN)) == ["utter_lookup_code_sent"]
    conversation.desk.send()
    assert len(conversation.desk.telephones.messages) == 1


def test_the_reply_names_what_is_expected_and_letters_that_look_like_digits(
    sentences: dict[str, str],
) -> None:
    said = sentences["utter_lookup_number_malformed"]
    for words in ("12 digits", "YYMMDD-PB-###G", "O in place of 0", "does not count"):
        assert words in said
    assert "passport" in sentences["utter_lookup_not_that"]
