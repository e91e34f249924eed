"""The header fields of a sheet, in cells or in running text, and the names of its fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from renkei.core.extract.base import Extraction
from renkei.core.grammar.atoms import CIRCLED, HEADED_YEAR, broken
from renkei.core.grammar.form import Outline
from renkei.core.grammar.grid import GridCell, Row, grid_rows
from renkei.core.records import SheetField
from renkei.core.source import Evidence
from renkei.core.text.blocks import close_up, join_paragraphs, join_span, text_lines
from renkei.core.text.prepared import Prepared

_METHOD_KEY = "評価方式"
_POLICY, _MEASURE = "政策名", "施策名"
_WRAPPED_LINES, _LISTED_LINES = 6, 60
# Fields whose value is one line, and fields whose value is a passage.
_SHORT = (
    _POLICY,
    "番号",
    _METHOD_KEY,
    "政策目標の達成度合い",
    _MEASURE,
    "政策体系上の位置付け",
    "担当部局名",
    "政策評価実施予定時期",
    "政策評価実施時期",
    "評価実施時期",
)
_LATE = frozenset({"担当部局名", "政策評価実施予定時期", "政策評価実施時期", "評価実施時期"})
_LONG = ("施策目標", "目標設定の考え方・根拠", "達成すべき目標")
_KEYS = frozenset(_SHORT + _LONG)
_LISTED = re.compile(r"\d{1,2}[ .]|\(\d{1,2}\)|[・①-⑳]")
_NOTE = re.compile(r"\((?:※|注)\d*\)$")
_LABEL = re.compile(
    r"^[ \t]*(?P<key>"
    + "|".join(broken(key) for key in sorted(_KEYS, key=len, reverse=True))
    + r")(?:[ \t]*\((?:※|注)\d*\))?(?=[ \t\n])",
    re.MULTILINE,
)
_INLINE = re.compile(r"(?<=[ \t])(?P<key>番号|政策目標の達成度合い)[ \t]+(?P<value>[^ \t\n]+)")
_STOP = re.compile(
    rf"^[ \t]*(?:{broken('施策の予算額')}|{broken('評価結果')}"
    r"|\((?:※|注)|個別分野|測定指標|区分[ \t])",
    re.MULTILINE,
)
_METHOD = re.compile(r"(?:総合|実績|事業)(?:・(?:総合|実績|事業))*(?=[ \t\n])")
_TITLE = re.compile(
    rf"^[ \t]*(?P<title>{HEADED_YEAR}[ \t]*"
    r"(?:事前分析表|政策評価書|実績評価書|モニタリング)[^\n。]{0,40}?)[ \t]*$",
    re.MULTILINE,
)
_FORM_NUMBER = re.compile(
    r"^[ \t]*\((?P<number>[^\s()\d]{2,8}省[ \t]?[\dR][^()\s]{1,14})\)[ \t]*$", re.MULTILINE
)


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per header field, and one per field of the policy (個別分野)."""
    opening = min(
        (section.start for section in form.sections if section.kind != "field"),
        default=len(form.text),
    )
    first = min((section.start for section in form.fields.values()), default=opening)
    end = min(first, opening) if form.fields else opening
    records = list(_titles(source, form.text, end))
    rows = grid_rows(form.text, 0, end)
    if any(not cell.text for row in rows for cell in row):
        found = list(_in_cells(source, form.text, rows, end))
    else:
        found = list(_in_wrapped_cells(source, form.text, rows, end))
    found = found or list(_in_text(source, form, end))
    records.extend([*found, *_apart(source, form.text, found, end)])
    if end < first < len(form.text):
        told = {record.key for record in found}
        below = _in_cells(source, form.text, grid_rows(form.text, end, first), first)
        records.extend(record for record in below if record.key in _LATE - told)
    for number, section in form.fields.items():
        if section.name is not None:
            evidence = source.evidence(section.name.start, section.name.end)
            named = _field(f"個別分野{number}", section.name.text, evidence, "field")
            records.append(replace(named, field_no=number, name=section.name.text))
    return Extraction(records)


def _field(key: str, value: str, evidence: Evidence, rule: str) -> SheetField:
    return SheetField(evidence=evidence, rule=f"sheets.field.{rule}", key=key, value=value)


def _titles(source: Prepared, text: str, end: int) -> Iterator[SheetField]:
    for key, pattern, group in (
        ("様式名", _TITLE, "title"),
        ("様式番号", _FORM_NUMBER, "number"),
    ):
        found = pattern.search(text, 0, end)
        if found is not None:
            evidence = source.evidence(found.start(group), found.end(group))
            yield _field(key, "".join(found[group].split()), evidence, "title")


def _in_cells(source: Prepared, text: str, rows: list[Row], end: int) -> Iterator[SheetField]:
    """Keys and values stand in cells of one row, key before value; a list goes on below."""
    for row in rows:
        for key, cell in _pairs(row):
            value, stop = close_up(cell.text), cell.end
            if key in _LONG:
                last = cell is row[-1]
                stop = _wrapped_end(text, cell, end, within_list=True) if last else stop
                value = " ".join(text[cell.start : stop].split("\n"))
            yield _field(key, value, source.evidence(cell.start, stop), "cell")


def _in_wrapped_cells(
    source: Prepared, text: str, rows: list[Row], end: int
) -> Iterator[SheetField]:
    """The last cell of a row goes on in the lines below it, up to another key or row."""
    for row in rows:
        for key, cell in _pairs(row):
            stop = cell.end if cell is not row[-1] else _wrapped_end(text, cell, end)
            value = close_up(join_span(text, cell.start, stop))
            yield _field(key, value, source.evidence(cell.start, stop), "cell")


def _pairs(row: Row) -> Iterator[tuple[str, GridCell]]:
    key = ""
    for cell in row:
        name = _NOTE.sub("", cell.bare)
        if name in _KEYS:
            key = name
        elif key and cell.text:
            yield key, cell
            key = ""


def _wrapped_end(text: str, cell: GridCell, end: int, *, within_list: bool = False) -> int:
    stop = cell.end
    for line in islice(
        text_lines(text, cell.end, end), _LISTED_LINES if within_list else _WRAPPED_LINES
    ):
        other = _LABEL.match(text, line.start) or _STOP.match(text, line.start)
        if other or "\t" in line.text or line.gap > 1:
            break
        listed = _LISTED.match(line.text) and (within_list or _LISTED.match(cell.text))
        if not listed and (within_list or text[stop - 1] == "。"):
            break
        stop = line.end
    return stop


def _in_text(source: Prepared, form: Outline, end: int) -> Iterator[SheetField]:
    """A key opens a line; its value is the rest of the line, or what stands below it."""
    text, marked = form.text, form.marked
    labels = list(_LABEL.finditer(text, 0, end))
    stops = sorted(
        [found.start() for found in _STOP.finditer(text, 0, end)]
        + [found.start() for found in labels]
        + [end]
    )
    for label in labels:
        key = "".join(label["key"].split())
        limit = next(stop for stop in stops if stop > label.start())
        value = _value(text, label.end(), limit, key in _LONG)
        if value is not None and key != _METHOD_KEY:
            start, stop = value
            words = join_paragraphs(text, start, stop, marked)
            yield _field(key, words, source.evidence(start, stop), "label")
    for found in _INLINE.finditer(text, 0, end):
        evidence = source.evidence(found.start("value"), found.end("value"))
        yield _field(found["key"], found["value"], evidence, "label")
    method = _METHOD.search(text, 0, end) if _METHOD_KEY in text[:end] else None
    if method is not None:
        evidence = source.evidence(method.start(), method.end())
        yield _field(_METHOD_KEY, method[0], evidence, "label")


def _apart(source: Prepared, text: str, found: list[SheetField], end: int) -> Iterator[SheetField]:
    """The 政策名 that a conversion took from its label: a line of the same words as the 施策名."""
    name = next((record.value for record in found if record.key == _MEASURE), None)
    labels = {label["key"]: label for label in _LABEL.finditer(text, 0, end)}
    if not {_POLICY, _MEASURE} <= set(labels) or any(record.key == _POLICY for record in found):
        return
    for line in text_lines(text, labels[_POLICY].end(), labels[_MEASURE].start()):
        if line.text == name:
            evidence = source.evidence(line.start, line.end)
            record = _field(_POLICY, line.text, evidence, "apart")
            yield replace(record, notes=("value_apart",))
            return


def _value(text: str, start: int, limit: int, is_long: bool) -> tuple[int, int] | None:
    """Where the value stands; a short one is the first line that has words."""
    body = text[start:limit]
    words = body.strip()
    if not words:
        return None
    at = start + body.index(words[0])
    if is_long:
        return at, at + len(words)
    line = text[at : text.find("\n", at, limit) if "\n" in text[at:limit] else limit].rstrip()
    other = _INLINE.search(f" {line}")
    line = line[: max(other.start("key") - 1, 0)].rstrip() if other else line
    if not line or re.match(rf"[{CIRCLED}]$", line):
        return None
    return at, at + len(line)
