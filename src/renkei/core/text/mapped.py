"""A text together with the way back to the offsets of the text it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renkei.core.source import Span

IN_STEP = -1


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters ``start`` to ``end`` (exclusive) of a text give way to ``by``."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class MappedText:
    """``text`` and where each of its characters came from.

    The map is piecewise: piece i begins at ``here[i]`` in ``text`` and at ``there[i]`` in the
    original. Where ``ends[i]`` is IN_STEP its characters are those of the original, one for one.
    Otherwise the whole piece stands for the original characters up to ``ends[i]`` (exclusive),
    and every character of it maps to all of them. Pieces are few, so mapping costs a bisection
    and no memory per character. Characters that were taken out map to nowhere.
    """

    text: str
    here: tuple[int, ...] = (0,)
    there: tuple[int, ...] = (0,)
    ends: tuple[int, ...] = (IN_STEP,)

    @classmethod
    def of(cls, text: str, start: int = 0) -> MappedText:
        """``text`` as it stands at ``start`` in the original."""
        return cls(text, (0,), (start,), (IN_STEP,))

    def origin(self, index: int) -> int:
        """Where the character ``index`` of ``text`` begins in the original.

        For ``len(text)``: where the last character ends.
        """
        if index == len(self.text) and index > 0:
            return self._stop(index - 1)
        piece = bisect_right(self.here, index) - 1
        if self.ends[piece] == IN_STEP:
            return self.there[piece] + index - self.here[piece]
        return self.there[piece]

    def span(self, start: int, end: int) -> Span:
        """The original characters behind ``start`` to ``end`` (exclusive) of ``text``."""
        if len(self.here) == 1 and self.ends[0] == IN_STEP:  # most documents are not changed
            shift = self.there[0]
            return Span(shift + start, shift + end)
        at = self.origin(start)
        return Span(at, self._stop(end - 1) if end > start else at)

    def _stop(self, index: int) -> int:
        """Where the character ``index`` ends in the original (exclusive)."""
        piece = bisect_right(self.here, index) - 1
        if self.ends[piece] == IN_STEP:
            return self.there[piece] + index - self.here[piece] + 1
        return self.ends[piece]

    def runs(self) -> Iterator[Span]:
        """The original characters that stand in ``text``, run by run."""
        for index, begin in enumerate(self.there):
            stop = self.here[index + 1] if index + 1 < len(self.here) else len(self.text)
            copied = self.ends[index] == IN_STEP
            yield Span(begin, begin + stop - self.here[index] if copied else self.ends[index])

    def replace(self, replacements: Iterable[Replacement]) -> MappedText:
        """Apply non-overlapping replacements given in ascending order; spans map through.

        Raises ValueError when they are not.
        """
        made = _Composition(self)
        position = 0
        for item in replacements:
            if item.start < position or item.end < item.start:
                raise ValueError("replacements must be ascending and must not overlap")
            made.copy(position, item.start)
            made.put(item)
            position = item.end
        made.copy(position, len(self.text))
        return made.result()

    def slice(self, start: int, end: int) -> MappedText:
        """``text[start:end]`` with its map."""
        made = _Composition(self)
        made.copy(start, end)
        return made.result(at=start)

    def with_text(self, text: str) -> MappedText:
        """Another text of the same length, character for character; the map stays as it is."""
        if len(text) != len(self.text):
            raise ValueError("the map of a text holds only for texts of its length")
        return MappedText(text, self.here, self.there, self.ends)


class _Composition:
    """A mapped text in the making, from runs of another."""

    def __init__(self, source: MappedText) -> None:
        self._source = source
        self._parts: list[str] = []
        self._length = 0
        self._here: list[int] = []
        self._there: list[int] = []
        self._ends: list[int] = []

    def copy(self, start: int, end: int) -> None:
        """Take over characters ``start`` to ``end`` (exclusive) with their map."""
        if start >= end:
            return
        source = self._source
        piece = bisect_right(source.here, start) - 1
        low, pieces = start, len(source.here)
        while low < end:
            high = min(end, source.here[piece + 1]) if piece + 1 < pieces else end
            stop = source.ends[piece]
            begin = source.there[piece]
            if stop == IN_STEP:
                begin += low - source.here[piece]
            self._add(source.text[low:high], begin, stop)
            low, piece = high, piece + 1

    def put(self, item: Replacement) -> None:
        """Append what a replacement puts in the place of its characters."""
        if item.by:
            span = self._source.span(item.start, item.end)
            self._add(item.by, span.start, span.end)

    def _add(self, text: str, there: int, end: int) -> None:
        last = self._there[-1] + self._length - self._here[-1] if self._here else -1
        if not (end == IN_STEP and self._here and self._ends[-1] == IN_STEP and last == there):
            self._here.append(self._length)
            self._there.append(there)
            self._ends.append(end)
        self._parts.append(text)
        self._length += len(text)

    def result(self, at: int = 0) -> MappedText:
        """What was made; an empty text keeps the place ``at`` of the source."""
        if not self._here:
            origin = self._source.origin(at)
            return MappedText("", (0,), (origin,), (origin,))
        text = "".join(self._parts)
        return MappedText(text, tuple(self._here), tuple(self._there), tuple(self._ends))
