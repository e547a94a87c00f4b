"""Conversations of somebody else's, played and printed beside what they must tell.

    TANYA_EVAL_DIR=FOLDER python bench/dialogues.py [--url URL] [ID ...]

`dialogues.yaml` in the folder holds user turns, `must_tell` and `must_not`: a person
reads whether they hold. A consent is given and a code is typed whenever one is awaited,
between the listed turns. {{IC_A}} and {{CLAIM_A}} are the first demo person with a
claim, {{IC_B}} another one, {{IC_BAD}} no possible number, {{IC_NONE}} nobody's.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.look_ups import NOBODYS, sent
from bot import clock, settings
from bot.gateway.client import Answered, ChatClient
from bot.registry.demo import INVALID_IC, UNKNOWN_IC
from bot.registry.demo_people import demo_people

_CODE_SECONDS = 10.0
_STEPS = 4  # consents and codes between two turns


def people(on: date) -> dict[str, str]:
    """What the placeholders stand for in the demo registry."""
    known = demo_people(on)
    first = next(one for one in known if one.claims and one.phone)
    other = next(one for one in known if one.claims and one is not first)
    return {
        "{{IC_A}}": first.ic,
        "{{CLAIM_A}}": first.claims[0].number,
        "{{IC_B}}": other.ic,
        "{{IC_BAD}}": INVALID_IC,
        "{{IC_NONE}}": UNKNOWN_IC,
    }


def newest_code(outbox: Path, *, after: int) -> str:
    """The latest code; one beyond the `after` that were there is waited for."""
    ends = time.monotonic() + _CODE_SECONDS
    while len(sent(outbox)) <= after and time.monotonic() < ends:
        time.sleep(0.2)
    codes = [each["code"] for each in sent(outbox)]
    return codes[-1] if codes else NOBODYS


def play(url: str, turns: list[str], outbox: Path) -> Iterator[tuple[str, Answered]]:
    """What was said and what was answered."""
    with ChatClient(url) as client:
        client.start(None)
        for text in turns:
            before = len(sent(outbox))
            answered = client.ask(text=text)
            yield text, answered
            for _ in range(_STEPS):
                said = _between(answered, outbox, before)
                if said is None:
                    break
                answered = client.ask(text=said)
                yield said, answered


def _between(answered: Answered, outbox: Path, before: int) -> str | None:
    if answered.awaiting == "consent":
        return "ya"
    if answered.awaiting == "code":
        return newest_code(outbox, after=before)
    return None


def show(url: str, one: dict[str, Any], names: dict[str, str], outbox: Path) -> None:
    """Print one conversation and what it must tell."""
    print(f"\n# {one['id']} {one['title']}")
    turns = [str(turn) for turn in one["user_turns"]]
    for name, value in names.items():
        turns = [turn.replace(name, value) for turn in turns]
    for said, answered in play(url, turns, outbox):
        print(f"\n>>> {said}")
        for reply in answered.replies:
            print(reply.text)
            if reply.buttons:
                print("   [" + " | ".join(title for title, _ in reply.buttons) + "]")
    for kind in ("must_tell", "must_not"):
        print(f"\n{kind}:", *one[kind], sep="\n  - ")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--url", default=settings.load().gateway_url)
    parser.add_argument("ids", nargs="*", metavar="ID", help="only these")
    asked = parser.parse_args()
    folder = os.environ.get("TANYA_EVAL_DIR")
    if folder is None:
        parser.error("name the folder with dialogues.yaml in TANYA_EVAL_DIR")
    known = yaml.safe_load((Path(folder) / "dialogues.yaml").read_text("utf-8"))
    chosen = settings.load()
    names = people(clock.today(chosen))
    for one in known:
        if not asked.ids or one["id"] in asked.ids:
            show(asked.url, one, names, chosen.sms_outbox)


if __name__ == "__main__":
    main()
