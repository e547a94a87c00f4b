"""What follows what in a look-up: by message and step, and by outcome of identity."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.lookup_words import (
    CHOOSE,
    CHOSEN,
    CODE,
    CONFIRM,
    CONSENT,
    LAPSED,
    NUMBER,
    SHOWN,
    Heard,
)


@dataclass(frozen=True)
class Move:
    """What follows: something that identity is to do, or what is said, and the step."""

    say: str | None = None
    step: str | None = None  # after it; None: the look-up is over
    do: str | None = None
    miss: bool = False  # it led nowhere; said in other words the second time


def _again(say: str, step: str) -> Move:
    return Move(say, step, miss=True)


_START = Move(do="start", step=NUMBER)
_STOP = Move(do="stop")
_RENUMBER = Move("utter_lookup_number_corrected", NUMBER)
_RESEND = Move(do="resend", step=CODE)

_CONSENT_AGAIN = _again("utter_lookup_consent_again", CONSENT)
_NUMBER_AGAIN = _again("utter_lookup_number_again", NUMBER)
_NEVER_MIND = Move("utter_lookup_declined")
_CONFIRM_AGAIN = _again("utter_lookup_confirm", CONFIRM)
_CODE_AGAIN = _again("utter_lookup_code_again", CODE)
_CHOOSE_AGAIN = _again("utter_lookup_choose_again", CHOOSE)
# whoever is verified chooses among their own; another number opens nothing here
_NUMBER_UNUSED = _again("utter_lookup_number_unused", CHOOSE)

# what follows a message, by the step at which it was said and what it says
MOVES: Mapping[str, Mapping[str, Move]] = {
    CONSENT: {
        "agree": Move(do="consent", step=NUMBER),
        "refuse": _NEVER_MIND,
        "cancel": _NEVER_MIND,
        "phone": Move("utter_lookup_phone", CONSENT),
        "number": _again("utter_lookup_agree_first", CONSENT),
        "not_that": _again("utter_lookup_agree_first", CONSENT),
        "unclear": _CONSENT_AGAIN,
    },
    NUMBER: {
        "agree": _NUMBER_AGAIN,
        "refuse": _NUMBER_AGAIN,
        "number": _START,
        "not_that": _again("utter_lookup_not_that", NUMBER),
        "renumber": _RENUMBER,
        "phone": Move("utter_lookup_phone", NUMBER),
        "unclear": _NUMBER_AGAIN,
    },
    CONFIRM: {
        "agree": Move(do="confirm", step=NUMBER),
        "refuse": _RENUMBER,
        "number": Move(do="start_sure", step=NUMBER),  # typed twice is sure enough
        "not_that": _again("utter_lookup_not_that", CONFIRM),
        "renumber": _RENUMBER,
        "phone": Move("utter_lookup_phone", CONFIRM),
        "unclear": _CONFIRM_AGAIN,
    },
    CODE: {
        "agree": _CODE_AGAIN,
        "refuse": _CODE_AGAIN,
        "number": Move(do="restart", step=CODE),
        "code": Move(do="check", step=CODE),
        "not_that": _CODE_AGAIN,
        "resend": _RESEND,
        "renumber": _RENUMBER,
        "phone": Move("utter_lookup_phone", CODE),
        "unclear": _CODE_AGAIN,
    },
    CHOOSE: {
        "choice": Move(do="look_up", step=CHOOSE),
        "named": Move(do="look_up", step=CHOOSE),
        "status": Move(do="look_up", step=CHOOSE),
        "refuse": Move("utter_lookup_stopped"),
        "cancel": Move("utter_lookup_stopped"),
        "number": _NUMBER_UNUSED,
        "not_that": _NUMBER_UNUSED,
        "unclear": _CHOOSE_AGAIN,
        "agree": _CHOOSE_AGAIN,
    },
    CHOSEN: {
        "choice": Move(do="look_up", step=CHOSEN),
        "named": Move(do="look_up", step=CHOSEN),
        "status": Move(do="look_up", step=CHOSEN),
    },
    LAPSED: {"refuse": _NEVER_MIND, "cancel": _NEVER_MIND},
}
# what follows it at every step that has no answer of its own
ANYWHERE: Mapping[str, Move] = {
    "cancel": _STOP,
    "stop": _STOP,
    "hide": Move(do="hide"),
    "forget": Move(do="forget"),
}
AGAIN: Mapping[str, Move] = {
    CONSENT: _CONSENT_AGAIN,
    NUMBER: _NUMBER_AGAIN,
    CONFIRM: _CONFIRM_AGAIN,
    CODE: _CODE_AGAIN,
    CHOOSE: _CHOOSE_AGAIN,
}
# the prompt of a step after something else was talked about
RESUMED: Mapping[str, str] = {
    CONSENT: "utter_lookup_resume_consent",
    NUMBER: "utter_lookup_resume_number",
    CONFIRM: "utter_lookup_resume_number",
    CODE: "utter_lookup_resume_code",
    CHOOSE: "utter_lookup_resume_choose",
}

_NOTICE = Move("utter_lookup_notice", CONSENT)
_TOO_MANY = Move("utter_lookup_too_many")
_ASK = Move("utter_lookup_number", NUMBER)
_DOWN = Move("utter_lookup_unavailable")
_LOOKED_UP = {
    "found": Move("utter_result", SHOWN),
    "choose": Move("utter_result", CHOOSE),
    "chosen": Move("utter_result", CHOSEN),
    "not_verified": Move("utter_lookup_expired", NUMBER),
    "unavailable": _DOWN,
    "no_such": Move("utter_lookup_no_such", SHOWN),
    "no_such_choose": Move("utter_lookup_no_such", CHOOSE),
}
_STARTED = {
    "sent": Move("utter_lookup_code_sent", CODE),
    "malformed": _again("utter_lookup_number_malformed", NUMBER),
    "confirm": Move("utter_lookup_confirm", CONFIRM),
    "not_consented": _NOTICE,
    "too_many": _TOO_MANY,
    "token_gone": _ASK,
    "unavailable": Move("utter_lookup_unavailable", NUMBER),
}
_GONE = Move("utter_lookup_number_gone", NUMBER)
_SENT_ANEW = Move("utter_lookup_code_resent", CODE)
# what follows an outcome of identity
OUTCOMES: Mapping[str, Mapping[str, Move]] = {
    "consent": {"done": Move(do="start_given", step=NUMBER)},
    "start_given": _STARTED,
    "start": {**_STARTED, "token_gone": _GONE},
    "start_sure": {**_STARTED, "token_gone": _GONE},
    "restart": {**_STARTED, "token_gone": _GONE, "sent": _SENT_ANEW},
    "confirm": {**_STARTED, "token_gone": _GONE},
    "resend": {
        **_STARTED,
        "sent": _SENT_ANEW,
        "token_gone": _GONE,
        "unavailable": Move("utter_lookup_unavailable", CODE),
    },
    "check": {
        "verified": Move(do="look_up"),
        "wrong": _again("utter_lookup_code_wrong", CODE),
        "too_many": _TOO_MANY,
        "token_gone": Move("utter_lookup_code_gone", CODE),
        "unavailable": Move("utter_lookup_unavailable", CODE),
    },
    "look_up": _LOOKED_UP,
    "look_again": {
        **_LOOKED_UP,
        "not_verified": Move("utter_lookup_run_out", LAPSED),
        "unavailable": Move("utter_lookup_unavailable", SHOWN),
    },
    "stop": {"done": Move("utter_lookup_stopped")},
    "hide": {"done": Move("utter_hidden")},
    "forget": {"done": Move("utter_forgotten")},
}
BEGINNINGS: Mapping[str, Move] = {
    "verified": Move(do="look_up"),
    "consented": Move(do="start_given", step=NUMBER),
    "new": _NOTICE,
    "unavailable": _DOWN,
}


def follow(step: str, heard: Heard) -> Move:
    """What follows `heard` at `step`."""
    own = MOVES[step].get(heard.kind)
    return own or ANYWHERE.get(heard.kind) or AGAIN[step]
