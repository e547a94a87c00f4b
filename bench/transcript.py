"""The README's transcript, from a running assistant; --write puts it in its place."""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot import settings
from bot.gateway.client import ChatClient

README = settings.ROOT / "README.md"
BLOCK = re.compile(r"(<!-- transcript:.*?-->\n).*?(<!-- /transcript -->)", re.DOTALL)
RECORD = re.compile(r"(<!-- look-up:.*?-->\n).*?(<!-- /look-up -->)", re.DOTALL)
NUMBER, PHONE = "720314-00-0018", "+601100000001"  # a demo person
HIDDEN = "●●●●●●"
# the moment of a look-up is another one each time
MOMENT = re.compile(r"^(Seperti dalam rekod|As in the records) .*$", re.MULTILINE)
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


def look_up(url: str, outbox: Path) -> str:
    """Markdown of a look-up, the code hidden."""
    lines: list[str] = []
    with ChatClient(url) as client:
        client.start(None)
        for said in ("nak tengok status claim saya", "setuju", NUMBER, HIDDEN):
            typed = wait_for_code(outbox) if said == HIDDEN else said
            lines += ["", f"**{said}**", ""]
            for reply in client.ask(text=typed).replies:
                text = MOMENT.sub("", reply.text).strip()
                lines += [f"> {line}".rstrip() for line in text.splitlines()]
    return "\n".join(lines[1:]) + "\n"


def wait_for_code(outbox: Path) -> str:
    """The code that comes next for the demo person."""
    time.sleep(2)
    sent = [json.loads(line) for line in outbox.read_text("utf-8").splitlines()]
    return str([each["code"] for each in sent if each["to"] == PHONE][-1])


def put(readme: str, made: str, block: re.Pattern[str] = BLOCK) -> str:
    """`readme` with the transcript in its place."""
    return block.sub(lambda found: f"{found[1]}\n{made}\n{found[2]}", readme)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default=settings.load().gateway_url)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    made = transcript(asked.url)
    record = look_up(asked.url, settings.load().sms_outbox)
    if asked.write:
        readme = put(put(README.read_text("utf-8"), made), record, RECORD)
        README.write_text(readme, encoding="utf-8")
    else:
        print(made, record, sep="\n")


if __name__ == "__main__":
    main()
