"""The README's transcript, from a running assistant; --write puts it in its place."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot import settings
from bot.gateway.client import ChatClient

README = settings.ROOT / "README.md"
BLOCK = re.compile(r"(<!-- transcript:.*?-->\n).*?(<!-- /transcript -->)", re.DOTALL)
SAID = (
    "sy suri rumah, umur 54. blh masuk lindung kasih x? setahun brp",
    "tak pernah lagi",
    "I drive for Grab, how much is Plan 2 a year?",
)


def transcript(url: str) -> str:
    """Markdown of the conversation that the assistant at `url` holds just now."""
    lines: list[str] = []
    with ChatClient(url) as client:
        client.start(None)
        for said in SAID:
            lines += ["", f"**{said}**", ""]
            for reply in client.ask(text=said).replies:
                lines += [f"> {line}".rstrip() for line in reply.text.splitlines()]
                lines.append(">")
            lines.pop()
    return "\n".join(lines[1:]) + "\n"


def put(readme: str, made: str) -> str:
    """`readme` with the transcript in its place."""
    return BLOCK.sub(lambda found: f"{found[1]}\n{made}\n{found[2]}", readme)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default=settings.load().gateway_url)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    made = transcript(asked.url)
    if asked.write:
        README.write_text(put(README.read_text("utf-8"), made), encoding="utf-8")
    else:
        print(made)


if __name__ == "__main__":
    main()
