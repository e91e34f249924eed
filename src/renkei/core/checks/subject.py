"""What rules look at: a document, its passages and the records read from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from renkei.core.checks.style import HOUSE, Style
from renkei.core.records import Activity, Record
from renkei.core.records.types import LISTED
from renkei.core.source import Evidence, Span
from renkei.core.text.document import Document, Line
from renkei.core.text.passages import Passage, in_columns, passages
from renkei.core.text.prepared import Prepared, prepare
from renkei.core.vocabulary import Vocabulary

_RecordT = TypeVar("_RecordT", bound=Record)


class Subject:
    """One document under check, and the other documents it may be compared with.

    ``style`` is the house style it is looked at by; ``form`` is the code of the form its records were
    read by, "" when none applied. Nothing is changed by looking; what several rules need is made
    once.
    """

    def __init__(
        self,
        document: Document,
        records: Sequence[Record],
        vocabulary: Vocabulary,
        form: str = "",
        others: Iterable[Subject] = (),
        style: Style = HOUSE,
    ) -> None:
        self.document = document
        self.records = tuple(records)
        self.vocabulary = vocabulary
        self.form = form
        self.others = tuple(others)
        self.style = style
        self.today: date | None = None  # of a register: the day on which it is looked at

    def of(self, kind: type[_RecordT]) -> tuple[_RecordT, ...]:
        """The records of exactly ``kind``, in order of the document."""
        return tuple(record for record in self.records if type(record) is kind)

    @cached_property
    def listed(self) -> tuple[Activity, ...]:
        """The entries of the lists of a sheet; what its prose tells stands in no list."""
        return tuple(each for each in self.of(Activity) if each.rule.startswith(LISTED))

    @cached_property
    def prepared(self) -> Prepared:
        """The document with markup out and widths folded."""
        return prepare(self.document)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Paragraphs, headings, items and cells with their wrapped lines joined."""
        return passages(self.prepared)

    @cached_property
    def in_columns(self) -> bool:
        """Whether the text is set in columns, so that captions cut its sentences."""
        return in_columns(self.prepared)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The printed lines, as they are."""
        return tuple(self.document.lines)

    def quote(self, span: Span) -> Evidence:
        """Evidence for ``span`` of the document."""
        return self.document.evidence(span)

    def quote_passage(self, passage: Passage, start: int, end: int) -> Evidence:
        """Evidence for characters ``start`` to ``end`` (exclusive) of a passage."""
        return self.document.evidence(passage.span(start, end))
