"""What the Telegram channel says by itself; the English source is the key."""

from __future__ import annotations

from typing import Final

from bot.i18n import N_

LANGUAGE: Final = "!language="  # payloads that begin with "!" are the channel's own
DELETE: Final = "!delete"
KEEP: Final = "!keep"

# name of a reply that needs no brain -> its sentence
FIXED: Final = {
    "tg_start": N_(
        "Hello, I am Tanya, an automatic assistant. Ask me about PERKESO: who may "
        "join, how much it costs, what it pays and how to claim. I am not a person, "
        "and not PERKESO's own service. Please do not type your identity-card number "
        "unless I ask for it, and never send a picture of your MyKad."
    ),
    "tg_welcome": N_(
        "All right. Type your question in your own words, for example one of these. "
        "Type /help to see what else I can do."
    ),
    "tg_language": N_("Which language shall I answer in?"),
    "tg_check": N_(
        "What would you like to check? I will first ask for your consent, your "
        "identity-card number and a code that is sent by SMS to your registered "
        "telephone. I never ask for a code of Telegram, a password or a bank PIN."
    ),
    "tg_delete_ask": N_(
        "Delete this conversation? I will forget what you wrote and everything that "
        "you told me. Messages stay in your Telegram app until you delete them there."
    ),
    "tg_deleted": N_(
        "Done: this conversation is deleted on our side. To remove the messages from "
        "your telephone too, delete the chat in Telegram. You may ask again any time."
    ),
    "tg_kept": N_("All right, nothing was deleted."),
    "tg_file": N_(
        "I cannot look at pictures and files, and I did not open this one. If it shows "
        "a MyKad or another personal paper, please delete it from this chat. Please "
        "type your question instead."
    ),
    "tg_voice": N_(
        "I am sorry, I cannot listen to voice messages. Please type your question, or "
        "call PERKESO at {hotline}."
    ),
    "tg_sticker": N_("I can only read text. Please type your question."),
    "tg_contact": N_(
        "I did not keep this telephone number: a contact does not prove who somebody "
        "is. To check your own record, type /check."
    ),
    "tg_location": N_(
        "I cannot use a location. To find a PERKESO office, type the name of the town, "
        "for example: PERKESO office in Kuantan."
    ),
    "tg_forwarded": N_(
        "This message was forwarded, so I do not take it for your own question. Please "
        "ask in your own words. If you want to know whether it is genuine: PERKESO "
        "never asks for a password, a bank PIN or a code of Telegram. In doubt call "
        "{hotline}."
    ),
    "tg_edited": N_(
        "I saw that you changed a message. I only answer new ones: please send your "
        "question again."
    ),
    "tg_other": N_("I can only read text. Please type your question."),
}
GROUP: Final = N_(
    "I only talk in private, to protect what is yours. Please open a chat with me "
    "there. I am leaving this group now."
)
BUSY: Final = N_(
    "You have sent more than I can answer at once. Please wait for my answers and then "
    "ask again."
)

_LANGUAGES = (
    (N_("Bahasa Melayu"), f"{LANGUAGE}ms"),
    (N_("English"), f"{LANGUAGE}en"),
)
_STARTERS = (
    N_("I am a housewife aged 40. May I join?"),
    N_("How much is Plan 2 for a Grab driver?"),
    N_("How do I claim after an accident?"),
)
# a payload that is no command and not the channel's own is sent as if it were typed
BUTTONS: Final = {
    "tg_start": _LANGUAGES,
    "tg_language": _LANGUAGES,
    "tg_welcome": tuple((starter, "") for starter in _STARTERS),
    "tg_help": ((N_("Show topics"), "/menu"),),
    "tg_check": (
        (N_("My registration"), "/check_registration_status"),
        (N_("My contributions"), "/check_contribution_record"),
        (N_("My claims"), "/check_claim_status"),
    ),
    "tg_delete_ask": (
        (N_("Yes, delete it"), DELETE),
        (N_("No, keep it"), KEEP),
    ),
}
