"""What an edit of the law changes: the report of `tanya parameters --impact REVISION`.

Compares the parameters of the working tree with those of a git revision: which differ,
which golden cases are then decided otherwise, and which sentences people would read
instead, in both languages. The rules and the cases are those of the working tree.
"""

from __future__ import annotations

import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from io import BytesIO
from pathlib import Path
from typing import Any

from bot.errors import ConfigurationError, UsageError
from bot.i18n.render import render
from bot.rulebook import Decision, Rulebook, load
from bot.rulebook.book import PACKAGE
from bot.rulebook.errors import RulebookError
from bot.rulebook.golden import CASES, Case, differences, read_cases

ROOT = PACKAGE.parents[1]
PARAMETERS = "bot/rulebook/parameters"
LANGUAGES = ("en", "ms")


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
    with tarfile.open(fileobj=BytesIO(_packed(revision))) as archive:
        archive.extractall(folder, filter="data")
    return load(folder / PARAMETERS)


def _packed(revision: str) -> bytes:
    command = ["git", "archive", "--end-of-options", revision, PARAMETERS]
    try:
        # one revision name, kept from being an option
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)  # noqa: S603
    except FileNotFoundError:
        raise ConfigurationError("--impact needs git, which is not installed") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        why = said[0].removeprefix("fatal: ") if said else "git archive failed"
        raise UsageError(f"--impact {revision!r}: {why}")
    return done.stdout


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


def compared(revision: str) -> dict[str, object]:
    """The report as JSON has it: parameters, and cases with their sentences."""
    if not CASES.is_dir():
        raise ConfigurationError("--impact needs the golden cases of a source checkout")
    with tempfile.TemporaryDirectory() as folder:
        try:
            before = at_revision(revision, Path(folder))
        except RulebookError as error:
            raise UsageError(f"--impact {revision!r}: {error}") from None
        return report(before, load())


def report(before: Rulebook, after: Rulebook) -> dict[str, object]:
    cases = [described(change) for change in changed_cases(before, after)]
    return {
        "parameters": changed_parameters(before, after),
        "cases": cases,
        "no_longer_as_agreed": sum(bool(case["breaks"]) for case in cases),
    }


def described(change: Change) -> dict[str, object]:
    sentences = {language: reworded(change, language) for language in LANGUAGES}
    name = {"file": change.case.file, "name": change.case.name}
    return {**name, "breaks": change.breaks, "sentences": sentences}


def reworded(change: Change, language: str) -> list[str]:
    """The lines that go, with a minus, and those that come, with a plus."""
    old = sentences(change.before, change.case, language)
    new = sentences(change.after, change.case, language)
    lines = list(unified_diff(old, new, lineterm="", n=0))[2:]
    return [line for line in lines if not line.startswith("@@")]


def told(found: Mapping[str, Any], *, brief: bool) -> Iterator[str]:
    """The report as people read it; `brief` leaves out the sentences."""
    yield f"parameters that differ: {len(found['parameters'])}"
    yield from (f"  {name}" for name in found["parameters"])
    yield f"golden cases decided otherwise: {len(found['cases'])}"
    yield f"golden cases no longer as agreed: {found['no_longer_as_agreed']}"
    for case in found["cases"]:
        yield f"{'!' if case['breaks'] else ' '} {case['file']}: {case['name']}"
        for language in () if brief else LANGUAGES:
            lines = case["sentences"][language]
            yield from (f"    {language} {line}" for line in lines)
