"""Every sentence that the gateway itself says; the English source is the key."""

from __future__ import annotations

from typing import Final

from bot.gateway.cleaning import LONGEST
from bot.gateway.turns import Reply
from bot.i18n import N_, translate

HOTLINE: Final = "1-300-22-8000"

NOTICE: Final = N_("I am still working on your question. Please wait a moment.")
APOLOGY: Final = N_(
    "I am sorry, I could not answer this question just now. Please ask again in a few "
    "minutes, or call PERKESO at {hotline}."
)
EMPTY: Final = N_("I did not receive any text. Please type your question.")
TOO_LONG: Final = N_(
    "Your message is too long for me: I read at most {limit} characters. Please ask "
    "your question in a few sentences."
)
BUTTON_EXPIRED: Final = N_(
    "That button can no longer be used. Please type your question instead."
)
LANGUAGES_ONLY: Final = N_(
    "I am sorry, I can only answer in Malay or English. A PERKESO officer can help you "
    "at {hotline}."
)
TALK_TO_PERSON: Final = N_("I want to talk to a PERKESO officer")

FIXED: Final = {
    "empty": EMPTY,
    "too_long": TOO_LONG,
    "button_expired": BUTTON_EXPIRED,
    "chinese": LANGUAGES_ONLY,
    "tamil": LANGUAGES_ONLY,
}
# said in the person's own script first; these two are no languages of the catalogue
OTHER_SCRIPTS: Final = {
    "chinese": (
        f"抱歉，我只能用马来文或英文回答。您可以致电 {HOTLINE}，请 PERKESO 职员协助您。"
    ),
    "tamil": (
        "மன்னிக்கவும், என்னால் மலாய் அல்லது ஆங்கிலத்தில் மட்டுமே பதிலளிக்க முடியும். "
        f"PERKESO அதிகாரியின் உதவிக்கு {HOTLINE} என்ற எண்ணை அழைக்கவும்."
    ),
}
FIXED_OF_SCRIPT: Final = {"zh": "chinese", "ta": "tamil"}


def say(sentence: str, language: str) -> str:
    """`sentence` in `language`, its places filled."""
    return translate(sentence, language, hotline=HOTLINE, limit=f"{LONGEST:,}")


def fixed_reply(name: str, language: str) -> Reply:
    """The reply called `name`, for messages that need no brain."""
    text = say(FIXED[name], language)
    if name not in OTHER_SCRIPTS:
        return Reply(text)
    person = say(TALK_TO_PERSON, language)
    # a payload that is no command is sent as if the person had typed it
    return Reply(f"{OTHER_SCRIPTS[name]}\n\n{text}", ((person, person),))
