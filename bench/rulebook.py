"""How fast the rulebook loads and decides, in one process: `python -m bench.rulebook`.

Medians of blocks, the best block, and processor time, which a busy machine disturbs
least. Simple questions first, the one that asks four Acts last.
`--openfisca PYTHON`: OpenFisca's country template, in an environment of its own that
openfisca_speed.py says how to make, does a comparable sum in the same run.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bot.rulebook import load

ON = date(2026, 11, 23)
COMPARABLE = "contribution.act4"  # a table read for one person and one month
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


def seconds(work: Callable[[], object], *, blocks: int, each: int) -> dict[str, float]:
    """The median and the best block, of work done `each` times; and processor time."""
    taken, begun_cpu = [], time.process_time()
    for _ in range(blocks):
        begun = time.perf_counter()
        for _ in range(each):
            work()
        taken.append((time.perf_counter() - begun) / each)
    cpu = (time.process_time() - begun_cpu) / (blocks * each)
    return {"median": statistics.median(taken), "best": min(taken), "cpu": cpu}


def speed(found: Mapping[str, float]) -> dict[str, float]:
    return {
        "us": round(found["median"] * 1e6, 1),
        "per_second": round(1 / found["median"]),
        "best_per_second": round(1 / found["best"]),
        "cpu_per_second": round(1 / found["cpu"]),
    }


def resident_mb() -> float:
    """What this process holds now, by the kernel's count."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return round(pages * resource.getpagesize() / 2**20, 1)


def main(arguments: list[str]) -> None:
    before = resident_mb()
    book = load()
    held = resident_mb() - before
    loading = seconds(load, blocks=9, each=1)
    line = {name: round(value * 1000, 1) for name, value in loading.items()}
    print(json.dumps({f"load_{name}_ms": value for name, value in line.items()}))
    figures = {}
    for question, facts in ASKED:
        found = seconds(
            lambda q=question, f=facts: book.decide(q, f, on=ON),  # type: ignore[misc]
            blocks=25,
            each=200,
        )
        figures[question] = speed(found)["cpu_per_second"]
        print(json.dumps({"question": question, "facts": dict(facts), **speed(found)}))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory = {"rulebook_mb": round(held, 1), "peak_mb": round(peak / 1024, 1)}
    print(json.dumps({**memory, "rulebook": book.version}))
    if arguments[:1] == ["--openfisca"]:
        compare(arguments[1], ours=figures[COMPARABLE])


def compare(python: str, *, ours: float) -> None:
    """One person's monthly contribution, by OpenFisca in an environment of its own."""
    script = Path(__file__).with_name("openfisca_speed.py")
    done = subprocess.run([python, str(script)], capture_output=True, check=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    for line in lines:
        print(json.dumps({"openfisca": line}))
    theirs = next(line["cpu_per_second"] for line in lines if line.get("people") == 1)
    print(
        json.dumps({"ours": ours, "openfisca": theirs, "times": round(ours / theirs)})
    )


if __name__ == "__main__":
    main(sys.argv[1:])
