"""The dates of sentences that are read out of order, block by block."""

from __future__ import annotations

from collections.abc import Sequence

from renkei.core.grammar.outline import Sentence
from renkei.core.grammar.prose_dates import Carried, DateGroup, read_dates


class Dates:
    """Dates by sentence. A block is read when one of its sentences is first asked for."""

    def __init__(self, sentences: Sequence[Sentence], published: int | None) -> None:
        self._sentences = sentences
        self._published = published
        self._known: dict[int, list[DateGroup]] = {}

    def of(self, index: int) -> list[DateGroup]:
        """The dates of sentence ``index``; offsets count from its start."""
        if index not in self._known:
            self._read_block(index)
        return self._known[index]

    def before(self, index: int, at: int) -> DateGroup | None:
        """The last date before ``at`` in sentence ``index``, asides left out."""
        found = [group for group in self.of(index) if group.end <= at and not group.aside]
        return found[-1] if found else None

    def _read_block(self, index: int) -> None:
        carried = Carried(published=self._published)
        at = index - self._sentences[index].first
        text = self._sentences[index].text
        while at < len(self._sentences) and self._sentences[at].text is text:
            self._known[at] = read_dates(self._sentences[at].words, carried)
            at += 1
