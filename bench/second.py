"""How well a second question is found, among messages that the decision never saw.

Speakers of `data/several` are held out in turn: of the messages with two needs, how
many get both of them, where so many of the hard single ones are split. The first lines
are of the learnt decision alone, whatever its threshold; the next of all of it, rules
and lists of names included. What people usually send is told by the messages of
`data/nlu` whose speakers the encoder never heard; the classifier knows those messages,
so that the share of them that is split is a lower bound.

    python -m bench.second [MODEL]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from bench.nlu_data import ROOT, examples
from bot.encoder.tuned import apart
from bot.understanding import Understanding
from bot.understanding.model import Model
from bot.understanding.second import Second
from bot.understanding.second_training import (
    Asked,
    Row,
    calibrated,
    fit,
    folds,
    read,
    rows_of,
)

Found = tuple[Asked, float, frozenset[str]]  # chance of the likeliest pair, and it
_SHARES = (0.01, 0.02, 0.05)


def held_out(rows: Sequence[Row]) -> Iterator[tuple[Second, set[str]]]:
    """Decisions learnt without some speakers, and those speakers."""
    for held in folds(rows):
        yield fit([row for row in rows if row.asked.speaker not in held]), held


def likeliest(model: Model, second: Second, asked: Sequence[Asked]) -> Iterator[Found]:
    """What the decision alone says of each message."""
    understanding = Understanding(model)
    for one in asked:
        look = understanding.look(one.text)
        if look is None:
            yield one, 0.0, frozenset()
            continue
        chances = second.chances(look)[0]
        pair = frozenset((look.first, look.labels[int(chances.argmax())]))
        yield one, float(chances.max()), pair


def alone(found: Sequence[Found]) -> None:
    """Both needs found, at several shares of split single messages."""
    single = [chance for one, chance, _ in found if len(one.needs) == 1]
    double = [told for told in found if len(told[0].needs) > 1]
    for share in _SHARES:
        least = float(np.quantile(single, 1.0 - share))
        right = sum(c > least and pair == set(one.needs) for one, c, pair in double)
        print(f"{share:.0%} split from {least:.3f}: {right / len(double):.3f} found")


def whole(understanding: Understanding, asked: Sequence[Asked]) -> dict[str, int]:
    """What the whole of understanding makes of messages."""
    told = dict.fromkeys(("single", "split", "double", "found", "wrong pair"), 0)
    for one in asked:
        needs = {need.need for need in understanding.parse(one.text).needs}
        two = len(one.needs) > 1
        told["double" if two else "single"] += 1
        told["split"] += len(needs) > 1 and not two
        told["found"] += two and needs == set(one.needs)
        told["wrong pair"] += two and len(needs) > 1 and needs != set(one.needs)
    return told


def main(path: Path) -> None:
    """Print all figures."""
    model, asked = Understanding.load(path).model, read()
    rows = rows_of(model, asked)
    least = calibrated(fit(rows), rows)
    chosen = {
        name: getattr(least, name) for name in ("sure", "agreed", "named", "opened")
    }
    found: list[Found] = []
    total: dict[str, int] = {}
    for second, speakers in held_out(rows):
        part = [one for one in asked if one.speaker in speakers]
        second = replace(second, **chosen)
        learnt = replace(model, second=second)
        found += likeliest(model, second, part)
        for name, times in whole(Understanding(learnt), part).items():
            total[name] = total.get(name, 0) + times
    alone(found)
    print("whole", chosen, total)
    usual = [Asked(e.text, ("",), e.speaker) for e in examples() if apart(e.speaker)]
    print("usual", whole(Understanding(replace(model, second=least)), usual))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "models" / "tanya.tar.gz")
