"""Tune the sentence encoder on the training messages, as `make encoder` does.

After each time through it tells how many messages of speakers never heard the encoder
alone gets right. Takes about twenty minutes on two cores; training the model needs
none of it, only what it leaves behind: the tuned numbers, and what the encoder makes
of every message and known question.

    python -m bench.encoder [--epochs 3] [--out FILE] [--embeddings]
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from bench.nlu_data import examples
from bot import settings
from bot.brain import known
from bot.encoder import tuned
from bot.encoder.packed import Packed
from bot.encoder.tokens import Tokeniser
from bot.encoder.tuning import Messages, tune
from bot.understanding.embedding import (
    LONGEST,
    base_file,
    embedder,
    plain_embedder,
)
from bot.understanding.kept import FOLDER, keep, name_of
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


def keep_embeddings() -> None:
    """What both encoders make of our messages and known questions, for training."""
    cache, names = settings.load().var / "cache", set[str]()
    said = [sentence(example.text) for example in examples()]
    asked = [sentence(text) for _, text in known.texts()]
    for opened, texts in ((embedder, said), (plain_embedder, asked)):
        opened.cache_clear()  # it may have been tuned since
        model = opened()
        if model is None:
            sys.exit("the sentence encoder cannot be loaded")
        print(f"{keep(texts, model, cache)} new embeddings of {len(texts)} texts")
        names.add(name_of(model))
    for old in set(FOLDER.glob("embeddings-*.npz")):
        if old.name not in names:
            old.unlink()


def main(words: Sequence[str] | None = None) -> None:
    """`make encoder`, and `make embeddings` after messages were added."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--out", type=Path, default=tuned.KEPT)
    parser.add_argument("--embeddings", action="store_true", help="tune nothing")
    options = parser.parse_args(words)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    if not options.embeddings:
        base = base_file()
        packed = Packed(base)
        messages = read(packed)
        values = tune(packed, messages, options.epochs)
        heard = {tuned.number(messages.speakers[row]) for row in messages.heard()}
        tuned.save(values, frozenset(heard), base=base, path=options.out)
    if options.out == tuned.KEPT:
        keep_embeddings()


if __name__ == "__main__":
    main()
