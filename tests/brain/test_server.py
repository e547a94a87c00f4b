"""The brain starts without TensorFlow, and says so when a model needs it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bot.brain.server import NotHere
from bot.settings import ROOT

IMPORTS = """
import sys
from bot.brain.server import leave_out_tensorflow
leave_out_tensorflow()
import rasa.core.agent, rasa.core.run, rasa.cli.run
assert "tensorflow" not in sys.modules
"""


@pytest.mark.rasa
def test_rasa_is_imported_without_tensorflow():
    command = [sys.executable, "-W", "ignore", "-c", IMPORTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_neural_helper_that_is_used_all_the_same_fails_loudly():
    with pytest.raises(RuntimeError, match="need TensorFlow"):
        NotHere("logs", epochs=1)
