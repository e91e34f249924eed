"""The passages of a sheet: overviews, policies, mid-term targets, analysis, direction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.belonging import Belonging, of_indicator
from renkei.core.extract.sheets.sources import sources
from renkei.core.grammar.form import Name, Outline, Section, read_name
from renkei.core.grammar.sheet_items import Passage, list_entries, whole_passage
from renkei.core.records import SheetField
from renkei.core.text.prepared import Prepared

_OVERVIEW = "施策の概要"
_POLICIES = "関連する内閣の重要政策"
_MID_TERM = "中期目標"
_GROUNDS = "測定指標の選定理由及び目標の設定の根拠"
_ANALYSIS = "施策の分析"
_DIRECTION = "次期目標等への反映の方向性"
_RESULT = "評価結果"
_BY_FIELD = {"overview": _OVERVIEW, "policies": _POLICIES}
_BY_INDICATOR = {"mid_term": _MID_TERM, "grounds": _GROUNDS}
_RULE = "sheets.field.passage"
_HEADED = re.compile(
    r"^[ \t]*+\*?[ \t]*+(?:測定指標[ \t]*+)?(?P<number>\d{1,3}[ \t]?-[ \t]?\d{1,3})[ \t]+(?P<name>\S)",
    re.MULTILINE,
)
_GROUNDS_REST = re.compile(r"[^\n]*?根拠[ \t]*")


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per passage (per bullet of a list), with the field or indicator it belongs to."""
    records: list[SheetField] = []
    place = Belonging()
    for section in form.sections:
        place = place.after(section)
        if section.kind in _BY_FIELD:
            key = _BY_FIELD[section.kind] + place.field_key
            records.extend(_of_field(source, key, place, _passages(form, section)))
        elif section.kind in _BY_INDICATOR:
            key = f"{_BY_INDICATOR[section.kind]}({place.indicator or ''})"
            for passage in _passages(form, section):
                records.append(
                    _record(source, key, place, passage.start, passage.end, passage.text)
                )
        elif section.kind == "sources":
            records.extend(sources(source, form, section, place))
        elif section.kind == "cited":
            records.append(_analysis(source, form, section, place))
        elif section.kind == "part" and "測定指標" in form.text[section.start : section.body]:
            records.extend(_directions(source, form, section))
        elif section.kind == "part":
            key = _DIRECTION + place.field_key
            records.extend(_of_field(source, key, place, _passages(form, section)))
        elif section.kind == "result" and section.number:
            records.append(_announcement(source, form, section, place))
    return Extraction(records)


def _record(
    source: Prepared,
    key: str,
    place: Belonging,
    start: int,
    end: int,
    value: str,
    name: Name | None = None,
) -> SheetField:
    return SheetField(
        evidence=source.evidence(start, end),
        rule=_RULE,
        key=key,
        value=value.lstrip("・●○ "),
        field_no=place.field_no,
        indicator=place.indicator,
        name=name.text if name else None,
        primary=name.starred if name else None,
    )


def _of_field(
    source: Prepared, key: str, place: Belonging, passages: list[Passage]
) -> Iterator[SheetField]:
    whole = Belonging(place.field_no)
    for passage in passages:
        yield _record(source, key, whole, passage.start, passage.end, passage.text)


def _passages(form: Outline, section: Section) -> list[Passage]:
    start = section.body
    if section.kind == "grounds":
        rest = _GROUNDS_REST.match(form.text, start, section.end)
        start = rest.end() if rest else start
    if section.kind == "policies":
        return list_entries(form.text, start, section.end, form.marked)
    return whole_passage(form.text, start, section.end, form.marked)


def _analysis(source: Prepared, form: Outline, section: Section, place: Belonging) -> SheetField:
    """【測定指標2-1 name】 with what follows it; the name may differ from that of the heading."""
    close = form.text.find("】", section.body, section.end)
    limit = close if close >= 0 else section.body
    name = read_name(form.text, section.body, limit, form.marked, starred=False)
    below = whole_passage(form.text, limit + 1, section.end, form.marked) if close >= 0 else []
    text = "\n".join(passage.text for passage in below)
    end = below[-1].end if below else limit + 1
    where = of_indicator(section.number, place.field_no)
    start = form.text.index("【", section.start)
    return _record(source, f"{_ANALYSIS}({section.number})", where, start, end, text, name)


def _directions(source: Prepared, form: Outline, section: Section) -> Iterator[SheetField]:
    """Below 【測定指標】 each indicator is named again, then told how it goes on."""
    heads = list(_HEADED.finditer(form.text, section.body, section.end))
    for index, head in enumerate(heads):
        end = heads[index + 1].start() if index + 1 < len(heads) else section.end
        number = "".join(head["number"].split())
        key, where = f"{_DIRECTION}({number})", of_indicator(number)
        starred = "*" in form.text[head.start() : head.start("name")]
        name = _printed_name(form, head.start("name"), end, starred)
        for passage in whole_passage(form.text, head.start("name"), end, form.marked):
            start = form.text.index(head["number"], head.start())
            yield _record(source, key, where, start, passage.end, passage.text, name)


def _printed_name(form: Outline, start: int, end: int, starred: bool) -> Name | None:
    """A name that a text follows: without paragraph marks it cannot be longer than its line."""
    line = form.text.find("\n", start, end)
    limit = end if form.marked or line < 0 else line
    return read_name(form.text, start, limit, form.marked, starred)


def _announcement(
    source: Prepared, form: Outline, section: Section, place: Belonging
) -> SheetField:
    """評価結果(個別分野3): the number that is printed, and the field that it stands in."""
    heading = form.text[section.start : section.body].strip()
    start = form.text.index(heading, section.start)
    return SheetField(
        evidence=source.evidence(start, start + len(heading)),
        rule="sheets.field.announcement",
        key=_RESULT + place.field_key,
        value=heading,
        field_no=place.field_no,
        announced_field_no=int(section.number),
    )
