"""Numbers of identity cards and telephones: what can be one, and what cannot."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.identity.mobile import find_mobile
from bot.identity.mykad import Card, has_place, judge

TODAY = date(2026, 11, 23)
UNASSIGNED = [0, 17, 18, 19, 20, 69, 70, 73, 80, 81, 94, 95, 96, 97]


@pytest.mark.parametrize(
    ("number", "card"),
    [
        ("720314010018", Card.POSSIBLE),
        ("261123010018", Card.POSSIBLE),  # born today, or in 1926
        ("261124010018", Card.POSSIBLE),  # tomorrow, but in 1926 it was a day
        ("000229010018", Card.POSSIBLE),  # 2000 had this day, 1900 had not
        ("010229010018", Card.IMPOSSIBLE),  # neither 1901 nor 2001 had it
        ("280229010018", Card.POSSIBLE),  # 1928
        ("721314010018", Card.IMPOSSIBLE),
        ("720332010018", Card.IMPOSSIBLE),
        ("720314000018", Card.UNLIKELY),
        ("72031401001", Card.IMPOSSIBLE),
        ("7203140100181", Card.IMPOSSIBLE),
        ("72031401001a", Card.IMPOSSIBLE),
        ("٧٢٠٣١٤٠١٠٠١٨", Card.IMPOSSIBLE),  # redaction makes digits plain before
        ("", Card.IMPOSSIBLE),
    ],
)
def test_a_number_is_judged_by_its_day_and_place(number: str, card: Card) -> None:
    assert judge(number, today=TODAY) is card


def test_the_leap_day_of_2000_lies_ahead_before_that_day() -> None:
    assert judge("000229010018", today=date(2000, 2, 28)) is Card.IMPOSSIBLE
    assert judge("000229010018", today=date(2000, 2, 29)) is Card.POSSIBLE


def test_places_are_those_of_the_list() -> None:
    without = [place for place in range(100) if not has_place(f"720314{place:02}0018")]
    assert without == UNASSIGNED


@given(st.from_regex(r"[0-9]{12}", fullmatch=True), st.integers(0, 9))
def test_the_last_digit_decides_nothing(number: str, last: int) -> None:
    same = judge(number, today=TODAY)
    assert judge(number[:-1] + str(last), today=TODAY) is same


@given(st.text(max_size=20))
def test_any_text_at_all_is_judged(text: str) -> None:
    assert judge(text, today=TODAY) in Card


@pytest.mark.parametrize(
    ("phone", "mobile"),
    [
        ("+60123456789", "+60123456789"),
        ("012-345 6789", "+60123456789"),
        ("011-1234 5678", "+601112345678"),
        ("+60388881234", None),  # a landline
        ("015-4812 3456", None),  # an internet line
        ("1-300-22-8000", None),
        ("+60 11", None),
        ("", None),
        (None, None),
        ("nonsense", None),
    ],
)
def test_a_code_goes_to_a_mobile_alone(phone: str | None, mobile: str | None) -> None:
    assert find_mobile(phone, demo=False) == mobile


def test_telephones_of_demo_people_exist_in_demonstrations_alone() -> None:
    assert find_mobile("+601100000001", demo=True) == "+601100000001"
    assert find_mobile("+601100000001", demo=False) is None
