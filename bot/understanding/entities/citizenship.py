"""Citizen, permanent resident or neither: what is denied or applied for is not so."""

from __future__ import annotations

from collections.abc import Iterator

from bot.understanding.entities.context import Context
from bot.understanding.phrases import Match, listed
from bot.understanding.types import Entity

_NOT = frozenset(
    {"bukan", "not", "belum", "no", "non", "without", "never", "tanpa"}
    | {"deny", "denied", "reject", "rejected", "ditolak", "tolak", "gagal", "revoked"}
    | {"isn", "aren", "wasn", "haven", "hasn", "doesn"}
)
_NOT_YET = frozenset(
    {"mohon", "memohon", "permohonan", "apply", "applying", "applied", "application"}
    | {"waiting", "tunggu", "menunggu", "awaiting", "pending", "become", "becoming"}
)
_FILLERS = frozenset(
    {"a", "an", "the", "lagi", "yet", "for", "my", "her", "his", "dapat", "ada", "have"}
    | {"status", "taraf", "jadi", "been", "got", "is", "s", "t", "'", "still"}
    | {"malaysian", "malaysia", "untuk", "dia", "tidak", "ic"}
)
_LACKS = (("tidak", "ada"), ("tidak", "dapat"), ("do", "not"), ("does", "not"))
_REACH = 4  # words before a status that may deny it
_OTHER_WORK = frozenset(
    {"consultant", "consultancy", "agency", "agensi", "officer", "manager", "executive"}
    | {
        "exec",
        "firm",
        "freelance",
        "campaign",
        "release",
        "statement",
        "work",
        "job",
        "company",
    }
)
_COMES = ("dari", "from", "asal", "berasal", "is", "a", "an", "s", "are", "he", "she")
_STAYS = frozenset({"di", "in", "at", "ke", "to", "balik", "pergi"})


def citizenship(context: Context) -> Iterator[Entity]:
    """The status of whom the message is about, as it is said or denied."""
    foreign = [*_from_abroad(context)]
    for match in foreign:
        yield context.entity("citizenship", "foreigner", match.first, match.last)
    for match in (*_listed(context), *_residents(context)):
        if match.value == "citizen" and _names_a_country(match, foreign):
            continue
        value = _denied(context, match)
        if value is not None:
            yield context.entity("citizenship", value, match.first, match.last)


def _listed(context: Context) -> Iterator[Match]:
    yield from listed("people", "citizenship").find(context.words)


def _residents(context: Context) -> Iterator[Match]:
    """`my husband PR`, `isteri saya PR`: the two letters alone."""
    taken = {at for match in _listed(context) for at in range(match.first, match.last)}
    for at, word in enumerate(context.words):
        if word.text != "pr" or at in taken:
            continue
        if context.said(at + 1) in _OTHER_WORK or context.said(at + 1) == "1":
            continue
        yield Match("permanent_resident", at, at + 1)


def _denied(context: Context, match: Match) -> str | None:
    """The status, or what somebody is who says not to have it."""
    if not _is_denied(context, match):
        return match.value
    return None if match.value == "foreigner" else "foreigner"


def _is_denied(context: Context, match: Match) -> bool:
    at = match.first - 1
    for place in range(at, max(at - _REACH, -1), -1):
        said = context.said(place)
        if said in _NOT or said in _NOT_YET:
            return True
        if (said, context.said(place + 1)) in _LACKS:
            return True
        if said not in _FILLERS:
            break
    after, then = context.said(match.last), context.said(match.last + 1)
    return after in _AFTER and not (after == "belum" and then in _DONE)


# `warganegara belum pernah carum`: what is not yet done is no status
_DONE = frozenset(
    {"pernah", "prnh", "pnah", "carum", "mencarum", "bayar", "byr", "daftar", "join"}
    | {"masuk", "kahwin", "kawin", "bekerja", "kerja"}
)
_AFTER = ("application", "belum", "permohonan", "ditolak", "rejected", "denied")


def _from_abroad(context: Context) -> Iterator[Match]:
    """`dari Indonesia`, `bibik Indonesia`, `is Filipino`; not `kerja di Indonesia`."""
    for match in listed("people", "countries").find(context.words):
        before, after = context.said(match.first - 1), context.said(match.last)
        national = before in listed("people", "nationals")
        followed = after in listed("people", "nationals")
        if before in _STAYS and before != "dari":
            continue
        aside = before in (",", "(") and after in (",", ")", ".", "")
        if national or followed or aside or before in _COMES:
            yield match


def _names_a_country(match: Match, foreign: list[Match]) -> bool:
    """Whether a `warganegara` is followed, or a `citizen` led, by another country."""
    return any(
        0 <= one.first - match.last <= 1 or 0 <= match.first - one.last <= 1
        for one in foreign
    )
