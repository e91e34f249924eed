"""Documents of our own of the same kinds as the corpus, written anew, item by item.

Each has other years, countries, ministries and layouts than the five of the corpus. The table beside
a document holds every record it prints, written down before the document was read; each row is a
test of its own, so that a loss names the item.
"""

import csv
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from renkei.core.pipeline import Reading, read
from renkei.core.records import (
    Activity,
    BudgetLine,
    Indicator,
    IndicatorValue,
    Means,
    MeansReference,
    Opinion,
    Provision,
    Rating,
    SheetField,
    StudentExchange,
    Target,
)
from renkei.core.records.encode import to_json_all
from renkei.readers.registry import read_file

DOCUMENTS = Path(__file__).parent / "documents"
KINDS = {
    "": Activity,
    ".students": StudentExchange,
    ".budget": BudgetLine,
    ".provisions": Provision,
    ".fields": SheetField,
    ".indicators": Indicator,
    ".values": IndicatorValue,
    ".targets": Target,
    ".means": Means,
    ".references": MeansReference,
    ".opinions": Opinion,
    ".rating": Rating,
}
Row = dict[str, str]


def rows(table: Path) -> list[Row]:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def reading(name: str) -> Reading:
    return read(read_file(DOCUMENTS / f"{name}.txt"))


def shown(name: str, kind: str, names: tuple[str, ...]) -> list[Row]:
    """The records of a kind, with the fields that a table has, as it writes them."""
    records = [each for each in reading(name).records if isinstance(each, KINDS[kind])]
    return [_row(shape, names) for shape in to_json_all(records)]


def _row(shape: dict[str, Any], names: tuple[str, ...]) -> Row:
    values = {name: shape.get(name) for name in names}
    if "partners" in values:
        values["partners"] = ";".join(sorted(values["partners"] or []))
    if "line" in values:
        values["line"] = shape["evidence"]["line"]
    return {name: _text(value).replace("\n", "\\n") for name, value in values.items()}


def _text(value: Any) -> str:
    """A field as a table writes it: the parts of a list in order, an object as its values."""
    if isinstance(value, list):
        return " / ".join(_text(each) for each in value)
    if isinstance(value, dict):
        return ":".join(_text(each) for each in value.values())
    return "" if value is None else str(value)


def tables() -> list[tuple[str, str, list[Row]]]:
    found = []
    for table in sorted(DOCUMENTS.glob("*.tsv")):
        name, _, kind = table.stem.partition(".")
        found.append((name, f".{kind}" if kind else "", rows(table)))
    return found


def items() -> list:
    return [
        pytest.param(name, kind, row, id=f"{name}{kind}-{number}")
        for name, kind, table in tables()
        for number, row in enumerate(table, 1)
    ]


@pytest.mark.parametrize(("name", "kind", "row"), items())
def test_every_item_that_is_printed_is_read(name: str, kind: str, row: Row) -> None:
    found = shown(name, kind, tuple(row))
    near = [each for each in found if sum(each[key] != row[key] for key in row) <= 3]
    assert row in found, f"read instead: {near}"


@pytest.mark.parametrize(("name", "kind", "table"), tables())
def test_nothing_is_read_that_is_not_printed(name: str, kind: str, table: list[Row]) -> None:
    printed = Counter(tuple(row.items()) for row in table)
    read_from_it = Counter(tuple(row.items()) for row in shown(name, kind, tuple(table[0])))
    assert not read_from_it - printed


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_every_record_quotes_its_source(path: Path) -> None:
    source = path.read_text("utf-8")
    for record in (*reading(path.stem).records, *reading(path.stem).leftovers):
        at = record.evidence
        assert at.text == source[at.start : at.end]
