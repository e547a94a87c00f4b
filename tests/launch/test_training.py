"""The model is trained when what it is made from changed, and only then."""

from __future__ import annotations

import subprocess
from dataclasses import replace

import pytest

from bot import settings as settings_module
from bot.errors import ConfigurationError
from bot.launch import training


@pytest.fixture
def root(tmp_path):
    for name in (
        "config.yml",
        "domain.yml",
        "data/nlu/ask.yml",
        "data/several/questions.csv",
        "bot/understanding/model.py",
        "bot/brain/components.py",
        "bot/brain/channel.py",
        "requirements.lock",
        "README.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.fixture
def chosen(root):
    return replace(
        settings_module.load({}),
        var=root / "var",
        model=root / "models" / "tanya.tar.gz",
    )


@pytest.fixture
def trainings(monkeypatch):
    """Trainings that took place; each one makes a model in no time."""
    done: list[list[str]] = []

    def run(command, *, stdout, **_):
        done.append(command)
        out = training.Path(command[command.index("--out") + 1])
        out.mkdir(parents=True)
        (out / "tanya.tar.gz").write_text(f"model {len(done)}")
        stdout.write(b"trained\n")
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(training.subprocess, "run", run)
    return done


def test_the_model_is_trained_once_and_not_again(chosen, root, trainings):
    assert not training.is_current(chosen.model, root)
    assert training.ensure_model(chosen, root=root) > 0
    assert training.is_current(chosen.model, root)
    assert training.ensure_model(chosen, root=root) == 0
    assert len(trainings) == 1


@pytest.mark.parametrize(
    "name",
    [
        "config.yml",
        "domain.yml",
        "data/nlu/ask.yml",
        "data/several/questions.csv",
        "bot/understanding/model.py",
        "bot/brain/components.py",
        "requirements.lock",
    ],
)
def test_the_model_is_stale_when_something_it_is_made_from_changes(
    chosen, root, trainings, name
):
    training.ensure_model(chosen, root=root)
    (root / name).write_text("other")
    assert not training.is_current(chosen.model, root)
    training.ensure_model(chosen, root=root)
    assert len(trainings) == 2


@pytest.mark.parametrize("name", ["README.md", "bot/brain/channel.py"])
def test_the_model_stays_current_when_something_else_changes(
    chosen, root, trainings, name
):
    training.ensure_model(chosen, root=root)
    (root / name).write_text("other")
    assert training.is_current(chosen.model, root)


def test_a_file_added_renamed_or_removed_makes_the_model_stale(chosen, root, trainings):
    training.ensure_model(chosen, root=root)
    first = training.fingerprint(root)
    added = root / "data" / "nlu" / "more.yml"
    added.write_text("ask")
    second = training.fingerprint(root)
    added.rename(added.with_name("other.yml"))
    assert len({first, second, training.fingerprint(root)}) == 3


def test_a_stamp_without_a_model_is_not_believed(chosen, root, trainings):
    training.ensure_model(chosen, root=root)
    chosen.model.unlink()
    assert not training.is_current(chosen.model, root)


def test_a_failed_training_keeps_the_old_model_and_says_why(
    chosen, root, trainings, monkeypatch
):
    training.ensure_model(chosen, root=root)
    (root / "domain.yml").write_text("broken")

    def fail(command, *, stdout, **_):
        stdout.write(b"loading\n\x1b[91mRule 'ask' contradicts itself\x1b[0m\n\n")
        return subprocess.CompletedProcess(command, 1)

    monkeypatch.setattr(training.subprocess, "run", fail)
    with pytest.raises(ConfigurationError, match=r"contradicts itself; .*train\.log"):
        training.ensure_model(chosen, root=root)
    assert chosen.model.read_text() == "model 1"
    assert not training.is_current(chosen.model, root)
