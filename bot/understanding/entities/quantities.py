"""What a number counts: ringgit, years of age, a plan, a time, a share.

The same `54` is an age, a number of months or nothing. A mark beside the number decides
first (RM, plan, %), then the words around it, then its size.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from bot.understanding.entities.ages import ADULT, OLDEST, age
from bot.understanding.entities.context import Context
from bot.understanding.numbers import Number
from bot.understanding.phrases import cue, listed
from bot.understanding.types import Entity

_CENT = Decimal("0.01")
_SMALLEST_WAGE = 30  # what is said of a day's pay
_LARGEST = Decimal(1_000_000)
_BARE_AMOUNT = 150  # a bare number from here on is money
_PLANS = range(1, 5)
_DAYS = {"day": 1, "week": 7}
_YEARS = range(1930, 2101)  # nobody who writes was born earlier
_FOREIGN_MONEY = ("sgd", "usd", "gbp", "eur", "aud", "idr", "dollar", "rupiah")
_THOUSAND = Decimal(1000)
_BELOW_K = 100  # thousands that a wage begins with: "2 to 3 thousand"
_TO = ("-", "to", "and", "dan", "hingga", "sampai", "ke", "~", "or", "atau")
_COMPARES = frozenset(
    {"dari", "daripada", "than", "more", "less", "below", "above", "under", "over"}
    | {"atas", "bawah", "melebihi", "lebih", "kurang", "antara", "between", "least"}
    | {"sampai", "tidak", "up", "to", "paling", "rm"}
)
_DIGITS_OF_MONEY = 6  # more without a mark is some other number
# "1500.50" or "6,000": written as only money is
_WRITTEN_OUT = re.compile(r"[\d,]+\.\d\d|\d{1,3}(,\d{3})+")
Rule = Callable[[Context, Number], Entity | None]


def quantities(context: Context) -> Iterator[Entity]:
    """Every number of the message that can be told what it counts."""
    previous: Entity | None = None
    for number in context.numbers:
        entity = _first(context, number) or _next_plan(context, number, previous)
        if entity is not None:
            yield entity
        previous = entity


def _first(context: Context, number: Number) -> Entity | None:
    for rule in RULES:
        entity = rule(context, number)
        if entity is not None:
            return entity
    return None


def _percent(context: Context, number: Number) -> Entity | None:
    length = context.begins(number.last, "percent")
    if not length or number.value > 100:
        return None
    value = format(number.value.normalize(), "f")
    return context.entity("percent", value, number.first, number.last + length)


def _money(context: Context, number: Number) -> Entity | None:
    """Marked as ringgit or sen."""
    first, last = number.first, number.last
    if context.ends(first - 1, "money"):
        return _spaced(context, number) or _amount(context, number, first - 1, last)
    if context.begins(last, "money") and not _begins_next(context, last):
        return _amount(context, number, first, last + 1)
    if context.begins(last, "sen"):
        return _amount(context, number, first, last + 1, unit=_CENT)
    return None


def _spaced(context: Context, number: Number) -> Entity | None:
    """`RM 2 700`: thousands set apart by a space."""
    following = next((n for n in context.numbers if n.first == number.last), None)
    if following is None or not re.fullmatch(r"\d{1,3}", number.digits):
        return None
    if not re.fullmatch(r"\d{3}(\.\d\d)?", following.digits) or following.scaled:
        return None
    value = number.value * 1000 + following.value
    whole = (number.first - 1, following.last)
    return context.entity("amount", str(value.quantize(_CENT)), *whole)


def _begins_next(context: Context, at: int) -> bool:
    """Whether the mark belongs to the number behind it: `plan 2 RM300`."""
    marked = context.said(at) != "ringgit"
    return marked and any(number.first == at + 1 for number in context.numbers)


def _amount(
    context: Context,
    number: Number,
    first: int,
    last: int,
    *,
    unit: Decimal = Decimal(1),
) -> Entity | None:
    value = number.value * unit
    if value > _LARGEST or context.said(number.first - 1) in _FOREIGN_MONEY:
        return None
    return context.entity("amount", str(value.quantize(_CENT)), first, last)


def _plan(context: Context, number: Number) -> Entity | None:
    if number.whole not in _PLANS or not context.ends(number.first - 1, "plan"):
        return None
    first = number.first - context.ends(number.first - 1, "plan")
    return context.entity("plan", int(number.value), first, number.last)


def _next_plan(
    context: Context, number: Number, previous: Entity | None
) -> Entity | None:
    """The 3 of `plan 2 dan 3`."""
    if previous is None or previous.entity != "plan" or number.whole not in _PLANS:
        return None
    between = context.said(number.first - 1)
    near = context.words[number.first].start - previous.end <= 8
    joined = between in (",", "/", "&", "+", "-") or context.ends(
        number.first - 1, "between"
    )
    if not near or not joined or context.begins(number.last, "money"):
        return None
    return context.entity("plan", int(number.value), number.first, number.last)


def _period(context: Context, number: Number) -> Entity | None:
    if number.whole is None or not 0 < number.whole <= 1200:
        return None
    paid = context.before(number.first, "wage") is not None
    if paid and number.whole >= _BARE_AMOUNT:
        return None  # "gaji 200 bulan ni": what is paid this month
    for unit in ("year", "month", "week", "day"):
        length = context.begins(number.last, unit)
        if length and not _calendar_year(number, unit):
            value = _length_of(int(number.value), unit)
            return context.entity("period", value, number.first, number.last + length)
    return None


def _calendar_year(number: Number, unit: str) -> bool:
    return unit == "year" and number.whole in _YEARS


def _length_of(count: int, unit: str) -> dict[str, object]:
    days = _DAYS.get(unit)
    return {"n": count * days, "unit": "day"} if days else {"n": count, "unit": unit}


def _wage(context: Context, number: Number) -> Entity | None:
    """Money without a mark: k or ribu, a word for pay before, a time unit behind."""
    if len(number.digits.split(".")[0].replace(",", "")) > _DIGITS_OF_MONEY:
        return None
    if _begins_range(context, number):
        return _amount(context, number, number.first, number.last, unit=_THOUSAND)
    told = context.before(_compared(context, number.first), "wage") is not None
    paid = any(context.begins(number.last, p) for p in ("monthly", "yearly", "daily"))
    enough = number.value >= _SMALLEST_WAGE and not _is_year(number)
    if (told and number.value >= _SMALLEST_WAGE) or (paid and enough):
        return _amount(context, number, number.first, number.last)
    year = _is_year(number) and not _in_a_list(context, number)
    if context.anywhere("pay") and number.value >= _BARE_AMOUNT and not year:
        return _amount(context, number, number.first, number.last)
    listed = _in_a_list(context, number) and not _is_year(number)
    if listed and number.value >= _BARE_AMOUNT and _of_contributions(context):
        return _amount(context, number, number.first, number.last)
    exact = _WRITTEN_OUT.fullmatch(number.digits) is not None
    if (number.scaled or exact) and not _is_counting(context, number):
        return _amount(context, number, number.first, number.last)
    return None


def _of_contributions(context: Context) -> bool:
    """`socso for 1850, 2950 and 4000`: what is due on wages is asked."""
    return any(word.text in _ON_WAGES for word in context.words)


_ON_WAGES = frozenset({"socso", "eis", "sip", "perkeso", "caruman", "contribution"})


def _in_a_list(context: Context, number: Number) -> bool:
    """The 1900 of `gaji 1700, 1900, 2400`."""
    beside = [
        other
        for other in context.numbers
        if 1 <= max(other.first - number.last, number.first - other.last) <= 1
    ]
    marks = {context.said(number.last), context.said(number.first - 1)}
    amounts = [o for o in beside if o.value >= _BARE_AMOUNT and not _is_year(o)]
    return bool(amounts) and bool(marks & {",", "dan", "and", "/", "&"})


def _compared(context: Context, at: int) -> int:
    """Where `kurang dari`, `more than` before a number begin."""
    while context.said(at - 1) in _COMPARES:
        at -= 1
    return at


def _begins_range(context: Context, number: Number) -> bool:
    """The 2 of `between 2 and 3 thousand`, `2 hingga 3 ribu`, `2-3k`."""
    small = number.digits != "" and not number.scaled and 0 < number.value < _BELOW_K
    following = next((n for n in context.numbers if n.first == number.last + 1), None)
    if not small or following is None or context.said(number.last) not in _TO:
        return False
    thousands = following.value % 1000 == 0 or following.value % 100 == 0
    larger = following.scaled and following.value > number.value * _THOUSAND
    return larger and thousands and not context.ends(number.first - 1, "plan")


def _is_year(number: Number) -> bool:
    return number.whole in _YEARS and len(number.digits) == 4 and not number.scaled


def _is_counting(context: Context, number: Number) -> bool:
    """`seribu orang`, `dua ratus km`: a number of something else."""
    return context.said(number.last) in (
        "orang",
        "km",
        "people",
        "kali",
        "times",
        "jam",
        "pekerja",
        "staf",
        "staff",
        "workers",
        "employees",
        "hours",
        "hour",
    )


def _alone(context: Context, number: Number) -> Entity | None:
    """A bare number given as an answer: by its size."""
    value = number.whole
    alone = context.bare or _only_corrects(context) or _only_follows(context)
    if not alone or value is None or len(number.digits) > _DIGITS_OF_MONEY:
        return None
    if _is_counting(context, number):
        return None
    beside = len(context.words) - (number.last - number.first)
    few = (beside <= 1 or bool(number.digits)) and not _of_body(context)
    if few and value in _PLANS and context.before(number.first, "wage") is None:
        return context.entity("plan", value, number.first, number.last)
    if ADULT <= value <= OLDEST:
        return context.entity("age", value, number.first, number.last)
    if _BARE_AMOUNT <= value <= _LARGEST and not _is_year(number):
        return _amount(context, number, number.first, number.last)
    return None


def _of_body(context: Context) -> bool:
    """The 2 of `2 jari?` counts fingers."""
    return next(listed("injuries").find(context.words), None) is not None


def _only_follows(context: Context) -> bool:
    """`habis kalau 61?`, `and then what about 5000`: one number that goes on."""
    if len(context.numbers) != 1:
        return False
    number = context.numbers[0]
    taken = range(number.first, number.last)
    said = {w.text for at, w in enumerate(context.words) if at not in taken}
    return all(word in cue("follows") or not word.isalnum() for word in said)


def _only_corrects(context: Context) -> bool:
    """`eh bukan 2950 lah, 2590`: numbers and words of correction, nothing else."""
    taken = {at for n in context.numbers for at in range(n.first, n.last)}
    said = {w.text for at, w in enumerate(context.words) if at not in taken}
    return bool(said & _CORRECTS) and said <= _CORRECTS | _BESIDE


_CORRECTS = frozenset(
    {"bukan", "not", "salah", "silap", "sorry", "maaf", "oops", "typo", "actually"}
)
_BESIDE = frozenset(
    {"eh", "oh", "lah", "la", "ah", "tetapi", "but", "maksud", "saya", "i", "mean"}
    | {"meant", "it", "is", "s", "'", "its", "sepatutnya", "yang", "betul", "jadi"}
    | {"sebenarnya", "should", "be", "taip", ",", ".", "!", "-", "wait", "ops", "ya"}
    | {"tadi", "itu"}
)


RULES: tuple[Rule, ...] = (_percent, _money, _plan, age, _period, _wage, _alone)
