"""`renkei explain`: what was read from a line, and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
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
    from renkei.core.vocabulary import Vocabulary

_SHOWN = 400  # characters of a line or a quotation; official lists print lines of thousands
# Fields that hold codes, and the groups of the glossary that tell them.
_CODED = {
    "kind": ("kind", "value_kind"),
    "form": ("form", "form_kind"),
    "aspect": ("profile_aspect",),
    "group": ("foip_group",),
    "stage": ("agreement_stage",),
    **{
        name: (name,)
        for name in (
            "category", "mode", "level", "direction", "status", "agreement", "measure", "absence"
        )
    },
}  # fmt: skip
_PARTNERS = frozenset({"partner", "partners", "co_operating", "code"})


@click.command(help=words("explain"))
@click.argument("file", metavar="FILE")
@click.option("--line", type=click.IntRange(min=1), help=words("option.line"))
@click.option("--record", "wanted", metavar="ID", help=words("option.record"))
@click.option(
    "--published", type=click.IntRange(1868, 2200), metavar="YEAR", help=words("option.published")
)
@language_option
def explain(
    file: str, line: int | None, wanted: str | None, published: int | None, lang: str | None
) -> None:
    """Nothing is changed and nothing is stored."""
    language = chosen_language(lang)
    if (line is None) == (wanted is None):
        raise UsageError("RK427")
    document = open_document(file, published)
    if line is not None and line > document.line_count:
        raise UsageError("RK425", name=document.ref.name, line=line, count=document.line_count)
    from renkei.core.pipeline import read_whole  # noqa: PLC0415 - --help starts fast without it
    from renkei.core.vocabulary import load  # noqa: PLC0415

    vocabulary = load()
    reading = read_whole(document, vocabulary)
    said = _Words(vocabulary, language)
    if wanted is not None:
        report: Iterable[str] = _one(reading, wanted, said)
    else:
        assert line is not None
        report = _report(reading, document.line(line), said)
    click.echo("\n".join(report))


class _Words:
    """How codes and values are said in one language."""

    def __init__(self, vocabulary: Vocabulary, language: Language) -> None:
        self.vocabulary = vocabulary
        self.language = language

    def say(self, key: str, **values: object) -> str:
        """Words of the command line."""
        return say(key, self.language, **values)

    def term(self, code: str, *groups: str) -> str:
        """The glossary's term with its code; the code alone where there is none."""
        for group in groups:
            with suppress(KeyError):
                return f"{self.vocabulary.label(code, self.language, group)} ({code})"
        return code

    def value(self, field: str, value: object) -> str:
        """A value of ``field`` as people read it."""
        if isinstance(value, list):
            return "、".join(self.value(field, item) for item in value) or "—"
        if isinstance(value, dict):
            return " ".join(f"{name}={self.value(name, item)}" for name, item in value.items())
        if not isinstance(value, str):
            return str(value)
        partner = self.vocabulary.partners.get(value) if field in _PARTNERS else None
        if partner is not None:
            return f"{partner.ja if self.language == 'ja' else partner.en} ({value})"
        return self.cut(self.term(value, *_CODED.get(field, ())))

    def cut(self, text: str) -> str:
        """One printable line of at most :data:`_SHOWN` characters."""
        line = "".join(c if c.isprintable() else " " for c in text).strip()
        if len(line) <= _SHOWN:
            return line
        return line[:_SHOWN] + self.say("cut", count=len(line))


def _one(reading: Reading, wanted: str, words: _Words) -> Iterator[str]:
    """The answer about one record, by its id or the beginning of it.

    Raises UsageError RK428 unless just one record has such an id.
    """
    from renkei.core.records.encode import record_ids  # noqa: PLC0415

    found = [
        (name, record)
        for name, record in zip(record_ids(reading.records), reading.records, strict=True)
        if name.startswith(wanted)
    ]
    if len(found) != 1:
        raise UsageError("RK428", name=reading.document.ref.name, found=wanted, number=len(found))
    [(name, record)] = found
    yield f"{words.term(record.type, 'record_type')} {name}"
    yield from _aligned(_record(reading, record, words))


def _report(reading: Reading, line: Line, words: _Words) -> Iterator[str]:
    """The answer, line by line."""
    records = [item for item in reading.records if _touches(item.evidence, line)]
    leftovers = [item for item in reading.leftovers if _touches(item.evidence, line)]
    yield words.say("heading", name=reading.document.ref.name, line=line.number)
    yield f"  {words.cut(line.text)}"
    yield ""
    if records:
        yield words.say("records", count=len(records))
    else:
        yield words.say("nothing" if reading.records else "no-form")
    for number, record in enumerate(records, 1):
        yield ""
        yield f"{number}. {words.term(record.type, 'record_type')}"
        yield from _aligned(_record(reading, record, words))
    if leftovers:
        yield ""
        yield words.say("leftovers", count=len(leftovers))
    for number, leftover in enumerate(leftovers, 1):
        yield ""
        yield f"{number}. {words.cut(leftover.evidence.text)}"
        yield from _aligned([(words.say("reason"), words.term(leftover.reason, "leftover_reason"))])


def _touches(evidence: Evidence, line: Line) -> bool:
    """Whether the quoted words stand on the line, or begin there and are none."""
    last = max(evidence.end, evidence.start + 1)
    return evidence.start <= line.span.end and last > line.span.start


def _record(reading: Reading, record: Record, words: _Words) -> Iterator[tuple[str, str]]:
    """Label and value of what is known of a record."""
    from renkei.core.extract.traces import atoms, grounds  # noqa: PLC0415
    from renkei.core.records import to_json  # noqa: PLC0415

    shape = to_json(record, "")
    for field in ("type", "id", "evidence", "notes", "rule"):
        del shape[field]
    at = record.evidence
    place = words.say("where.value", line=at.line, start=at.start, end=at.end)
    where = [str(part) for part in (at.place.page, at.place.sheet, at.place.cell) if part]
    yield words.say("rule"), record.rule
    yield words.say("printed"), f"「{words.cut(at.text)}」"
    yield words.say("where"), " ".join([place, *where])
    for field, value in shape.items():
        yield field, words.value(field, value)
    for atom in atoms(record, words.vocabulary):
        known = f" → {atom.code}" if atom.code else ""
        yield words.say("atom"), f"「{words.cut(atom.words)}」 {atom.kind}{known}"
    for ground in grounds(reading.document, record, words.vocabulary):
        source = words.say("from.line", line=ground.line, words=ground.words) if ground.line else ""
        yield words.say("inferred"), words.term(ground.note, "note") + source


def _aligned(pairs: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Label and value in two columns; Japanese characters are two columns wide."""
    rows = [(label, value, _columns(label)) for label, value in pairs]
    widest = max(width for _, _, width in rows)
    for label, value, width in rows:
        yield f"   {label}{' ' * (widest - width)}  {value}"


def _columns(text: str) -> int:
    return sum(1 if character.isascii() else 2 for character in text)
