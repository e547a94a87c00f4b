"""What a status means, told to anybody; and the buttons of a look-up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.i18n.catalogue import N_, translate
from bot.i18n.wording.records_statuses import OURS, STATUSES

_TITLES = {
    "claim": N_('A claim with the status "{status}":'),
    "registration": N_('A registration with the status "{status}":'),
    "payment": N_('A payment with the status "{status}":'),
}
_MEANING = N_("Meaning: {meaning}")
_NEXT = N_("Next: {step}")
_LABELS = {
    "agree": N_("I agree"),
    "refuse": N_("I do not agree"),
    "sure": N_("Yes, the number is right"),
    "resend": N_("Send another code"),
    "renumber": N_("Correct the number"),
    "stop": N_("Stop the look-up"),
    "hide": N_("Hide"),
    "forget": N_("Delete everything"),
    "topic": N_("Check again"),
}
_CLAIM = N_("Claim {n}")


def render_status(kind: str, status: str, language: str) -> str:
    """The plain words of a status, what comes next, and that the words are ours."""
    words = STATUSES[kind][status]
    label = translate(words.label, language)
    meaning, step = translate(words.meaning, language), translate(words.next, language)
    return "\n".join(
        (
            translate(_TITLES[kind], language, status=label),
            "• " + translate(_MEANING, language, meaning=meaning),
            "• " + translate(_NEXT, language, step=step),
            "",
            translate(OURS, language),
        )
    )


def lookup_label(values: Mapping[str, Any], language: str) -> str:
    """The title of a button of the look-up."""
    if "choice" in values:
        return translate(_CLAIM, language, n=values["choice"])
    return translate(_LABELS[values["lookup"]], language)
