"""Words of a follow-up that say nothing new after the last answer."""

from __future__ import annotations

import re

from bot.dialogue.memory import ON_WAGES, Memory
from bot.dialogue.message import Message

_WORD = re.compile(r"[^\W_]+")
WAGE_SAID = frozenset(["gaji", "gj", "wage", "wages", "salary", "upah"])


def _of_a_past_wage(message: Message, memory: Memory) -> bool:
    """Whether the wage told before is spoken of, in another month: "same wage"."""
    told = "wage" in memory.facts and message.first("amount") is None
    dated = message.first("month") is not None or _YEAR.search(message.text)
    return told and bool(dated)


_YEAR = re.compile(r"\b20\d\d\b")


def left_out(message: Message, memory: Memory) -> frozenset[str]:
    """Words that say nothing new after the last answer."""
    words: set[str] = set()
    if _of_a_past_wage(message, memory):
        words |= WAGE_SAID | _MONTH_SAID
    if memory.wages:
        words |= _ALL_OF_THEM
    if asks_for_shares(message, memory):
        words |= _SHARES
    if of_another_year(message, memory):
        words |= _OF_YEARS
    if message.first("period"):
        words |= _SERVED
    if (memory.question or "").endswith(".temporary_disablement"):
        words |= _ON_LEAVE
    if (memory.question or "").startswith(("benefit.", "claim.", "choice.")):
        words |= _RECEIVED
    return frozenset(words)


def asks_for_shares(message: Message, memory: Memory) -> bool:
    """Whether it is asked who pays how much of the contribution just told."""
    on_wages = memory.question in ON_WAGES and "wage" in memory.facts
    named = message.first("scheme")
    if named and f"contribution.{named}" != memory.question:
        return False
    said = words(message)
    return on_wages and bool(said & _SHARES) and not said & _OTHER_DUTIES


def of_another_year(message: Message, memory: Memory) -> bool:
    """Whether the contribution just told is asked about for last or next year."""
    of_sum = (memory.question or "").startswith("contribution.")
    text = message.text.casefold()
    return of_sum and bool(_RELATIVE_YEAR.search(text) or _NOW.fullmatch(text))


_MONTH_SAID = frozenset({"bulan", "bln", "month"})
_ALL_OF_THEM = frozenset(
    {"semua", "semuanya", "kedua", "dua", "ketiga", "tiga", "both", "all", "them"}
    | {"those", "these", "mereka", "masing", "each", "respectively", "tadi", "amounts"}
)
_SHARES = frozenset(
    {
        "majikan",
        "boss",
        "bos",
        "employer",
        "employers",
        "company",
        "syarikat",
        "pekerja",
    }
    | {"employee", "employees", "worker", "workers", "share", "shares", "bahagian"}
    | {"portion", "syer", "tanggung", "kongsi", "siapa", "sape", "who", "split", "pays"}
    | {"part", "mine", "own", "just"}
    | {"paying", "s", "potong", "deduct", "deducted", "kena", "kne"}
)
_OTHER_DUTIES = frozenset({"daftar", "register", "lewat", "late", "tak", "x", "tidak"})
_OF_YEARS = frozenset(
    {
        "last",
        "previous",
        "tahun",
        "thn",
        "year",
        "rate",
        "rates",
        "kadar",
        "lalu",
        "lps",
    }
    | {"depan", "sebelum", "s", "the", "dulu", "now", "today", "skrg", "skang", "this"}
)
_SERVED = frozenset(
    {"carum", "mencarum", "caruman", "contribute", "contributed", "contributing"}
    | {"worked", "work", "working", "kerja", "bekerja"}
)
_ON_LEAVE = frozenset({"mc", "cuti", "leave", "sakit"})
_RECEIVED = frozenset(
    {"dapat", "dpt", "dapek", "get", "receive", "terima", "boleh", "blh", "we", "kami"}
)
_RELATIVE_YEAR = re.compile(
    r"\b(last|previous|next) years?\b|\b(tahun|thn) (lepas|lps|lalu|depan|sebelum\w*)\b"
)


_NOW = re.compile(
    r"\W*(and|so|ok|habis|kalau|dan|what about|how about|then)?\W*"
    r"(now|today|sekarang|skrg|skang|(this|tahun|thn) (year|ni|ini))"
    r"\W*(pula|pulak|ni)?\W*"
)


def words(message: Message) -> frozenset[str]:
    return frozenset(_WORD.findall(message.text.casefold()))
