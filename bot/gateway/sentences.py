"""Every sentence that the gateway itself says; the English source is the key."""

from __future__ import annotations

from typing import Final

from bot.gateway.cleaning import LONGEST
from bot.gateway.outbox import Reply
from bot.gateway.telegram import replies as telegram
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

BUSY: Final = N_(
    "Very many people are asking just now, so I could not take your question. Please "
    "ask again in a few minutes, or call PERKESO at {hotline}."
)
CHANNEL_CLOSED: Final = N_(
    "This chat is closed for the time being. Please call PERKESO at {hotline} or write "
    "to perkeso@perkeso.gov.my."
)
IN_QUEUE: Final = N_(
    "I have noted that you would like to talk to an officer, but nobody can join this "
    "chat at present. The quickest way is the hotline, {hotline}. PERKESO's offices "
    "work Monday to Friday, and Sunday to Thursday in Kedah, Kelantan and Terengganu. "
    "Meanwhile you may go on asking me: just type your question."
)
GO_ON: Final = N_("Go on with Tanya")
WELCOME_BACK: Final = N_(
    "You are chatting with Tanya again. What would you like to know?"
)
JOINED: Final = N_(
    "A PERKESO officer has joined this chat. To come back to me, type: back to Tanya."
)
LIMITED: Final = N_(
    "A part of me is not working just now, so I understand only a little: buttons, "
    "short words such as contribution, benefit, claim or office, and answers to my "
    "questions. The figures are as right as always."
)
TOPICS_ONLY: Final = N_(
    "I cannot make out free text for the moment. Please choose a topic, or call "
    "PERKESO at {hotline}."
)
NO_RECORDS: Final = N_(
    "I cannot look up records just now. Please try again in a few minutes, or call "
    "PERKESO at {hotline}."
)

# replies that need no brain, by name; the second kind is no answer to what was asked
FIXED: Final = {
    "empty": EMPTY,
    "too_long": TOO_LONG,
    "button_expired": BUTTON_EXPIRED,
    "chinese": LANGUAGES_ONLY,
    "tamil": LANGUAGES_ONLY,
    "busy": BUSY,
    "channel_closed": CHANNEL_CLOSED,
}
NO_ANSWERS: Final = {"busy", "channel_closed"}
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
    if name.startswith(telegram.PREFIX):
        return telegram.reply(name, language, hotline=HOTLINE)
    text = say(FIXED[name], language)
    if name not in OTHER_SCRIPTS:
        return Reply(text)
    person = say(TALK_TO_PERSON, language)
    # a payload that is no command is sent as if the person had typed it
    return Reply(f"{OTHER_SCRIPTS[name]}\n\n{text}", ((person, person),))
