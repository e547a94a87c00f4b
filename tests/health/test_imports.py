"""Imports go one way, and only the brain and the actions know Rasa."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.health.conftest import ROOT, imported, sources

# package -> packages of ours that it may import; COMMON stands below all of them
COMMON = {"bot", "bot.settings", "bot.errors", "bot.clock", "bot.database"}
MAY_IMPORT = {
    "bot/rulebook": set[str](),
    "bot/registry": COMMON | {"bot.rulebook"},
    "bot/i18n": COMMON | {"bot.rulebook"},
    "bot/encoder": COMMON,
    "bot/understanding": COMMON | {"bot.i18n", "bot.encoder"},
    "bot/answers": COMMON,
    "bot/identity": COMMON | {"bot.registry", "bot.i18n"},
    "bot/dialogue": COMMON
    | {"bot.rulebook", "bot.registry", "bot.i18n", "bot.answers"},
    "bot/brain": COMMON
    | {"bot.dialogue", "bot.rulebook", "bot.i18n", "bot.understanding"}
    | {"bot.answers"},
    "actions": COMMON
    | {"bot.dialogue", "bot.identity", "bot.registry", "bot.rulebook"},
}
RASA = ("rasa", "rasa_sdk", "sanic")


def package(name: str) -> str | None:
    """The package of ours that `name` belongs to, if any."""
    parts = name.split(".")
    if parts[0] not in ("bot", "actions"):
        return None
    if parts[0] == "actions":
        return "actions"
    folder = ROOT.joinpath(*parts[:2])
    known = folder.is_dir() or folder.with_suffix(".py").exists()
    return ".".join(parts[:2]) if len(parts) > 1 and known else parts[0]


@pytest.mark.parametrize("folder", sorted(MAY_IMPORT))
def test_a_package_imports_only_what_stands_below_it(folder: str) -> None:
    own = folder.replace("/", ".")
    for path in sources(folder):
        used = {package(name) for name in imported(path)} - {None, own}
        wrong = {name for name in used if name not in MAY_IMPORT[folder]}
        assert not wrong, f"{path.relative_to(ROOT)} imports {sorted(map(str, wrong))}"


def test_the_rulebook_needs_only_the_standard_library_and_yaml() -> None:
    for path in sources("bot/rulebook"):
        roots = {name.split(".")[0] for name in imported(path)}
        assert roots <= set(sys.stdlib_module_names) | {"yaml", "bot"}, path


def test_rasa_is_imported_by_the_brain_and_the_actions_alone() -> None:
    for path in sources("bot", "actions"):
        inside = path.relative_to(ROOT).as_posix()
        if inside.startswith(("bot/brain/", "actions/")):
            continue
        roots = {name.split(".")[0] for name in imported(path)}
        assert not roots & set(RASA), inside


@pytest.mark.parametrize(
    "module",
    ["bot.cli", "bot.rulebook", "bot.i18n", "bot.dialogue.planner", "bot.gateway"],
)
def test_importing_the_edge_does_not_load_rasa(module: str) -> None:
    loaded = "print('rasa' in sys.modules, 'tensorflow' in sys.modules)"
    code = f"import sys, {module}; {loaded}"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(ROOT),
    )
    assert done.stdout.split() == ["False", "False"]
