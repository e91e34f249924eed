"""The words of a sheet's front: which printed field goes where, and how years are named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from renkei.apps.evaluation.models import BudgetLine, SheetField
from renkei.apps.publications.sheet import Entry, Form
from renkei.core.values.eras import era_of

# Keys as the forms of different ministries print them, without spaces and marks of notes.
TITLE = ("様式名", "表題", "標題")
FORM_NUMBER = ("様式番号", "整理番号")
NAME = ("施策名", "政策名")
KEY_POLICIES = (
    "施策に関係する内閣の重要政策",
    "施策に関する内閣の重要政策",
    "関連する内閣の重要政策",
)
MEASURED = ("測定指標",)
BUREAU = ("担当部局名", "担当部局")
PERIOD = ("政策評価実施時期", "政策評価実施予定時期", "評価実施時期")
SOURCES = (
    "政策評価を行う過程において使用した資料その他の情報",
    "作成にあたって使用した資料その他の情報",
)
OPINIONS = ("学識経験を有する者の知見の活用",)
ANALYSIS = ("施策の分析",)
DIRECTION = ("次期目標等への反映の方向性",)
NOTES = ("注", "備考", "脚注")
MID_TERM = ("中期目標",)
GROUNDS = ("測定指標の選定理由及び目標の設定の根拠", "測定指標の選定理由")
INDICATOR_NOTE = ("注",)
BEFORE_ITEMS = ("目標の前文",)
BEFORE_PROGRESS = ("施策の進捗状況・実績の前文",)
MEANS_OVERVIEW = ("達成手段の概要",)
ACCOUNT_HEAD = ("番号", "評価方式", "政策目標の達成度合い")
# The result is printed from the rating, the amounts from the budget lines, fields by their name,
# the list of marks from the indicators; a heading is no text.
PRINTED_ELSEWHERE = (
    "目標達成度合いの測定結果",
    "施策の予算額・執行額等",
    "判断根拠",
    "個別分野",
    "目標の達成状況",
    "評価結果",
)

YearNames = dict[int, str]

_BRACKETED = re.compile(r"\([^()]*\)")
_OF_FIELD = re.compile(r"\(個別分野(?P<field>\d+)\)$")
_OF_INDICATOR = re.compile(
    r"\((?P<indicator>R?\d*(?:-\d+)?(?:(?:令和|平成)(?:元|\d+)年度目標)?)\)$"
)
_ITEM_MARKS = ("・", "●", "○", "※", "◆", "-")
_NUMBERED = re.compile(r"(?<=個別分野)\d+$")

_YEAR = re.compile(r"(?:令和|平成)\s*(?:元|\d+)\s*年度")

Owner = int | str | None


@dataclass(frozen=True, slots=True)
class _Row:
    """A field of the sheet: what it says, of the policy, of field 3 or of indicator "3-1"."""

    key: str
    label: str
    value: str
    owner: Owner


class Front:
    """The labelled fields of a sheet, taken one by one; what nobody took is printed as it is."""

    def __init__(self, rows: Iterable[SheetField]) -> None:
        read = [_row(row) for row in rows if row.value]
        whole = {row.key: row.value for row in read if row.owner is None}
        # What is told of an indicator inside the text of the whole is printed there.
        self._rows = [
            row for row in read if row.owner is None or row.value not in whole.get(row.key, "")
        ]

    def take(self, keys: tuple[str, ...], owner: Owner = None) -> str:
        """The text of the fields of these keys, "" when there is none; each is a list item."""
        values = list(dict.fromkeys(self.take_all(keys, owner)))
        return values[0] if len(values) == 1 else "\n".join(map(_as_item, values))

    def take_first(self, keys: tuple[str, ...]) -> str:
        """As :meth:`take`, but only the first where a name is printed twice."""
        return next(iter(self.take_all(keys)), "")

    def take_all(self, keys: tuple[str, ...], owner: Owner = None) -> tuple[str, ...]:
        """The values of all fields of these keys."""
        found = [row for row in self._rows if row.owner == owner and row.key in keys]
        self._rows = [row for row in self._rows if row not in found]
        return tuple(row.value for row in found)

    def take_entries(self, keys: tuple[str, ...], owner: Owner = None) -> tuple[Entry, ...]:
        """The fields of these keys as rows, those of one label together."""
        labels = {
            row.key: row.label for row in self._rows if row.owner == owner and row.key in keys
        }
        pairs = [(label, self.take((key,), owner)) for key, label in labels.items()]
        return tuple(Entry(label=label, text=text) for label, text in pairs if text)

    def rest(self, owner: Owner = None) -> tuple[Entry, ...]:
        """What is left of an owner, in the order of the source."""
        self.take_all(PRINTED_ELSEWHERE, owner)
        keys = tuple(dict.fromkeys(row.key for row in self._rows if row.owner == owner))
        return tuple(entry for key in keys for entry in self.take_entries((key,), owner))


def _as_item(value: str) -> str:
    return value if value.startswith(_ITEM_MARKS) else f"・{value}"


def _row(row: SheetField) -> _Row:
    """施策名（※）, 中期目標(1-1) and 個別分野1 as they are looked up."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", row.key))
    of_field, of_indicator = _OF_FIELD.search(plain), _OF_INDICATOR.search(plain)
    owner: Owner = None
    if of_field:
        owner, plain = int(of_field["field"]), plain[: of_field.start()]
    elif of_indicator:
        owner, plain = of_indicator["indicator"], plain[: of_indicator.start()]
    key = _NUMBERED.sub("", _BRACKETED.sub("", plain))
    return _Row(key=key, label=plain if owner else row.key, value=row.value, owner=owner)


def era_year(day: date) -> str:
    """The year of a day in its era: 平成31 in April 2019, 令和元 in May."""
    era, number = era_of(day)
    return f"{era.name}{'元' if number == 1 else number}"


def year_name(start: int) -> str:
    """令和元年度, 令和2年度, 平成30年度: by the era in which the calendar year ends."""
    return f"{era_year(date(start, 12, 31))}年度"


def printed_years(lines: Iterable[BudgetLine]) -> YearNames:
    """Fiscal years as the budget tables of this policy name them (平成31年度 for 令和元年度)."""
    names: YearNames = {}
    for line in lines:
        name = heading(line.label, line.item)
        if line.fiscal_year is not None and _YEAR.fullmatch(name):
            names.setdefault(line.fiscal_year, name)
    return names


def heading(label: str, item: str) -> str:
    """The column a budget figure stands in: its label without the item of its row."""
    return label.removesuffix(item) if item and label != item else label


def named(years: YearNames, start: int | None) -> str:
    """The name of a fiscal year on this sheet; "" for none."""
    return "" if start is None else years.get(start) or year_name(start)


def default_title(form: Form, fiscal_year: int | None) -> str:
    """令和3年度政策評価書, or 令和3年度事前分析表（モニタリング）."""
    year = "" if fiscal_year is None else year_name(fiscal_year)
    return f"{year}{'政策評価書' if form is Form.EVALUATION else '事前分析表（モニタリング）'}"
