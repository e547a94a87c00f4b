"""Every error that this project raises on purpose.

* TanyaError                 code, message; one line for a person to act on
  - ConfigurationError       a setting or file is wrong or missing
  - ServiceUnavailable       a process of ours does not answer
    - BrainUnavailable       the dialogue engine is down, slow or talks nonsense
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


class UsageError(TanyaError):
    """Wrong usage of a command: exit code 2."""

    code = "usage"
