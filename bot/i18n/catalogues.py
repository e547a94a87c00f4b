"""Keep the catalogues level with the sources: extract, check, compile.

`python -m bot.i18n.catalogues extract` brings bot.pot and both languages up to date,
`check` fails with one line for each thing amiss, `compile` proves that both compile.
"""

from __future__ import annotations

import re
import string
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from bot.i18n.catalogue import DOMAIN, FOLDER, compiled, po_path

ROOT = FOLDER.parent
LOCALES = ("ms_MY", "en_MY")
KEYWORDS = {"gettext": None, "ngettext": (1, 2)}
PLURALS = {"ms_MY": "nplurals=1; plural=0;", "en_MY": "nplurals=2; plural=(n != 1);"}
# no dates and no names: git knows them, and here they would only cause conflicts
HEADER = """\
# Sentences of Tanya. The English source sentence is the key.
msgid ""
msgstr ""
"Project-Id-Version: Tanya\\n"
"Language: {locale}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
SOURCES = ("bot", "actions")  # folders that are walked; domain.yml stands beside them


def template(root: Path = ROOT) -> Catalog:
    """Every sentence in the sources, in the order of their files."""
    found = Catalog(domain=DOMAIN)
    with (root / "babel.cfg").open(encoding="utf-8") as mapping:
        methods, options = parse_mapping_cfg(mapping)
    messages = extract_from_dir(
        root,
        methods,
        options,
        KEYWORDS,
        directory_filter=lambda folder: _walked(Path(folder), root),
    )
    for path, _, msgid, comments, context in sorted(messages, key=lambda m: m[:2]):
        # no line numbers: they would change with every edit of the file
        found.add(msgid, locations=[(path, 0)], auto_comments=comments, context=context)
    return found


def _walked(folder: Path, root: Path) -> bool:
    parts = folder.relative_to(root).parts
    return parts[0] in SOURCES and not folder.name.startswith((".", "__"))


def extract(root: Path = ROOT) -> None:
    """Bring bot.pot and both languages up to date; new English is its own source."""
    fresh = template(root)
    folder = root / "locales"
    _write(fresh, folder / f"{DOMAIN}.pot")
    for locale in LOCALES:
        path = po_path(locale, folder)
        if not path.exists():
            _write(Catalog(), path, locale)
        known = _read(path, locale)
        known.update(fresh, no_fuzzy_matching=True)
        known.obsolete.clear()
        if locale.startswith("en"):
            for message in _entries(known):
                message.string = message.string if _filled(message) else message.id
        _write(known, path, locale)


def problems(root: Path = ROOT) -> list[str]:
    """One line for each thing that is amiss; an empty list if nothing is."""
    fresh = template(root)
    folder = root / "locales"
    pot = folder / f"{DOMAIN}.pot"
    if not pot.exists() or _ids(_read(pot)) != _ids(fresh):
        return [f"{pot.name}: not level with the sources; run `make locales`"]
    return [
        f"{locale}: {problem}"
        for locale in LOCALES
        for problem in _problems(_read(po_path(locale, folder), locale), fresh)
    ]


def _problems(known: Catalog, fresh: Catalog) -> Iterator[str]:
    for gone in sorted(_ids(known) - _ids(fresh)):
        yield f"stale: {gone[0][:60]!r}"
    for msgid in known.obsolete:
        yield f"obsolete: {_first(msgid)[:60]!r}"
    translated = {_id(message): message for message in _entries(known)}
    for key in sorted(_ids(fresh)):
        message = translated.get(key)
        if message is None or not _filled(message):
            yield f"missing: {key[0][:60]!r}"
        elif message.fuzzy:
            yield f"fuzzy: {key[0][:60]!r}"
        elif _unequal(message):
            yield f"other {{places}} than the source: {key[0][:60]!r}"


def _unequal(message: Message) -> bool:
    ids = message.id if isinstance(message.id, (tuple, list)) else (message.id,)
    wanted = set().union(*(places(one) for one in ids))
    strings = message.string
    given = strings if isinstance(strings, (tuple, list)) else (strings,)
    return any(places(one) != wanted for one in given)


def places(sentence: str) -> set[str]:
    """Names of the {places} of `sentence`."""
    try:
        parts = list(string.Formatter().parse(sentence))
    except ValueError:
        return {"not a format"}
    return {re.split(r"[.\[]", name)[0] for _, name, _, _ in parts if name is not None}


def _entries(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def _ids(catalogue: Catalog) -> set[tuple[str, str]]:
    return {_id(message) for message in _entries(catalogue)}


def _id(message: Message) -> tuple[str, str]:
    return _first(message.id), message.context or ""


def _first(msgid: str | tuple[str, ...]) -> str:
    return msgid if isinstance(msgid, str) else msgid[0]


def _filled(message: Message) -> bool:
    strings = message.string
    given = strings if isinstance(strings, (tuple, list)) else (strings,)
    return bool(given) and all(given)


def _read(path: Path, locale: str | None = None) -> Catalog:
    with path.open("rb") as source:
        return read_po(source, locale=locale, domain=DOMAIN)


def _write(catalogue: Catalog, path: Path, locale: str = "") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    plurals = PLURALS.get(locale, PLURALS["en_MY"])
    with path.open("wb") as target:
        target.write(HEADER.format(locale=locale, plurals=plurals).encode())
        write_po(target, catalogue, width=88, include_lineno=False, omit_header=True)


def main(arguments: list[str]) -> int:
    """Run one of the three; 2 for wrong usage."""
    if arguments in (["extract"], ["update"]):
        extract()
        return 0
    if arguments == ["check"]:
        found = problems()
        print("\n".join(found) or "catalogues: nothing amiss")
        return 1 if found else 0
    if arguments == ["compile"]:
        sizes = {locale: len(compiled(po_path(locale))) for locale in LOCALES}
        print(", ".join(f"{locale} {size} bytes" for locale, size in sizes.items()))
        return 0
    print("usage: python -m bot.i18n.catalogues extract|check|compile", file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
