"""Commands in both languages: what each means, and what the menu says about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from bot.i18n import N_, translate


@dataclass(frozen=True)
class Command:
    """One thing that can be asked for by a command."""

    name: str
    malay: str
    english: str
    says: str  # in the menu
    payload: str | None = None  # for the brain
    fixed: str | None = None  # a reply that needs none
    also: tuple[str, ...] = ()  # other spellings


COMMANDS: Final = (
    Command("start", "mula", "start", N_("Start"), also=("hai", "hi")),
    Command(
        "help",
        "bantuan",
        "help",
        N_("What I can do"),
        fixed="tg_help",
        also=("tolong",),
    ),
    Command(
        "topics", "topik", "topics", N_("Show topics"), payload="/menu", also=("menu",)
    ),
    Command(
        "join",
        "layak",
        "join",
        N_("Who may join a scheme"),
        payload="/eligibility_general",
        also=("eligible",),
    ),
    Command(
        "check",
        "semak",
        "check",
        N_("Check your own record"),
        fixed="tg_check",
        also=("status",),
    ),
    Command(
        "contributions",
        "caruman",
        "contributions",
        N_("Check your contributions"),
        payload="/check_contribution_record",
    ),
    Command(
        "language",
        "bahasa",
        "language",
        N_("Choose the language"),
        fixed="tg_language",
    ),
    Command(
        "person",
        "pegawai",
        "agent",
        N_("Talk to a PERKESO officer"),
        payload="/talk_to_human",
        also=("ejen", "officer", "person"),
    ),
    Command("hide", "sembunyi", "hide", N_("Take away what is personal")),
    Command(
        "cancel",
        "batal",
        "cancel",
        N_("Stop what we are doing"),
        payload="/cancel",
        also=("stop", "henti"),
    ),
    Command(
        "delete",
        "padam",
        "delete",
        N_("Delete this conversation"),
        fixed="tg_delete_ask",
        also=("forget",),
    ),
)
BY_WORD: Final = {
    word: command
    for command in COMMANDS
    for word in (command.malay, command.english, *command.also)
}
# an argument of /language
LANGUAGE_WORDS: Final = {
    **dict.fromkeys(("ms", "bm", "melayu", "malay"), "ms"),
    **dict.fromkeys(("en", "bi", "english", "inggeris"), "en"),
}


def find(word: str) -> Command | None:
    """The command that is called `word` in either language."""
    return BY_WORD.get(word.lower())


def menu(language: str | None) -> list[tuple[str, str]]:
    """Names and descriptions for the app's menu; None: for every other language."""
    if language is None:
        return [(each.malay, both(each.says)) for each in COMMANDS]
    return [
        (each.malay if language == "ms" else each.english, say(each.says, language))
        for each in COMMANDS
    ]


def listed(language: str) -> str:
    """The commands as a text."""
    return "\n".join(f"/{name} – {says}" for name, says in menu(language))


def both(sentence: str) -> str:
    """`sentence` in Malay and in English."""
    return f"{say(sentence, 'ms')} / {say(sentence, 'en')}"


def say(sentence: str, language: str) -> str:
    """`sentence` in `language`."""
    return translate(sentence, language)
