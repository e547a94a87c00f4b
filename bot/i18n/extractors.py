"""Find sentences in Python, in the domain and in the written answers.

Babel calls these by the names in babel.cfg. Python is parsed rather than scanned: only
a literal that is itself the argument counts, not every string inside the call.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO

import yaml

Message = tuple[int, str, str | tuple[str, ...], list[str]]
# function -> how many of its first arguments are sentences
CALLS = {"_": 1, "N_": 1, "translate": 1, "translate_plural": 2, "_many": 2}


def extract_python(
    file: IO[bytes],
    _keywords: Mapping[str, object],
    _comment_tags: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 (named by Babel)
) -> Iterator[Message]:
    """Literals that are marked, translated or counted."""
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        wanted = CALLS.get(_called(node.func), 0)
        texts = tuple(_literal(argument) for argument in node.args[:wanted])
        if texts and all(texts):
            message = texts[0] if wanted == 1 else texts
            yield node.lineno, "gettext" if wanted == 1 else "ngettext", message, []


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _literal(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return ""


def extract_domain(
    file: IO[bytes],
    _keywords: Mapping[str, object],
    _comment_tags: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 (named by Babel)
) -> Iterator[Message]:
    """Texts and button titles of every response in domain.yml."""
    for name, variations in _members(_member(yaml.compose(file), "responses")):
        for variation in _items(variations):
            yield from _found(_member(variation, "text"), f"response {name}")
            for button in _items(_member(variation, "buttons")):
                yield from _found(_member(button, "title"), f"button of {name}")


def extract_entries(
    file: IO[bytes],
    _keywords: Mapping[str, object],
    _comment_tags: Collection[str],
    options: Mapping[str, object],  # noqa: ARG001 (named by Babel)
) -> Iterator[Message]:
    """Title, opening and points of every written answer."""
    for entry in _items(yaml.compose(file)):
        name = _member(entry, "name")
        note = f"written answer {name.value if name else '?'}"
        yield from _found(_member(entry, "title"), note)
        yield from _found(_member(entry, "text"), note)
        for point in _items(_member(entry, "points")):
            yield from _found(point, note)


def _found(node: yaml.Node | None, note: str) -> Iterator[Message]:
    if isinstance(node, yaml.ScalarNode) and node.value.strip():
        yield node.start_mark.line + 1, "gettext", node.value.strip(), [note]


def _member(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for name, value in _members(node) if name == key), None)


def _members(node: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        yield from ((name.value, value) for name, value in node.value)


def _items(node: yaml.Node | None) -> Iterator[yaml.Node]:
    if isinstance(node, yaml.SequenceNode):
        yield from node.value
