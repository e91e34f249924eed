"""Facts as data files: every fact quotes its line, and what is wrong is told with its line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renkei.config.sample import DATA, facts
from renkei.core.errors import InputError
from renkei.core.records import Activity, BudgetLine, IndicatorValue, Means
from renkei.core.values import Absence, FiscalYear, PartialDate

FILES = sorted(path.name for path in DATA.glob("*.yml"))


def read(text: str) -> list[object]:
    return list(facts.read("facts.yml", text.encode())[0].records)


def test_a_fact_is_a_record_with_its_line_as_evidence() -> None:
    text = "# 見本\nactivity:\n  - {title: 会談, kind: meeting, partners: [NZL], start: 2018-05}\n"
    record = read(text)[0]
    assert isinstance(record, Activity)
    assert record.start == PartialDate(2018, 5)
    assert record.partners == ("NZL",)
    assert record.evidence.line == 3
    assert record.evidence.text == text[record.evidence.start : record.evidence.end]
    assert record.evidence.text.startswith("{title: 会談")


def test_values_have_the_types_of_the_record_format() -> None:
    records = read(
        "indicator_value:\n"
        "  - {number: 1-1, kind: actual, fiscal_year: 2018, value: 80.20, text: 80.2%, unit: '%'}\n"
        "budget_line:\n"
        "  - {table: 表, printed: '－', printed_unit: 千円, outside_total: true, absence: dash}\n"
        "means:\n"
        "  - {number: 1, name: 経費, indicators: [1-1],"
        " amounts: [{fiscal_year: 2018, budget_yen: 7000000, printed_unit: 百万円}]}\n"
    )
    value, line, means = records
    assert isinstance(value, IndicatorValue)
    assert value.value == Decimal("80.2")
    assert isinstance(line, BudgetLine)
    assert (line.outside_total, line.absence) == (True, Absence.DASH)
    assert isinstance(means, Means)
    assert means.amounts[0].fiscal_year == FiscalYear(2018)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[]", 1),
        ("activities:\n  - {title: 会談, kind: meeting}\n", 1),
        ("activity:\n  - {title: 会談, kind: party}\n", 2),
        ("activity:\n  - {title: 会談}\n", 2),
        ("activity:\n  - 会談\n", 2),
        ("activity:\n\n  - {title: 会談, kind: meeting, start: 5月}\n", 3),
        ("activity:\n  - {title: 会談, kind: meeting, partners: NZL}\n", 2),
        ("activity:\n  - {title: 会談, kind: meeting, evidence: 有}\n", 2),
        ("student_exchange:\n  - {fiscal_year: 2018, direction: inbound, partner: A, count: x}", 2),
        ("budget_line:\n  - {table: 表, printed: '', printed_unit: 円, outside_total: 1}\n", 2),
        ("activity:\n  - {title: 会談, kind: meeting\n", 3),
    ],
)
def test_what_the_format_lacks_is_told_with_its_line(text: str, line: int) -> None:
    with pytest.raises(InputError, match="RK417") as caught:
        read(text)
    assert f"{line}行目" in caught.value.message("ja")


@pytest.mark.parametrize("name", FILES)
def test_every_data_file_names_its_source_and_states_one_fact_a_line(name: str) -> None:
    reading, head = facts.read(name, (DATA / name).read_bytes())
    assert head["source"]
    assert head["title"].startswith("見本データ：")
    lines = [record.evidence.line for record in reading.records]
    assert len(set(lines)) == len(lines) > 1
    assert not any("。" in record.evidence.text for record in reading.records)
