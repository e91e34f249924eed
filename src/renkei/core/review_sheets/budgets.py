"""Budget and execution (2-1): the amounts of one project in each budget year.

A sheet of one review year tells several budget years, each in one row of totals and rows of detail
by account. Only the totals count; adding the details to them would count twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from renkei.core.errors import InputError, RenkeiError
from renkei.core.review_sheets.table import Row, Table

INITIAL = "当初予算（合計）"
TOTAL = "計（歳出予算現額合計）"
_AMOUNTS = {
    "initial": INITIAL,
    "supplementary": "補正予算（合計）",
    "carried_in": "前年度からの繰越し（合計）",
    "reserve": "予備費等（合計）",
    "total": TOTAL,
    "executed": "執行額（合計）",
    "carried_out": "翌年度への繰越し(合計）",
    "requested": "翌年度要求額（合計）",
}
_NONE = frozenset({"", "-", "ー", "－", "―"})


@dataclass(frozen=True, slots=True)
class ProjectYear:
    """Amounts in yen of one project in one budget year; None: the file tells none.

    ``total`` is the appropriation after supplements, carry-over and reserve. ``requested`` is for
    the year after. ``line`` is that of the row of totals; 0: not from a file.
    """

    project_id: str
    project_name: str
    ministry: str
    review_year: int
    budget_year: int
    initial: int | None = None
    supplementary: int | None = None
    carried_in: int | None = None
    reserve: int | None = None
    total: int | None = None
    executed: int | None = None
    carried_out: int | None = None
    requested: int | None = None
    line: int = 0

    @property
    def computed_total(self) -> int | None:
        """What the parts add up to; None if one of them is not told."""
        parts = (self.initial, self.supplementary, self.carried_in, self.reserve)
        told = [part for part in parts if part is not None]
        return sum(told) if len(told) == len(parts) else None

    @property
    def execution_rate(self) -> Decimal | None:
        """Executed by appropriation, to five places as the files print it; None where undefined."""
        if not self.total or self.executed is None:
            return None
        return (Decimal(self.executed) / self.total).quantize(Decimal("0.00001"))


def read_budgets(table: Table) -> tuple[tuple[ProjectYear, ...], tuple[RenkeiError, ...]]:
    """The totals of each project and budget year, and the rows that could not be read, told."""
    years: dict[tuple[str, int], ProjectYear] = {}
    faults: list[RenkeiError] = []
    for row in table.rows:
        if row[INITIAL] in _NONE and row[TOTAL] in _NONE:
            continue  # a row of detail: its amounts are in the row of totals
        try:
            year = _year(table.name, row)
        except InputError as fault:
            faults.append(fault)
            continue
        key = (year.project_id, year.budget_year)
        first = years.setdefault(key, year)
        if first is not year:
            faults.append(_second(table.name, first, year))
    return tuple(years.values()), tuple(faults)


def budget_rows(years: Iterable[ProjectYear]) -> Iterator[dict[str, str]]:
    """Rows of totals for :func:`~renkei.core.review_sheets.table.write_table`."""
    for year in years:
        amounts = {head: _printed(getattr(year, name)) for name, head in _AMOUNTS.items()}
        rate = year.execution_rate
        yield {
            "シート種別": "レビューシート",
            "事業年度": str(year.review_year),
            "予算事業ID": year.project_id,
            "事業名": year.project_name,
            "政策所管府省庁": year.ministry,
            "府省庁": year.ministry,
            "予算年度": str(year.budget_year),
            **amounts,
            "執行率": "" if rate is None else f"{rate.normalize():f}",
        }


def whole_number(name: str, row: Row, head: str) -> int | None:
    """A whole number as printed ("34482000", "50617000.0"); None for an empty cell or a dash.

    Raises InputError (RK605).
    """
    text = row[head].replace(",", "")
    if text in _NONE:
        return None
    try:
        value = Decimal(text)
        if value == value.to_integral_value():
            return int(value)
    except (InvalidOperation, ValueError, OverflowError):
        pass  # told below, as for a fraction
    raise InputError("RK605", name=name, line=row.line, head=head, found=row[head])


def _year(name: str, row: Row) -> ProjectYear:
    return ProjectYear(
        project_id=row["予算事業ID"],
        project_name=row["事業名"],
        ministry=row["政策所管府省庁"],
        review_year=_needed(name, row, "事業年度"),
        budget_year=_needed(name, row, "予算年度"),
        line=row.line,
        **{each: whole_number(name, row, head) for each, head in _AMOUNTS.items()},
    )


def _needed(name: str, row: Row, head: str) -> int:
    value = whole_number(name, row, head)
    if value is None:
        raise InputError("RK605", name=name, line=row.line, head=head, found="")
    return value


def _second(name: str, first: ProjectYear, second: ProjectYear) -> InputError:
    return InputError(
        "RK606",
        name=name,
        line=second.line,
        project=second.project_id,
        year=second.budget_year,
        first=first.line,
    )


def _printed(amount: int | None) -> str:
    return "" if amount is None else str(amount)
