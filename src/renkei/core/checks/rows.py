"""The rows of a register as a document, so that rules look at them as at any other.

One line per activity, its fields parted by tabs under the names of the interchange format; the
first line names the register and the day. A finding points at lines, and a line names its row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from renkei.core.checks.style import HOUSE, Style
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity
from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document, Line
from renkei.core.values import FiscalYear, PartialDate
from renkei.core.vocabulary import Vocabulary

FORM = "register"
HEAD = "台帳"
COLUMNS = (
    "id", "start", "end", "fiscal_year", "partners", "kind", "level", "status", "framework", "title",
)  # fmt: skip
TABLE = f"{HEAD}\t2026-04-01\n" + "\t".join(COLUMNS) + "\n"
"""The first lines of a register, for examples."""


def render(rows: Iterable[Mapping[str, object]], today: date) -> str:
    """The text of ``rows``, whose keys are :data:`COLUMNS`; partners parted by ";"."""
    lines = (
        "\t".join(" ".join(str(row.get(name) or "").split()) for name in COLUMNS) for row in rows
    )
    return "\n".join([f"{HEAD}\t{today.isoformat()}", "\t".join(COLUMNS), *lines]) + "\n"


def is_register(text: str) -> bool:
    """Whether a text is one of :func:`render`."""
    return text.startswith(f"{HEAD}\t")


def register_subject(
    text: str, vocabulary: Vocabulary, name: str = "register", style: Style = HOUSE
) -> Subject:
    """The subject of a text of :func:`render`."""
    document = Document(DocumentRef(name, "0" * 64), text)
    lines = list(document.lines)
    records = [_activity(document, line) for line in lines[2:] if line.text]
    subject = Subject(document, records, vocabulary, FORM, style=style)
    subject.today = date.fromisoformat(lines[0].text.split("\t")[1])
    return subject


def row_id(subject: Subject, line: int) -> str:
    """The id of the row on ``line``."""
    return subject.document.line(line).text.partition("\t")[0]


def _activity(document: Document, line: Line) -> Activity:
    row = dict(zip(COLUMNS, line.text.split("\t"), strict=True))
    return Activity(
        evidence=document.evidence(Span(line.span.start, line.span.end)),
        rule="register.row",
        title=row["title"],
        kind=row["kind"],  # type: ignore[arg-type]  # constrained by the register
        partners=tuple(filter(None, row["partners"].split(";"))),
        framework=row["framework"] or None,
        start=PartialDate.parse(row["start"]) if row["start"] else None,
        end=PartialDate.parse(row["end"]) if row["end"] else None,
        fiscal_year=FiscalYear(int(row["fiscal_year"])) if row["fiscal_year"] else None,
        level=row["level"] or None,  # type: ignore[arg-type]
        status=row["status"],  # type: ignore[arg-type]
    )
