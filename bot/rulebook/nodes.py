"""YAML read without guessing: every node keeps its line, every scalar its exact type.

YAML turns `no` into false, `012` into ten and silently lets the last of two equal keys
win. Here a node is composed, not constructed, and asked for what it must be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import yaml

from bot.rulebook.errors import ParameterError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
FULL_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
WHOLE = re.compile(r"-?(0|[1-9]\d*)")
STRING = "tag:yaml.org,2002:str"
BOOLEAN = "tag:yaml.org,2002:bool"
INTEGER = "tag:yaml.org,2002:int"
NULL = "tag:yaml.org,2002:null"


class Node:
    """One composed node, with the file and line that an error must name."""

    __slots__ = ("file", "node")

    def __init__(self, node: yaml.Node, *, file: str) -> None:
        self.node = node
        self.file = file

    @property
    def line(self) -> int:
        line: int = self.node.start_mark.line
        return line + 1

    def error(self, message: str) -> ParameterError:
        return ParameterError(message, file=self.file, line=self.line)

    def mapping(
        self, *, required: Iterable[str], optional: Iterable[str] = ()
    ) -> dict[str, Node]:
        """The members by name: none twice, none unknown, none missing."""
        members = self._members()
        allowed = {*required, *optional}
        for name, member in members.items():
            if name not in allowed:
                raise member.error(f"unknown key {name!r}")
        for name in required:
            if name not in members:
                raise self.error(f"missing key {name!r}")
        return members

    def _members(self) -> dict[str, Node]:
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("must be a mapping")
        members: dict[str, Node] = {}
        for key, value in self.node.value:
            name = key.value if isinstance(key, yaml.ScalarNode) else None
            if name is None or name in members:
                raise Node(key, file=self.file).error(f"duplicate key {name!r}")
            members[name] = Node(value, file=self.file)
        return members

    def names(self) -> dict[str, Node]:
        """A mapping whose keys are free names."""
        return self._members()

    def sequence(self) -> list[Node]:
        if not isinstance(self.node, yaml.SequenceNode) or not self.node.value:
            raise self.error("must be a list with at least one entry")
        return [Node(item, file=self.file) for item in self.node.value]

    def is_sequence(self) -> bool:
        return isinstance(self.node, yaml.SequenceNode)

    def is_null(self) -> bool:
        return bool(self.node.tag == NULL)

    def text(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode) or self.node.tag != STRING:
            raise self.error(f"must be text, not {self._shown()}; quote it")
        text = str(self.node.value).strip()
        if not text:
            raise self.error("must not be empty")
        return text

    def choice(self, *values: str) -> str:
        text = self.text()
        if text not in values:
            raise self.error(f"must be one of {', '.join(values)}, not {text!r}")
        return text

    def day(self) -> date:
        """A full ISO date: 2026-1-1, 2026-01 and 2026 are half dates."""
        text = self.node.value
        if not isinstance(text, str) or not FULL_DATE.fullmatch(text):
            raise self.error(f"must be a full date YYYY-MM-DD, not {self._shown()}")
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise self.error(f"{text} is not a day of the calendar") from None

    def whole(self) -> int:
        text = self.node.value
        if self.node.tag != INTEGER or not WHOLE.fullmatch(str(text)):
            raise self.error(f"must be a whole number, not {self._shown()}")
        return int(text)

    def boolean(self) -> bool:
        if self.node.tag != BOOLEAN or self.node.value not in ("true", "false"):
            raise self.error(f"must be true or false, not {self._shown()}")
        return bool(self.node.value == "true")

    def _shown(self) -> str:
        if isinstance(self.node, yaml.ScalarNode):
            return repr(self.node.value)
        return "a list" if self.is_sequence() else "a mapping"


def read_document(path: Path, *, file: str) -> Node:
    """The one document of a file, composed."""
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=LOADER)
    except (OSError, UnicodeDecodeError) as error:
        raise ParameterError(f"cannot be read ({error})", file=file) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ParameterError(f"{error.problem}", file=file, line=line) from None
    except yaml.YAMLError as error:
        raise ParameterError(f"is not YAML ({error})", file=file) from None
    if node is None:
        raise ParameterError("is empty", file=file)
    return Node(node, file=file)
