"""Rasa's files agree, and nothing is taken for training data by chance."""

from __future__ import annotations

import ast
import re
import subprocess
from typing import Any

import yaml

from bot.rulebook import EVERY_FACT
from tests.health.conftest import ROOT, sources, tree

# intents that no training example has: buttons and the component make them
MADE = {"ask", "lookup", "nlu_fallback"}


def domain() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    return loaded


def trained_intents() -> set[str]:
    found: set[str] = set()
    for path in (ROOT / "data" / "nlu").glob("*.yml"):
        for block in yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            found.add(block["intent"])
    return found


def ruled_intents() -> set[str]:
    text = (ROOT / "data" / "rules" / "answers.yml").read_text("utf-8")
    return set(re.findall(r"- intent: (\w+)", text))


def test_every_intent_is_trained_and_known_to_the_domain() -> None:
    assert set(domain()["intents"]) == trained_intents() | MADE


def test_every_intent_has_a_rule() -> None:
    assert ruled_intents() == set(domain()["intents"])


def test_every_action_of_the_domain_is_written_and_the_other_way_round() -> None:
    written = {
        node.value.value
        for path in sources("actions")
        for cls in ast.walk(tree(path))
        if isinstance(cls, ast.ClassDef)
        for method in cls.body
        if isinstance(method, ast.FunctionDef) and method.name == "name"
        for node in method.body
        if isinstance(node, ast.Return) and isinstance(node.value, ast.Constant)
    }
    assert written == set(domain()["actions"])


def test_every_response_is_said_somewhere_and_every_said_one_is_written() -> None:
    said = {
        name
        for path in sources("bot", "actions")
        for name in re.findall(r'"(utter_\w+)"', path.read_text("utf-8"))
    }
    # worded from values, with no sentence of its own in the domain; a key of Rasa's
    from_values = {"utter_office", "utter_plans", "utter_wage_totals", "utter_action"}
    from_values |= {"utter_noted"}
    assert said - from_values == set(domain()["responses"])


def test_every_fact_may_be_carried_by_a_button() -> None:
    assert set(EVERY_FACT) | {"need", "question"} <= set(domain()["entities"])


def test_each_response_has_one_wording() -> None:
    for name, variants in domain()["responses"].items():
        assert len(variants) == 1, name
        assert set(variants[0]) == {"text"}, name


def test_only_training_data_stands_below_data() -> None:
    magic = {"nlu", "rules", "stories", "version"}
    tables = ROOT / "data" / "several"  # ours alone: Rasa reads no table
    for path in (ROOT / "data").rglob("*"):
        if path.parent == tables:
            assert path.name == "README.md" or path.suffix == ".csv", path
        elif path.is_file():
            assert path.suffix == ".yml", path
            keys = set(yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader))
            assert keys <= magic, path


def test_no_yaml_file_elsewhere_is_taken_for_a_rasa_test() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*/test_*.yml", "*/test_*.yaml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert not listed.stdout.split()
