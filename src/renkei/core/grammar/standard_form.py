"""The standard form of evaluation sheets (標準様式) as one table of keys and values.

Key cells stand at the start of a row or behind a tab; a value goes on, over lines, to the next
key. Source: 目標管理型の政策評価の実施に関するガイドライン, 様式.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from renkei.core.grammar.form import is_numbered_form

_PLAIN = (
    "施策名",
    "施策の名称",
    "政策名",
    "政策体系上の位置付け",
    "施策の概要",
    "達成すべき目標",
    "施策の目標",
    "目標設定の考え方・根拠",
    "施策に関する内閣の重要政策",
    "施策に関係する内閣の重要政策",
    "施策に関係する内閣の重要施策",
    "次期目標等への反映の方向性",
    "担当部局名",
    "担当課室名",
    "担当課名",
    "作成責任者名",
    "政策評価実施時期",
    "政策評価実施予定時期",
    "評価実施時期",
)
_SOURCES = "政策評価を行う過程において使用した資料その他の情報"
_EXPERTS = "学識経験を有する者の知見の活用"
_ANALYSIS = "施策の分析"
_RESULT = "目標達成度合いの測定結果"
_BUDGET = "施策の予算額・執行額等"
_INDICATORS = "測定指標"
_ROLES = {
    _SOURCES: "list",
    _EXPERTS: "opinions",
    _ANALYSIS: "analysis",
    _RESULT: "result",
    _BUDGET: "budget",
    _INDICATORS: "indicators",
    "評価結果": "structure",
    **dict.fromkeys(_PLAIN, "plain"),
}
_KEY = re.compile(
    r"(?:^|\t)[ ]*(?P<key>"
    + "|".join(sorted(_ROLES, key=len, reverse=True))
    + r")(?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\))?[ ]*(?=\t|\n|\Z)",
    re.MULTILINE,
)
_RULE = re.compile(r"^[ \t-]*-{2,}[ \t-]*$", re.MULTILINE)
_FOOTNOTE = re.compile(r"^[ \t]*※[^\n]+", re.MULTILINE)
_LEAST_KEYS = 3


@dataclass(frozen=True, slots=True)
class Item:
    """A key and the words that stand for it: ``text[start:end]``, blanks trimmed.

    ``role`` says what the value is: plain, list, opinions, analysis, result, budget, indicators.
    """

    key: str
    role: str
    key_start: int
    start: int
    end: int


def read_items(text: str) -> list[Item]:
    """The items of a standard form in order; none for other texts and for the numbered form."""
    if "施策" not in text or is_numbered_form(text):
        return []
    found = list(_KEY.finditer(text))
    if len({key["key"] for key in found}) < _LEAST_KEYS:
        return []
    stops = sorted(
        [key.start() for key in found]
        + [rule.start() for rule in _RULE.finditer(text)]
        + [note.start() for note in _FOOTNOTE.finditer(text)]
    )
    items: list[Item] = []
    for key in found:
        index = bisect_left(stops, key.end())
        limit = stops[index] if index < len(stops) else len(text)
        if key["key"] == _INDICATORS or limit <= key.end():
            limit = _line_end(text, key.end(), limit)
        body = text[key.end() : limit]
        words = body.strip()
        if words or _ROLES[key["key"]] == "structure":
            start = key.end() + (body.index(words[0]) if words else 0)
            role = _ROLES[key["key"]]
            items.append(Item(key["key"], role, key.start("key"), start, start + len(words)))
    return items


def read_footnotes(text: str) -> list[tuple[int, int]]:
    """Spans of the lines that begin with ※, trimmed."""
    spans = []
    for note in _FOOTNOTE.finditer(text):
        words = note[0].strip()
        start = note.start() + note[0].index(words[0])
        spans.append((start, start + len(words)))
    return spans


def _line_end(text: str, start: int, limit: int) -> int:
    end = text.find("\n", start)
    return end if 0 <= end < limit else max(limit, start)
