"""The replies of a look-up and their buttons, with nothing of anybody in them."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.lookup import Lookup, Said
from bot.dialogue.lookup_moves import RESUMED
from bot.dialogue.lookup_words import (
    CHOOSE,
    CHOSEN,
    CODE,
    CONFIRM,
    CONSENT,
    IDLE,
    INTENT,
    LAPSED,
    NEED_OF,
    NUMBER,
    SHOWN,
)
from bot.dialogue.turn import Offer, Utterance

MOST_CHOICES = 6  # claims to choose from by a button; the list shows as many
HELP = "utter_lookup_help"
OTHER = {
    "dead": "utter_lookup_other_dead",
    "staff": "utter_lookup_other_staff",
    "family": "utter_lookup_other",
}
_PERSON = Offer("talk_to_human")
# what answers something said in between; the step comes back after it
ASIDES: Mapping[str, str] = {
    "why": "utter_lookup_why",
    "of_code": "utter_lookup_of_code",
    "no_card": "utter_lookup_no_card",
    "free": "utter_lookup_free",
}
# the same, where it is for the person to go on
WAITING: Mapping[str, str] = {
    "go_ahead": "utter_lookup_go_ahead",
    "later": "utter_lookup_no_hurry",
}
# what the law says of a part of a record
_IN_GENERAL: Mapping[str, str] = {
    "papers": "claim_documents",
    "refused": "appeal",
    "appeal": "appeal",
    "cover": "renewal_or_lapse",
}


def topics(*, but: str | None = None) -> tuple[Offer, ...]:
    """A button for each kind of record."""
    return tuple(
        Offer("ask", {"need": need}) for topic, need in NEED_OF.items() if topic != but
    )


def press(*names: str, topic: str | None = None) -> tuple[Offer, ...]:
    """Buttons of the look-up itself."""
    about = {"topic": topic} if topic else {}
    return tuple(Offer(INTENT, {"lookup": name, **about}) for name in names)


def step_buttons(lookup: Lookup) -> tuple[Offer, ...]:
    """What may be pressed at a step, alike for everybody who stands there."""
    if lookup.step == CONSENT:
        return press("agree", "refuse", topic=lookup.topic)
    if lookup.step in (CHOOSE, CHOSEN):
        places = range(1, min(lookup.claims, MOST_CHOICES) + 1)
        claims = (Offer(INTENT, {"choice": place}) for place in places)
        return (*claims, *press("hide"))
    if lookup.step == SHOWN:
        return (*topics(but=lookup.topic), *press("hide", "forget"))
    if lookup.step == LAPSED:
        return (*press("topic", topic=lookup.topic), _PERSON)
    return _FIXED[lookup.step]


_FIXED: Mapping[str, tuple[Offer, ...]] = {
    NUMBER: press("stop"),
    CONFIRM: press("sure", "renumber", "stop"),
    CODE: press("resend", "renumber", "stop"),
}
# replies after which no look-up is open
_CLOSING: Mapping[str, tuple[Offer, ...]] = {
    "utter_lookup_declined": (Offer("menu"), _PERSON),
    "utter_lookup_stopped": (Offer("menu"), _PERSON),
    "utter_lookup_too_many": (_PERSON,),
    "utter_hidden": (),
    "utter_forgotten": (),
}


def replies(
    said: Said, topic: str, *, part: str | None = None
) -> tuple[Utterance, ...]:
    """What `said` is, with its buttons; `part` of a record is what was asked about."""
    values = {"reference": said.reference} if said.reference else {}
    offers = _offers(said, topic)
    further = _IN_GENERAL.get(part or "")
    if further:
        offers = (Offer("ask", {"need": further}), *offers)
    if said.reference:
        result = Utterance("utter_result", values, offers)
        lead = () if said.say == "utter_result" else (Utterance(said.say),)
        return (*lead, result)
    if said.first:
        return (Utterance(said.say, {}, offers),)
    return (Utterance(said.say), Utterance(HELP, {}, (*offers, _PERSON)))


def _offers(said: Said, topic: str) -> tuple[Offer, ...]:
    idle = said.lookup is None or said.lookup.step in IDLE
    if idle and said.say == "utter_lookup_unavailable":
        return (Offer("ask", {"need": NEED_OF[topic]}), _PERSON)
    return step_buttons(said.lookup) if said.lookup else _CLOSING[said.say]


def waiting(kind: str, lookup: Lookup) -> Utterance:
    """An answer to something said in between after which the person goes on."""
    return Utterance(WAITING[kind], {}, step_buttons(lookup))


def resume(lookup: Lookup) -> Utterance:
    """The prompt of the step, after something else was talked about."""
    return Utterance(RESUMED[lookup.step], {}, step_buttons(lookup))


def not_by_chat(whose: str) -> Utterance:
    """Why somebody else's record is not shown here, and how to get it."""
    own = topics() if whose == "family" else ()
    return Utterance(OTHER[whose], {}, (*own, _PERSON))
