"""A document made ready for reading: one normalised text and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar, cast

from renkei.core.source import Evidence
from renkei.core.text.document import Document
from renkei.core.text.mapped import MappedText
from renkei.core.text.markup import strip_html, strip_markup
from renkei.core.text.normalise import normalise
from renkei.core.text.prose import Block, blocks

_Made = TypeVar("_Made")


# Not slotted: the blocks are found when first asked for and kept on the instance.
@dataclass(frozen=True)
class Prepared:
    """``plain`` is the whole document, markup out and widths folded, mapped to the original."""

    document: Document
    plain: MappedText
    _made: dict[Callable[[str], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def text(self) -> str:
        """The normalised text that patterns are matched against."""
        return self.plain.text

    def once(self, make: Callable[[str], _Made]) -> _Made:
        """What ``make`` makes of the text: made when first asked for, and shared by all families."""
        if make not in self._made:
            self._made[make] = make(self.text)
        return cast("_Made", self._made[make])

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The document as running prose; for families that read prose, which share it."""
        return tuple(blocks(self.plain))

    def evidence(self, start: int, end: int) -> Evidence:
        """Evidence for characters ``start`` to ``end`` (exclusive) of the normalised text."""
        return self.document.evidence(self.plain.span(start, end))

    def quote(self, mapped: MappedText, start: int, end: int) -> Evidence:
        """Evidence for a span of any text that maps to the original document."""
        return self.document.evidence(mapped.span(start, end))


def prepare(document: Document) -> Prepared:
    """Strip markup, fold widths. The document itself is unchanged."""
    text = MappedText.of(document.text)
    if document.media_type == "text/html":
        text = strip_html(text)
    return Prepared(document, normalise(strip_markup(text)))
