"""The passages of a sheet: overviews, policies, mid-term targets, analysis, direction, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.extract.base import Extraction
from renkei.core.grammar.form import Outline, Section
from renkei.core.grammar.sheet_items import Passage, split_bullets, whole_passage
from renkei.core.records import SheetField
from renkei.core.text.prepared import Prepared

_OVERVIEW = "施策の概要"
_POLICIES = "関連する内閣の重要政策"
_SOURCES = "作成にあたって使用した資料その他の情報"
_MID_TERM = "中期目標"
_GROUNDS = "測定指標の選定理由及び目標の設定の根拠"
_ANALYSIS = "施策の分析"
_DIRECTION = "次期目標等への反映の方向性"
_BY_FIELD = {"overview": _OVERVIEW, "policies": _POLICIES, "sources": _SOURCES}
_BY_INDICATOR = {"mid_term": _MID_TERM, "grounds": _GROUNDS}
_LISTS = frozenset({"policies", "sources"})
_HEADED = re.compile(r"^[ \t]*(?P<number>\d{1,3}-\d{1,3})[ \t]+(?P<name>\S[^\n]*)", re.MULTILINE)
_GROUNDS_REST = re.compile(r"[^\n]*根拠[ \t]*")


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per passage (per bullet of a list), keyed by its heading and where it belongs."""
    records: list[SheetField] = []
    indicator = field = ""
    for section in form.sections:
        if section.kind == "indicator":
            indicator = section.number
            field = str(section.field_no or field)
        elif section.kind == "field":
            field = section.number
        elif section.kind in _BY_FIELD:
            key = (
                f"{_BY_FIELD[section.kind]}(個別分野{field})" if field else _BY_FIELD[section.kind]
            )
            records.extend(_fields(source, key, _passages(form, section)))
        elif section.kind in _BY_INDICATOR:
            key = f"{_BY_INDICATOR[section.kind]}({indicator})"
            records.extend(_fields(source, key, _passages(form, section)))
        elif section.kind == "cited":
            field = str(section.field_no or field)
            records.extend(
                _fields(source, f"{_ANALYSIS}({section.number})", _analysis(form, section))
            )
        elif section.kind == "part":
            part = form.text[section.start : section.body].strip()
            if part.startswith("【測定指標"):
                records.extend(_directions(source, form, section))
            else:
                key = f"{_DIRECTION}(個別分野{field})"
                records.extend(_fields(source, key, _passages(form, section)))
    return Extraction(records)


def _fields(source: Prepared, key: str, passages: list[Passage]) -> Iterator[SheetField]:
    for passage in passages:
        yield SheetField(
            evidence=source.evidence(passage.start, passage.end),
            rule="sheets.field.passage",
            key=key,
            value=passage.text.lstrip("・●○ "),
        )


def _passages(form: Outline, section: Section) -> list[Passage]:
    start = section.body
    if section.kind == "grounds":
        rest = _GROUNDS_REST.match(form.text, start, section.end)
        start = rest.end() if rest else start
    if section.kind in _LISTS:
        return split_bullets(form.text, start, section.end, form.marked)
    return whole_passage(form.text, start, section.end, form.marked)


def _analysis(form: Outline, section: Section) -> list[Passage]:
    """What follows 【測定指標２－１ …】."""
    close = form.text.find("】", section.body, section.end)
    if close < 0:
        return []
    return whole_passage(form.text, close + 1, section.end, form.marked)


def _directions(source: Prepared, form: Outline, section: Section) -> Iterator[SheetField]:
    """Below 【測定指標】 each indicator is named again, then told how it goes on."""
    heads = list(_HEADED.finditer(form.text, section.body, section.end))
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else section.end
        key = f"{_DIRECTION}({head['number']})"
        passages = whole_passage(form.text, head.start("name"), end, form.marked)
        yield from _fields(source, key, passages)
