"""The index of known questions, made of their phrasings, titles and answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.answers import longtail
from bot.i18n import LANGUAGES, translate
from bot.understanding import retrieval
from bot.understanding.embedding import plain_embedder
from bot.understanding.kept import remembered
from bot.understanding.normalise import sentence


def build(*, cache: Path) -> retrieval.Index:
    """The index of all known questions."""
    known = [*texts()]
    model = plain_embedder()
    rows = None
    if model is not None:
        rows = remembered([sentence(text) for _, text in known], model, cache)
    return retrieval.Index(known, rows)


def texts() -> Iterator[tuple[str, str]]:
    """Every text that a question is known by, each with its name; and what is none."""
    for item in longtail.load().values():
        for phrasing in item.phrasings:
            yield item.name, phrasing
        for shown in item.sentences:
            for language in LANGUAGES:
                yield item.name, translate(shown, language, **_shown(item))
    for text in longtail.beside():
        yield retrieval.NONE, text


def _shown(item: longtail.LongTail) -> dict[str, str]:
    """Nothing is learnt from a figure."""
    return dict.fromkeys(item.values, "")
