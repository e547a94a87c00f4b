"""Kill -9 of brain, actions and gateway under load: nothing lost, nothing doubled.

What people saw is compared with the tables and with what an undisturbed talk gets.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

import sqlalchemy as sa

from bench.fleet import Fleet
from bench.history import Tables, summary, violations
from bench.people import Script, Talk, play
from bot import settings as settings_module
from bot.settings import Settings

KINDS = ("brain", "actions", "gateway")
VARIANTS = 12  # different talks
CALM = 3  # people at once who are not disturbed
SETTLE_SECONDS = 90.0  # for what is still open when the load ends


@dataclass(frozen=True)
class Run:
    """What was done, and what is wrong with it."""

    talks: list[Talk]
    killed: list[str]
    wrong: list[str] = field(default_factory=list)


def scripts(count: int) -> list[Script]:
    """Talks of questions and of forms, each with figures of its own."""
    return [_script(number % VARIANTS) for number in range(count)]


def _script(number: int) -> Script:
    wage, age = 1510 + 50 * number, 21 + number % 30
    if number % 2:
        return (
            f"gaji saya RM{wage} sebulan, caruman perkeso berapa",
            "how much is Plan 2 a year for a Grab driver?",
            "apa faedah lindung kasih",
            "cara bayar",
        )
    return (
        "saya suri rumah, layak tak untuk LINDUNG Kasih?",
        f"umur {age}",
        "ya, kali pertama",
        "warganegara",
        f"berapa caruman kalau gaji RM{wage}",
    )


def run(
    settings: Settings,
    *,
    rate: float,
    seconds: float,
    kills: int,
    seed: int,
    people: int = 20,
    gateways: int = 1,
    brains: int = 1,
    postgres: str = "",
) -> Run:
    """`kills` of each kind of process while people send `rate` messages a second."""
    wanted, played = int(rate * seconds), []
    while sum(map(len, played)) < wanted:
        played = scripts(len(played) + 1)
    fleet = Fleet(
        settings,
        ports=free_ports(gateways + brains + 1),
        gateways=gateways,
        brains=brains,
        postgres=postgres,
        # the brain is to answer, however long it takes to come back
        more={"TANYA_STANDBY_SECONDS": "3600"},
    )
    with fleet:
        calm = _undisturbed(fleet)
        reference = {n: calm[n % VARIANTS] for n in range(len(played))}
        talks = asyncio.run(_disturbed(fleet, played, rate, people, kills, seed))
        tables = _read_tables(settings, postgres)
    wrong = list(violations(talks, tables, reference))
    return Run(talks, fleet.killed, wrong)


def _undisturbed(fleet: Fleet) -> dict[int, list[list[str]]]:
    """What each talk is answered; one that was not answered whole is played again."""
    replies: dict[int, list[list[str]]] = {}
    while missing := [n for n in range(VARIANTS) if n not in replies]:
        wanted = [_script(number) for number in missing]
        talks = asyncio.run(play(fleet.urls, wanted, people=CALM, pause=0.0))
        for number, talk in zip(missing, talks, strict=True):
            if all(talk.status(sent.turn) == "answered" for sent in talk.sent):
                replies[number] = [talk.texts(sent.turn) for sent in talk.sent]
    return replies


async def _disturbed(
    fleet: Fleet,
    played: Sequence[Script],
    rate: float,
    people: int,
    kills: int,
    seed: int,
) -> list[Talk]:
    chance = random.Random(seed)
    wave = sum(map(len, played)) / rate
    order = [kind for kind in KINDS for _ in range(kills)]
    chance.shuffle(order)
    moments = sorted(chance.uniform(0.05, 0.9) * wave for _ in order)
    playing = asyncio.create_task(
        play(fleet.urls, played, people=people, pause=people / rate)
    )
    began = time.monotonic()
    for kind, moment in zip(order, moments, strict=True):
        await asyncio.sleep(max(0.0, began + moment - time.monotonic()))
        while not (alive := fleet.alive(kind)):
            await asyncio.sleep(0.1)
        fleet.kill(chance.choice(alive))
    return await asyncio.wait_for(playing, wave + 4 * SETTLE_SECONDS)


def _read_tables(settings: Settings, postgres: str) -> Tables:
    urls = [postgres or settings.database(owner) for owner in ("gateway", "tracker")]
    gateway, tracker = (sa.create_engine(url, future=True) for url in urls)
    try:
        return Tables.read(gateway, tracker)
    finally:
        gateway.dispose()
        tracker.dispose()


def free_ports(count: int) -> list[int]:
    """Ports nobody listens on, all different."""
    with ExitStack() as stack:
        sockets = [stack.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]


def main() -> None:
    """The model must stand already: run `make train` before."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the fleet stops
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20, help="of all processes")
    parser.add_argument("--rate", type=float, default=20.0)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--gateways", type=int, default=1)
    parser.add_argument("--brains", type=int, default=1)
    parser.add_argument("--postgres", default="", help="URL of an empty database")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        done = run(
            replace(settings_module.load(), var=Path(folder) / "var"),
            rate=chosen.rate,
            seconds=chosen.seconds,
            kills=-(-chosen.kills // len(KINDS)),
            seed=chosen.seed,
            people=int(4 * chosen.rate),
            gateways=chosen.gateways,
            brains=chosen.brains,
            postgres=chosen.postgres,
        )
    print(json.dumps({**summary(done.talks), "killed": len(done.killed)}))
    print("\n".join(done.wrong[:20]) or "nothing lost, nothing doubled, all in order")
    raise SystemExit(1 if done.wrong else 0)


if __name__ == "__main__":
    main()
