"""What a death leaves to the family: whose benefit, and under which Act."""

from __future__ import annotations

from bot.dialogue.message import Message


def left_by_death(message: Message, scheme: str) -> str | None:
    """What the family claims under `scheme`, where a death is told."""
    if not message.tells_of_a_death:
        return None
    return {"skssr": "survivors", "sksps": "dependants"}.get(scheme)


def over_acts(message: Message, scheme: str | None) -> bool:
    """Whether how a person died says which Act, where nobody named a benefit."""
    open_still = scheme in (None, "act4") and message.first("benefit") is None
    told = message.tells_of_a_death and message.first("employment") is not None
    return open_still and (told or message.first("cause") is not None)


def death_question(message: Message, scheme: str) -> str | None:
    """The family's benefit: each Act has its own, and Act 4 two by cause of death."""
    named = message.first("benefit")
    if scheme == "act4":
        return f"benefit.act4.{named}" if named in ("dependants", "survivors") else None
    kind = "survivors" if scheme == "skssr" else "dependants"
    return f"benefit.{scheme}.{kind}"


def told_beside(named: str | None, question: str | None) -> bool:
    """Whether one of the family is only told of beside the dead, as somebody paid."""
    return named in _FAMILY and question in _OF_THE_DEAD


_FAMILY = ("child", "mother", "father", "parents", "sibling")
_OF_THE_DEAD = (
    *("benefit.death", "benefit.act4.dependants", "benefit.act4.survivors"),
    *("benefit.sksps.dependants", "benefit.lindung24.dependants"),
    *("benefit.skssr.survivors", "benefit.skssr.funeral", "benefit.act4.funeral"),
    *("benefit.sksps.funeral", "benefit.lindung24.funeral"),
)
