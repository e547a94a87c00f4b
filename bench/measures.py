"""Figures about answers to messages whose needs are known.

A row may list several needs, joined by `;` in its file: any of them counts as right.
"""

from __future__ import annotations

import csv
import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import numpy as np

OTHER = "out_of_scope"
_RESAMPLES = 2000
_EXAMPLES = 3
# kinds whose value is written in one way; an occupation in a person's words is not
_COMPARED = ("amount", "age", "plan", "scheme", "birth_date", "period", "percent")


@dataclass(frozen=True)
class Row:
    """One message whose needs are known, and values that must be found in it."""

    text: str
    needs: tuple[str, ...]
    language: str
    entities: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What a candidate made of a message."""

    needs: tuple[str, ...]
    confidence: float
    band: str = ""
    entities: tuple[tuple[str, Any], ...] = ()
    embedded: bool = False
    milliseconds: float = 0.0


Ask = Callable[[str], Said]
Answers = Sequence[tuple[Row, Said]]


def rows(path: Path) -> list[Row]:
    """The messages of a file with the columns text, need, lang and maybe entities."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                row["text"],
                tuple(row["need"].split(";")),
                row["lang"],
                json.loads(row.get("entities") or "{}"),
            )
            for row in csv.DictReader(file)
        ]


def answers(given: Sequence[Row], ask: Ask) -> list[tuple[Row, Said]]:
    """Each message with what was made of it and how long that took."""
    ask(given[0].text)  # the first message pays for what is loaded late
    found = []
    for row in given:
        began = time.perf_counter()
        said = ask(row.text)
        took = (time.perf_counter() - began) * 1000
        found.append((row, Said(**{**vars(said), "milliseconds": took})))
    return found


def figures(found: Answers) -> dict[str, Any]:
    """All figures of one set."""
    told: dict[str, Any] = {"messages": len(found), **_accuracy(found)}
    told["languages"] = {
        language: _accuracy([pair for pair in found if pair[0].language == language])
        for language in sorted({row.language for row, _ in found})
    }
    told["needs"] = _by_need(found)
    told["macro_f1"] = _mean(need["f1"] for need in told["needs"].values())
    told |= _refusals(found)
    told["calibration_error"] = calibration_error(found)
    # a message wrongly taken for two has two chances to be right; here it has one
    told["first_need"] = _mean(
        bool({*said.needs[:1]} & {*row.needs}) for row, said in found
    )
    told["two_needs"] = _two_needs(found)
    told["entities"] = _entities(found)
    told["bands"] = _bands(found)
    told["latency_ms"] = _latency(found)
    rounded: dict[str, Any] = _rounded(told)
    return rounded


def is_right(row: Row, said: Said) -> bool:
    """Whether any need that the row lists was found."""
    return bool({*row.needs} & {*said.needs})


def _accuracy(found: Answers) -> dict[str, Any]:
    right = np.array([is_right(row, said) for row, said in found], np.float64)
    # a fixed seed: the same answers give the same interval
    drawn = np.random.default_rng(0).integers(0, len(right), (_RESAMPLES, len(right)))
    low, high = np.quantile(right[drawn].mean(axis=1), (0.025, 0.975))
    told = {"accuracy": float(right.mean()), "interval": [float(low), float(high)]}
    return {**told, "of": len(right)}


def _by_need(found: Answers) -> dict[str, dict[str, float]]:
    """Recall, precision and F1; a message of several counts for the one answered."""
    pairs = []
    for row, said in found:
        hit = next((need for need in said.needs if need in row.needs), None)
        pairs.append((hit or row.needs[0], hit or next(iter(said.needs), "")))
    told = {}
    for need in sorted({expected for expected, _ in pairs}):
        both = sum(e == need == g for e, g in pairs)
        there, named = (
            sum(e == need for e, _ in pairs),
            sum(g == need for _, g in pairs),
        )
        told[need] = {
            "messages": there,
            "recall": both / there,
            "precision": both / named if named else 0.0,
            "f1": 2 * both / (there + named),
        }
    return told


def _refusals(found: Answers) -> dict[str, float]:
    other = [OTHER in said.needs for row, said in found if OTHER in row.needs]
    own = [OTHER in said.needs for row, said in found if OTHER not in row.needs]
    return {"out_of_scope_recall": _mean(other), "in_scope_refused": _mean(own)}


def calibration_error(found: Answers) -> float:
    """How far confidence and being right lie apart, over ten equal steps."""
    steps: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for row, said in found:
        step = min(9, int(said.confidence * 10))
        steps[step].append((said.confidence, is_right(row, said)))
    gaps = [
        abs(_mean(sure for sure, _ in listed) - _mean(right for _, right in listed))
        * len(listed)
        for listed in steps.values()
    ]
    return sum(gaps) / len(found)


def _two_needs(found: Answers) -> dict[str, float]:
    """Messages of two needs: how many there are, were taken for such, and rightly."""
    double = [(row, said) for row, said in found if len(said.needs) > 1]
    return {
        "there": sum(len(row.needs) > 1 for row, _ in found),
        "found": sum({*said.needs} == {*row.needs} for row, said in double),
        "single_taken_for_two": sum(len(row.needs) == 1 for row, _ in double),
    }


def _entities(found: Answers) -> dict[str, float]:
    """Values that rows list. More of another kind may be found without being wrong."""
    right = missed = wrong = 0
    for row, said in found:
        for name, values in row.entities.items():
            if name not in _COMPARED:
                continue
            expected = [_plain(v) for v in (values if _several(values) else [values])]
            named = [_plain(value) for entity, value in said.entities if entity == name]
            both = sum((Counter(expected) & Counter(named)).values())
            right += both
            missed += len(expected) - both
            wrong += len({*named} - {*expected})
    total = 2 * right + missed + wrong
    return {
        "values": right + missed,
        "recall": right / (right + missed) if right + missed else 0.0,
        "f1": 2 * right / total if total else 0.0,
    }


def _several(value: object) -> bool:
    return isinstance(value, list)


def _plain(value: object) -> str:
    """A value for comparison: a year and twelve months are the same period."""
    if isinstance(value, dict) and value.get("unit") == "year":
        value = {"n": int(value["n"]) * 12, "unit": "month"}
    if isinstance(value, str) and value.startswith("RM"):
        value = f"{Decimal(value[2:].replace(',', '').strip()):.2f}"
    return json.dumps(value, sort_keys=True) if isinstance(value, dict) else str(value)


def _bands(found: Answers) -> dict[str, dict[str, float]]:
    told = {}
    for name in sorted({said.band for _, said in found if said.band}):
        chosen = [(row, said) for row, said in found if said.band == name]
        share = len(chosen) / len(found)
        told[name] = {"share": share, "right": _mean(is_right(*c) for c in chosen)}
    return told


def _latency(found: Answers) -> dict[str, float]:
    told = _percentiles([said.milliseconds for _, said in found])
    embedded = [said.milliseconds for _, said in found if said.embedded]
    without = [said.milliseconds for _, said in found if not said.embedded]
    told["embedded"] = len(embedded) / len(found)
    if embedded:
        told["p50_embedded"] = median(embedded)
    if without:
        told["p50_not_embedded"] = median(without)
    return told


def _percentiles(times: Sequence[float]) -> dict[str, float]:
    if len(times) < 2:
        return {"p50": sum(times), "p95": sum(times)}
    return {"p50": median(times), "p95": quantiles(times, n=20)[-1]}


def confusions(found: Answers, *, texts: bool) -> list[dict[str, Any]]:
    """What was taken for what, the commonest first; with examples if they may show."""
    taken: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row, said in found:
        if not is_right(row, said):
            taken[";".join(row.needs), ";".join(said.needs)].append(row.text)
    ordered = sorted(taken.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        {"expected": expected, "taken_for": got, "times": len(said)}
        | ({"messages": said[:_EXAMPLES]} if texts else {})
        for (expected, got), said in ordered
    ]


def _mean(values: Iterable[float]) -> float:
    listed = [*values]
    return float(sum(listed) / len(listed)) if listed else 0.0


def _rounded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return round(value, 4) if isinstance(value, float) else value
