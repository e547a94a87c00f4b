"""Where one question of a message ends, and when there really are two."""

from __future__ import annotations

import pytest

from bot.understanding.segments import linked, may_hold_two, needs_of, questions
from bot.understanding.types import Thresholds

PAY, JOIN, DIE = "how_to_pay", "how_to_register", "benefit_funeral"
LIMITS = Thresholds(part=0.4, second=0.05, part_sure=0.8, second_sure=0.001)


def needs(whole: list[tuple[str, float]], *parts: list[tuple[str, float]]) -> list[str]:
    return [need.need for need in needs_of(whole, parts, LIMITS)]


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("berapa sebulan? macam mana nak bayar", 2),
        ("berapa sebulan dan macam mana nak bayar", 2),
        ("ada subsidi tak, kalau takde berapa", 2),
        ("pejabat buka pukul berapa, nak claim kena bawa apa", 2),
        ("How do I join and what does it cost?", 2),
        ("Check if I am active. If not, how do I renew?", 2),
        ("How do I sign her up? Is there also a time limit?", 2),
        ("am I then covered on the way home", 0),
        ("I drive a van and a lorry. How do I join?", 1),
        ("suami dan anak saya meninggal. siapa dapat pencen", 1),
        ("kaki patah, tangan patah, nak claim", 1),
        ("macam mana nak bayar", 0),
        ("saya bekerja di kilang dan di kedai", 0),
    ],
)
def test_the_parts_that_ask_are_found(text: str, asked: int) -> None:
    assert len(questions(text)) == asked


def test_two_sure_parts_are_two_needs_in_their_order() -> None:
    whole = [(PAY, 0.99), (JOIN, 0.002)]
    assert needs(whole, [(JOIN, 0.9)], [(PAY, 0.95)]) == [JOIN, PAY]


def test_unsure_parts_need_a_message_that_leaves_room_for_both() -> None:
    parts = [(JOIN, 0.5)], [(PAY, 0.9)]
    assert needs([(PAY, 0.7), (JOIN, 0.2)], *parts) == [JOIN, PAY]
    assert needs([(PAY, 0.97), (JOIN, 0.01)], *parts) == [PAY]


@pytest.mark.parametrize(
    "text",
    [
        "boleh saya masuk skim suri rumah? kalau layak daftar kat mana",
        "wajib carum tak untuk pekerja sambilan, jika wajib berapa",
        "Does my maid count? If so, what do I pay",
        "can my wife join, and if yes where to register",
    ],
)
def test_a_part_that_hangs_on_the_answer_is_a_second_question(text: str) -> None:
    assert linked(text)
    assert len(questions(text)) == 2
    whole = [(JOIN, 0.9999), (PAY, 0.0001)]
    found = needs_of(whole, [[(JOIN, 0.9)], [(PAY, 0.5)]], LIMITS, linked=True)
    assert [need.need for need in found] == [JOIN, PAY]


def test_what_only_ties_a_part_to_the_question_before_is_left_out_of_it() -> None:
    text = "boleh saya masuk skim itu? kalau layak daftar kat mana"
    assert questions(text)[1] == "daftar kat mana"


def test_a_condition_that_opens_the_message_ties_nothing() -> None:
    assert not linked("kalau layak daftar kat mana")


def test_a_part_that_may_be_anything_is_what_the_message_is_about() -> None:
    price = "contribution_amount_selfemployed"
    whole = [(price, 0.7), (JOIN, 0.2), ("contribution_amount_housewife", 0.001)]
    part = [("contribution_amount_housewife", 0.8), (price, 0.2)]
    assert needs(whole, [(JOIN, 0.9)], part) == [JOIN, price]


def test_what_the_whole_message_is_about_must_be_one_of_the_two() -> None:
    whole = [(DIE, 0.6), (JOIN, 0.2), (PAY, 0.1)]
    assert needs(whole, [(JOIN, 0.9)], [(PAY, 0.9)]) == [DIE]


def test_the_same_need_twice_is_one_need() -> None:
    whole = [(PAY, 0.9), (JOIN, 0.05)]
    assert needs(whole, [(PAY, 0.9)], [(PAY, 0.99)]) == [PAY]


def test_a_general_need_beside_one_of_its_kind_is_the_same_question() -> None:
    whole = [(DIE, 0.6), ("benefits_overview", 0.3)]
    parts = [("benefits_overview", 0.9)], [(DIE, 0.9)]
    assert needs(whole, *parts) == [DIE]


def test_half_a_message_is_never_out_of_scope_beside_a_need() -> None:
    whole = [(PAY, 0.6), ("out_of_scope", 0.3)]
    assert needs(whole, [(PAY, 0.9)], [("out_of_scope", 0.9)]) == [PAY]


def test_of_three_needs_the_two_likeliest_are_kept_in_their_order() -> None:
    whole = [(PAY, 0.6), (JOIN, 0.2), (DIE, 0.1)]
    found = needs(whole, [(JOIN, 0.9)], [(DIE, 0.5)], [(PAY, 0.95)])
    assert found == [JOIN, PAY]


def test_a_greeting_gives_way_to_the_question_after_it() -> None:
    assert needs([("greet", 0.9), (PAY, 0.05)], [(PAY, 0.9)]) == [PAY]


def test_parts_are_looked_at_only_if_they_may_matter() -> None:
    assert may_hold_two([(PAY, 0.9), (JOIN, 0.05)], LIMITS)
    assert not may_hold_two([(PAY, 0.9999), (JOIN, 0.0001)], LIMITS)
