"""`renkei explain`: what was read from a line, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import click

from renkei.cli.extract import open_document
from renkei.cli.language import chosen_language, language_option, say, words
from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language
from renkei.core.source import Evidence

if TYPE_CHECKING:
    from renkei.core.pipeline import Reading
    from renkei.core.records import Record
    from renkei.core.text import Line

_SHOWN = 400  # characters of a line or a quotation; official lists print lines of thousands
Term = Callable[[str], str]


@click.command(help=words("explain"))
@click.argument("file", metavar="FILE")
@click.option("--line", type=click.IntRange(min=1), required=True, help=words("option.line"))
@click.option(
    "--published", type=click.IntRange(1868, 2200), metavar="YEAR", help=words("option.published")
)
@language_option
def explain(file: str, line: int, published: int | None, lang: str | None) -> None:
    """Nothing is changed and nothing is stored."""
    language = chosen_language(lang)
    document = open_document(file, published)
    if line > document.line_count:
        raise UsageError("RK425", name=document.ref.name, line=line, count=document.line_count)
    from renkei.core.pipeline import read  # noqa: PLC0415 - --help starts fast without it
    from renkei.core.vocabulary import load  # noqa: PLC0415

    vocabulary = load()

    def term(code: str) -> str:
        try:
            return f"{vocabulary.label(code, language)} ({code})"
        except KeyError:
            return code

    reading = read(document, vocabulary)
    click.echo("\n".join(_report(reading, document.line(line), language, term)))


def _report(reading: Reading, line: Line, language: Language, term: Term) -> Iterator[str]:
    """The answer, line by line."""
    records = [item for item in reading.records if _touches(item.evidence, line)]
    leftovers = [item for item in reading.leftovers if _touches(item.evidence, line)]
    name = reading.document.ref.name
    yield say("heading", language, name=name, line=line.number)
    yield f"  {_cut(line.text, language)}"
    yield ""
    if not records:
        yield say("nothing" if reading.records else "no-form", language)
    else:
        yield say("records", language, count=len(records))
    for number, record in enumerate(records, 1):
        yield ""
        yield f"{number}. {term(record.type)}"
        yield from _aligned(_record(record, language, term))
    if leftovers:
        yield ""
        yield say("leftovers", language, count=len(leftovers))
    for number, leftover in enumerate(leftovers, 1):
        yield ""
        yield f"{number}. {_cut(leftover.evidence.text, language)}"
        yield from _aligned([(say("reason", language), term(leftover.reason))])


def _touches(evidence: Evidence, line: Line) -> bool:
    return (
        evidence.start <= line.span.end and max(evidence.end, evidence.start + 1) > line.span.start
    )


def _record(record: Record, language: Language, term: Term) -> Iterator[tuple[str, str]]:
    """Label and value of what is known of a record."""
    from renkei.core.records import to_json  # noqa: PLC0415

    shape = to_json(record, "")
    for field in ("type", "id", "evidence", "notes", "rule"):
        del shape[field]
    yield say("rule", language), record.rule
    at = record.evidence
    yield say("printed", language), f"「{_cut(at.text, language)}」"
    place = say("where.value", language, line=at.line, start=at.start, end=at.end)
    where = [str(part) for part in (at.place.page, at.place.sheet, at.place.cell) if part]
    yield say("where", language), " ".join([place, *where])
    for field, value in shape.items():
        yield field, _shown(value, term)
    for note in record.notes:
        yield say("inferred", language), term(note)


def _shown(value: object, term: Term) -> str:
    if isinstance(value, list):
        return "、".join(_shown(item, term) for item in value) or "—"
    if isinstance(value, dict):
        return " ".join(f"{key}={_shown(item, term)}" for key, item in value.items())
    return term(value) if isinstance(value, str) else str(value)


def _aligned(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Label and value in two columns; Japanese characters are two columns wide."""
    rows = list(pairs)
    widths = [_columns(label) for label, _ in rows]
    for (label, value), width in zip(rows, widths, strict=True):
        yield f"   {label}{' ' * (max(widths) - width)}  {value}"


def _columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)


def _cut(text: str, language: Language) -> str:
    """One printable line of at most :data:`_SHOWN` characters."""
    line = "".join(c if c.isprintable() else " " for c in text)
    if len(line) <= _SHOWN:
        return line
    return line[:_SHOWN] + say("cut", language, count=len(line))
