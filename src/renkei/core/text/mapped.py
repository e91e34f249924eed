"""A text together with the way back to the offsets of the text it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from renkei.core.source import Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """Characters ``start`` to ``end`` (exclusive) of a text give way to ``by``."""

    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class MappedText:
    """``text`` and where each of its characters came from.

    The map is piecewise: from ``here[i]`` on, offsets run in step with ``there[i]`` until the next
    piece. Pieces are few (one per replacement), so mapping costs a bisection and no memory per
    character. ``ends[i]`` is where piece i ends in the original, so that a replacement that grew
    never maps past the characters it replaced.
    """

    text: str
    here: tuple[int, ...] = (0,)
    there: tuple[int, ...] = (0,)
    ends: tuple[int, ...] = (2**62,)

    @classmethod
    def of(cls, text: str, start: int = 0) -> MappedText:
        """``text`` as it stands at ``start`` in the original."""
        return cls(text, (0,), (start,), (start + len(text),))

    def origin(self, index: int) -> int:
        """Original offset of character ``index`` of ``text`` (0 <= index <= len(text))."""
        piece = bisect_right(self.here, index) - 1
        return min(self.there[piece] + index - self.here[piece], self.ends[piece])

    def span(self, start: int, end: int) -> Span:
        """The original characters behind ``start`` to ``end`` (exclusive) of ``text``."""
        if end <= start:
            at = self.origin(start)
            return Span(at, at)
        last = bisect_right(self.here, end - 1) - 1
        offset = end - self.here[last]
        whole = (self.here[last + 1] if last + 1 < len(self.here) else len(self.text)) <= end
        stop = self.ends[last] if whole else min(self.there[last] + offset, self.ends[last])
        return Span(self.origin(start), max(stop, self.origin(start)))

    def replace(self, replacements: Iterable[Replacement]) -> MappedText:
        """Apply non-overlapping replacements given in ascending order; spans map through."""
        parts: list[str] = []
        here: list[int] = []
        there: list[int] = []
        ends: list[int] = []
        length = position = 0

        def copy(start: int, end: int) -> None:
            nonlocal length
            first = bisect_right(self.here, start) - 1
            for piece in range(first, len(self.here)):
                low = max(start, self.here[piece])
                high = end
                if piece + 1 < len(self.here):
                    high = min(end, self.here[piece + 1])
                if low >= high:
                    break
                origin = min(self.there[piece] + low - self.here[piece], self.ends[piece])
                complete = piece + 1 < len(self.here) and high == self.here[piece + 1]
                stop = self.ends[piece] if complete else min(origin + high - low, self.ends[piece])
                here.append(length)
                there.append(origin)
                ends.append(stop)
                parts.append(self.text[low:high])
                length += high - low

        for item in replacements:
            if item.start < position or item.end < item.start:
                raise ValueError("replacements must be ascending and must not overlap")
            copy(position, item.start)
            if item.by:
                source = self.span(item.start, item.end)
                here.append(length)
                there.append(source.start)
                ends.append(source.end)
                parts.append(item.by)
                length += len(item.by)
            position = item.end
        copy(position, len(self.text))
        if not here:
            at = self.origin(0)
            return MappedText("", (0,), (at,), (at,))
        return MappedText("".join(parts), tuple(here), tuple(there), tuple(ends))

    def slice(self, start: int, end: int) -> MappedText:
        """``text[start:end]`` with its map."""
        cut = [Replacement(0, start, ""), Replacement(end, len(self.text), "")]
        return self.replace(cut)

    def with_text(self, text: str) -> MappedText:
        """Another text of the same length, character for character; the map stays as it is."""
        if len(text) != len(self.text):
            raise ValueError("the map of a text holds only for texts of its length")
        return MappedText(text, self.here, self.there, self.ends)
