"""The gateway: latency added, messages a second, 1,000 streams, 500 turns, bytes."""

from __future__ import annotations

import argparse
import asyncio
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import httpx

from bench.fleet import Fleet
from bench.hostile import memory_of
from bench.kills import free_ports, scripts
from bench.people import Talk, play
from bot import settings as settings_module
from bot.gateway.client import ChatClient

QUESTIONS = (
    "how much is Plan 2 a year for a Grab driver?",
    "caruman suri rumah setahun berapa",
    "gaji saya RM1723 sebulan, caruman perkeso berapa",
    "apa faedah lindung kasih",
)
TYPICAL = ("hai", QUESTIONS[1], "siapa boleh masuk", "umur 45", "warganegara", "tq")


def percentiles(seconds: Sequence[float]) -> str:
    """The median and the slowest twentieth, in milliseconds."""
    ordered = sorted(seconds)
    late = ordered[int(0.95 * (len(ordered) - 1))]
    return f"p50 {1000 * statistics.median(ordered):.0f} ms, p95 {1000 * late:.0f} ms"


def latency(fleet: Fleet) -> None:
    """The same questions, by turns to the brain alone and through the gateway."""
    brain = httpx.Client(
        base_url=fleet.brain_urls[0],
        headers={"X-Tanya-Secret": fleet.settings.secret("brain")},
        timeout=60,
        trust_env=False,
    )
    bare, through = [], []
    with ChatClient(fleet.urls[0]) as chat:
        chat.start("ms")
        for number in range(80):
            text = QUESTIONS[number % len(QUESTIONS)]
            body = {"conversation": "bench:1", "message_id": str(number), "text": text}
            began = time.monotonic()
            brain.post("/webhooks/tanya/turn", json=body).raise_for_status()
            half = time.monotonic()
            chat.ask(text=text)
            bare.append(half - began)
            through.append(time.monotonic() - half)
    added = [each - other for each, other in zip(through, bare, strict=True)]
    print(f"bare brain: {percentiles(bare[8:])}")
    print(f"through the gateway: {percentiles(through[8:])}")
    print(f"added, pair by pair: {percentiles(added[8:])}")


def throughput(fleet: Fleet) -> None:
    """People who never pause."""
    played = scripts(48)
    began = time.monotonic()
    talks = asyncio.run(play(fleet.urls, played, people=16, pause=0.0))
    took = time.monotonic() - began
    count = sum(len(talk.sent) for talk in talks)
    print(f"{fleet.brains} brain(s): {count / took:.1f} messages a second")


def long_chat(fleet: Fleet, turns: int = 500) -> None:
    """One conversation of many turns: the last as fast as the first."""
    script = [QUESTIONS[number % len(QUESTIONS)] for number in range(turns)]
    took: list[float] = []
    with ChatClient(fleet.urls[0]) as chat:
        chat.start("ms")
        for text in script:
            began = time.monotonic()
            answered = chat.ask(text=text)
            took.append(time.monotonic() - began)
            assert answered.status == "answered", answered
    print(f"{turns} turns, first 50: {percentiles(took[:50])}")
    print(f"{turns} turns, last 50: {percentiles(took[-50:])}")


def idle_streams(fleet: Fleet, count: int = 1000) -> None:
    """A message's time and the gateway's memory while many pages are open."""
    asyncio.run(_idle(fleet, count))


async def _idle(fleet: Fleet, count: int) -> None:
    pid, before = fleet.pid("gateway0"), memory_of(fleet.pid("gateway0"))
    few = await _seconds(fleet, 40)
    host, port = "127.0.0.1", int(fleet.urls[0].rpartition(":")[2])
    writers = []
    async with httpx.AsyncClient(
        base_url=fleet.urls[0], headers={"X-Tanya": "1"}, timeout=60, trust_env=False
    ) as client:
        for _ in range(count):
            while (await client.post("/chat/session", json={})).status_code != 201:
                await asyncio.sleep(0.2)
            cookie = f"tanya={client.cookies['tanya']}"
            client.cookies.clear()
            _, writer = await asyncio.open_connection(host, port)
            writer.write(
                f"GET /chat/events HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\n"
                "Accept: text/event-stream\r\n\r\n".encode()
            )
            writers.append(writer)
        metrics = (await client.get("/metrics")).text
    (streams,) = [x for x in metrics.splitlines() if x.startswith("tanya_streams_open")]
    many = await _seconds(fleet, 40)
    after = memory_of(pid)
    print(f"{streams}: {percentiles(many)} (before: {percentiles(few)})")
    print(f"gateway's memory: {before:.0f} MB before, {after:.0f} MB with them")
    for writer in writers:
        writer.close()


async def _seconds(fleet: Fleet, count: int) -> list[float]:
    talk = Talk(0, [QUESTIONS[n % len(QUESTIONS)] for n in range(count)])
    (played,) = await play(fleet.urls, [talk.script], people=1, pause=0.0)
    return [played.at[sent.turn] - sent.at for sent in played.sent]


def bytes_on_the_wire(fleet: Fleet) -> None:
    """What a telephone sends and receives for six messages, headers included."""
    asyncio.run(_bytes(fleet))


async def _bytes(fleet: Fleet) -> None:
    port, counted = int(fleet.urls[0].rpartition(":")[2]), {"sent": 0, "received": 0}

    async def pump(
        source: asyncio.StreamReader, target: asyncio.StreamWriter, name: str
    ) -> None:
        while data := await source.read(65_536):
            counted[name] += len(data)
            target.write(data)
        target.close()

    async def passed_on(
        reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        there = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(
            pump(reader, there[1], "sent"), pump(there[0], writer, "received")
        )

    server = await asyncio.start_server(passed_on, "127.0.0.1", 0)
    address = server.sockets[0].getsockname()
    await play([f"http://127.0.0.1:{address[1]}"], [TYPICAL], people=1, pause=0.0)
    server.close()
    print(f"{len(TYPICAL)} messages over one stream: {counted} bytes")


def main() -> None:
    """The model must stand already: run `make train` before."""
    parts: dict[str, Callable[[Fleet], None]] = {
        "latency": latency,
        "bytes": bytes_on_the_wire,
        "long": long_chat,
        "throughput": throughput,
        "idle": idle_streams,
    }
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the fleet stops
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(parts))
    chosen = parser.parse_args().parts or list(parts)
    if unknown := set(chosen) - set(parts):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    for brains in (1, 2) if "throughput" in chosen else (1,):
        with tempfile.TemporaryDirectory() as folder:
            settings = replace(settings_module.load(), var=Path(folder) / "var")
            ports = free_ports(2 + brains)
            with Fleet(settings, ports, brains=brains) as fleet:
                for name in chosen:
                    if brains == 1 or name == "throughput":
                        parts[name](fleet)


if __name__ == "__main__":
    main()
