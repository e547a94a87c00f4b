"""Counts for operators, in the text form that Prometheus reads. Nobody's identity."""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

Labels = tuple[tuple[str, str], ...]
EDGES: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
HELP: Final = {
    "messages_accepted": "messages taken in for good",
    "requests_refused": "requests that were refused, by reason",
    "turns_closed": "turns that ended, by channel and how",
    "turn_seconds": "from accepting a message to the end of its turn",
    "streams_dropped": "streams of readers that were too slow",
    "streams_open": "event streams that are open",
    "turns_open": "messages that wait for an answer",
    "oldest_turn_seconds": "age of the oldest message that waits",
    "dead_letters": "apologies that no operator has replayed",
    "brain_open": "1 while a brain is left alone because it fails",
    "brain_opened": "how often that began",
}


class Metrics:
    """What this process has counted since it began."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, Labels], float] = defaultdict(float)
        self._buckets: dict[str, list[int]] = {}
        self._sums: dict[str, float] = defaultdict(float)

    def count(self, name: str, **labels: str) -> None:
        """One more of `name`."""
        with self._lock:
            self._counts[name, tuple(sorted(labels.items()))] += 1

    def took(self, name: str, seconds: float) -> None:
        """Something of `name` took `seconds`."""
        with self._lock:
            buckets = self._buckets.setdefault(name, [0] * (len(EDGES) + 1))
            buckets[bisect_left(EDGES, seconds)] += 1
            self._sums[name] += seconds

    def text(self, now: Mapping[tuple[str, Labels], float]) -> str:
        """Everything counted, and what is so `now`."""
        with self._lock:
            lines = [*self._plain("counter", self._counts), *self._histograms()]
        return "\n".join([*lines, *self._plain("gauge", now)]) + "\n"

    def _plain(
        self, kind: str, values: Mapping[tuple[str, Labels], float]
    ) -> list[str]:
        lines, seen = [], set[str]()
        for (name, labels), value in sorted(values.items()):
            ending = "_total" if kind == "counter" else ""
            if name not in seen:
                lines += _head(f"{name}{ending}", kind, HELP.get(name, name))
                seen.add(name)
            told = ",".join(f'{key}="{text}"' for key, text in labels)
            lines.append(f"tanya_{name}{ending}{{{told}}} {value:g}")
        return lines

    def _histograms(self) -> list[str]:
        lines = []
        for name, buckets in sorted(self._buckets.items()):
            lines += _head(name, "histogram", HELP.get(name, name))
            total = 0
            for edge, count in zip((*map(str, EDGES), "+Inf"), buckets, strict=True):
                total += count
                lines.append(f'tanya_{name}_bucket{{le="{edge}"}} {total}')
            lines += [
                f"tanya_{name}_sum {self._sums[name]:.6f}",
                f"tanya_{name}_count {total}",
            ]
        return lines


def _head(name: str, kind: str, told: str) -> list[str]:
    return [f"# HELP tanya_{name} {told}", f"# TYPE tanya_{name} {kind}"]


METRICS: Final = Metrics()
