"""Tune the sentence encoder on the training messages, as `make encoder` does.

After each time through it tells how many messages of speakers never heard the encoder
alone gets right. Takes about twenty minutes on two cores; training the model needs
none of it, only the file that it leaves behind.

    python -m bench.encoder [--epochs 3] [--out FILE]
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.nlu_data import examples
from bot.encoder import tuned
from bot.encoder.packed import Packed
from bot.encoder.tokens import Tokeniser
from bot.encoder.tuning import Messages, tune
from bot.understanding.embedding import LONGEST, base_file
from bot.understanding.normalise import sentence

_MOST_PIECES = 128


def read(packed: Packed) -> Messages:
    """The training messages as the encoder reads them."""
    given = sorted(set(examples()), key=lambda e: (e.intent, e.text, e.speaker))
    labels = sorted({example.intent for example in given})
    tokeniser = Tokeniser(packed.vocabulary)
    return Messages(
        pieces=[
            tokeniser.numbers(sentence(e.text)[:LONGEST])[:_MOST_PIECES] for e in given
        ],
        target=np.array([labels.index(e.intent) for e in given], np.int64),
        speakers=[example.speaker for example in given],
    )


def main(words: Sequence[str] | None = None) -> None:
    """`make encoder`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=tuned.KEPT)
    options = parser.parse_args(words)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    base = base_file()
    packed = Packed(base)
    messages = read(packed)
    values = tune(packed, messages, options.epochs)
    heard = frozenset(tuned.number(messages.speakers[row]) for row in messages.heard())
    tuned.save(values, heard, base=base, path=options.out)


if __name__ == "__main__":
    main()
