"""`rasa run` without TensorFlow: half the start-up time and half the memory.

Rasa imports TensorFlow for two helpers of its neural components, and all of those
components for a validator that works in training only; this assistant has none of
them. The three modules are stood in for before Rasa is imported. A model that does
hold a neural component is refused when it is loaded: it does not run half.
"""

from __future__ import annotations

import argparse
import sys
import types

from bot import settings

STAND_INS = {
    "rasa.utils.tensorflow.callback": ("RasaTrainingLogger", "RasaModelCheckpoint"),
    "rasa.utils.tensorflow.data_generator": ("RasaBatchDataGenerator",),
    "rasa.graph_components.validators.default_recipe_validator": (
        "DefaultV1RecipeValidator",
    ),
}


class NotHere:
    """Takes a neural helper's place; using it is an error that says what to do."""

    def __init__(self, *_: object, **__: object) -> None:
        raise RuntimeError(
            "neural components need TensorFlow, which bot.brain.server leaves out"
        )


def leave_out_tensorflow() -> None:
    """Must run before Rasa is imported."""
    for name, classes in STAND_INS.items():
        module = types.ModuleType(name)
        for each in classes:
            setattr(module, each, type(each, (NotHere,), {}))
        sys.modules.setdefault(name, module)


def main() -> None:
    """Serve the model on loopback until told to stop."""
    parser = argparse.ArgumentParser(prog="bot.brain.server", description=__doc__)
    parser.add_argument("--model", required=True, help="the exact model file")
    model = parser.parse_args().model
    leave_out_tensorflow()
    port = str(settings.load().brain_port)
    where = ["--interface", "127.0.0.1", "--port", port]
    files = ["--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
    sys.argv = ["rasa", "run", "--model", model, *where, *files]
    from rasa.__main__ import main as rasa

    rasa()


if __name__ == "__main__":
    main()
