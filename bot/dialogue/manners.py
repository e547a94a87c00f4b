"""How a finished turn is put: sympathy first, nothing twice, and doubt admitted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.dialogue.asking import Tools
from bot.dialogue.curated import worth_offering
from bot.dialogue.hardship import is_bereft, supposes_a_death
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.needs import FIXED, WITHOUT_CONTEXT
from bot.dialogue.small_talk import SMALL_TALK
from bot.dialogue.turn import Offer, Turn, Utterance
from bot.dialogue.turn import offers as asking

MOST_NEEDS = 3  # needs answered in one turn; more than that is a misreading
MOST_OTHERS = 2  # other meanings that are offered with an answer
_PERSON = Offer("talk_to_human")


def finished(message: Message, turn: Turn, needs: Sequence[str]) -> Turn:
    """`turn` with sympathy first, nothing twice, and nothing asked lost silently."""
    turn = each_once(with_condolence(message, turn))
    return with_left_over(message, turn, needs)


def with_left_over(message: Message, turn: Turn, needs: Sequence[str]) -> Turn:
    """What was asked besides and is not answered is named, to be asked for at once."""
    asked = (*message.also, *message.needs[MOST_NEEDS:])
    answered = {*needs, turn.memory.need, UNCLEAR}
    left = [need for need in dict.fromkeys(asked) if need not in answered]
    if not asked or not _informs_or_asks(turn):
        return turn
    scheme = turn.memory.scheme
    offered = tuple(_of_scheme(need, scheme) for need in left[:MOST_NEEDS])
    if offered:
        return turn.saying(Utterance("utter_also_asked", {}, offered))
    return turn.saying(Utterance("utter_ask_apart")) if UNCLEAR in asked else turn


UNCLEAR = "nlu_fallback"  # a further question that could not be made out


def _of_scheme(need: str, scheme: str | None) -> Offer:
    """A button for `need`, of the scheme that was answered about."""
    free = need in WITHOUT_CONTEXT or need in FIXED or scheme is None
    return asking((need,), scheme=None if free else scheme)[0]


def _informs_or_asks(turn: Turn) -> bool:
    told = {*_TOLD, "utter_known", "utter_wage_totals"}
    informs = any(utterance.response in told for utterance in turn.utterances)
    return informs or turn.memory.asked is not None


def each_once(turn: Turn) -> Turn:
    """Two needs may lead to one answer; it is given once."""
    told = {utterance.mark(): utterance for utterance in turn.utterances}
    if len(told) == len(turn.utterances):
        return turn
    return replace(turn, utterances=tuple(told.values()))


def with_condolence(message: Message, turn: Turn) -> Turn:
    """Sympathy and a person first, once, when somebody tells of a death."""
    if not message.tells_of_a_death or not (turn.utterances or turn.memory.asked):
        return turn
    if is_bereft(message):
        return _with_comfort(turn)
    if turn.memory.condoled or supposes_a_death(message):
        return turn
    turn = replace(turn, memory=replace(turn.memory, condoled=True))
    if any(_condoles(utterance) for utterance in turn.utterances):
        return turn
    lead = Utterance("utter_condolence", {}, (_PERSON,))
    return replace(turn, utterances=(lead, *turn.utterances))


def _with_comfort(turn: Turn) -> Turn:
    """For whoever is lost after a death: somebody to lean on, before the claim."""
    turn = replace(turn, memory=replace(turn.memory, condoled=True))
    if any(u.response.startswith("utter_emergency") for u in turn.utterances):
        return turn
    lead = Utterance("utter_grief", {}, (_PERSON,))
    return replace(turn, utterances=(lead, *turn.utterances))


def with_doubt(message: Message, turn: Turn, tools: Tools) -> Turn:
    """An answer to what was understood unsurely offers what else was meant."""
    doubtful = message.band == "clarify" and turn.memory.misses == 0
    doubtful = doubtful and not is_bereft(message)
    if not doubtful or turn.memory.asked or not _informs(turn):
        return turn
    said = turn.memory.need
    others = [n for n in message.guesses if n not in SMALL_TALK and n != said][:2]
    near = worth_offering(message, turn.memory, tools.known)
    offered = (*near, *asking(others))[:MOST_OTHERS]
    if not offered:
        return turn
    return turn.saying(Utterance("utter_or_did_you_mean", {}, offered))


def _informs(turn: Turn) -> bool:
    """Whether the turn told something that may not have been asked for."""
    return any(utterance.response in _TOLD for utterance in turn.utterances)


_TOLD = {"utter_decision", "utter_answer", "utter_plans", "utter_out_of_scope"}


def _condoles(utterance: Utterance) -> bool:
    """Whether an answer begins with sympathy by itself."""
    values = utterance.values
    said = (values.get("question"), values.get("entry"), utterance.response)
    return bool({"benefit.death", "benefit_dependants_or_survivors"} & set(said)) or (
        utterance.response
        in ("utter_emergency", "utter_emergency_again", "utter_lookup_other_dead")
    )


def without_echo(turn: Turn, before: Memory) -> Turn:
    """The same reply is never sent twice in a row: the second time it says so."""
    mark = "".join(utterance.mark() for utterance in turn.utterances) or None
    memory = replace(turn.memory, said=mark)
    turn = replace(turn, memory=memory)
    urgent = any(u.response.startswith("utter_emergency") for u in turn.utterances)
    unread = any(u.response == "utter_not_an_answer" for u in turn.utterances)
    if mark is None or mark != before.said or urgent or unread:
        return turn
    lead = Utterance("utter_same_as_before", {}, ())
    return replace(turn, utterances=(lead, *turn.utterances))
