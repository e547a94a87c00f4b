"""Who is named in a message, and where: `umur saya 40, isteri 38, dia boleh masuk?`

A payer named beside (`suami bayarkan`) and children who are only counted are nobody
whom a message is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.dialogue.message import Message

SELF = "self"
_UNNAMED = ("widow", "widower", "self")  # what somebody is, not who
_FEMALE = frozenset(
    re.split(
        r"\s+",
        "wife isteri istri bini rumah umah mak emak ibu umi ummi mama mum mom mummy"
        " mother bonda omak mek perempuan pompuan daughter kakak akak kak sister nenek"
        " opah grandmother grandma makcik aunty auntie aunt balu janda widow she her"
        " bibik amah mk kk",
    )
)
_MALE = frozenset(
    re.split(
        r"\s+",
        "husband suami laki hubby ayah bapa bapak abah abi papa dad daddy father ayoh"
        " lelaki son abang brother datuk atuk grandfather grandpa pak pakcik uncle duda"
        " widower he him his abg abng",
    )
)
_BOTH = ("parents",)
_BY_VALUE = {"wife": "female", "mother": "female", "husband": "male", "father": "male"}
_WORD = re.compile(r"[^\W\d_]+")
_ME = re.compile(r"\b(saya|sy|aku|i|i'm|im|me|myself|my age)\b")
_OTHER = re.compile(r"\b(dia|beliau|she|he|her|him|his)\b")
_PAYS = re.compile(
    r"^\W*(saya|sy|i)?\W*((yang|yg|nak|akan|boleh|tolong|can|will|to|is|are|who|also|wants?|mahu|dah|sudah)\W+)*"
    r"(bayar\w*|byr\w*|pay\w*|sponsor\w*|tanggung|belikan|carumkan)\b"
)
_CARED_FOR = re.compile(
    r"\b(jaga|menjaga|besarkan|asuh|(look|looks|looking) after|(take|takes|taking)"
    r" care of|raising|hantar|ambil)\s+((the|my|our)\s+)?$"
)
_BY_ANOTHER = re.compile(
    r"^\W*((saya|sy|aku|kami|my|kecil|kecik|yang|yg|always|masih)\W+)*"
    r"(di(jaga|asuh|hantar)\w*|(are|is|was|were|stays?) (with|at|looked|minded|sent)"
    r"|(hantar|duduk|tinggal|kat|di|dekat)\W+((ke|kat|di|dekat|dengan|dgn|rumah)\W+)*"
    r"(pengasuh|baby ?sitter|nanny|taska|nursery|tadika|sekolah|nenek|atuk))\b"
)
_FOR_ME = re.compile(r"\b(for me|untuk saya|utk sy|utk saya|bagi saya|kan saya)\b")
_MAY_PAY = ("husband", "father", "child", "sibling", "uncle", "employee")
_CLAUSE = re.compile(r"[.?!,;:\n]|\b(?:dan|and|but|tapi|so|jadi)\b")


@dataclass(frozen=True)
class Mention:
    """Somebody named in a message; `who` is None for a pronoun that means nobody."""

    who: str | None
    start: int
    end: int
    sex: str | None = None


def mentions(message: Message) -> tuple[Mention, ...]:
    """Everybody whom `message` may be about, in the order of the text."""
    named = [m for m in _named(message) if not is_payer(m, message)]
    found = [*named, *_first_person(message), *_pronouns(message)]
    found.sort(key=lambda mention: mention.start)
    return tuple(_resolved(found))


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where each clause of `text` begins and ends."""
    begin = 0
    for cut in _CLAUSE.finditer(text):
        yield begin, cut.start()
        begin = cut.end()
    yield begin, len(text)


def sex_of(words: str, relation: str | None = None) -> str | None:
    """The sex that the name of a relation says, if it says one."""
    if relation in _BOTH:
        return None
    for word in _WORD.findall(words.casefold()):
        if word in _FEMALE or word in _MALE:
            return "female" if word in _FEMALE else "male"
    return _BY_VALUE.get(str(relation))


def _named(message: Message) -> Iterator[Mention]:
    counted = [
        (start, end)
        for (name, _), start, end in _placed(message)
        if name in ("children", "citizenship") and start < end  # also "spouse visa"
    ]
    for (name, value), start, end in _placed(message):
        if name != "relation" or value in _UNNAMED or start == end:
            continue
        if any(one <= start < other for one, other in counted):
            continue
        if _CARED_FOR.search(message.text[:start].casefold()):
            continue
        if value == "child" and _BY_ANOTHER.match(message.text[end:].casefold()):
            continue
        sex = sex_of(message.text[start:end], str(value))
        yield Mention(str(value), start, end, sex)


def _placed(message: Message) -> Iterator[tuple[tuple[str, object], int, int]]:
    yield from zip(message.entities, message.starts, message.ends, strict=False)


def is_payer(mention: Mention, message: Message) -> bool:
    """Whether somebody is only said to pay: `suami bayarkan`, `can he pay it`."""
    text = message.text.casefold()
    behind = text[mention.end : mention.end + 40]
    if not _PAYS.match(behind):
        return False
    return mention.who in _MAY_PAY or bool(_FOR_ME.search(behind))


def _first_person(message: Message) -> Iterator[Mention]:
    """Not the `saya` of `isteri saya`."""
    ends = [e for (name, _), _, e in _placed(message) if name == "relation"]
    spans = [(s, e) for (name, _), s, e in _placed(message) if name == "relation"]
    for found in _ME.finditer(message.text.casefold()):
        inside = any(start <= found.start() < end for start, end in spans)
        owns = any(0 <= found.start() - end <= 1 for end in ends)
        if not inside and not owns:
            yield Mention(SELF, *found.span())


def _pronouns(message: Message) -> Iterator[Mention]:
    for found in _OTHER.finditer(message.text.casefold()):
        yield Mention(None, *found.span(), sex_of(found.group()))


def _resolved(found: list[Mention]) -> Iterator[Mention]:
    """Pronouns stand for whoever was named last before, or else for the only other."""
    named = [m for m in found if m.who not in (None, SELF)]
    for mention in found:
        if mention.who is not None:
            yield mention
            continue
        fitting = [m for m in named if _fits(mention, m)]
        before = [m for m in fitting if m.start < mention.start]
        meant = (before or fitting)[-1:]
        if meant:
            sex = meant[0].sex or mention.sex
            yield replace(mention, who=meant[0].who, sex=sex)
        else:
            yield mention


def _fits(pronoun: Mention, named: Mention) -> bool:
    return None in (pronoun.sex, named.sex) or pronoun.sex == named.sex
