"""Provenance: which document, which characters, which words. Everything else carries these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DocumentRef:
    """The identity of a document: the name of its file and the SHA-256 (hex) of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` (inclusive) to ``end`` (exclusive)."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}-{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def shift(self, by: int) -> Span:
        """The same characters counted from another origin."""
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands on a page or in a workbook, for documents that are not plain text.

    ``page`` is 1-based; ``box`` is (left, top, right, bottom) in points from the top left of the
    page; ``sheet`` and ``cell`` are the names a workbook uses ("予算", "C12").
    """

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    sheet: str | None = None
    cell: str | None = None


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The printed words a fact was read from.

    ``text`` equals the decoded source text between ``start`` and ``end``; ``line`` is the 1-based
    line on which ``start`` stands.
    """

    document: DocumentRef
    start: int
    end: int
    line: int
    text: str
    place: Place = NOWHERE
