"""The two sheets of the corpus against the hand-made gold tables, item by item."""

import csv
import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from renkei.core.pipeline import Reading, read
from renkei.core.records import (
    BudgetLine,
    Indicator,
    IndicatorValue,
    Means,
    MeansReference,
    Target,
)
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document

NAMES = {"A": "mofa-monitoring-i-2-fy2021.txt", "B": "mofa-evaluation-ii-1-fy2021.txt"}
UNITS = {"千円": 10**3, "百万円": 10**6}
CIRCLES = "①②③④⑤⑥⑦⑧⑨⑩"
Shared = Callable[[str], Path]


@pytest.fixture(scope="module")
def readings(shared_path: Shared) -> dict[str, Reading]:
    found = {}
    for letter, name in NAMES.items():
        raw = shared_path(f"corpus/{name}").read_bytes()
        found[letter] = read(Document(DocumentRef(name, sha256(raw).hexdigest()), raw.decode()))
    return found


@pytest.fixture(scope="module")
def gold(shared_path: Shared) -> Callable[[str], list[dict[str, str]]]:
    def rows(name: str) -> list[dict[str, str]]:
        with shared_path(f"gold/mofa_{name}.tsv").open(encoding="utf-8") as file:
            return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))

    return rows


def bare(text: str | None) -> str:
    return "".join(normalize("NFKC", text or "").split())


def of(readings: dict[str, Reading], letter: str, kind: type) -> list[Any]:
    return [record for record in readings[letter].records if isinstance(record, kind)]


def test_indicators(readings: dict[str, Reading], gold: Any) -> None:
    rows = gold("indicators")
    read_rows = {
        (letter, r.number): (bare(r.name), r.primary, r.measure, r.mark or "", r.field_no)
        for letter in NAMES
        for r in of(readings, letter, Indicator)
    }
    for row in rows:
        assert read_rows[row["document"], row["number"]] == (
            bare(row["name"]),
            row["primary"] == "1",
            row["type"],
            row["mark"],
            int(row["field_no"]),
        )


def test_values(readings: dict[str, Reading], gold: Any) -> None:
    rows = gold("values")
    covered = {(row["document"], row["number"]) for row in rows}
    expected = Counter(
        (
            row["document"],
            row["number"],
            bare(row["component"]),
            row["fiscal_year"],
            row["kind"],
            float(row["value"]) if row["value"] else None,
            row["unit"],
        )
        for row in rows
    )
    found = Counter(
        (
            letter,
            r.number,
            bare(r.component),
            str(r.fiscal_year or ""),
            r.kind,
            None if r.value is None else float(r.value),
            r.unit or "",
        )
        for letter in NAMES
        for r in of(readings, letter, IndicatorValue)
        if (letter, r.number) in covered
    )
    assert found == expected


def test_targets(readings: dict[str, Reading], gold: Any) -> None:
    found = {
        (letter, r.number, str(r.fiscal_year)): (len(r.items), len(r.progress))
        for letter in NAMES
        for r in of(readings, letter, Target)
    }
    for row in gold("targets"):
        key = (row["document"], row["number"], row["fiscal_year"])
        assert found[key] == (int(row["target_items"]), int(row["progress_items"])), key


def test_means(readings: dict[str, Reading], gold: Any) -> None:
    found = {(str(r.field_no), CIRCLES[r.number - 1]): r for r in of(readings, "A", Means)}
    rows = gold("means")
    assert len(rows) == len(found)
    for row in rows:
        record = found[row["field_no"], row["number"]]
        assert record.name == row["name"]
        assert str(record.start_fiscal_year or "") == row["start_fy"]
        assert ",".join(record.indicators) == row["related_indicators"]
        assert record.review_number == row["review_number"]
        printed = [
            (f"fy{a.fiscal_year}_{name}", str(yen // 10**6))
            for a in record.amounts
            for name, yen in (("budget", a.budget_yen), ("exec", a.executed_yen))
            if yen is not None
        ]
        amounts = dict(printed)
        amounts["fy2021_initial"] = amounts.pop("fy2021_budget")
        assert amounts == {key: row[key] for key in amounts}


def test_means_cited(readings: dict[str, Reading], gold: Any) -> None:
    expected = Counter(
        (r["indicator_number"], bare(r["means_name"]), r["means_no"], r["fiscal_years"])
        for r in gold("means_refs")
    )
    covered = {key[0].split("-")[0] for key in expected}
    found = Counter(
        (
            r.indicator,
            bare(r.means_name),
            CIRCLES[r.means_number - 1],
            ",".join(map(str, r.fiscal_years)),
        )
        for r in of(readings, "B", MeansReference)
        if r.indicator.split("-")[0] in covered
    )
    assert found == expected


def test_budget_lines(readings: dict[str, Reading], gold: Any) -> None:
    expected = Counter(
        (
            bare(row["table"]),
            row["account"],
            row["organisation"],
            bare(row["item"]),
            bare(row["fiscal_year_or_label"]),
            int(row["value"]) * UNITS[row["unit"]] if row["value"] else None,
            int(row["line"]),
        )
        for row in gold("budget")
    )
    found = Counter(
        (
            bare(r.table),
            r.account or "",
            r.organisation or "",
            bare(r.item),
            bare(r.label),
            r.amount_yen,
            r.evidence.line,
        )
        for r in of(readings, "A", BudgetLine)
    )
    assert found == expected


def test_every_indicator_of_the_summary_is_read(readings: dict[str, Reading]) -> None:
    """The evaluation has 39 indicators in 11 fields and 9 reference indicators."""
    found = of(readings, "B", Indicator)
    assert len([r for r in found if not r.number.startswith("R")]) == 39
    assert {r.field_no for r in found} == set(range(1, 12))
    assert sum(r.number.startswith("R") for r in found) == 9
    assert all(r.mark in ("a", "b") for r in found if not r.number.startswith("R"))


@pytest.mark.parametrize("letter", list(NAMES))
def test_evidence_is_the_source(readings: dict[str, Reading], letter: str) -> None:
    reading = readings[letter]
    text = reading.document.text
    for item in [*reading.records, *reading.leftovers]:
        at = item.evidence
        assert text[at.start : at.end] == at.text
        assert text.count("\n", 0, at.start) + 1 == at.line


def test_the_evaluation_reads_the_same_without_paragraph_marks(
    readings: dict[str, Reading],
) -> None:
    """Another conversion leaves no blank at the end of a paragraph and no empty lines."""

    def values(reading: Reading) -> Counter[tuple[Any, ...]]:
        found = [r for r in reading.records if isinstance(r, IndicatorValue | MeansReference)]
        return Counter(
            (r.number, r.component, r.fiscal_year, r.kind, r.value)
            if isinstance(r, IndicatorValue)
            else (r.indicator, r.means_name, r.means_number, r.fiscal_years)
            for r in found
        )

    whole = readings["B"]
    bare_text = re.sub(r"\n{2,}", "\n", re.sub(r"[ \t]+\n", "\n", whole.document.text))
    assert values(read(Document(DocumentRef("bare.txt", "0" * 64), bare_text))) == values(whole)
