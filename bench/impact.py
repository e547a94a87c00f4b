"""What would an edit of the law change? `python -m bench.impact [REVISION] [--brief]`.

Compares the parameters of the working tree with those of a git revision (default HEAD):
which values differ, which golden cases are then decided otherwise, and which sentences
people would read instead, in both languages.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from io import BytesIO
from pathlib import Path

from bot.i18n.render import render
from bot.rulebook import Decision, Rulebook, load
from bot.rulebook.errors import RulebookError
from tests.rulebook.golden import Case, differences, read_cases

ROOT = Path(__file__).resolve().parents[1]
PARAMETERS = "bot/rulebook/parameters"


@dataclass(frozen=True)
class Change:
    """One golden case that is decided otherwise; a side that fails says how."""

    case: Case
    before: Decision | str
    after: Decision | str

    @property
    def breaks(self) -> bool:
        """Whether the case no longer holds as it was agreed."""
        after = self.after
        return isinstance(after, str) or bool(differences(self.case, after))


def at_revision(revision: str, folder: Path) -> Rulebook:
    """The rules of today with the parameters of a revision."""
    packed = subprocess.run(
        ["git", "archive", revision, PARAMETERS],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    with tarfile.open(fileobj=BytesIO(packed)) as archive:
        archive.extractall(folder)
    return load(folder / PARAMETERS)


def changed_parameters(before: Rulebook, after: Rulebook) -> list[str]:
    names = sorted({*before.law, *after.law})
    return [name for name in names if before.law.get(name) != after.law.get(name)]


def changed_cases(before: Rulebook, after: Rulebook) -> Iterator[Change]:
    for case in read_cases():
        old, new = decide(case, before), decide(case, after)
        if plain(old) != plain(new):
            yield Change(case, old, new)


def decide(case: Case, book: Rulebook) -> Decision | str:
    try:
        return case.decide(book)
    except RulebookError as error:
        return f"cannot be answered: {error}"


def plain(side: Decision | str) -> object:
    if isinstance(side, str):
        return side
    return {**side.to_json(), "rulebook": None}


def sentences(side: Decision | str, case: Case, language: str) -> list[str]:
    if isinstance(side, str):
        return [side]
    return render(side, case.facts, language=language).text.splitlines()


def report(before: Rulebook, after: Rulebook, *, brief: bool) -> Iterator[str]:
    names = changed_parameters(before, after)
    changes = list(changed_cases(before, after))
    broken = sum(change.breaks for change in changes)
    yield f"parameters that differ: {len(names)}"
    yield from (f"  {name}" for name in names)
    yield f"golden cases decided otherwise: {len(changes)}"
    yield f"golden cases no longer as agreed: {broken}"
    for change in changes:
        mark = "!" if change.breaks else " "
        yield f"{mark} {change.case.file}: {change.case.name}"
        if not brief:
            yield from (f"    {line}" for line in reworded(change))


def reworded(change: Change) -> Iterator[str]:
    for language in ("en", "ms"):
        old = sentences(change.before, change.case, language)
        new = sentences(change.after, change.case, language)
        for line in unified_diff(old, new, lineterm="", n=0):
            if line[:3] not in ("---", "+++") and not line.startswith("@@"):
                yield f"{language} {line}"


def main(arguments: list[str]) -> None:
    revision = next((one for one in arguments if not one.startswith("-")), "HEAD")
    with tempfile.TemporaryDirectory() as folder:
        before = at_revision(revision, Path(folder))
        for line in report(before, load(), brief="--brief" in arguments):
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
