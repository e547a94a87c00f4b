"""Habits of this house that a reader would otherwise have to watch for."""

from __future__ import annotations

import ast
import re
import subprocess
from dataclasses import fields

from bot.settings import PREFIX, Settings
from tests.health.conftest import ROOT, sources, tree

LONGEST_MODULE = 300
# each a place where anything that goes wrong must still become words or a log line
BROAD_HANDLERS = {
    "actions/support.py": 1,
    "bot/brain/channel.py": 1,
    "bot/brain/nlg.py": 1,
    "bot/gateway/telegram/edges.py": 1,
    "bot/gateway/telegram/receiver.py": 1,
    "bot/gateway/worker.py": 1,
}


def broad_handlers(path: str) -> int:
    return sum(
        isinstance(node, ast.ExceptHandler) and _is_broad(node.type)
        for node in ast.walk(tree(ROOT / path))
    )


def _is_broad(caught: ast.expr | None) -> bool:
    return caught is None or bool(_names(caught) & {"Exception", "BaseException"})


def _names(node: ast.expr) -> set[str]:
    return {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}


def test_errors_are_caught_broadly_only_at_the_edges() -> None:
    found = {
        name: count
        for path in sources("bot", "actions")
        if (count := broad_handlers(name := path.relative_to(ROOT).as_posix()))
    }
    assert found == BROAD_HANDLERS


def test_no_module_is_longer_than_one_reads_at_a_sitting() -> None:
    for path in sources("bot", "actions", "bench"):
        length = len(path.read_text("utf-8").splitlines())
        assert length <= LONGEST_MODULE, f"{path.relative_to(ROOT)}: {length}"


def test_the_rulebook_has_no_clock_and_no_float() -> None:
    for path in sources("bot/rulebook"):
        text = path.read_text("utf-8")
        assert not re.search(r"\b(today|now|utcnow)\(", text), path
        calls = {
            node.func.id
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        floats = [
            node.value
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Constant) and isinstance(node.value, float)
        ]
        assert "float" not in calls, path
        assert not floats, path


def test_every_setting_is_explained_in_the_example() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    explained = set(re.findall(rf"^#?\s*({PREFIX}[A-Z_]+)=", text, flags=re.M))
    named = {PREFIX + field.name.upper() for field in fields(Settings)}
    assert named <= explained


def test_no_file_is_executable_yaml_or_holds_a_secret() -> None:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not [
        name for name in listed if name.endswith((".env", ".db", ".mo", ".pem"))
    ]
