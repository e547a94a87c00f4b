"""Which side of an employment asks: the same words mean other duties to each.

"Staff who resigned" is no resignation of the one who asks, and "my boss" is said by
nobody who pays wages.
"""

from __future__ import annotations

import re

from bot.dialogue.message import Message

WORKER, EMPLOYER = "worker", "employer"
STAFF = (
    r"(?:pekerja|staff?s?|staf|workers?|employees?|kakitangan|anak buah|helpers?"
    r"|maids?|bibik|amah)"
)
BOSS = (
    r"(?:majikan|boss?|company|syarikat|employers?|tauke?h?|taukey|tokey?h?|kedai"
    r"|kilang"
    r"|hr|firm|management)"
)
LEFT = (
    r"(?:resign\w*|berhenti|brhenti|berenti|quits?|left|leaves|leaving|letak jawatan"
    r"|keluar|lari|ran (?:away|off)|absconded|cabut|gone|diberhentikan|terminated"
    r"|retrenched|dibuang"
    r"|(?:finish\w*|habis|tamat|end\w*) (?:\w+ )?(?:contract|kontrak)|bersara|retired)"
)
_I = r"(?:saya|sy|aku|i|ai|kami|we)"
_THEIR_OWN = re.compile(rf"\b({STAFF}) {_I}\b")  # `pekerja saya` is not `saya`
_STAFF_LEFT = re.compile(
    rf"\b{STAFF}\b(?:\W+(?!{BOSS}\b)\w+){{0,4}}?\W+{LEFT}\b"
    rf"|\b{LEFT}\W+(?:staff|staf|workers?|employees?)\b"
    rf"|\b(?:for|untuk|utk|bagi) (?:my |our |the |an? |ex[- ]?|bekas )*{STAFF}\b"
)
_AS_EMPLOYER = re.compile(
    rf"\b(?:as an?|sebagai|{_I}) (?:majikan|employer|boss?)\b|\bi employ\b"
    rf"|\bi(?: am|'m) (?:an? |the )?(?:employer|boss)\b|\b(?:ex[- ]|bekas ){STAFF}\b"
)
_EMPLOYS_SOMEBODY = re.compile(
    rf"\b{_I}\W+(?:(?:dah|baru|just|want to|nak|have|also|still)\W+)*"
    r"(?:employ(?:ed|s)?|hire[ds]?|gajikan)\b(?!\W+by)"
    rf"|\bambil (?:\w+ )?{STAFF}\b"
)
_MY_BOSS = re.compile(
    rf"\b(?:my|our|me) {BOSS}\b|\b{BOSS} (?:saya|sy|aku|i|kami|ni|kata|cakap|paksa"
    rf"|tak|x|tidak|suruh"
    rf"|nak)\b"
)
_I_LEFT = re.compile(
    rf"\b{_I}\W+(?:(?:dah|sudah|baru|nak|just|have|had|already|was|am|akan|kena)\W+)*"
    rf"{LEFT}\b"
)


def side(message: Message) -> str | None:
    """Who asks, a worker or an employer, where the words say it of one alone."""
    text = _THEIR_OWN.sub(r"\1", message.text.casefold())
    of_staff = {"employee", "domestic_worker"} & set(message.values("relation"))
    employer = of_staff or _STAFF_LEFT.search(text) or _AS_EMPLOYER.search(text)
    worker = _MY_BOSS.search(text) or _I_LEFT.search(text)
    if bool(employer) == bool(worker):
        return None
    return EMPLOYER if employer else WORKER


def staff_of_mine(message: Message) -> str | None:
    """The relation of whom an employer asks about: `I employ an Indonesian maid`."""
    works = set(message.values("employment"))
    hires = _EMPLOYS_SOMEBODY.search(message.text.casefold())
    of_hr = "hr_officer" in set(message.values("occupation"))
    if of_hr or (hires and "domestic_worker" not in works):
        return "employee"
    return "domestic_worker" if hires else None


def tells_of_employer(message: Message) -> bool:
    """Whether a job for wages is spoken of, by its employer or its staff."""
    text = message.text.casefold()
    return side(message) is not None or bool(_EMPLOYS.search(text))


_EMPLOYS = re.compile(
    rf"\b(?:{BOSS}|{STAFF}|gaji|wages?|salary|resign\w*|berhenti kerja|letak jawatan"
    r"|quit my job|left my job)\b"
)


def has_a_boss(message: Message) -> bool:
    """Whether staff, or one's own employer, is spoken of: nobody else is retrenched."""
    own = message.first("relation") in (None, "self")
    text = message.text.casefold()
    if message.first("relation") in _YOUNG and re.search(rf"\b{BOSS}\b", text):
        return not message.first("employment")  # a child's boss is no boss of ours
    of_staff = re.search(rf"\b{STAFF}\b", text) or side(message) == WORKER
    told = message.first("employment")
    return own and not told and bool(of_staff or _LET_GO.search(text))


_YOUNG = ("child", "sibling")
_LET_GO = re.compile(
    r"\b(retrench\w*|diberhentikan|dibuang kerja|kena buang|laid off|vss|mss)\b"
)


def asks_after_the_job(message: Message) -> bool:
    """Whether cover after the end of one's own job is asked about."""
    text = message.text.casefold()
    return bool(_LEFT_A_JOB.search(text) and _STILL.search(text))


_LEFT_A_JOB = re.compile(
    r"\b(resign\w*|berhenti kerja|letak jawatan|quit|left (my|the) (job|company)"
    r"|bersara"
    r"|retired)\b"
)
_STILL = re.compile(
    r"\b(masih|still|lagi)\b.{0,12}\b(dilindungi|cover\w*|perlindungan|protected"
    r"|insured)\b"
)
