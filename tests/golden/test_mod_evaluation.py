"""The evaluation of the Ministry of Defense against its gold tables, item by item.

The gold covers fiscal 2019; the other years were read against the document by hand once, and the
counts of that reading are kept here (a change is explained before a count is moved).
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from renkei.core.pipeline import Reading, read
from renkei.core.records import (
    Activity,
    BudgetLine,
    Indicator,
    Opinion,
    Rating,
    ResearchExchange,
    SheetField,
    StudentExchange,
)
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document

NAME = "mod-evaluation-fy2019-2021.txt"
COUNTED = {
    (2019, "1"): 131,
    (2020, "1"): 108,
    (2021, "1"): 107,
    (2019, "2"): 24,
    (2020, "2"): 10,
    (2021, "2"): 12,
    (2019, "3"): 14,
    (2020, "3"): 4,
    (2021, "3"): 21,
    (2019, "6"): 30,
    (2020, "6"): 12,
    (2021, "6"): 21,
}
Shared = Callable[[str], Path]
Row = tuple[str, ...]


@pytest.fixture(scope="module")
def reading(shared_path: Shared) -> Reading:
    raw = shared_path(f"corpus/{NAME}").read_bytes()
    return read(Document(DocumentRef(NAME, sha256(raw).hexdigest()), raw.decode()))


@pytest.fixture(scope="module")
def gold(shared_path: Shared) -> Callable[[str], list[dict[str, str]]]:
    def rows(name: str) -> list[dict[str, str]]:
        with shared_path(f"gold/{name}").open(encoding="utf-8") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    return rows


def bare(title: str) -> str:
    """A title without its brackets and blanks: the gold moves some of them to its notes."""
    while "(" in title:
        shorter = re.sub(r"\([^()]*\)", "", title)
        if shorter == title:
            break
        title = shorter
    return "".join(title.split())


def activities(reading: Reading) -> list[Activity]:
    return [record for record in reading.records if isinstance(record, Activity)]


def test_activities_of_fiscal_2019(reading: Reading, gold: Callable) -> None:
    expected: Counter[Row] = Counter()
    levels: dict[Row, Counter[str]] = defaultdict(Counter)
    for row in gold("activities.tsv"):
        if row["document"] != NAME:
            continue
        partners = ";".join(sorted(row["partners"].split(";")))
        key = tuple(row[name] for name in ("section", "start", "end", "kind", "mode", "status"))
        key += (partners, bare(row["title"]), row["listed_under"] if row["section"] in "12" else "")
        expected[key] += 1
        levels[key][row["level"]] += 1
    found: Counter[Row] = Counter()
    found_levels: dict[Row, Counter[str]] = defaultdict(Counter)
    for record in activities(reading):
        if str(record.fiscal_year) != "2019":
            continue
        under = record.listed_under or "" if record.section in ("1", "2") else ""
        key = (
            record.section or "",
            str(record.start or ""),
            str(record.end or ""),
            record.kind,
            record.mode or "",
            record.status,
            ";".join(sorted(record.partners)),
            bare(record.title),
            under,
        )
        found[key] += 1
        found_levels[key][record.level or ""] += 1
    assert found == expected
    for key, told in levels.items():
        if "" not in told:
            assert found_levels[key] == told, key


def test_activities_of_every_year_are_as_many_as_the_document_prints(reading: Reading) -> None:
    found = Counter((int(str(r.fiscal_year)), r.section) for r in activities(reading))
    assert dict(found) == COUNTED
    assert not reading.leftovers


def test_every_date_falls_into_its_fiscal_year_but_one_that_began_before(reading: Reading) -> None:
    outside = [
        str(record.start)
        for record in activities(reading)
        if record.start is not None and record.start.fiscal_year != record.fiscal_year
    ]
    assert outside == ["2019-03"]
    assert sum(record.start is None for record in activities(reading)) == 1


def test_students_of_fiscal_2019(reading: Reading, gold: Callable) -> None:
    names = ("fiscal_year", "direction", "country_iso3", "count")
    expected = {tuple(row[name] for name in names) for row in gold("mod_students.tsv")}
    found = {
        (str(r.fiscal_year), r.direction, r.partner, str(r.count))
        for r in reading.records
        if isinstance(r, StudentExchange)
    }
    assert {row for row in found if row[0] == "2019"} == expected


def test_students_of_every_year_add_up_to_the_printed_total(reading: Reading) -> None:
    totals: dict[tuple[str, str], int] = {}
    sums: Counter[tuple[str, str]] = Counter()
    for record in reading.records:
        if isinstance(record, StudentExchange):
            key = (str(record.fiscal_year), record.direction)
            if record.partner == "TOTAL":
                totals[key] = record.count
            else:
                sums[key] += record.count
    assert len(totals) == 6
    assert sums == totals


def test_the_sheet_is_read_whole(reading: Reading) -> None:
    counts = Counter(type(record) for record in reading.records)
    assert counts[Indicator] == 6
    assert counts[Opinion] == 1
    assert counts[BudgetLine] == 16
    assert counts[ResearchExchange] == 37
    ratings = [record for record in reading.records if isinstance(record, Rating)]
    assert [rating.scale_value for rating in ratings] == [3] * 7
    fields = {record.key for record in reading.records if isinstance(record, SheetField)}
    assert {"施策名", "施策の概要", "達成すべき目標", "担当部局名", "政策評価実施時期"} <= fields


def test_outside_figures_belong_to_the_budget_above_them(reading: Reading) -> None:
    lines = {
        (line.item, str(line.fiscal_year)): line.amount_yen
        for line in reading.records
        if isinstance(line, BudgetLine) and line.outside_total
    }
    assert lines == {
        ("当初予算(a)", "2019"): 375_000_000,
        ("当初予算(a)", "2020"): 256_000_000,
        ("当初予算(a)", "2021"): 259_000_000,
        ("当初予算(a)", "2022"): 252_000_000,
        ("補正予算(b)", "2020"): -28_000_000,
        ("補正予算(b)", "2021"): 0,
        ("執行額", "2020"): 165_000_000,
        ("執行額", "2021"): 194_000_000,
    }
