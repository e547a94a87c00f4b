"""The rulebook: loaded once, asked any number of times, never looking at the clock."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bot.rulebook.case import Case, HoleFound, Source
from bot.rulebook.decision import Decision
from bot.rulebook.errors import (
    ParameterNotFound,
    ParameterNotInForce,
    ParameterNotVouched,
    RulebookError,
    UnknownQuestion,
)
from bot.rulebook.facts import Facts
from bot.rulebook.loader import Law, load_folder
from bot.rulebook.parameters import Parameter
from bot.rulebook.questions import Question
from bot.rulebook.register import QUESTIONS
from bot.rulebook.tables import Table

PACKAGE = Path(__file__).parent
PARAMETERS = PACKAGE / "parameters"
CONTACTS = ("hotline", "email")


class Rulebook:
    """All parameters of the law and the questions that can be asked of them."""

    def __init__(self, law: Mapping[str, Law], *, version: str) -> None:
        self.law = dict(law)
        self.version = version

    def parameter(self, path: str) -> Parameter:
        found = self.law.get(path)
        if not isinstance(found, Parameter):
            raise ParameterNotFound(f"no parameter {path!r}")
        return found

    def table(self, path: str) -> Table:
        found = self.law.get(path)
        if not isinstance(found, Table):
            raise ParameterNotFound(f"no table {path!r}")
        return found

    def contacts(self, on: date) -> Mapping[str, str]:
        """Where to ask, as it stood on the day; the latest when it is not vouched."""
        return {name: self._contact(name, on) for name in CONTACTS}

    def _contact(self, name: str, on: date) -> str:
        parameter = self.parameter(f"contact/{name}")
        try:
            return parameter.at(on).text
        except RulebookError:
            return parameter.values[-1].text

    def _spoken_of(self, error: ParameterNotInForce) -> Source | None:
        """The value that begins later, or else the last that there was."""
        found = self.law.get(error.path)
        values: tuple[Source, ...] = ()
        if isinstance(found, Parameter):
            values = found.values
        elif isinstance(found, Table):
            values = tuple(version.rows[0] for version in found.versions)
        later = [value for value in values if value.span.since == error.starts]
        return next(iter(later if error.starts else values[-1:]), None)

    def questions(self) -> list[Question]:
        return list(QUESTIONS.values())

    def decide(
        self, question: str, facts: Mapping[str, object], *, on: date
    ) -> Decision:
        """Answer one question for one person on one day."""
        found = QUESTIONS.get(question)
        if found is None:
            raise UnknownQuestion(question)
        case = Case(question, Facts(facts, on=on), law=self)
        try:
            return found.rule(case)
        except ParameterNotInForce as error:
            case = Case(question, case.facts, law=self)
            return _not_in_force(case, error, by=self._spoken_of(error))
        except ParameterNotVouched as error:
            case = Case(question, case.facts, law=self)
            case.note("VOUCHED_FROM", limit=error.vouched)
            return case.refer("BEFORE_VOUCHED_DAY")
        except HoleFound as hole:
            case.needs.clear()
            return case.refer(hole.why)


def _not_in_force(
    case: Case, error: ParameterNotInForce, *, by: Source | None
) -> Decision:
    if error.starts:
        case.dates["starts"] = error.starts
        case.note("NOT_IN_FORCE_YET", by=by, limit=error.starts)
    if error.ended:
        case.dates["ended"] = error.ended
        case.note("NO_LONGER_IN_FORCE", by=by, limit=error.ended)
    return case.end("not_in_force", confidence="high")


def load(path: Path | None = None) -> Rulebook:
    """Read a folder of parameters, the package's own by default."""
    folder = path or PARAMETERS
    law = load_folder(folder)
    checked = max(parameter.about.last_checked_on for parameter in law.values())
    return Rulebook(law, version=f"{checked.isoformat()}+{_fingerprint(folder)}")


def _fingerprint(folder: Path) -> str:
    """Changes with any parameter and any rule, so that an answer can be replayed."""
    digest = hashlib.sha256()
    for root, pattern in ((folder, "*"), (PACKAGE, "*.py")):
        for file in sorted(root.rglob(pattern)):
            if file.is_file():
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:8]
