"""Everything Renkei raises on purpose.

RenkeiError              a sentence for people, with a stable code
├── InputError           a file or text that cannot be read
├── ValueFormError       a date, year, amount or quantity that is not one
├── UsageError           a command or request that cannot be carried out as asked
└── ConflictError        somebody else changed the same thing first
"""

from __future__ import annotations

from renkei.core.errors.messages import MESSAGES, Language


class RenkeiError(Exception):
    """An error with a stable code and one clear sentence per language.

    ``code`` is a key of :data:`renkei.core.errors.messages.MESSAGES`; ``params`` fill the
    placeholders of its sentences. Raises KeyError at once when the code is not registered.
    """

    exit_code = 1

    def __init__(self, code: str, **params: object) -> None:
        self.code = code
        self.params = params
        super().__init__(self.message("en"))

    def message(self, language: Language = "ja") -> str:
        """The sentence in ``language``: what was found, where, what to do; ends in the code."""
        sentence = MESSAGES[self.code].text(language).format(**self.params)
        return f"{sentence} [{self.code}]"


class InputError(RenkeiError):
    """A file or text that cannot be read. Nothing of it was stored."""

    exit_code = 65  # EX_DATAERR of sysexits.h


class ValueFormError(RenkeiError, ValueError):
    """A date, year, amount or quantity that is not one."""

    exit_code = 65


class UsageError(RenkeiError):
    """A command or request that cannot be carried out as asked."""

    exit_code = 64  # EX_USAGE of sysexits.h


class DeniedError(RenkeiError):
    """The person may not do this. Nothing was written."""

    exit_code = 77  # EX_NOPERM of sysexits.h


class ConflictError(RenkeiError):
    """Somebody else changed the same thing first. Nothing was written."""

    exit_code = 75  # EX_TEMPFAIL: look again, then repeat
