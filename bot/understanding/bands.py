"""When to answer, when to ask "did you mean", when to say sorry.

The thresholds are chosen on predictions for unseen speakers:

* answer   from the lowest confidence above which at least 90 in 100 are right;
* clarify  from the lowest confidence at which, up to the answer band, the right intent
           is among the first three for at least 60 in 100;
* cheap    from the lowest confidence above which the cheap head may decide alone while
           the two together lose at most 3 right answers in 1,000;
* other    from the chance of "out of scope" at which it is said though another intent
           is likelier: as low as possible while at most 3 in 100 of the messages that
           are in scope are refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.understanding.features import Floats
from bot.understanding.segments import OTHER
from bot.understanding.types import Band, Thresholds

ANSWER_PRECISION = 0.90
CLARIFY_RECALL = 0.60
CHEAP_LOSS = 0.003
REFUSED = 0.03
SUGGESTED = 3
URGENT = "emergency_or_distress"  # never lost among the other needs of a message
LEAST_LIKELY = 0.05
# conversation, and what nobody should be asked whether they meant it
NEVER_SUGGEST = (
    "affirm",
    "bot_challenge",
    "cancel",
    "change_language",
    "deny",
    URGENT,
    "goodbye",
    "greet",
    "inform",
    "menu",
    "out_of_scope",
    "thanks",
)


def band(confidence: float, thresholds: Thresholds) -> Band:
    """The band of a confidence."""
    if confidence >= thresholds.answer:
        return "answer"
    return "clarify" if confidence >= thresholds.clarify else "sorry"


def refused_first(
    ranking: tuple[tuple[str, float], ...], thresholds: Thresholds
) -> tuple[tuple[str, float], ...]:
    """The ranking with "out of scope" in front where it is likely enough.

    Its examples can never be complete, so that it seldom is the likeliest. It takes the
    confidence of the intent that it replaces: nothing else in scope is likelier. Who
    seems to be in danger is never sent away.
    """
    chance = dict(ranking).get(OTHER, 0.0)
    if ranking[0][0] in (OTHER, URGENT) or chance < thresholds.other:
        return ranking
    rest = tuple(pair for pair in ranking if pair[0] != OTHER)
    return ((OTHER, ranking[0][1]), *rest)


def suggestions(
    ranking: Sequence[tuple[str, float]], thresholds: Thresholds
) -> tuple[str, ...]:
    """What to offer as "did you mean": the likeliest that may be offered."""
    offered = [
        intent
        for intent, chance in ranking
        if chance >= LEAST_LIKELY and intent not in thresholds.never_suggest
    ]
    return tuple(offered[:SUGGESTED])


def choose(
    chances: Mapping[str, Floats],
    target: NDArray[np.int64],
    labels: tuple[str, ...],
) -> tuple[Thresholds, dict[str, float]]:
    """Thresholds from unseen predictions of each head, and figures to report."""
    best = chances.get("full", chances["cheap"])
    right, sure = _hits(best, target), best.max(axis=1)
    answer = _lowest(sure, right, precision=ANSWER_PRECISION)
    cheap_sure = chances["cheap"].max(axis=1)
    cheap_right = _hits(chances["cheap"], target)
    other = labels.index(OTHER) if OTHER in labels else None
    thresholds = Thresholds(
        answer=answer,
        clarify=_clarify(best, target, answer),
        cheap=_cascade(cheap_sure, cheap_right, right),
        other=1.0 if other is None else _other(best[:, other], target != other),
        never_suggest=tuple(name for name in NEVER_SUGGEST if name in labels),
    )
    report = {
        f"accuracy_{name}": float(_hits(found, target).mean())
        for name, found in chances.items()
    }
    report["share_answered"] = float((sure >= answer).mean())
    report["calibration_error"] = _calibration_error(sure, right)
    report["share_cheap"] = float((cheap_sure >= thresholds.cheap).mean())
    return thresholds, {name: round(value, 4) for name, value in report.items()}


def _hits(chances: Floats, target: NDArray[np.int64]) -> NDArray[np.bool_]:
    return np.asarray(chances.argmax(axis=1) == target)


def _lowest(sure: Floats, right: NDArray[np.bool_], *, precision: float) -> float:
    """The lowest confidence above which `precision` of the predictions are right."""
    order = np.argsort(-sure, kind="stable")
    running = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(running >= precision)
    return round(float(sure[order[good[-1]]]), 4) if len(good) else 0.99


def _calibration_error(sure: Floats, right: NDArray[np.bool_]) -> float:
    """How far confidence and being right lie apart, over ten equal steps."""
    step = np.minimum((sure * 10).astype(int), 9)
    gaps = [
        abs(float(right[step == s].mean()) - float(sure[step == s].mean()))
        * float((step == s).mean())
        for s in range(10)
        if (step == s).any()
    ]
    return sum(gaps)


def _cascade(sure: Floats, cheap: NDArray[np.bool_], full: NDArray[np.bool_]) -> float:
    """The lowest confidence at which the cheap head may decide alone."""
    order = np.argsort(-sure, kind="stable")
    lost = np.cumsum(full[order].astype(int) - cheap[order].astype(int)) / len(order)
    good = np.flatnonzero(lost <= CHEAP_LOSS)
    return round(float(sure[order[good[-1]]]), 4) if len(good) else 1.01


def _other(chance: Floats, in_scope: NDArray[np.bool_]) -> float:
    """The chance of "out of scope" that too few messages in scope reach."""
    if not in_scope.any():
        return 1.0
    return round(float(np.quantile(chance[in_scope], 1.0 - REFUSED)), 4)


def _clarify(chances: Floats, target: NDArray[np.int64], answer: float) -> float:
    """Going down from the answer band while the first three still hold it."""
    sure = chances.max(axis=1)
    first = np.argsort(-chances, axis=1)[:, :3]
    among = (first == target[:, None]).any(axis=1)
    below = sure < answer
    if not below.any():
        return answer / 2
    return min(answer, _lowest(sure[below], among[below], precision=CLARIFY_RECALL))
