"""Questions joined as bare names: "rate and how to pay", "documents, deadline for X".

Such halves ask without a verb and share their subject, so that neither is a question on
its own. Each part is known by words that name what is asked (`lexicon/aspects.yml`),
borrows the scheme, benefit or kind of work that only another part names, and is then
understood by itself, among the needs that its words leave open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.understanding.normalise import MAX_CHARACTERS, Word, words
from bot.understanding.phrases import Match, listed
from bot.understanding.segments import OTHER, SMALL_TALK, Ranking, asks, same_question
from bot.understanding.types import Entity, Need

_AND = (
    r"(?:dan|and|n|serta|pastu|lepastu|lps tu|lepas tu|pas tu|pstu|plus|ngan|ngn|lagi"
    r"|selepas itu|lagi satu|along with|termasuk|btw)"
)
_JOIN = re.compile(
    rf"(?:[?!;:\n/]+\s*|\.\s+|,(?!\d)\s*)(?:(?:{_AND}|also|then)\s+)?"
    rf"|\s*[&+]\s*|\s+{_AND}\s+|(?<!\bI)(?<!there)(?<!\bwe)(?<!you)\s+also\s+",
    re.IGNORECASE,
)
_MOST = 3
_OPEN = 0.2  # chance of all needs that a part's words leave open
_NAMED = 0.05  # the same where they stand first and leave one need
_CLAUSE = 0.5  # and where they stand in a question of many words
_CLEAR = 0.5  # share of that which its likeliest need must have
_WHOLE = 0.8  # so sure of something else, the whole message is no list of these
_THINGS = ("scheme", "benefit", "plan", "occupation", "sector", "employment")
_ANY = frozenset({""})  # the needs of a question whose words name no aspect
_FEWEST = 2
_NAME = 6  # words of a name of what is asked
_BARE = 3  # the same with a word that asks
_LONGEST = 7  # words of such a name with its subject
_SHORT = 8  # words of a list of such names
_SURE = 0.9  # chance of each need in its part that puts it beyond doubt
_TRACE = 0.01  # chance of each in a message that may be a story
_TRACE_ANY = 0.003  # the same where one part asks in words of its own
# what each aspect may ask; a name ending in "_" stands for all that begin with it
_PRICE = ("contribution_amount_", "lindung24", "gig_law")
_BENEFIT = ("benefit_", "benefits_overview")
_NEEDS: Mapping[str, tuple[str, ...]] = {
    "price": _PRICE,
    "price_or_benefit": (*_PRICE, *_BENEFIT, "eligibility_"),
    "pay": ("how_to_pay",),
    "register": ("how_to_register",),
    "eligibility": ("eligibility_", "lindung24", "gig_law", *_BENEFIT),
    "documents": ("claim_documents",),
    "deadline": ("claim_deadline", "coverage_start_or_period"),
    "claim": ("how_to_claim",),
    "benefits": _BENEFIT,
    "cover": ("coverage_start_or_period",),
    "renewal": ("renewal_or_lapse",),
    "subsidy": ("subsidy",),
    "office": ("office_or_contact",),
    "status": ("check_claim_status",),
    "record": ("check_contribution_record",),
    "registered": ("check_registration_status",),
    "update": ("update_details",),
    "appeal": ("appeal",),
    "complaint": ("complaint",),
    "person": ("talk_to_human",),
    "definition": ("scheme_definition", "lindung24", "gig_law", *_BENEFIT),
}
# a benefit that is named is asked about only where nothing else is asked of it
_TOPICS: Mapping[str, tuple[str, ...]] = {
    "medical": ("benefit_medical",),
    "leave": ("benefit_temporary_disablement",),
    "funeral": ("benefit_funeral",),
    "survivors": ("benefit_dependants_or_survivors",),
    "permanent": ("benefit_permanent_disablement",),
    "invalidity": ("benefit_invalidity",),
    "rehab": ("benefit_rehab_dialysis",),
    "education": ("benefit_education_loan",),
    "job": ("benefit_job_loss",),
}
_OF_CLAIMS = frozenset({"claim_documents", "claim_deadline", "how_to_claim"})
# words that may stand before a name of what is asked, and such that make it a report
_FILLERS = frozenset(
    re.split(
        r"\s+",
        "nak tanya tahu saya the a my for of its about and dan please tolong hai helo"
        " hello hi semak check tentang untuk yang apa get need to know new supporting"
        " salam assalamualaikum terima kasih",
    )
)
_TOLD = frozenset(
    re.split(r"\s+", "sudah already tidak belum no not paid hantar submitted sent")
)


@dataclass(frozen=True)
class Part:
    """A part of a message, with what it borrows, and the needs it may stand for."""

    text: str
    needs: frozenset[str]
    own: bool = True  # it says what is asked, and does not only name a benefit
    asks: bool = False  # it is a question of its own
    least: float = _OPEN
    length: int = 0  # words of its own


Rank = Callable[[str], Ranking]


def parts(text: str, entities: Sequence[Entity]) -> list[Part]:
    """The parts of `text` that ask different things; none if they do not."""
    text = text[:MAX_CHARACTERS]
    spans = [*_spans(text)]
    if len(spans) < _FEWEST:
        return []
    found = [_part(text[start:end]) for start, end in spans]
    kept = [
        replace(part, text=_with_borrowed(text, at, spans, _lent(part, entities)))
        for at, part in enumerate(found)
        if part is not None
    ]
    asked = [*_asking(kept)][:_MOST]
    different = {part.needs for part in asked}
    return asked if len(different) >= _FEWEST else []


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _JOIN.finditer(text):
        if text[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if text[start:].strip():
        yield start, len(text)


def _part(said: str) -> Part | None:
    """The part `said`, if its words name what it asks."""
    plain = words(said)
    matches = [*listed("aspects").find(plain)]
    leads = bool(matches) and _leads(matches[0], plain)
    clause = asks(said)
    if not clause and not (leads and len(plain) <= _LONGEST):
        return None
    if not matches:
        return Part(said, _ANY, asks=True, least=_SURE, length=len(plain))
    named = [match.value for match in matches]
    own = _asked(named)
    needs = {need for name in own for need in _NEEDS[name]}
    if not own or needs & set(_BENEFIT):
        topics = {need for name in named for need in _TOPICS.get(name, ())}
        # a benefit that is named leaves no other
        needs = (needs - set(_BENEFIT) | topics) if topics else needs
    least = _OPEN if leads else _CLAUSE
    if leads and len(needs) == 1 and len(plain) <= (_BARE if clause else _NAME):
        least = _NAMED
    return Part(said, frozenset(needs), bool(own), clause, least, len(plain))


def _asked(named: Iterable[str]) -> list[str]:
    """What is asked of what is named: "time limit for the benefit" asks for no benefit,
    and the papers of an appeal are a matter of the appeal.
    """
    own = [name for name in named if name in _NEEDS]
    if "appeal" in own:
        return ["appeal"]
    return [name for name in own if name != "benefits"] or own


def _leads(match: Match, plain: Sequence[Word]) -> bool:
    """Whether nothing of weight stands before the words that name what is asked."""
    before = [word.text for word in plain[: match.first]]
    rest = [word for word in before if word not in _FILLERS]
    return not rest or (len(rest) == 1 and len(plain) <= _NAME and rest[0] not in _TOLD)


def _asking(found: Iterable[Part]) -> Iterator[Part]:
    """Without benefits that are listed after what is asked about them."""
    asked = False
    for part in found:
        if part.own or part.asks or not asked:
            yield part
        asked = asked or part.own


def _lent(part: Part, entities: Iterable[Entity]) -> list[Entity]:
    """What a part may borrow: a benefit only to say something of it."""
    if not part.own:
        return []
    kinds = set(_THINGS) - ({"benefit"} if part.needs is _ANY else set())
    return [entity for entity in entities if entity.entity in kinds]


def _with_borrowed(
    text: str,
    at: int,
    spans: Sequence[tuple[int, int]],
    things: Sequence[Entity],
) -> str:
    """The part at `at` and, if it names no subject itself, what the others name."""
    start, end = spans[at]
    if any(start <= e.start < end for e in things):
        return text[start:end]
    after = [e for e in things if e.start >= end]
    borrowed = after or [e for e in things if e.end <= start]
    names = dict.fromkeys(text[e.start : e.end] for e in borrowed)
    return " ".join((text[start:end], *names))


def needs_of_parts(whole: Ranking, found: Sequence[Part], rank: Rank) -> list[Need]:
    """The needs of parts that are understood, in their order, each once."""
    if not _worth_ranking(whole, found):
        return []
    chosen: dict[str, Need] = {}
    sources: list[tuple[Part, float]] = []
    for part in found:
        ranking = rank(part.text)
        need = _likeliest(part, ranking)
        if need and not any(_one_answer(need.need, other) for other in chosen):
            chosen[need.need] = need
            sources.append((part, dict(ranking)[need.need]))
    if len(chosen) < _FEWEST:
        return []
    if not _borne_out(whole, chosen, _needed(sources)):
        return []
    return [*chosen.values()]


def _worth_ranking(whole: Ranking, found: Sequence[Part]) -> bool:
    """Whether two needs may come of it: understanding a part takes time."""
    if len({part.needs for part in found if part.needs is not _ANY}) >= _FEWEST:
        return True
    return len(whole) > 1 and whole[1][1] >= _TRACE_ANY


def _needed(sources: Sequence[tuple[Part, float]]) -> float:
    """The chance that the message as a whole must leave to each of its needs.

    A list of names needs none; a longer message may tell a story, whose words name much
    that is not asked, unless each part is beyond doubt.
    """
    if any(part.needs is _ANY for part, _ in sources):
        return _TRACE_ANY
    length = sum(part.length for part, _ in sources)
    least = min(chance for _, chance in sources)
    return 0.0 if length <= _SHORT or least >= _SURE else _TRACE


def _borne_out(whole: Ranking, chosen: Iterable[str], needed: float) -> bool:
    """Whether the message as a whole may ask the needs `chosen`."""
    names, chances = [*chosen], dict(whole)
    top, sure = whole[0]
    if top not in names and top != OTHER and sure >= _WHOLE:
        return False
    return min(chances.get(name, 0.0) for name in names) >= needed


def _likeliest(part: Part, ranking: Ranking) -> Need | None:
    """The need that a part asks: clear among those that its words leave open."""
    left = [(need, chance) for need, chance in ranking if _fits(need, part.needs)]
    total = sum(chance for _, chance in left)
    clear = part.least if part.needs is _ANY else _CLEAR * total
    if not left or left[0][1] < clear:
        return None
    # "time limit of the funeral benefit" looks like the benefit, not the time limit
    of_claims = left[0][0] in _OF_CLAIMS
    beside = sum(chance for need, chance in ranking if need.startswith("benefit_"))
    if total + (beside if of_claims else 0.0) < part.least:
        return None
    return Need(left[0][0], left[0][1] / total)


def _fits(need: str, open_needs: Iterable[str]) -> bool:
    if need in SMALL_TALK or need == OTHER:
        return False
    return any(
        need == one or (one[-1:] in ("", "_") and need.startswith(one))
        for one in open_needs
    )


def may_ask(named: Iterable[str], need: str) -> bool:
    """Whether words that name these aspects may ask `need`."""
    tables = (_NEEDS, _TOPICS)
    return any(_fits(need, table.get(name, ())) for name in named for table in tables)


def _one_answer(one: str, other: str) -> bool:
    """Whether one answer covers both needs."""
    same = same_question(one, other) or same_question(other, one)
    family = one.rpartition("_")[0]
    priced = family in ("contribution_amount", "eligibility")
    return one == other or same or (priced and other.rpartition("_")[0] == family)
