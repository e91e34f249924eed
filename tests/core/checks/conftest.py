"""Reading a text as the checker does: every family, then a subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renkei.core.checks import HOUSE, Style, Subject
from renkei.core.checks.rows import is_register, register_subject
from renkei.core.pipeline import read
from renkei.core.source import DocumentRef
from renkei.core.text import Document
from renkei.core.vocabulary import load

SubjectOf = Callable[..., Subject]


@pytest.fixture
def subject_of() -> SubjectOf:
    """A subject made of a text."""

    def make(
        text: str,
        name: str = "見本.txt",
        others: tuple[Subject, ...] = (),
        style: Style = HOUSE,
    ) -> Subject:
        if is_register(text):
            return register_subject(text, load(), name, style)
        reading = read(Document(DocumentRef(name, "0" * 64), text))
        return Subject(reading.document, reading.records, load(), reading.form, others, style)

    return make
