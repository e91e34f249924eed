"""Sources of a sheet (作成にあたって使用した資料その他の情報), each with its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from renkei.core.extract.sheets.belonging import Belonging
from renkei.core.grammar.form import Outline, Section
from renkei.core.grammar.sheet_items import list_entries
from renkei.core.records import SheetField
from renkei.core.text.blocks import TextLine, is_page_number, join_words, text_lines
from renkei.core.text.prepared import Prepared

_KEY = "作成にあたって使用した資料その他の情報"
_ADDRESS = re.compile(r"(?:https?|ftp)[ \t]?:[ \t]?//|www\.", re.IGNORECASE)
# 「(海賊対策関連)」 on a line of its own heads the sources below it.
_AROUND = "()【】[]〔〕<>■◆□◇○ \t"
_GROUP = re.compile(r"[(【\[〔<][^()【】\[\]〔〕<>]{1,30}[)】\]〕>]|[■◆□◇○][ \t]*[^\s()]{1,30}")


@dataclass(slots=True)
class _Paragraph:
    """The lines of one paragraph. A line that breaks an address goes on without a blank."""

    lines: list[TextLine] = field(default_factory=list)

    @property
    def text(self) -> str:
        parts = [line.text for line in self.lines]
        broken = next((i + 1 for i, part in enumerate(parts) if _ADDRESS.search(part)), len(parts))
        return join_words(parts[:broken]) + "".join(parts[broken:])


@dataclass(slots=True)
class _Source:
    """The paragraphs of one source, the last of which may hold its address."""

    paragraphs: list[_Paragraph]
    address: str | None = None


def sources(
    source: Prepared, form: Outline, section: Section, place: Belonging
) -> Iterator[SheetField]:
    """One record per address, and one for a source without. Values repeat the publisher's name.

    A bullet that names a publisher may have several titles below it, each with its address.
    """
    group: str | None = None
    for bullet in list_entries(form.text, section.body, section.end, form.marked):
        paragraphs = list(_paragraphs(form, bullet.start, bullet.end))
        heads_next = bool(paragraphs) and _is_group(paragraphs[-1])
        following = paragraphs.pop().text.strip(_AROUND) if heads_next else group
        found = _split(paragraphs)
        head = found[0].paragraphs[0].text if len(found) > 1 else ""
        for index, one in enumerate(found):
            yield _record(source, one, head if index else "", group, place)
        group = following


def _is_group(paragraph: _Paragraph) -> bool:
    return _GROUP.fullmatch(paragraph.text) is not None and not _ADDRESS.search(paragraph.text)


def _paragraphs(form: Outline, start: int, end: int) -> Iterator[_Paragraph]:
    """Paragraphs by their marks; without marks a line, or an address over several lines."""
    paragraph = _Paragraph()
    for line in text_lines(form.text, start, end):
        if is_page_number(line):
            continue
        paragraph.lines.append(line)
        if line.marked if form.marked else not _is_open(paragraph):
            yield paragraph
            paragraph = _Paragraph()
    if paragraph.lines:
        yield paragraph


def _is_open(paragraph: _Paragraph) -> bool:
    text = paragraph.text
    return _ADDRESS.search(text) is not None and text.count("(") > text.count(")")


def _split(paragraphs: list[_Paragraph]) -> list[_Source]:
    """A source ends with its address; what follows the last one without an address is its own."""
    found: list[_Source] = []
    current: list[_Paragraph] = []
    for paragraph in paragraphs:
        current.append(paragraph)
        begin = _ADDRESS.search(paragraph.text)
        if begin is not None:
            found.append(_Source(current, _address(paragraph.text, begin.start())))
            current = []
    if current:
        found.append(_Source(current))
    return found


def _address(text: str, start: int) -> str:
    """The address as printed, a blank inside it kept: it is then broken, and can be told so."""
    words = text[start:].strip()
    if text[:start].rstrip().endswith(("(", "<", "[")):
        words = words[:-1] if words[-1:] in (")", ">", "]") else words
    return words.strip()


def _record(
    source: Prepared, one: _Source, head: str, group: str | None, place: Belonging
) -> SheetField:
    lines = [line for paragraph in one.paragraphs for line in paragraph.lines]
    texts = [head] if head else []
    texts += [paragraph.text for paragraph in one.paragraphs]
    return SheetField(
        evidence=source.evidence(lines[0].start, lines[-1].end),
        rule="sheets.field.source",
        key=_KEY + place.field_key,
        value="\n".join(texts).lstrip("・●○ "),
        field_no=place.field_no,
        address=one.address,
        listed_under=group,
    )
