"""Long replies in parts that Telegram takes, cut where it hurts least."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.telegram.formatting import keyboard, numbered, parts_of, to_html
from bot.gateway.telegram.splitting import MOST_UNITS, split, units

FAMILY = "👩\u200d👩\u200d👧\u200d👦"
pieces = st.sampled_from([*"ab .!?;\n&<>", "e\u0301", "😀", FAMILY, "🇲🇾"])
texts = st.lists(pieces | st.text(max_size=30), max_size=200).map("".join)


def squeezed(text: str) -> str:
    return "".join(text.split())


@given(texts, st.integers(60, 200))
def test_parts_fit_and_nothing_but_blanks_is_lost(text: str, most: int) -> None:
    parts = split(text, most=most)
    assert all(units(part) <= most for part in parts)
    assert squeezed("".join(parts)) == squeezed(text)


@given(st.lists(st.sampled_from([FAMILY, "🇲🇾", "👍🏽", "e\u0301", "1\ufe0f\u20e3"])))
def test_no_character_is_cut_through(characters: list[str]) -> None:
    for part in split("".join(characters), most=60):
        whole = part
        while whole:
            found = next(
                (each for each in set(characters) if whole.startswith(each)), None
            )
            assert found, part
            whole = whole.removeprefix(found)


def test_a_text_is_cut_between_paragraphs_then_lines_then_sentences() -> None:
    assert split("satu dua\n\ntiga empat lima", most=20) == [
        "satu dua",
        "tiga empat lima",
    ]
    assert split("satu dua\ntiga empat lima", most=20) == [
        "satu dua",
        "tiga empat lima",
    ]
    assert split("Satu dua. Tiga empat lima", most=20) == [
        "Satu dua.",
        "Tiga empat lima",
    ]
    assert split("satudua tigaempatlimaenam", most=20) == [
        "satudua",
        "tigaempatlimaenam",
    ]
    assert split("x" * 45, most=20) == ["x" * 20, "x" * 20, "x" * 5]


def test_length_is_counted_as_telegram_counts_it() -> None:
    assert units("a😀") == 3
    assert [units(part) for part in split("😀" * 3_000)] == [MOST_UNITS, 1_904]


@given(st.text())
def test_html_holds_nothing_but_what_we_put_there(text: str) -> None:
    shown = to_html(text).replace("<i>", "").replace("</i>", "")
    assert "<" not in shown
    assert ">" not in shown


def test_long_titles_are_listed_in_the_text_with_their_numbers() -> None:
    buttons = [{"id": "a", "title": "Ya"}, {"id": "b", "title": "Tidak, " * 6}]
    [part] = parts_of("Pilih", buttons)
    assert part.split("\n")[2:] == [line.strip() for line in numbered(buttons)]


def test_short_buttons_stand_two_in_a_row_and_their_data_is_short() -> None:
    titles = ["Ya", "Tidak", "Satu pilihan yang panjang", "Tak pasti"]
    buttons = [{"id": "x" * 16, "title": title} for title in titles]
    shown = keyboard(buttons)
    assert shown is not None
    assert [len(row) for row in shown.inline_keyboard] == [2, 1, 1]
    data = [str(key.callback_data) for row in shown.inline_keyboard for key in row]
    assert all(1 <= len(each.encode()) <= 64 for each in data)


def test_characters_that_cling_are_known_to_unicode() -> None:
    assert unicodedata.combining("\u0301")
