"""The overall result of a sheet: the common category with its grounds, and the experts' remarks."""

from __future__ import annotations

import re

from renkei.core.extract.base import Extraction
from renkei.core.grammar.atoms import broken, circled_number
from renkei.core.grammar.form import Outline
from renkei.core.grammar.scale import SCALE, SCHEME
from renkei.core.grammar.sheet_items import split_items
from renkei.core.records import Opinion, Rating
from renkei.core.text.blocks import text_lines
from renkei.core.text.prepared import Prepared

_RATING = re.compile(
    rf"\({SCHEME}\)\s*(?P<circle>[①-⑤])?\s*(?P<label>{'|'.join(SCALE)})"
    r"(?:\s*\((?P<letter>[A-Za-z])\))?"
)
_GROUNDS = re.compile(r"\s*\(?判断根拠\)?\s*")
_EXPERTS = re.compile(rf"{broken('学識経験を有する者の知見の活用')}")
_MEMBERS = re.compile(r"\s*\([^()\n]*所見\)")
_AFTER_OPINIONS = re.compile(
    r"^[ \t]*(?:担当部局|政策評価|作成に[あ当]たって|個別分野|測定指標|達成手段)", re.MULTILINE
)
_PARAGRAPH_GAP = 3


def read(source: Prepared, form: Outline) -> Extraction:
    """The rating and one record per remark."""
    return Extraction([*_ratings(source, form), *_opinions(source, form)])


def _ratings(source: Prepared, form: Outline) -> list[Rating]:
    records = []
    for found in _RATING.finditer(form.text):
        start = found.start("circle") if found["circle"] else found.start("label")
        printed = circled_number(found["circle"]) if found["circle"] else None
        records.append(
            Rating(
                evidence=source.evidence(start, found.end()),
                rule="sheets.rating.common",
                notes=() if printed else ("scale_from_label",),
                scheme=SCHEME,
                scale_value=printed or SCALE.index(found["label"]) + 1,
                letter=found["letter"],
                label=found["label"],
                reason=_grounds(form, found.end()),
            )
        )
    return records


def _grounds(form: Outline, start: int) -> str | None:
    """The paragraph under 判断根拠."""
    heading = _GROUNDS.match(form.text, start)
    if heading is None:
        return None
    parts: list[str] = []
    for line in text_lines(form.text, heading.end(), min(len(form.text), heading.end() + 2000)):
        if parts and line.gap >= _PARAGRAPH_GAP:
            break
        parts.append(line.text)
        if line.text.endswith("。") and (line.marked or not form.marked):
            break
    return "".join(parts) or None


def _opinions(source: Prepared, form: Outline) -> list[Opinion]:
    heading = _EXPERTS.search(form.text)
    if heading is None:
        return []
    members = _MEMBERS.match(form.text, heading.end())
    start = members.end() if members else heading.end()
    stop = _AFTER_OPINIONS.search(form.text, start)
    nearest = min((s.start for s in form.sections if s.start > start), default=len(form.text))
    end = min(stop.start() if stop else nearest, nearest)
    return [
        Opinion(
            evidence=source.evidence(item.start, item.end),
            rule="sheets.opinion.item",
            value=item.text.lstrip("・●○-").strip(),
        )
        for item in split_items(form.text, start, end, form.marked)
    ]
