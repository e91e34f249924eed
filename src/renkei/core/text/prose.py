"""Running prose of a printed report: what is body, heading, note, box or beside the matter.

A converted report is hard-wrapped to the width of its column. Between the lines of one sentence
stand glosses and readings (ruby), captions, references, page heads and labels of figures; a
sentence may break off at one page and go on at the next. What is told here is told by shape:
body lines fill their column or end a sentence, captions and labels do neither, footnotes are set
wider, boxes are written in the polite style of speech.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from renkei.core.text.mapped import MappedText, Replacement

Kind = Literal["heading", "body", "note", "box"]

_HEADING = re.compile(
    r"(?P<mark>第\d{1,2}[章節項]|\d{1,2}(?=\.?[ \t](?!\s*(?:[回年月日機件名人隻%℃]|か[国月年所])(?![一-龥A-Z])))"
    r"|\(\d{1,2}\)|[ア-ケ](?=[ \t]))[ \t.]*(?![ \t)])(?P<name>[^。]+)"
)
_LEVELS = {"第": 0, "(": 2, "kana": 3, "number": 1}
_NOTE = re.compile(r"(?:\*|注|※)?[ ]?(\d{1,3})[ ]?[\t ][\t ]*")
_REFERENCE = re.compile(
    r"参照$|(?:資料|図表|図|表|別表|本[章節]|[ⅠⅡⅢⅣⅤIV]+部)[ⅠⅡⅢⅣⅤIV\d-]|p\.\d|https?://|URL|動画[:：]|[〇○●◎※➡…]"
)
_CAPTION = re.compile(
    r"(?:\(\d{4}年\d{1,2}月(?:\d{1,2}日)?\)(?:【[^】]{1,30}】)?|【[^】]{1,30}】)$"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z’'().,/&-]{0,60}(?:[ \t]+[A-Za-z’'().,/&-]{1,60})+")
_READING = re.compile(r"[ぁ-ゖァ-ヺー・ ]{1,14}")
_POLITE = re.compile(r"(?:ます|ました|ません|です|でした|ましょう)[。」]")
_BLANKS = re.compile(r"[ \t]+")
_KANA = re.compile("[ぁ-ん]")
_NOTE_WIDTH = 1.35


class _Row(NamedTuple):
    """A printed line (or several that a gloss parted) without outer blanks."""

    spans: tuple[tuple[int, int], ...]
    text: str
    width: float
    gap: bool

    @property
    def start(self) -> int:
        return self.spans[0][0]


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
    rows = _without_glosses(list(_rows(plain.text)))
    measure = column_width(rows)
    chunks = list(_chunks(rows, _NOTE_WIDTH * measure))
    kinds = _in_boxes(chunks, [_classify(chunk, measure) for chunk in chunks])
    return list(_assemble(plain, chunks, kinds))


# --- lines


def _width(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def _rows(text: str) -> Iterator[_Row]:
    at, gap = 0, True
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            left = at + len(raw) - len(raw.lstrip())
            indented = raw[0] in " \t\f"  # a page or a paragraph begins
            yield _Row(((left, left + len(words)),), words, _width(words), gap or indented)
        gap = not words
        at += len(raw) + 1


def column_width(rows: list[_Row]) -> float:
    """The width of the column in full-width characters; infinite if lines are paragraphs."""
    widths = Counter(round(row.width) for row in rows if _KANA.search(row.text))
    if not widths:
        return float("inf")
    counted = {width: widths[width - 1] + widths[width] + widths[width + 1] for width in widths}
    best = max(counted, key=lambda width: (width >= 12, counted[width], width))
    ended = sum(row.text.endswith("。") for row in rows)
    wrapped = counted[best] >= 0.3 * sum(widths.values()) and counted[best] > ended / 2
    return float(best) if wrapped and best >= 12 else float("inf")


def _without_glosses(rows: list[_Row]) -> list[_Row]:
    """Take out foreign glosses and readings inside a word, and join the lines they part."""
    kept: list[_Row] = []
    glue = False
    for row in rows:
        last = kept[-1].text if kept else ""
        if last and _is_gloss(row.text, last):
            glue = True
            continue
        if glue and not row.text.endswith("参照"):
            whole = last + row.text
            kept[-1] = _Row(kept[-1].spans + row.spans, whole, _width(whole), kept[-1].gap)
        else:
            kept.append(row)
        glue = False
    return kept


def _is_gloss(words: str, last: str) -> bool:
    """A foreign name set over its abbreviation, or the reading of a name set beside it."""
    if last[-1] in "。)」】":
        return False
    if _LATIN.fullmatch(words):
        return last[-1].isascii() and last[-1].isalnum()
    return (
        _READING.fullmatch(words) is not None
        and "一" <= last[-1] <= "龥"
        and ("・" in words or len(words) <= 4)
        and _width(last) < 30
    )


def _chunks(rows: list[_Row], wide: float) -> Iterator[list[_Row]]:
    """Lines between empty lines; a heading is a chunk of its own, a note begins a new one."""
    chunk: list[_Row] = []
    heading: _Row | None = None
    for row in rows:
        if chunk and (
            row.gap
            or _begins_note(row, chunk[0], wide)
            or any(_stands_apart(each, wide) for each in (row, chunk[-1]))
        ):
            yield chunk
            chunk = []
        chunk.append(row)
        if len(chunk) == 1 and _is_rest_of_heading(row, heading, wide):
            yield chunk
            chunk = []
        heading = row if _stands_apart(row, wide) else None
    if chunk:
        yield chunk


def _begins_note(row: _Row, first: _Row, wide: float) -> bool:
    if _NOTE.match(row.text) is None:
        return False
    return row.width > wide or _NOTE.match(first.text) is not None


def _is_rest_of_heading(row: _Row, heading: _Row | None, wide: float) -> bool:
    """The second line of a heading that filled its column: short, and no sentence."""
    if heading is None or row.gap or heading.width < 0.6 * wide:
        return False
    return row.width < 0.6 * wide and "。" not in row.text


def _stands_apart(row: _Row, wide: float) -> bool:
    if _REFERENCE.match(row.text):
        return True
    heading = _HEADING.fullmatch(row.text)
    return heading is not None and _is_title(row, heading["name"], wide)


# --- what they are


def _classify(chunk: list[_Row], measure: float) -> str:
    first, last = chunk[0], chunk[-1]
    if _REFERENCE.match(first.text):
        return "aside"
    heading = _HEADING.fullmatch(first.text)
    wide = _NOTE_WIDTH * measure
    if heading and len(chunk) == 1 and _is_title(first, heading["name"], wide):
        return "heading"
    if _NOTE.match(first.text) and (first.width > wide or last.text.endswith("。")):
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


def _is_title(row: _Row, name: str, wide: float) -> bool:
    """Headings are short and name something; a heading printed twice may be long."""
    if _printed_twice(name):
        return True
    return row.width <= wide and ":" not in name and "http" not in name


def _printed_twice(name: str) -> str | None:
    """The name alone where a heading of a chapter is printed once for the eye and once to find."""
    first, tab, second = name.strip().partition("\t")
    return first.strip() if tab and first.strip() == second.strip() else None


def _breaks_off(chunk: list[_Row], measure: float) -> bool:
    """A passage with a sentence end inside whose last line fills its column."""
    return any("。" in row.text for row in chunk) and chunk[-1].width >= measure - 5


def _in_boxes(chunks: list[list[_Row]], kinds: list[str]) -> list[str]:
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


def _box_start(chunks: list[list[_Row]], kinds: list[str], index: int) -> int:
    """The first chunk of the sentence that chunk ``index`` goes on, but behind the last label."""
    begin = index
    while begin > 0 and kinds[begin - 1] == "body":
        words = "".join(row.text for row in chunks[begin - 1])
        if "。" in words:
            break
        begin -= 1
    return begin


# --- putting together


def _assemble(plain: MappedText, chunks: list[list[_Row]], kinds: list[str]) -> Iterator[Block]:
    body: list[_Row] = []
    note: list[_Row] = []
    for chunk, kind in zip(chunks, kinds, strict=True):
        if kind == "wide" and note and not note[-1].text.endswith(("。", ")")):
            kind = "note+"
        if note and kind != "note+":
            yield _note(plain, note)
            note = []
        if kind == "heading":
            if body:
                yield Block("body", _text(plain, body))
                body = []
            yield _heading(plain, chunk[0])
        elif kind in ("note", "note+"):
            note += chunk
        elif kind == "body":
            body += [_cut(row) for row in chunk]
        elif kind == "box":
            yield Block("box", _text(plain, chunk))
    if note:
        yield _note(plain, note)
    if body:
        yield Block("body", _text(plain, body))


def _note(plain: MappedText, rows: list[_Row]) -> Block:
    """A note without its number, which stays as the mark of the block."""
    mark = _NOTE.match(rows[0].text)
    if mark is None:
        return Block("note", _text(plain, rows))
    (start, end), *others = rows[0].spans
    begin = rows[0]._replace(spans=((start + mark.end(), end), *others))
    return Block("note", _text(plain, [begin, *rows[1:]]), 0, mark[1])


def _cut(row: _Row) -> _Row:
    """A body line with a caption run on to it keeps what stands before the caption's date."""
    caption = _CAPTION.search(row.text)
    if caption is None or row.width < 36 or len(row.spans) > 1:
        return row
    start, _ = row.spans[0]
    words = row.text[: caption.start()]
    return row._replace(spans=((start, start + len(words)),), text=words)


def _heading(plain: MappedText, row: _Row) -> Block:
    found = _HEADING.fullmatch(row.text)
    assert found is not None  # the chunk was told to be a heading by it
    mark = found["mark"]
    level = _LEVELS.get(mark[0], _LEVELS["kana"] if "ア" <= mark <= "ケ" else _LEVELS["number"])
    name = found["name"]
    if once := _printed_twice(name):
        name, level = once, 0
    start = row.start + row.text.index(name, found.start("name"))
    return Block("heading", close_up(plain.slice(start, start + len(name))), level, mark)


def _text(plain: MappedText, rows: list[_Row]) -> MappedText:
    """The words of ``rows`` in one line, what stands between them taken out."""
    first = rows[0].start
    edits: list[Replacement] = []
    end = first
    for row in rows:
        for index, span in enumerate(row.spans):
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
