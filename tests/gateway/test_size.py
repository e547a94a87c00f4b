"""The widget stays light: people pay for every kilobyte."""

from __future__ import annotations

import gzip

from bot.gateway.page import STATIC

MOST_BYTES = 20 * 1024


def test_the_widget_is_at_most_20_kilobytes_compressed() -> None:
    names = ["dom.js", "menu.js", "tanya.css", "tanya.js", "transport.js", "view.js"]
    sizes = {name: len(gzip.compress((STATIC / name).read_bytes())) for name in names}
    assert sum(sizes.values()) <= MOST_BYTES, sizes


def test_the_loader_is_at_most_3_kilobytes() -> None:
    assert len(gzip.compress((STATIC / "loader.js").read_bytes())) <= 3 * 1024


def test_the_widget_never_parses_markup_nor_keeps_texts() -> None:
    for script in STATIC.glob("*.js"):
        source = script.read_text(encoding="utf-8")
        for word in (
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            ".write(",
        ):
            assert word not in source, script.name
        assert source.count("localStorage.setItem(") <= 1
