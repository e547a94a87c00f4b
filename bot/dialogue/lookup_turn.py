"""One turn of a look-up: what a message says to it, or its prompt after other talk."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.lookup import (
    BEGIN,
    Clerk,
    Lookup,
    Said,
    carry_out,
    lookup_of,
    show_again,
    with_lookup,
)
from bot.dialogue.lookup_entry import asks_to_appeal, status_chosen
from bot.dialogue.lookup_moves import BEGINNINGS, MOVES, follow
from bot.dialogue.lookup_others import other_person
from bot.dialogue.lookup_questions import Question, question_of, topic_alone
from bot.dialogue.lookup_say import (
    ASIDES,
    WAITING,
    not_by_chat,
    replies,
    resume,
    topics,
    waiting,
)
from bot.dialogue.lookup_text import tokens
from bot.dialogue.lookup_words import (
    CHOOSE,
    CODE,
    CONFIRM,
    CONSENT,
    IDLE,
    INTENT,
    LAPSED,
    NUMBER,
    TOPIC_OF,
    Heard,
    hear,
    is_only_a_number,
)
from bot.dialogue.manners import without_echo
from bot.dialogue.memory import Memory
from bot.dialogue.message import ANSWERING, Message
from bot.dialogue.turn import Turn, Utterance

_SAME = {"sure": "agree"}  # buttons that say with another title what a word says


def take(message: Message, memory: Memory, clerk: Clerk) -> Turn | None:
    """The turn, if `message` is meant for a look-up; None if for something else."""
    lookup = lookup_of(memory)
    asked = question_of(message, lookup, form_open=memory.asked is not None)
    told = asked and lookup and _about_record(asked, message, memory, lookup, clerk)
    if told:
        return told
    if asks_to_appeal(message) and not tokens(message.text):
        return None  # the law answers it, whatever status the record shows
    heard = _heard(message, memory, lookup)
    if lookup is None or lookup.step in IDLE:
        turn = _at_leisure(heard, message, memory, lookup, clerk)
    else:
        turn = _in_lookup(heard, lookup, memory, clerk) if heard else None
    return _number_unused(turn, message) if heard and heard.kind == "other" else turn


def _number_unused(turn: Turn | None, message: Message) -> Turn | None:
    """Whoever types somebody else's number hears that nothing was done with it."""
    if turn is None or not tokens(message.text):
        return turn
    lead = Utterance("utter_number_unused")
    return replace(turn, utterances=(lead, *turn.utterances))


def _heard(message: Message, memory: Memory, lookup: Lookup | None) -> Heard | None:
    """What the message says to the look-up, where it stands."""
    step, form_open = lookup.step if lookup else None, memory.asked is not None
    heard = None if form_open else status_chosen(message, step)
    heard = heard or topic_alone(message, lookup, form_open=form_open)
    heard = heard or hear(message, step, form_open=form_open)
    if lookup and step == LAPSED and heard and message.intent != INTENT:
        heard = _of_lapsed(heard, lookup)
    return replace(heard, kind=_SAME.get(heard.kind, heard.kind)) if heard else None


def _at_leisure(
    heard: Heard | None,
    message: Message,
    memory: Memory,
    lookup: Lookup | None,
    clerk: Clerk,
) -> Turn | None:
    """The turn while nothing is asked for: before a look-up, or after one."""
    if heard is None:
        return _unasked(message, memory)
    if heard.kind == "topic":
        return begin(Lookup(str(heard.value)), Heard("topic"), memory.settled(), clerk)
    if heard.kind == "other":
        return without_echo(_not_theirs(str(heard.value), memory), memory)
    if heard.kind in _CLEARS:
        return _cleared(heard, memory, clerk)
    if lookup and heard.kind in MOVES.get(lookup.step, {}):
        return _in_lookup(heard, lookup, memory, clerk)
    return _stale(heard, memory, clerk)


_CLEARS = ("hide", "forget")


def _not_theirs(whose: str, memory: Memory) -> Turn:
    return Turn(memory).saying(not_by_chat(whose))


def is_meant(message: Message, memory: Memory) -> bool:
    """Whether `message` speaks to the look-up although a fact was asked for."""
    lookup = lookup_of(memory)
    if question_of(message, lookup, form_open=True):
        return True
    return hear(message, lookup.step if lookup else None, form_open=True) is not None


def awaiting(memory: Memory, *, form_open: bool) -> str | None:
    """What the latest reply asked for, as the gateway has to know it.

    A code may be typed at any time while one is open, whatever else is talked about.
    """
    lookup = lookup_of(memory)
    step = lookup.step if lookup else None
    if step == CODE:
        return "code"
    if form_open:
        return "fact"
    return _AWAITING.get(str(step))


_AWAITING = {CONSENT: "consent", NUMBER: "number", CONFIRM: "number", CHOOSE: "fact"}


def _about_record(
    asked: Question, message: Message, memory: Memory, lookup: Lookup, clerk: Clerk
) -> Turn | None:
    """What the record says, for whoever is verified; None if the law is to answer."""
    whose = other_person(message, before=memory.relation)
    if whose:
        return without_echo(_not_theirs(whose, memory), memory)
    if not asked.sure and clerk.standing() != "verified":
        return None
    said = show_again(asked.about, lookup, clerk)
    return _turn(said, asked.about.topic, memory.settled(), part=asked.about.part)


def _of_lapsed(heard: Heard, lookup: Lookup) -> Heard | None:
    """A yes or a no to "shall I check again", said at once."""
    if heard.kind in (*_CLEARS, "topic", "other"):
        return heard
    if lookup.away or heard.kind not in ("agree", "refuse"):
        return None
    return Heard("topic", lookup.topic) if heard.kind == "agree" else heard


def _cleared(heard: Heard, memory: Memory, clerk: Clerk) -> Turn:
    """Results gone and nobody verified; after "forget" nothing is remembered at all."""
    said = carry_out(follow(CONSENT, heard), Lookup(""), heard, clerk)
    left = (
        Memory() if heard.kind == "forget" else replace(memory, lookup=None, said=None)
    )
    return Turn(left, replies(said, ""), view=heard.kind)


def _unasked(message: Message, memory: Memory) -> Turn | None:
    """A number typed although nobody asked for one, and nothing else said."""
    mine = {kind for kind, _ in tokens(message.text)} & {"IC", "PASSPORT", "CODE"}
    plain = set(message.needs) <= {*ANSWERING, "nlu_fallback"}
    whose = other_person(message, before=memory.relation) if mine else None
    if whose and (plain or set(message.needs) <= {"out_of_scope"}):
        turn = without_echo(_not_theirs(whose, memory), memory)
        return _number_unused(turn, message)
    plain = plain or is_only_a_number(message.text)
    if not mine or not plain or memory.asked:
        return None
    said = Utterance("utter_number_not_needed", {}, topics())
    return without_echo(Turn(memory).saying(said), memory)


def _stale(heard: Heard, memory: Memory, clerk: Clerk) -> Turn:
    """A button of a look-up that is over."""
    topic = str(heard.value)
    if heard.kind == "agree" and topic in TOPIC_OF.values():
        lookup = Lookup(topic, CONSENT)
        standing = clerk.standing()
        move = follow(CONSENT, heard) if standing == "new" else BEGINNINGS[standing]
        return _turn(carry_out(move, lookup, heard, clerk), topic, memory)
    if heard.kind == "choice":  # another of the claims that were listed before
        return begin(Lookup("claims"), heard, memory, clerk)
    said = Utterance("utter_lookup_nothing_open", {}, topics())
    return without_echo(Turn(memory).saying(said), memory)


def _in_lookup(heard: Heard, lookup: Lookup, memory: Memory, clerk: Clerk) -> Turn:
    if heard.kind in _CLEARS:
        return _cleared(heard, memory, clerk)
    if heard.kind == "topic":
        return _other_topic(str(heard.value), lookup, memory, clerk)
    if heard.kind == "other":
        turn = Turn(memory).saying(not_by_chat(str(heard.value)), resume(lookup))
        return without_echo(turn, memory)
    if heard.kind in ASIDES:
        turn = Turn(memory).saying(Utterance(ASIDES[heard.kind]), resume(lookup))
        return without_echo(turn, memory)
    if heard.kind in WAITING:
        return without_echo(Turn(memory).saying(waiting(heard.kind, lookup)), memory)
    said = carry_out(follow(lookup.step, heard), lookup, heard, clerk)
    return _turn(said, lookup.topic, memory)


def _other_topic(topic: str, lookup: Lookup, memory: Memory, clerk: Clerk) -> Turn:
    """Another record is wanted: at once if verified, else the same step goes on."""
    lookup = replace(lookup, topic=topic, misses=0)
    if lookup.step == CHOOSE:
        return begin(lookup, Heard("topic"), memory, clerk)
    turn = Turn(with_lookup(memory, lookup)).saying(resume(lookup))
    return without_echo(turn, memory)


def begin(lookup: Lookup, heard: Heard, memory: Memory, clerk: Clerk) -> Turn:
    """A look-up from its start, as far as what identity knows takes it."""
    standing = clerk.standing()
    if heard.kind == "number" and standing == "verified":
        standing = "consented"  # a number was given: it may be another person's own
    said = carry_out(BEGINNINGS[standing], lookup, heard, clerk)
    return _turn(said, lookup.topic, memory)


def _turn(said: Said, topic: str, memory: Memory, *, part: str | None = None) -> Turn:
    memory = replace(memory, scheme=said.scheme or memory.scheme)
    told = replies(said, topic, part=part)
    turn = Turn(with_lookup(memory, said.lookup)).saying(*told)
    if said.done:
        # what identity has just done is news, even if the words were said before
        return replace(turn, memory=replace(turn.memory, said=None))
    return without_echo(turn, memory)


def go_on(turn: Turn, message: Message, clerk: Clerk) -> Turn:
    """`turn` of the planner, and what a look-up that it left open says after it."""
    lookup = lookup_of(turn.memory)
    if lookup is None:
        return turn
    if lookup.step == BEGIN:
        heard = _given(message)
        begun = begin(lookup, heard, turn.memory, clerk)
        return replace(
            begun,
            utterances=(*turn.utterances, *begun.utterances),
            language=turn.language,
        )
    if lookup.step in IDLE:
        return _away(turn, lookup, message)
    if turn.memory.asked:
        return turn  # the form asks first
    return turn.saying(resume(lookup))


def _away(turn: Turn, lookup: Lookup, message: Message) -> Turn:
    """The talk went on to something else; thanks and mumbling do not count."""
    if set(message.needs) <= _EMPTY:
        return turn
    gone = replace(lookup, away=lookup.away + 1)
    return replace(turn, memory=with_lookup(turn.memory, gone))


# a turn that says nothing of anything else
_EMPTY = frozenset({"greet", "thanks", "goodbye", "affirm", "deny", "inform", "menu"})
_EMPTY |= {"change_language", "nlu_fallback", "out_of_scope", "bot_challenge"}


def _given(message: Message) -> Heard:
    numbers = [token for kind, token in tokens(message.text) if kind == "IC"]
    if numbers:
        return Heard("number", numbers[-1])
    named = message.first("claim_number")
    return Heard("named", str(named)) if named else Heard("topic")
