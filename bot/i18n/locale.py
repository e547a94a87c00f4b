"""The two languages and their Malaysian locales, which both print RM1,234.50."""

from __future__ import annotations

LANGUAGES = ("ms", "en")
DEFAULT = "ms"
_LOCALES = {"ms": "ms_MY", "en": "en_MY"}


def locale_of(language: str) -> str:
    """The locale of `language`; any spelling of a locale of ours is taken as well."""
    return _LOCALES[language.replace("-", "_").split("_")[0].lower()]
