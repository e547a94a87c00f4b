"""How fast the rulebook loads and decides, in one process: `python -m bench.rulebook`.

Figures of the README come from here; medians, so that a busy machine matters less.
"""

from __future__ import annotations

import json
import resource
import statistics
import time
from collections.abc import Callable, Mapping
from datetime import date

from bot.rulebook import load

ON = date(2026, 11, 23)
WOMAN: Mapping[str, object] = {"sex": "female", "citizenship": "citizen", "age": 40}
ASKED: tuple[tuple[str, Mapping[str, object]], ...] = (
    ("eligibility.skssr", WOMAN),
    ("eligibility.skssr", {**WOMAN, "age": 54, "first_time": True}),
    ("contribution.skssr", {}),
    ("contribution.sksps", {"plan": 2}),
    ("contribution.act4", {"wage": "3000.00", "category": 1}),
    ("contribution.eis", {"wage": "3000.00"}),
    ("which_scheme", {**WOMAN, "employment": "private_employee"}),
)


def median_seconds(work: Callable[[], object], *, rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def main() -> None:
    loading = median_seconds(load, rounds=7)
    book = load()
    print(json.dumps({"load_ms": round(loading * 1000, 1)}))
    for question, facts in ASKED:
        seconds = median_seconds(
            lambda q=question, f=facts: book.decide(q, f, on=ON),  # type: ignore[misc]
            rounds=3000,
        )
        line = {"question": question, "facts": dict(facts)}
        speed = {"us": round(seconds * 1e6, 1), "per_second": round(1 / seconds)}
        print(json.dumps({**line, **speed}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"peak_mb": round(peak / 1024, 1), "rulebook": book.version}))


if __name__ == "__main__":
    main()
