"""After a warning against a fraud: who gave something away already needs help now."""

from __future__ import annotations

import re

from bot.dialogue.asking import Tools
from bot.dialogue.curated import PREFIX
from bot.dialogue.memory import Memory
from bot.dialogue.message import Message
from bot.dialogue.turn import Utterance

WARNING = "scam_call"
_LONGEST = 10  # words
_GIVEN = re.compile(
    r"\b(dah|dh|sudah|telah|ter\w+|already|just|i|they|have|has|got)\b.{0,15}"
    r"\b(ter|di)?(bayar|byr|bagi|bgi|beri|klik|clicked|click|tekan|transfer\w*|hantar|isi|masuk\w*"
    r"|paid|pay|gave|given|sent|shared?|entered|got|have|took|dapat)\b"
)


def cheated_after_warning(
    message: Message, memory: Memory, tools: Tools
) -> tuple[str, ...]:
    """The warning with its number to call again, if something was given away."""
    if WARNING not in tools.known or message.intent == "ask":
        return ()
    last = Utterance("utter_known", {"known": WARNING, "on": tools.today}).mark()
    text = message.text.casefold()
    short = len(text.split()) <= _LONGEST and "?" not in text
    given = short and memory.said == last and _GIVEN.search(text)
    return (f"{PREFIX}{WARNING}",) if given else ()
