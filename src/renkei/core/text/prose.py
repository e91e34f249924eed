"""Running prose of a printed report: what is body, heading, note, box or beside the matter.

A converted report is hard-wrapped to the width of its column. Between the lines of one sentence
stand glosses and readings (ruby), captions, references, page heads and labels of figures; a
sentence may break off at one page and go on at the next. What is told here is told by shape:
body lines fill their column or end a sentence, captions and labels do neither, footnotes are set
wider, boxes are written in the polite style of speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from renkei.core.text.mapped import MappedText, Replacement
from renkei.core.text.prose_lines import (
    HEADING,
    NOTE,
    REFERENCE,
    Row,
    chunk_rows,
    column_width,
    is_rest_of_heading,
    is_title,
    printed_twice,
    read_rows,
    without_glosses,
)

Kind = Literal["heading", "body", "note", "box"]

_LEVELS = {"第": 0, "(": 2, "kana": 3, "number": 1}
_CAPTION = re.compile(
    r"(?:\(\d{4}年\d{1,2}月(?:\d{1,2}日)?\)(?:【[^】]{1,30}】)?|【[^】]{1,30}】)$"
)
_POLITE = re.compile(r"(?:ます|ました|ません|です|でした|ましょう)[。」]")
_BLANKS = re.compile(r"[ \t]+")
_NOTE_WIDTH = 1.35


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a run of body text between headings, a note, or a box.

    ``level`` is that of a heading: 0 is the widest. ``mark`` is the number of a heading or note.
    ``text`` has no line breaks and maps back.
    """

    kind: Kind
    text: MappedText
    level: int = 0
    mark: str = ""


def blocks(plain: MappedText) -> list[Block]:
    """The blocks of a normalised text, in order. Linear in its length."""
    rows = without_glosses(list(read_rows(plain.text)))
    measure = column_width(rows)
    chunks = list(chunk_rows(rows, _NOTE_WIDTH * measure))
    kinds = _in_boxes(chunks, [_classify(chunk, measure) for chunk in chunks])
    _mark_rests(chunks, kinds, _NOTE_WIDTH * measure)
    _follow_asides(chunks, kinds)
    return list(_assemble(plain, chunks, kinds))


def _mark_rests(chunks: list[list[Row]], kinds: list[str], wide: float) -> None:
    """The second line of a heading that filled its column belongs to it."""
    for index in range(len(chunks) - 1):
        rest = chunks[index + 1]
        if (
            kinds[index] == "heading"
            and len(rest) == 1
            and is_rest_of_heading(rest[0], chunks[index][0], wide)
        ):
            kinds[index + 1] = "heading+"


def _follow_asides(chunks: list[list[Row]], kinds: list[str]) -> None:
    """What closes a bracket that an item of a figure left open goes on with that item."""
    for index in range(len(chunks) - 1):
        if kinds[index] != "aside" or kinds[index + 1] not in ("body", "wide"):
            continue
        for opening, closing in ("()", "「」"):
            before = "".join(row.text for row in chunks[index])
            behind = "".join(row.text for row in chunks[index + 1])
            closes = behind.find(closing)
            if before.count(opening) > before.count(closing) and (
                closes >= 0 and opening not in behind[:closes]
            ):
                kinds[index + 1] = "aside"


def _classify(chunk: list[Row], measure: float) -> str:
    first, last = chunk[0], chunk[-1]
    if REFERENCE.match(first.text) or _is_label(chunk):
        return "aside"
    heading = HEADING.fullmatch(first.text)
    wide = _NOTE_WIDTH * measure
    if heading and len(chunk) == 1 and is_title(first, heading["name"], wide):
        return "heading"
    if NOTE.match(first.text) and (first.width > wide or last.text.endswith("。")):
        return "note"
    if _CAPTION.search(last.text) and "。" not in last.text and len(chunk) <= 4:
        return "aside"
    if any(row.width > wide for row in chunk[:-1]) or (last.width > wide and len(chunk) == 1):
        return "wide"
    ends = last.text[-1] in "。」" and "。" in "".join(row.text for row in chunk)
    fills = all(measure - 4 <= row.width <= measure + 3 for row in chunk)
    if measure == float("inf"):
        return "body" if "。" in last.text else "aside"
    return "body" if ends or fills or _breaks_off(chunk, measure) else "aside"


def _is_label(chunk: list[Row]) -> bool:
    """A caption whose lines a tab parts, or the title of a box that says what something is."""
    if HEADING.fullmatch(chunk[0].text):
        return False
    tabbed = any(row.tab for row in chunk[:-1]) and not any("。" in row.text for row in chunk)
    return tabbed or (len(chunk) == 1 and chunk[0].text.endswith("とは"))


def _breaks_off(chunk: list[Row], measure: float) -> bool:
    """A passage with a sentence end inside whose last line fills its column."""
    return any("。" in row.text for row in chunk) and chunk[-1].width >= measure - 5


def _in_boxes(chunks: list[list[Row]], kinds: list[str]) -> list[str]:
    """Mark boxes: runs in the polite style, with the lines before that begin them."""
    result = list(kinds)
    last_polite: int | None = None
    for index, chunk in enumerate(chunks):
        words = "".join(row.text for row in chunk)
        if kinds[index] in ("body", "wide") and _POLITE.search(words):
            begin = last_polite + 1 if last_polite is not None else _box_start(chunks, kinds, index)
            for inside in range(begin, index + 1):
                result[inside] = "box"
            last_polite = index
        elif kinds[index] == "heading" or (kinds[index] == "body" and "。" in words):
            last_polite = None
    return result


def _box_start(chunks: list[list[Row]], kinds: list[str], index: int) -> int:
    """The first chunk of the sentence that chunk ``index`` goes on, but behind the last label."""
    begin = index
    while begin > 0 and kinds[begin - 1] == "body":
        words = "".join(row.text for row in chunks[begin - 1])
        if "。" in words:
            break
        begin -= 1
    return begin


# --- putting together


def _assemble(plain: MappedText, chunks: list[list[Row]], kinds: list[str]) -> Iterator[Block]:
    body: list[Row] = []
    note: list[Row] = []
    for index, (chunk, kind) in enumerate(zip(chunks, kinds, strict=True)):
        if kind == "wide" and note and not note[-1].text.endswith(("。", ")")):
            kind = "note+"
        if note and kind != "note+":
            yield _note(plain, note)
            note = []
        if kind == "heading":
            if body:
                yield Block("body", _text(plain, _whole(body)))
                body = []
            more = kinds[index + 1 : index + 2] == ["heading+"]
            yield _heading(plain, chunk[0], chunks[index + 1] if more else [])
        elif kind in ("note", "note+"):
            note += chunk
        elif kind == "body":
            body += [_cut(row) for row in chunk]
        elif kind == "box":
            yield Block("box", _text(plain, chunk))
    if note:
        yield _note(plain, note)
    if body:
        yield Block("body", _text(plain, _whole(body)))


def _whole(body: list[Row]) -> list[Row]:
    """Body lines up to the last that ends a sentence; what stands behind are labels."""
    last = max((at for at, row in enumerate(body) if row.text[-1] in "。」)"), default=-1)
    ended = last >= 0 and body[last].text.endswith(("。", "。」", "。)"))
    return body[: last + 1] if ended else body


def _note(plain: MappedText, rows: list[Row]) -> Block:
    """A note without its number, which stays as the mark of the block."""
    mark = NOTE.match(rows[0].text)
    if mark is None:
        return Block("note", _text(plain, rows))
    (start, end), *others = rows[0].spans
    begin = rows[0]._replace(spans=((start + mark.end(), end), *others))
    return Block("note", _text(plain, [begin, *rows[1:]]), 0, mark[1])


def _cut(row: Row) -> Row:
    """A body line with a caption run on to it keeps what stands before the caption's date."""
    caption = _CAPTION.search(row.text)
    if caption is None or row.width < 36 or len(row.spans) > 1:
        return row
    start, _ = row.spans[0]
    words = row.text[: caption.start()]
    return row._replace(spans=((start, start + len(words)),), text=words)


def _heading(plain: MappedText, row: Row, rest: list[Row]) -> Block:
    found = HEADING.fullmatch(row.text)
    assert found is not None  # the chunk was told to be a heading by it
    mark = found["mark"]
    level = _LEVELS.get(mark[0], _LEVELS["kana"] if "ア" <= mark <= "ケ" else _LEVELS["number"])
    name = found["name"]
    if once := printed_twice(name):
        name, level = once, 0
    start = row.start + row.text.index(name, found.start("name"))
    first = row._replace(spans=((start, start + len(name)),))
    return Block("heading", _text(plain, [first, *rest]), level, mark)


def _text(plain: MappedText, rows: list[Row]) -> MappedText:
    """The words of ``rows`` in one line, what stands between them taken out."""
    return _in_one_line(plain, [row.spans for row in rows])


def paragraph(plain: MappedText, lines: Sequence[tuple[int, int]]) -> MappedText:
    """The words of ``lines`` (start and end, exclusive; at least one) in one line."""
    return _in_one_line(plain, [(line,) for line in lines])


def _in_one_line(plain: MappedText, rows: Sequence[Sequence[tuple[int, int]]]) -> MappedText:
    first = rows[0][0][0]
    edits: list[Replacement] = []
    end = first
    for spans in rows:
        for index, span in enumerate(spans):
            if end > first:
                apart = index == 0 and _both_latin(plain.text[end - 1], plain.text[span[0]])
                edits.append(Replacement(end - first, span[0] - first, " " if apart else ""))
            end = span[1]
    return close_up(plain.slice(first, end).replace(edits))


def _both_latin(before: str, after: str) -> bool:
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


def close_up(mapped: MappedText) -> MappedText:
    """Take out blanks that justification left between Japanese characters."""
    text = mapped.text
    edits = []
    for found in _BLANKS.finditer(text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        if not (before.isascii() and after.isascii() and before.isalnum() and after.isalnum()):
            edits.append(Replacement(found.start(), found.end(), ""))
    return mapped.replace(edits) if edits else mapped


_BREAK = re.compile("[。(「『【)」』】]")
_LONGEST = 1500


def sentences(block: Block) -> Iterator[tuple[int, int]]:
    """Start and end (exclusive) of each sentence of a block; 。 inside brackets does not end one.

    What has no end within 1500 characters is no sentence and is cut there.
    """
    text = block.text.text
    start = depth = 0
    for found in _BREAK.finditer(text):
        while found.start() - start >= _LONGEST:
            yield start, start + _LONGEST
            start, depth = start + _LONGEST, 0
        if found[0] in "(「『【":
            depth += 1
        elif found[0] != "。":
            depth = max(0, depth - 1)
        elif depth == 0 or found.start() - start > 400:
            yield start, found.end()
            start, depth = found.end(), 0
    for begin in range(start, len(text), _LONGEST):
        if text[begin : begin + _LONGEST].strip():
            yield begin, min(len(text), begin + _LONGEST)
