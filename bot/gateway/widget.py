"""Every word that the widget shows; the English source is the key."""

from __future__ import annotations

from typing import Any, Final

from bot.gateway.cleaning import LONGEST
from bot.gateway.sentences import HOTLINE, TALK_TO_PERSON
from bot.i18n import LANGUAGES, N_, translate

LINK_HOSTS: Final = ("gov.my",)  # and what lies below: links elsewhere stay text

STRINGS: Final = {
    "title": N_("Tanya"),
    "subtitle": N_("Social security questions"),
    "open": N_("Open the chat with Tanya"),
    "close": N_("Close the chat"),
    "log": N_("Conversation"),
    "greeting": N_(
        "Hello, I am Tanya, an automatic assistant. Ask me about PERKESO: who may "
        "join, how much it costs, what it pays and how to claim."
    ),
    "safety": N_("Please do not type your identity-card number unless I ask for it."),
    "you": N_("You"),
    "bot": N_("Tanya"),
    "officer": N_("PERKESO officer"),
    "label": N_("Your question"),
    "placeholder": N_("Type your question"),
    "send": N_("Send"),
    "typing": N_("Tanya is typing"),
    "waiting": N_("waiting to be sent"),
    "sending": N_("sending"),
    "offline": N_("You are offline. Your message will be sent when you are back."),
    "unreachable": N_("The service cannot be reached. I will keep trying."),
    "too_fast": N_("You are very quick. Your message will be sent in a moment."),
    "not_sent": N_("not sent"),
    "again": N_("Send again"),
    "too_long": N_("At most {limit} characters can be sent."),
    "left": N_("{count} characters left"),
    "expired": N_("The earlier conversation has ended. This is a new one."),
    "ended": N_("This conversation was deleted."),
    "forget": N_("Delete and start again"),
    "forget_ask": N_("Delete this conversation and start again?"),
    "yes": N_("Yes, delete it"),
    "no": N_("No, keep it"),
    "hide": N_("Hide"),
    "hidden": N_("The conversation is hidden."),
    "show": N_("Show again"),
    "language": N_("Language"),
    "hotline": N_("PERKESO hotline {hotline}"),
    "new_tab": N_("opens in a new tab"),
    "more": N_("More"),
    "person": N_("Talk to a person"),
    "ask_person": TALK_TO_PERSON,
    "save": N_("Save as text"),
    "end": N_("End this chat"),
    "solved": N_("Did you get the answer that you needed?"),
    "solved_yes": N_("Yes"),
    "solved_no": N_("No"),
    "solved_skip": N_("End without answering"),
    "solved_back": N_("Go on chatting"),
    "why": N_("What was missing?"),
    "not_understood": N_("I was not understood"),
    "not_enough": N_("The answer was not enough"),
    "seems_wrong": N_("The answer seems wrong"),
    "need_person": N_("I need a person"),
    "finished": N_("This chat has ended. Write again to begin a new one."),
    "saved_on": N_("Conversation with Tanya, saved on {date}"),
    "unanswered": N_("not answered"),
    "working": N_("I am working on your answer. This page will show it by itself."),
    "slow_down": N_("You are very quick. Please wait a moment, then send again."),
    "empty": N_("That message was empty. Please type your question, then send."),
    "form_old": N_("This page was open for too long. Please send your message again."),
}
STARTERS: Final = (
    N_("I am a housewife aged 40. May I join?"),
    N_("How much is Plan 2 for a Grab driver?"),
    N_("How do I claim after an accident?"),
)


def strings(language: str) -> dict[str, Any]:
    """What the widget shows in `language`."""
    words = {name: translate(sentence, language) for name, sentence in STRINGS.items()}
    words["hotline"] = words["hotline"].replace("{hotline}", HOTLINE)
    words["too_long"] = words["too_long"].replace("{limit}", f"{LONGEST:,}")
    return {
        "lang": language,
        "limit": LONGEST,
        "hosts": list(LINK_HOSTS),
        "starters": [translate(starter, language) for starter in STARTERS],
        "words": words,
    }


def loader(source: str) -> str:
    """The script that sites embed, its two labels filled from the catalogues."""
    for language in LANGUAGES:
        label = translate(STRINGS["open"], language)
        source = source.replace(f"__{language.upper()}__", label)
    return source
