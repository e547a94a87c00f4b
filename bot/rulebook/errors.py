"""What can go wrong in the rulebook, each said in one clear line.

* RulebookError              root; stands alone, so that the rulebook can move house
  - ParameterError           a parameter file is wrong; names file and line
  - ParameterNotFound        a rule asks for a parameter that no file holds
  - ParameterNotInForce      the law did not exist on that day, or no longer
  - ParameterNotVouched      the law existed, but no source here vouches for that day
  - UnknownQuestion          the question has no rule
  - FactError                a fact makes no sense; names the fact
"""

from __future__ import annotations

from datetime import date


class RulebookError(Exception):
    """Root of the branch. `code` is stable; `str()` is one clear line."""

    code = "rulebook"


class ParameterError(RulebookError):
    """A parameter file cannot be read as law."""

    code = "parameter"

    def __init__(self, message: str, *, file: str, line: int | None = None) -> None:
        self.file = file
        self.line = line
        where = file if line is None else f"{file}:{line}"
        super().__init__(f"{where}: {message}")


class ParameterNotFound(RulebookError):
    """No file has this name: a mistake in a rule, not in the law."""

    code = "parameter_not_found"


class ParameterNotInForce(RulebookError):
    """Not law on that day. `starts` is the next first day, `ended` the last day."""

    code = "parameter_not_in_force"

    def __init__(
        self, path: str, *, on: date, starts: date | None, ended: date | None
    ) -> None:
        self.path = path
        self.on = on
        self.starts = starts
        self.ended = ended
        super().__init__(f"{path} was not in force on {on.isoformat()}")


class ParameterNotVouched(RulebookError):
    """The first day is unknown, and no source vouches for days before `vouched`."""

    code = "parameter_not_vouched"

    def __init__(self, path: str, *, on: date, vouched: date) -> None:
        self.path = path
        self.on = on
        self.vouched = vouched
        super().__init__(
            f"{path} is not known for {on.isoformat()}: "
            f"sources vouch only from {vouched.isoformat()}"
        )


class UnknownQuestion(RulebookError):
    """Nobody has written a rule for this question."""

    code = "unknown_question"

    def __init__(self, question: str) -> None:
        self.question = question
        super().__init__(f"unknown question {question!r}")


class FactError(RulebookError):
    """A fact that makes no sense. `fact` is its name."""

    code = "fact"

    def __init__(self, fact: str, problem: str) -> None:
        self.fact = fact
        super().__init__(f"{fact}: {problem}")
