"""How old somebody is: `umur 54`, `she's 57`, `58 this year`, `lahir 1971`.

A number beside a person is an age unless it counts something or says how long.
"""

from __future__ import annotations

from datetime import date

from bot.understanding.entities.context import Context
from bot.understanding.numbers import Number
from bot.understanding.phrases import listed
from bot.understanding.types import Entity

ADULT, OLDEST = 15, 110
_GROWN = 18
_LONG_SERVICE = 45  # years; nobody works longer than this before asking
_TWO_DIGITS = 2
_STOPS = (",", "", ".", "?", "!", ";")
_AHEAD = 2  # words behind an age that may say when it will be reached


def age(context: Context, number: Number) -> Entity | None:
    """Said to be an age, or years that follow a person."""
    years = number.whole
    if years is None or not 0 <= years <= OLDEST:
        return None
    unit = context.begins(number.last, "age_unit")
    taken = unit or context.begins(number.last, "year")
    if unit or context.before(number.first, "age") is not None:
        return _reached(context, number, years, taken)
    if _stands_alone(context, number, taken) and years >= ADULT:
        return _told(context, number, years, taken)
    behind = number.last + taken
    behind += context.said(behind) == ","
    if taken and years >= ADULT and context.said(behind) in _STATUS:
        return _told(context, number, years, taken)
    if _is_reached(context, number) or _this_year(context, number):
        return _reached(context, number, years, taken)
    if _of_the_young(context, number, years):
        return _told(context, number, years, taken)
    person = context.before(number.first, "person") is not None
    adult = years >= ADULT and (taken or _ends_clause(context, number))
    named = years >= _GROWN and _beside_a_name(context, number)
    told = (person and adult) or named or (taken and _too_long(context, years))
    if told and not _lasting(context, number, years):
        return _reached(context, number, years, taken)
    return None


# what people tell of themselves beside their age: `24 thn PR`, `30 tahun perempuan`
_STATUS = frozenset(
    {"pr", "warganegara", "citizen", "malaysian", "perempuan", "lelaki", "female"}
    | {"male", "woman", "man", "wanita"}
)


def born_in(context: Context, at: int) -> Entity | None:
    """`lahir 1971`, `born in '70`, `kelahiran tahun 68`: the age by a year of birth."""
    said = context.said(at)
    if not said.isdigit() or len(said) not in (2, 4) or not _birth(context, at):
        return None
    on = context.on
    year = int(said) if len(said) == 4 else _in_the_past(int(said), on)
    years = on.year - year
    if not 0 <= years <= OLDEST:
        return None
    return context.entity("age", years, at, at + 1)


def of_birth_month(context: Context, born: date, first: int, last: int) -> Entity:
    """The age of whoever was born in the month that begins with `born`."""
    before = context.on.month < born.month
    return context.entity("age", context.on.year - born.year - before, first, last)


def born_at(context: Context, at: int) -> bool:
    """Whether a word for birth stands before the word at `at`."""
    return _birth(context, at)


def _birth(context: Context, at: int) -> bool:
    while context.said(at - 1) in ("tahun", "in", "bulan", "year", "around"):
        at -= 1
    return context.before(at, "birth") is not None


def _in_the_past(year: int, on: date) -> int:
    return 2000 + year if 2000 + year <= on.year else 1900 + year


def _told(context: Context, number: Number, years: int, taken: int) -> Entity:
    return context.entity("age", years, number.first, number.last + taken)


def _reached(context: Context, number: Number, years: int, taken: int) -> Entity:
    """An age; one that is still to come is a year away."""
    first = number.first
    if _is_coming(context, number.last):
        coming, taken = True, 0
    else:
        coming = _is_coming(context, number.last + taken)
    before = {context.said(at) for at in range(first - 3, first)}
    near = _is_coming(context, number.last + taken, _NEAR_FUTURE)
    coming = coming or _in_a_month(context, number.last + taken)
    early = (bool(before & _WILL_BE) and coming) or near
    return _told(context, number, years - early, taken)


def _in_a_month(context: Context, at: int) -> bool:
    """`turning 55 in March`; what was turned in March is past and said so."""
    joined = context.said(at) in ("in", "pada", "bulan", "on")
    gone = context.said(at + 2) in ("lepas", "lalu", "last", "yang")
    return joined and context.said(at + 1) in _MONTH_NAMES and not gone


_MONTH_NAMES = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "mac"}
    | {"september", "october", "november", "december", "januari", "februari", "mei"}
    | {"jun", "julai", "ogos", "oktober", "disember", "jan", "feb", "mar", "apr", "dec"}
    | {"jul", "aug", "sep", "sept", "oct", "nov", "dis"}
)
_NEAR_FUTURE = ("next month", "next week", "bulan depan", "minggu depan", "esok")


def _is_coming(context: Context, at: int, when: tuple[str, ...] = ()) -> bool:
    ahead = " ".join(context.said(place) for place in range(at, at + _AHEAD))
    return ahead.startswith(when or _NEXT)


_NEXT = (
    *("next month", "next year", "next week", "bulan depan", "tahun depan"),
    *("minggu depan", "soon", "tomorrow", "esok", "in december", "dalam disember"),
)
_WILL_BE = frozenset(
    {"turning", "turns", "turn", "genap", "masuk", "cecah", "mencecah", "be", "reach"}
    | {"umur", "usia", "jadi", "sampai"}
)


def _is_reached(context: Context, number: Number) -> bool:
    """`dah masuk 55`, `nak masuk 60`, `hit 60`, `reached 55`, `yang 62 tu`."""
    before = [context.said(number.first - back) for back in (1, 2)]
    reached = before[0] in ("cecah", "mencecah", "reached", "hit", "reach")
    entered = before[0] == "masuk" and before[1] in _ENTERS
    entered = entered or (before[0] == "yang" and len(number.digits) == _TWO_DIGITS)
    years = number.whole or 0
    return (reached or entered) and years >= _GROWN and not _counts(context, number)


_ENTERS = ("sudah", "nak", "baru", "hampir", "akan", "umur", "dia", "saya")


def _this_year(context: Context, number: Number) -> bool:
    """`58 this year`, `54 tahun ini`."""
    two = (context.said(number.last), context.said(number.last + 1))
    years = number.whole or 0
    return years >= _GROWN and two in (("this", "year"), ("tahun", "ini"))


def _counts(context: Context, number: Number) -> bool:
    """Whether the number counts what stands behind it."""
    units = ("month", "week", "day", "percent", "money", "sen")
    counted = context.said(number.last) in _COUNTED
    return counted or any(context.begins(number.last, unit) for unit in units)


_STAFF = ("staff", "staf", "pekerja", "worker", "employee")
_COUNTED = frozenset(
    {"orang", "kali", "jam", "minit", "km", "kg", "hours", "hour", "minutes", "people"}
    | {
        "workers",
        "pekerja",
        "staff",
        "buah",
        "ekor",
        "jenis",
        "times",
        "x",
        "k",
        "ribu",
    }
    | {"days", "lebih", "semua", "total", "and", "dan", "or", "atau", "to"}
)


def _stands_alone(context: Context, number: Number, taken: int) -> bool:
    """The 40 of `I am a housewife, 40, citizen` and of `jaga rumah je, 40 tahun`."""
    before, after = context.said(number.first - 1), context.said(number.last + taken)
    between = before in (",", "?", ".", ";") and len(number.digits) == _TWO_DIGITS
    ended = after in _STOPS or (not taken and _begins_clause(context, number.last))
    last = after == "" and before == "," and len(context.numbers) == 1
    told = _tells_of_a_person(context) or (last and not context.anywhere("pay"))
    if not between or not ended or not told:
        return False
    return not taken or not context.anywhere("duration")


def _beside_a_name(context: Context, number: Number) -> bool:
    """`my father 63 drives taxi`, `mak 58 dok rumah`; not `suami 26 hari`."""
    at = number.first - 1
    while context.said(at) in ("saya", "is", "now", "dah", "sudah", "s", "'"):
        at -= 1
    named = [*listed("relations").find(context.words)]
    behind = context.said(number.last)
    beside = any(match.last - 1 == at for match in named)
    beside = beside or context.said(at) in _STAFF
    word = behind.isalpha() and not _counts(context, number)
    return beside and word and len(number.digits) == _TWO_DIGITS


def _of_the_young(context: Context, number: Number, years: int) -> bool:
    """`anak saya 17 tahun kerja`: a child that works tells its age, not its service."""
    at = number.first - 1
    while context.said(at) in _BESIDE_A_CHILD:
        at -= 1
    named = listed("relations").find(context.words)
    child = any(m.value == "child" and at < m.last <= number.first for m in named)
    oldest = _YOUNG_UNTIL if child else _GROWN * (context.said(at) == "adik")
    told = _WORKING <= years <= oldest and len(number.digits) == _TWO_DIGITS
    at_work = context.begins(number.last, "year") or context.said(number.last).isalpha()
    return told and bool(at_work) and not _counts(context, number)


_BESIDE_A_CHILD = frozenset(
    {
        "saya",
        "kami",
        "my",
        "is",
        "s",
        "'",
        "baru",
        "yang",
        "now",
        "only",
        "dah",
        "sudah",
    }
    | {"aged", "who", "sulung", "bongsu", "dia"}
)
_WORKING = 13
# of a husband or an elder brother the same words tell how long he worked
_YOUNG_UNTIL = 30


def _tells_of_a_person(context: Context) -> bool:
    if context.anywhere("person"):
        return True
    lists = (listed("people", name) for name in ("employment", "sex", "citizenship"))
    return any(next(found.find(context.words), None) for found in lists)


def _too_long(context: Context, years: int) -> bool:
    """Years that can hardly be anything but an age."""
    return years >= _LONG_SERVICE or (context.bare and years >= ADULT)


def _ends_clause(context: Context, number: Number) -> bool:
    return context.said(number.last) in _STOPS or _begins_clause(context, number.last)


def _begins_clause(context: Context, at: int) -> bool:
    return context.begins(at, "clause") > 0


def _lasting(context: Context, number: Number, years: int) -> bool:
    """Whether the words around speak of how long, not how old."""
    if context.before(number.first, "duration") is not None:
        return True
    after = number.last + context.begins(number.last, "year")
    return years < _LONG_SERVICE and context.begins(after, "duration") > 0
