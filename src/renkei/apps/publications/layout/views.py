"""What a layout may ask of a sheet beyond its own attributes, each under a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from renkei.apps.publications.figures import LEGEND, circled
from renkei.apps.publications.scheme import NAME, scheme_line, scheme_text
from renkei.apps.publications.sheet import (
    AccountRow,
    AccountTable,
    BudgetCell,
    Field,
    Figure,
    Indicator,
    Means,
    MeansAmount,
    Rating,
    Sheet,
    YearTarget,
)

SECTION_END = "／"
"""Between 項 and 事項 of an item."""
_TOTAL = re.compile(r"(?P<word>小計|合計)(?:\((?P<group>.*)\))?")
GRAND_TOTAL = "合計"
KINDS = ("年度目標値", "実績値")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column, and the head over it and its neighbours."""

    over: str
    name: str


@dataclass(frozen=True, slots=True)
class ValueLine:
    """A component of an indicator with one cell for each column that its table has."""

    component: str
    mid_term: Figure | None
    cells: tuple[Figure | None, ...]


@dataclass(frozen=True, slots=True)
class AccountLine:
    """A row of 政策ごとの予算額; of a total, ``group`` says of what and ``place`` that it is one."""

    group: str
    account: str
    place: str
    section: str
    matter: str
    cells: tuple[BudgetCell, ...]


@dataclass(frozen=True, slots=True)
class MeansRow:
    """A means, or in the rows below it only what more it does."""

    name: str
    overview: str
    amounts: tuple[MeansAmount | None, ...]
    served: str
    review_number: str


@dataclass(frozen=True, slots=True)
class Marked:
    """An indicator of the list of marks; without a mark it is the heading of a field."""

    name: str
    mark: str


def _columns(indicator: Indicator) -> list[tuple[int, int]]:
    """(year, target or actual) of the columns in which any component has a value."""
    return [
        (year, kind)
        for year in range(len(indicator.years))
        for kind in range(2)
        if any(row.years[year][kind] is not None for row in indicator.rows)
    ]


def heads(indicator: Indicator) -> tuple[Head, ...]:
    """Year and kind of every column."""
    return tuple(Head(indicator.years[year], KINDS[kind]) for year, kind in _columns(indicator))


def lines(indicator: Indicator) -> tuple[ValueLine, ...]:
    """The components with their cells, as ``heads`` names them."""
    columns = _columns(indicator)
    return tuple(
        ValueLine(row.component, row.mid_term, tuple(row.years[y][kind] for y, kind in columns))
        for row in indicator.rows
    )


def actuals(indicator: Indicator) -> tuple[ValueLine, ...]:
    """The components with their actual values alone, one for each year."""
    return tuple(
        ValueLine(row.component, None, tuple(pair[1] for pair in row.years))
        for row in indicator.rows
    )


def components(indicator: Indicator) -> bool:
    """Whether the values are told by component."""
    return any(row.component for row in indicator.rows)


def star(indicator: Indicator) -> str:
    """＊ of a primary indicator."""
    return "＊" if indicator.primary else ""


def numbered(indicator: Indicator) -> bool:
    """Whether the number names a field: 1-3, not 3."""
    return "-" in indicator.number


def mid_term_year(indicator: Indicator) -> str:
    """The year of the mid-term target in brackets on a line of its own."""
    return f"\n（{indicator.mid_term_year}）" if indicator.mid_term_year else ""


def progress_by_year(indicator: Indicator) -> str:
    """What was done, under a heading for the whole time and one for each year."""
    told = [target for target in indicator.targets if target.progress]
    if not told:
        return ""
    first, last = told[0].year, told[-1].year
    span = first if first == last else f"{first}から{last}まで"
    return "\n\n".join([f"【{span}の主な実績】", *map(_of_year, told)])


def _of_year(target: YearTarget) -> str:
    return "\n".join((f"●{target.year}の実績", *target.progress))


def aims(indicator: Indicator) -> str:
    """The name of the indicator, which is its target where it has none of its own, and items."""
    items = dict.fromkeys(item for target in indicator.targets for item in target.items)
    return "\n".join((indicator.name, *items))


def targets(target: YearTarget) -> str:
    """The items of a year, behind what is said before them."""
    return "\n".join(filter(None, (target.before_items, *target.items)))


def done(target: YearTarget) -> str:
    """What was done in a year, item by item, behind what is said before that."""
    return "\n".join(filter(None, (target.before_progress, *target.progress)))


def overview(field: Field) -> bool:
    """Whether any means says what it does."""
    return any(means.overview for means in field.means)


def space_number(field: Field) -> str:
    """The number of a field with the space before it; "" for none."""
    return "" if field.number is None else f" {field.number}"


def in_brackets(field: Field) -> str:
    """（個別分野 1）, "" without a number."""
    return "" if field.number is None else f"（個別分野{space_number(field)}）"


def means_rows(field: Field) -> tuple[MeansRow, ...]:
    """A row for each means, and one below it for each further part of what it does."""
    return tuple(row for means in field.means for row in _means_rows(means))


def _means_rows(means: Means) -> Iterator[MeansRow]:
    first, *others = means.overview or ("",)
    start = f"\n（{means.start}）" if means.start else ""
    name = f"{circled(means.number)}{means.name}{start}"
    served = "、".join(means.indicators)
    yield MeansRow(name, first, means.amounts, served, means.review_number)
    blank = tuple(None for _ in means.amounts)
    for part in others:
        yield MeansRow("", part, blank, "", "")


def unnamed(sheet: Sheet) -> tuple[Field, ...]:
    """Fields that stand on the front because they have no name."""
    return tuple(field for field in sheet.fields if not field.name)


def named(sheet: Sheet) -> tuple[Field, ...]:
    """Fields that have a page of their own."""
    return tuple(field for field in sheet.fields if field.name)


def indicators(sheet: Sheet) -> tuple[Indicator, ...]:
    """Those of all fields."""
    return tuple(indicator for field in sheet.fields for indicator in field.indicators)


def references(sheet: Sheet) -> tuple[Indicator, ...]:
    """Those of all fields."""
    return tuple(indicator for field in sheet.fields for indicator in field.references)


def _item(text: str) -> str:
    """An item of a list, behind a mark."""
    return text if text.startswith(("・", "●", "○", "-")) else f"・{text}"


def opinions(sheet: Sheet) -> str:
    """The remarks of experts as a list."""
    return _listed(sheet.opinions)


def sources(sheet: Sheet) -> str:
    """The material that was used, as a list."""
    return _listed(sheet.sources)


def _listed(texts: tuple[str, ...]) -> str:
    """A list; a single text stands as it is."""
    return "".join(texts) if len(texts) < 2 else "\n".join(map(_item, texts))


def account_lines(table: AccountTable) -> tuple[AccountLine, ...]:
    """The rows with what the form prints in columns of their own, the grand total last."""
    lines = [_account_line(row) for row in table.rows]
    return tuple(sorted(lines, key=lambda line: line.place == GRAND_TOTAL))


def _account_line(row: AccountRow) -> AccountLine:
    total = _TOTAL.fullmatch(row.item)
    if total is not None:
        group, word = total["group"] or "", total["word"]
        return AccountLine(group, row.account, word, "", "", row.cells)
    section, _, matter = row.item.partition(SECTION_END)
    return AccountLine("", row.account, row.organisation, section, matter, row.cells)


def marks(sheet: Sheet) -> tuple[Marked, ...]:
    """Every indicator that has a mark, below the heading of its field."""
    found: list[Marked] = []
    for field in sheet.fields:
        marked = [indicator for indicator in field.indicators if indicator.mark]
        if marked and field.name:
            found.append(Marked(f"個別分野{space_number(field)}　{field.name}", ""))
        found += [Marked(f"{star(each)}{each.number}　{each.name}", each.mark) for each in marked]
    return tuple(found)


def result(rating: Rating) -> str:
    """The rating in the common categories, with its grounds."""
    grounds = ("（判断根拠）", rating.reason) if rating.reason else ()
    return "\n".join((f"（{NAME}）", scheme_line(rating), *grounds))


def footnotes(sheet: Sheet) -> tuple[str, ...]:
    """The notes of the sheet, then what its marks mean."""
    found = [note.removeprefix("※").strip() for note in sheet.notes]
    if sheet.rating is not None:
        found.append(f"「{NAME}」は、次の５段階の区分による。{scheme_text()}")
    if any(indicator.primary for field in sheet.fields for indicator in field.indicators):
        found.append("測定指標名に「＊」のあるものは、主要な測定指標である。")
    return (*found, LEGEND)


def form_in_brackets(sheet: Sheet) -> str:
    """（外務省３－Ⅱ－４）, "" without a number."""
    return f"（{sheet.form_number}）" if sheet.form_number else ""


VIEWS: dict[tuple[type, str], Callable[[Any], Any]] = {
    (Indicator, "heads"): heads,
    (Indicator, "lines"): lines,
    (Indicator, "actuals"): actuals,
    (Indicator, "components"): components,
    (Indicator, "star"): star,
    (Indicator, "numbered"): numbered,
    (Indicator, "mid_term_line"): mid_term_year,
    (Indicator, "progress"): progress_by_year,
    (Indicator, "aims"): aims,
    (Field, "numeral"): space_number,
    (Field, "in_brackets"): in_brackets,
    (YearTarget, "aim"): targets,
    (YearTarget, "done"): done,
    (Field, "overviews"): overview,
    (Field, "means_rows"): means_rows,
    (Sheet, "unnamed_fields"): unnamed,
    (Sheet, "named_fields"): named,
    (Sheet, "indicators"): indicators,
    (Sheet, "references"): references,
    (AccountTable, "lines"): account_lines,
    (Sheet, "marks"): marks,
    (Sheet, "remarks"): opinions,
    (Sheet, "material"): sources,
    (Sheet, "footnotes"): footnotes,
    (Sheet, "number_line"): form_in_brackets,
    (Rating, "result"): result,
}
