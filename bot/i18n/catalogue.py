"""Sentences by their English source: catalogues are compiled into memory on first use.

Nothing compiled is stored, so a sentence can never come from an old build.
"""

from __future__ import annotations

import gettext
import io
from functools import lru_cache
from pathlib import Path

from bot.i18n.locale import locale_of

FOLDER = Path(__file__).resolve().parents[2] / "locales"
DOMAIN = "bot"


def N_(sentence: str) -> str:  # noqa: N802 (the extractor's usual name for this)
    """`sentence` itself, marked for the catalogue."""
    return sentence


def translate(msgid: str, language: str, **values: object) -> str:
    """The sentence in `language`, its {places} filled if values are given.

    A sentence that the catalogue lacks stays English. Raises KeyError if a place has
    no value.
    """
    sentence = _translations(locale_of(language)).gettext(msgid) if msgid else ""
    return sentence.format_map(values) if values else sentence


def translate_plural(
    singular: str, plural: str, n: int, *, language: str, **values: object
) -> str:
    """The form for `n` things, which also fills {n}."""
    found = _translations(locale_of(language)).ngettext(singular, plural, n)
    return found.format_map({"n": n, **values})


def po_path(locale: str, folder: Path = FOLDER) -> Path:
    """Where the translations of `locale` stand."""
    return folder / locale / "LC_MESSAGES" / f"{DOMAIN}.po"


def compiled(path: Path) -> bytes:
    """The machine form of the catalogue at `path`."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with path.open("rb") as source:
        catalogue = read_po(source)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


@lru_cache(maxsize=4)
def _translations(locale: str) -> gettext.GNUTranslations:
    return gettext.GNUTranslations(io.BytesIO(compiled(po_path(locale))))
