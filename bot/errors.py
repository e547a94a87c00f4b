"""Every error that this project raises on purpose.

* TanyaError                 code, message; one line for a person to act on
  - ConfigurationError       a setting or file is wrong or missing
  - ServiceUnavailable       a process of ours does not answer
    - BrainUnavailable       the dialogue engine is down, slow or talks nonsense
    - RegistryUnavailable    the records cannot be read now; says nothing of them
  - PersonNotFound           the records were read and hold no such person
  - ImportRunning            another import is at work on the same registry
  - UsageError               the caller asked in a way that cannot be understood

The rulebook's branch stands in ``bot.rulebook.errors``, so that it can move house.
"""

from __future__ import annotations


class TanyaError(Exception):
    """Root of the tree. `code` is stable; `str()` is one clear line."""

    code = "error"


class ConfigurationError(TanyaError):
    """A setting, a file or the machine is not as it must be."""

    code = "configuration"


class ServiceUnavailable(TanyaError):
    """A process that this one depends on does not answer."""

    code = "unavailable"


class BrainUnavailable(ServiceUnavailable):
    """The brain did not answer a turn in a way that can be used."""

    code = "brain_unavailable"


class RegistryUnavailable(ServiceUnavailable):
    """The records cannot be read or written now; it says nothing of their content."""

    code = "registry_unavailable"


class PersonNotFound(TanyaError):
    """The records answered: they hold no such person. Never carries who was sought."""

    code = "person_not_found"

    def __init__(self) -> None:
        super().__init__("no such person is on record")


class ImportRunning(TanyaError):
    """Two imports at once would count each other's lines."""

    code = "import_running"

    def __init__(self) -> None:
        super().__init__("another import into this registry is at work")


class UsageError(TanyaError):
    """Wrong usage of a command: exit code 2."""

    code = "usage"
