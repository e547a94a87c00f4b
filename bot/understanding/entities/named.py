"""Things with names: schemes, benefits, occupations, relations, personal facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from bot.understanding.entities.circumstances import circumstances
from bot.understanding.entities.citizenship import citizenship
from bot.understanding.entities.context import Context
from bot.understanding.entities.others_work import is_of_another
from bot.understanding.lexicons import document, phrases
from bot.understanding.phrases import Match, PhraseList, cue, listed
from bot.understanding.types import Entity, Value

_FACTS = ("employment", "first_time", "category")
_TOKENS = ("ic", "phone", "code", "card", "bank", "email", "passport")
_CLAIM = re.compile(
    r"\b(?=[a-z/-]*\d)(?=[\d/-]*[a-z])[a-z]{1,6}[-/ ]?\d[\d/-]{4,}\b", re.I
)
_CLAIM_SAID = re.compile(r"[a-z0-9][a-z0-9/-]{4,24}", re.I)
_ONLINE_NEAR = 6  # words
# kinds of work that say by themselves who employs
_EMPLOYED = {
    "_private": "private_employee",
    "_domestic": "domestic_worker",
    "_civil_service": "civil_servant",
}
_MAY_BE_EITHER = ("company_director", "teacher", "apprentice", "salesperson")


def named(context: Context) -> Iterator[Entity]:
    """Everything that the lists know in the message."""
    for name in ("schemes", "benefits"):
        for match in listed(name).find(context.words):
            yield _entity(context, name[:-1], match.value, match)
    for match in listed("agencies").find(context.words):
        yield _entity(context, "agency", match.value, match)
    yield from _work(context)
    relations = _relations(context)
    for match in relations:
        yield _entity(context, "relation", match.value, match)
    yield from _facts(context, relations)
    yield from circumstances(context, relations)
    yield from _plans(context)
    yield from _periods(context)
    yield from _numbers_of_record(context)


def _entity(context: Context, name: str, value: Value, match: Match) -> Entity:
    return context.entity(name, value, match.first, match.last)


def _relations(context: Context) -> list[Match]:
    """Whom the message names; an `ibu jari` is nobody's mother."""
    parts = [*listed("injuries").find(context.words)]
    found = [
        match
        for match in listed("relations").find(context.words)
        if not any(p.first <= match.first < p.last for p in parts)
    ]
    staff = [] if any(m.value == "employee" for m in found) else [*_staff(context)]
    return sorted((*found, *staff), key=lambda match: match.first)


def _staff(context: Context) -> Iterator[Match]:
    """`pekerja indonesia saya`, `our part time staff`: one's own, of some kind."""
    for at in range(len(context.words) - 2):
        for between in (1, 2):
            first, last = context.said(at), context.said(at + between + 1)
            kinds = (context.said(at + step) for step in range(1, between + 1))
            mine = (first in _STAFF and last in _MINE) or (
                first in _MINE and last in _STAFF
            )
            if mine and all(_is_kind(kind) for kind in kinds):
                yield Match("employee", at, at + between + 2)


def _is_kind(word: str) -> bool:
    return word in cue("kinds_of_staff") or word in listed("people", "countries")


_STAFF = frozenset(
    {"pekerja", "staf", "staff", "worker", "workers", "employee", "employees"}
    | {"kakitangan"}
)
_MINE = frozenset({"saya", "kami", "my", "our"})


@cache
def _occupations() -> tuple[PhraseList, dict[str, str]]:
    """Phrases of every occupation, and the sector of each occupation."""
    sectors = document("occupations")
    table = {
        job: phrases(said) for jobs in sectors.values() for job, said in jobs.items()
    }
    sector_of = {job: sector for sector, jobs in sectors.items() for job in jobs}
    return PhraseList(table), sector_of


def _work(context: Context) -> Iterator[Entity]:
    jobs, sector_of = _occupations()
    found = [m for m in jobs.find(context.words) if _is_told(context, m)]
    for match in found:
        yield _entity(context, "occupation", match.value, match)
        sector = sector_of[match.value]
        if not sector.startswith("_"):
            yield _entity(context, "sector", sector, match)
        elif sector in _EMPLOYED and match.value not in _MAY_BE_EITHER:
            yield _entity(context, "employment", _EMPLOYED[sector], match)
    for match in listed("sectors").find(context.words):
        yield _entity(context, "sector", match.value, match)
    yield from _selling(context, found)


def _is_told(context: Context, match: Match) -> bool:
    """Whether the work is that of somebody spoken of, now."""
    return not (_are_counted(context, match) or is_of_another(context, match))


def _are_counted(context: Context, match: Match) -> bool:
    """`5 orang gaji minimum` are five people who are paid, and no maids."""
    before = any(number.last == match.first for number in context.numbers)
    people = context.said(match.first) == "orang"
    return people and (before or context.said(match.first - 1) in ("setiap", "semua"))


def _selling(context: Context, found: list[Match]) -> Iterator[Entity]:
    """`jual tudung`, `selling socks on Shopee`: goods that no list could hold."""
    taken = {at for match in found for at in range(match.first, match.last)}
    for at, word in enumerate(context.words):
        goods = context.said(at + 1)
        if word.text not in cue("trade") or not goods.isalpha() or taken & {at, at + 1}:
            continue
        near = [context.said(at + step) for step in range(1, _ONLINE_NEAR)]
        online = any(other in cue("online") for other in near)
        job = "online_seller" if online else "hawker"
        match = Match(job, at, at + 2)
        yield _entity(context, "occupation", job, match)
        sector = "online_business" if online else "hawkers"
        yield _entity(context, "sector", sector, match)


def _facts(context: Context, relations: list[Match]) -> Iterator[Entity]:
    yield from citizenship(context)
    for name in _FACTS:
        for match in listed("people", name).find(context.words):
            if name == "employment" and not _is_told(context, match):
                continue
            yield _entity(context, name, _fact(name, match.value), match)
    others = {at for match in relations for at in range(match.first, match.last)}
    for match in listed("people", "sex").find(context.words):
        # the sex of `anak perempuan` is not that of the person who asks
        if match.first not in others:
            yield _entity(context, "sex", match.value, match)


def _fact(name: str, value: str) -> Value:
    if name == "first_time":
        return value == "true"
    return int(value) if name == "category" else value


def _plans(context: Context) -> Iterator[Entity]:
    for match in listed("values", "plan").find(context.words):
        yield _entity(context, "plan", int(match.value), match)


def _periods(context: Context) -> Iterator[Entity]:
    for name in ("yearly", "monthly", "daily"):
        for match in cue(name).find(context.words):
            yield _entity(context, "period", name, match)
    for match in listed("values", "length").find(context.words):
        count, unit = match.value.split()
        length: Value = {"n": int(count), "unit": unit}
        yield _entity(context, "period", length, match)


def _numbers_of_record(context: Context) -> Iterator[Entity]:
    for at, word in enumerate(context.words):
        if word.text.startswith("token") and word.text[5:] in _TOKENS:
            written = context.text[word.start : word.end]
            yield context.entity("number_token", written, at, at + 1)
    yield from _claims(context)


def _claims(context: Context) -> Iterator[Entity]:
    for found in _CLAIM.finditer(context.text):
        if sum(c.isdigit() for c in found.group()) >= 6 and not _money(found.group()):
            yield Entity("claim_number", found.group().upper(), *found.span())
            return
    for match in cue("claim").find(context.words):
        end = context.words[match.last - 1].end
        said = _CLAIM_SAID.match(context.text, _after_marks(context.text, end))
        if said and sum(c.isdigit() for c in said.group()) >= 4:
            yield Entity("claim_number", said.group().upper(), *said.span())
            return


def _money(text: str) -> bool:
    return text.lower().startswith("rm")


def _after_marks(text: str, at: int) -> int:
    while at < len(text) and text[at] in " :.#=-":
        at += 1
    return at
