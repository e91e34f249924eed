"""What a family of records gives back, and what it gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from renkei.core.records import Leftover, Record
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Extraction:
    """Records and leftovers of one family, in order of the document."""

    records: Sequence[Record] = ()
    leftovers: Sequence[Leftover] = ()


class Family(Protocol):
    """A pure function from a prepared document to the records of one family.

    It decides by the document's own structure whether it applies, and returns an empty
    extraction when it does not. It never raises for strange text.
    """

    def __call__(self, source: Prepared, vocabulary: Vocabulary) -> Extraction:
        """Read ``source``."""
        ...


class Together(Protocol):
    """A pure function that puts together what all families read of one thing."""

    def __call__(
        self, source: Prepared, records: Sequence[Record], vocabulary: Vocabulary
    ) -> list[Record]:
        """All records, with those that were put together."""
        ...
