"""Whether times tell people on record from strangers: 500 tries each, interleaved.

Known, unknown, without a telephone, locked: everybody is somebody else, in a
conversation of their own. The area under the curve of each against the known should
lie between 0.45 and 0.55, for asking for a code and for typing a wrong one.

Usage: .venv/bin/python -m bench.identity [TRIES] [SEED]
"""

from __future__ import annotations

import asyncio
import gc
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.database import Database
from bot.identity.outcomes import Check, Start
from bot.identity.policy import Policy
from bot.identity.sending import Sender
from bot.identity.service import Identity
from bot.identity.sms import Sms
from bot.identity.tables import challenges, consents, counted, metadata
from bot.identity.vault import Vault
from bot.registry.engine import writing_engine
from bot.registry.schema import upgrade
from bot.registry.sql import SqlRecords
from bot.registry.tables import person

LOWEST, HIGHEST = 0.45, 0.55
GROUPS = ("known", "unknown", "no telephone", "locked")
Times = dict[str, list[float]]


@dataclass(frozen=True)
class Try:
    """Somebody of a group, and the conversation in which they come."""

    group: str
    number: str

    @property
    def where(self) -> str:
        return f"web:{self.number}"


class Nowhere:
    """Messages end here."""

    async def send(self, sms: Sms) -> None:
        return None

    async def close(self) -> None:
        return None


def tries(count: int, order: random.Random) -> list[Try]:
    """Everybody, shuffled in blocks of one from each group."""
    numbers = [_number(place) for place in range(4 * count)]
    order.shuffle(numbers)
    people = [Try(GROUPS[n % 4], number) for n, number in enumerate(numbers)]
    blocks = [people[n : n + 4] for n in range(0, len(people), 4)]
    for block in blocks:
        order.shuffle(block)
    return [each for block in blocks for each in block]


def _number(place: int) -> str:
    born = date(1950, 1, 1) + timedelta(days=place)
    return f"{born:%y%m%d}00{place % 10_000:04}"


def fill(url: str, everybody: list[Try]) -> None:
    """A registry with the people who are on record."""
    engine = writing_engine(url)
    upgrade(engine)
    rows = [
        {
            "key": f"key{place}",
            "ic": each.number,
            "name": f"Bench {place}",
            "phone": None
            if each.group == "no telephone"
            else f"+60110000{place % 10_000:04}",
            "birth_date": date(1950, 1, 1),
            "demo": True,
        }
        for place, each in enumerate(everybody)
        if each.group != "unknown"
    ]
    with engine.begin() as connection:
        connection.execute(sa.insert(person), rows)
    engine.dispose()


def lock(identity: Identity, everybody: list[Try]) -> None:
    """As many guesses as lock a person, at everybody who is to be locked."""
    ground = identity.ground
    many = ground.policy.guesses_per_demo_person.hour
    rows = [
        {"what": "guess", "who": f"subject {who}", "detail": "", "at": ground.clock()}
        for each in everybody
        if each.group == "locked"
        for who in [ground.keys.subject(each.number)] * many
    ]
    with ground.database.write() as connection:
        connection.execute(sa.insert(counted), rows)


def agree(identity: Identity, everybody: list[Try]) -> None:
    """Everybody has consented."""
    rows = [
        {"conversation": each.where, "language": "ms", "at": identity.ground.clock()}
        for each in everybody
    ]
    with identity.ground.database.write() as connection:
        connection.execute(sa.insert(consents), rows)


def sealed(
    vault: Vault, database: Database, kind: str, values: dict[Try, str]
) -> dict[Try, str]:
    """A token for each value, as the gateway makes them."""
    names = {each: f"{place:08x}" for place, each in enumerate(values)}
    day = 24 * 3600.0
    with database.write() as connection:
        for each, value in values.items():
            name = names[each]
            vault.put_in(connection, each.where, kind, value, name=name, seconds=day)
    return {each: f"[[{kind}:{name}]]" for each, name in names.items()}


def measured(everybody: list[Try], work: Callable[[Try], None]) -> Times:
    """Seconds that `work` took, by group."""
    times: Times = {group: [] for group in GROUPS}
    gc.collect()
    gc.disable()
    for each in everybody:
        begin = time.perf_counter()
        work(each)
        times[each.group].append(time.perf_counter() - begin)
    gc.enable()
    return times


def area(first: list[float], second: list[float]) -> float:
    """How often one of `first` is longer than one of `second`; ties count half."""
    ordered = sorted([(time, 0) for time in first] + [(time, 1) for time in second])
    ranks = sum(place for place, (_, group) in enumerate(ordered, 1) if group == 0)
    count = len(first)
    return (ranks - count * (count + 1) / 2) / (count * len(second))


def show(title: str, times: Times) -> bool:
    """A line for each group; whether all lie between the bounds."""
    good = True
    print(title)
    for group, taken in times.items():
        auc = area(taken, times["known"]) if group != "known" else 0.5
        good &= LOWEST <= auc <= HIGHEST
        median = 1e3 * statistics.median(taken)
        p95 = 1e3 * statistics.quantiles(taken, n=20)[-1]
        print(
            f"  {group:14} median {median:6.2f} ms  p95 {p95:6.2f} ms  area {auc:.3f}"
        )
    return good


def run(folder: Path, count: int, seed: int) -> bool:
    """Both measurements on new databases in `folder`."""
    everybody = tries(count, random.Random(seed))
    url = f"sqlite:///{folder / 'registry.db'}"
    fill(url, everybody)
    database = Database(f"sqlite:///{folder / 'identity.db'}", tables=metadata)
    vault, records = Vault(database, "bench"), SqlRecords(url)
    policy = Policy(code_seconds=24 * 3600.0)
    identity = Identity(database, vault, records, policy=policy, key="bench", demo=True)
    lock(identity, everybody)
    agree(identity, everybody)
    tokens = sealed(vault, database, "IC", {each: each.number for each in everybody})

    def ask(each: Try) -> None:
        more = {"message_id": "2", "address": None, "language": "ms"}
        outcome = identity.start(each.where, tokens[each], **more)
        assert outcome is Start.SENT

    good = show(f"asking for a code, {count} each", measured(everybody, ask))
    sender = Sender(identity.ground, Nowhere())
    asyncio.run(_send_all(sender, identity))
    tokens = sealed(vault, database, "CODE", dict.fromkeys(everybody, "000000"))

    def guess(each: Try) -> None:
        more = {"message_id": "3", "address": None}
        outcome = identity.check(each.where, tokens[each], **more)
        assert outcome in (Check.WRONG, Check.VERIFIED)

    good &= show(f"typing a wrong code, {count} each", measured(everybody, guess))
    identity.close()
    records.close()
    database.close()
    return good


async def _send_all(sender: Sender, identity: Identity) -> None:
    waiting = sa.select(sa.func.count()).where(challenges.c.sms == "waiting")
    while True:
        await sender.round()
        with identity.ground.database.read() as connection:
            if not connection.execute(waiting).scalar_one():
                return


def main() -> None:
    """Exit 1 if any area lies outside the bounds."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        good = run(Path(folder), count, seed)
    print(f"all areas between {LOWEST} and {HIGHEST}: {'yes' if good else 'no'}")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
