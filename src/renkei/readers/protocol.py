"""What a reader gets and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from renkei.core.source import Place, Span


@dataclass(frozen=True, slots=True)
class Readout:
    """The text of one file and where its passages stand.

    ``places`` are in ascending order of span and do not overlap; ``gaps`` are the places at which
    something stands that could not be read, each with a reason of the glossary.
    """

    text: str
    media_type: str
    encoding: str | None = None
    places: tuple[tuple[Span, Place], ...] = ()
    gaps: tuple[tuple[Span, str], ...] = ()


class Reader(Protocol):
    """Reads the bytes of one format.

    Raises InputError with one sentence for anything it cannot read; never another exception,
    whatever the bytes. The same bytes always give the same readout.
    """

    def __call__(self, name: str, data: bytes) -> Readout:
        """Read ``data``; ``name`` is only for messages."""
        ...
