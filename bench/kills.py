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

from bench import look_ups
from bench.fleet import Fleet
from bench.history import Tables, summary, violations
from bench.look_ups import LookUp
from bench.people import Script, Talk, play, play_talks
from bot import settings as settings_module
from bot.settings import Settings

KINDS = ("brain", "actions", "gateway")
VARIANTS = 12  # different talks
CALM = 3  # people at once who are not disturbed
SETTLE_SECONDS = 90.0  # for what is still open when the load ends
_FOR_ALL = {
    # the brain is to answer, however long it takes to come back
    "TANYA_STANDBY_SECONDS": "3600",
    # everybody has one address
    "TANYA_NUMBERS_PER_ADDRESS": "1000",
}


@dataclass(frozen=True)
class Run:
    """What was done, and what is wrong with it."""

    talks: list[Talk]
    killed: list[str]
    looked_up: int  # people who saw something of their own record
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
    wanted = int(rate * seconds)
    played: list[Script] = []
    while sum(map(len, played)) < wanted:
        played = scripts(len(played) + 1)
    fleet = Fleet(
        settings,
        ports=free_ports(gateways + brains + 1),
        gateways=gateways,
        brains=brains,
        postgres=postgres,
        more=_FOR_ALL,
    )
    private = look_ups.look_ups(settings)
    with fleet:
        calm = _undisturbed(fleet)
        reference = {n: calm[n % VARIANTS] for n in range(len(played))}
        talks = _with(private, played)
        asyncio.run(_disturbed(fleet, talks, rate, people, kills, seed))
        tables = _read_tables(settings, postgres)
    own = [(one, talk) for one in private for talk in talks if talk.code == one.code]
    wrong = [*violations(talks, tables, reference), *look_ups.violations(own)]
    seen = sum(look_ups.shown(one, talk) for one, talk in own)
    return Run(talks, fleet.killed, seen, wrong)


def _with(private: Sequence[LookUp], played: Sequence[Script]) -> list[Talk]:
    """Talks of questions, and spread evenly among them those that look things up."""
    talks = [Talk(number, script) for number, script in enumerate(played)]
    step = max(1, len(talks) // (len(private) + 1))
    for number, one in enumerate(private):
        talk = Talk(len(played) + number, one.script, code=one.code)
        talks.insert((number + 1) * (step + 1) - 1, talk)
    return talks


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
    talks: list[Talk],
    rate: float,
    people: int,
    kills: int,
    seed: int,
) -> None:
    chance = random.Random(seed)
    wave = sum(len(talk.script) for talk in talks) / rate
    order = [kind for kind in KINDS for _ in range(kills)]
    chance.shuffle(order)
    moments = sorted(chance.uniform(0.05, 0.9) * wave for _ in order)
    playing = asyncio.create_task(
        play_talks(fleet.urls, talks, people=people, pause=people / rate)
    )
    began = time.monotonic()
    for kind, moment in zip(order, moments, strict=True):
        await asyncio.sleep(max(0.0, began + moment - time.monotonic()))
        while not (alive := fleet.alive(kind)):
            await asyncio.sleep(0.1)
        fleet.kill(chance.choice(alive))
    await asyncio.wait_for(playing, wave + 4 * SETTLE_SECONDS)


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
    told = {"killed": len(done.killed), "looked_up": done.looked_up}
    print(json.dumps({**summary(done.talks), **told}))
    print("\n".join(done.wrong[:20]) or "nothing lost, nothing doubled, all in order")
    raise SystemExit(1 if done.wrong else 0)


if __name__ == "__main__":
    main()
