"""Every sentence people read, in Malay and English, and which of the two to use.

The English source sentence is the key. Mark it with `N_` where it is defined, or give
it to `translate` where it is said. Importing this package loads no catalogue.
"""

from __future__ import annotations

from bot.i18n.catalogue import N_, translate, translate_plural
from bot.i18n.formats import (
    duration,
    join,
    long_date,
    money,
    month_and_year,
    percent,
)
from bot.i18n.locale import LANGUAGES, locale_of

__all__ = [
    "LANGUAGES",
    "N_",
    "duration",
    "join",
    "locale_of",
    "long_date",
    "money",
    "month_and_year",
    "percent",
    "translate",
    "translate_plural",
]
