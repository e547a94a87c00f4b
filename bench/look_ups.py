"""People of the demonstration who look up their own claims in the middle of faults.

Each has a telephone of their own, so that the development SMS file tells whose code was
sent, and how often.
"""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.fleet import DAY
from bench.people import CODE, Script, Talk
from bot.registry.demo import DemoPerson
from bot.registry.demo_people import demo_people
from bot.registry.seed import seed_demo
from bot.settings import Settings

WAIT_SECONDS = 20.0  # for a code; the sender may have been killed with it
NOBODYS = "000000"
_NUMBER = re.compile(r"DEMO-\d[0-9a-z-]*[0-9a-z]")  # of a claim or a receipt


@dataclass(frozen=True)
class LookUp:
    """Somebody with claims, the talk, and where the code arrives."""

    person: DemoPerson
    outbox: Path

    @property
    def script(self) -> Script:
        """The number is typed once: one code at most may be sent."""
        return ("nak semak tuntutan saya", "ya", self.person.ic, CODE, "caruman saya")

    def code(self) -> str:
        """The code that arrived, or one that is certainly wrong."""
        ends = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < ends:
            for line in sent(self.outbox):
                if line["to"] == self.person.phone:
                    return str(line["code"])
            time.sleep(0.2)
        return NOBODYS


def look_ups(settings: Settings) -> list[LookUp]:
    """One for each demo person with a claim and a telephone that nobody shares."""
    seed_demo(settings.database("registry"), on=DAY)
    known = demo_people(DAY)
    phones = Counter(one.phone for one in known)
    return [
        LookUp(one, settings.sms_outbox)
        for one in known
        if one.claims and one.phone and one.died_on is None and phones[one.phone] == 1
    ]


def sent(outbox: Path) -> list[dict[str, str]]:
    """The messages of the development SMS file."""
    if not outbox.is_file():
        return []
    return [json.loads(line) for line in outbox.read_text("utf-8").splitlines()]


def shown(look_up: LookUp, talk: Talk) -> bool:
    """Whether the person saw something of their own record."""
    return not _seen(talk).isdisjoint(numbers(look_up.person))


def numbers(person: DemoPerson) -> set[str]:
    """Of the claims and the receipts on record about `person`."""
    claims = {claim.number for claim in person.claims}
    return claims | {each.receipt for each in person.contributions}


def _seen(talk: Talk) -> set[str]:
    text = " ".join(str(event.get("text")) for event in talk.seen)
    return set(_NUMBER.findall(text))


def violations(played: Sequence[tuple[LookUp, Talk]]) -> Iterator[str]:
    """A code that was sent twice, and a record that somebody else saw."""
    for look_up, talk in played:
        phone = look_up.person.phone
        times = sum(line["to"] == phone for line in sent(look_up.outbox))
        if times > 1:
            yield f"the code for {phone} was sent {times} times"
        for number in _seen(talk) - numbers(look_up.person):
            yield f"{phone} was shown {number} of somebody else"
