"""Names of laws and sections: "Act 838 s.15(10)" is "Akta 838 seksyen 15(10)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.i18n.catalogue import N_, translate

if TYPE_CHECKING:
    from bot.rulebook import Citation

# phrases that are law's own vocabulary; numbers and letters around them stay
_PHRASES = (
    N_("Employees Social Security (General) Regulations"),
    N_("Employees' Social Security (General) Regulations"),
    N_("Employer Circular"),
    N_("Ministerial announcement"),
    N_("policy change of July 2026"),
    N_("PERKESO's publications"),
    N_("PERKESO's list of forms"),
    N_("PERKESO's client charter"),
    N_("client charter"),
    N_("Careline"),
    N_("claimants' reports"),
    N_("Budget announcements"),
    N_("rates regulations"),
    N_("coverage period"),
    N_("Fifth and Eighth Schedules"),
    N_("its regulations"),
    N_("portals"),
    N_("claim"),
    N_("forms"),
    N_("dialysis"),
    N_("No source"),
    N_("First Schedule"),
    N_("Second Schedule"),
    N_("Third Schedule"),
    N_("Fourth Schedule"),
    N_("Fifth Schedule"),
    N_("Sixth Schedule"),
    N_("Seventh Schedule"),
    N_("Eighth Schedule"),
    N_("Ninth Schedule"),
    N_("December"),
    N_("Minister"),
    N_("dependant"),
    N_("registration"),
    N_("regulations"),
    N_("Regulations"),
    N_("contact"),
    N_("earnings"),
    N_("ceiling"),
    N_("Budget"),
    N_("Parts"),
    N_("Part"),
    N_("paras"),
    N_("para"),
    N_("Acts"),
    N_("Act"),
    N_("FAQ"),
    N_("and"),
    N_("of"),
)
_WORDS = re.compile(
    "|".join(rf"\b{re.escape(word)}(?!\w)" for word in _PHRASES), re.ASCII
)
_SECTION = re.compile(r"\bs\.\s?(?=\d)")
_REGULATION = re.compile(r"\breg\.\s?(?=\d)")
_NOWHERE = frozenset({"No source", ""})


def law_text(text: str, language: str) -> str:
    """`text` with its words of law in `language`; sections spelt out."""
    text = _WORDS.sub(lambda match: translate(match.group(), language), text)
    text = _SECTION.sub(translate(N_("section"), language) + " ", text)
    return _REGULATION.sub(translate(N_("regulation"), language) + " ", text)


def cited(
    citations: Iterable[Citation], language: str, *, most: int | None = None
) -> str:
    """Laws in the order of first mention, each with its sections once.

    With `most` only so many: for a price, whose first sources say enough.
    """
    found: dict[str, list[str]] = {}
    for citation in citations:
        if citation.instrument in _NOWHERE:
            continue
        sections = found.setdefault(citation.instrument, [])
        for section in _split(citation.section or ""):
            if section not in sections:
                sections.append(section)
    specific = {law: _most_specific(parts) for law, parts in found.items()}
    kept = specific if most is None else _first(specific, most)
    laws = "; ".join(", ".join([law, *parts]) for law, parts in kept.items())
    # several laws may stand in one citation, and one of them in the next as well
    return law_text("; ".join(dict.fromkeys(laws.split("; "))), language)


def _first(found: Mapping[str, list[str]], most: int) -> dict[str, list[str]]:
    """Only the first sections; a law without any counts as one."""
    kept: dict[str, list[str]] = {}
    for law, parts in found.items():
        if most <= 0:
            break
        kept[law] = parts[:most]
        most -= len(kept[law]) or 1
    return kept


def _most_specific(parts: list[str]) -> list[str]:
    """Section 25 says nothing beside 25-26, nor "regulations" beside which ones."""
    return [
        part
        for part in parts
        if not any(other != part and _holds(other, part) for other in parts)
    ]


def _holds(longer: str, part: str) -> bool:
    """`longer` begins or ends with the whole of `part`."""
    after = longer[len(part) :][:1]
    begins = longer.startswith(part) and not after.isalnum() and after != "("
    return begins or longer.endswith(f" {part}")


@lru_cache(maxsize=512)
def _split(sections: str) -> tuple[str, ...]:
    """Sections one by one; what stands in brackets is left alone."""
    return tuple(part for part in re.split(r"[;,]\s+(?![^(]*\))", sections) if part)
