"""Indicators and their values, in both layouts and in those of other ministries."""

from typing import Any

import pytest

from renkei.core.records import Indicator, IndicatorValue, Target
from tests.core.extract.sheets.sheet_samples import TABBED, WRAPPED, extract


def indicators(text: str) -> dict[str, Indicator]:
    return {r.number: r for r in extract(text).records if isinstance(r, Indicator)}


def values(text: str, number: str) -> list[tuple[Any, ...]]:
    """(component, year, kind, value or absence, unit) of one indicator, in order."""
    return [
        (
            r.component,
            r.fiscal_year.start if r.fiscal_year else None,
            r.kind,
            f"{r.value.normalize():f}" if r.value is not None else r.absence,
            r.unit,
        )
        for r in extract(text).records
        if isinstance(r, IndicatorValue) and r.number == number
    ]


def test_names_are_joined_over_lines_without_marks_and_notes() -> None:
    found = indicators(WRAPPED)
    assert found["1-1"].name == "砕氷船の共同運航の準備"
    assert found["1-2"].name == "運航に関する協議の回数"
    assert found["R1-1"].name == "報告書の部数及び閲覧数"
    assert indicators(TABBED)["1-2"].name == (
        "講座を受けた技術者のうち現地の測量を担う者の割合(部門ごとの値をいずれも含む)"
    )


def test_attributes_of_a_qualitative_indicator() -> None:
    found = indicators(WRAPPED)["1-1"]
    assert found.primary
    assert found.measure == "qualitative"
    assert found.mark == "a"
    assert found.mid_term_target_year == "--年度"
    assert (found.field_no, found.field_name) == (
        1,
        "砕氷船の運航に関する協力及び寒冷地の研究",
    )


def test_attributes_of_a_quantitative_indicator() -> None:
    found = indicators(WRAPPED)["1-2"]
    assert not found.primary
    assert (found.measure, found.mark) == ("quantitative", "b")
    assert found.mid_term_target_year == "令和5年度"
    assert indicators(TABBED)["1-2"].mid_term_target_year == "令和7年度"


def test_reference_indicators_are_numbered_within_their_field() -> None:
    assert [n for n in indicators(WRAPPED) if n.startswith("R")] == ["R1-1", "R1-2"]
    assert [n for n in indicators(TABBED) if n.startswith("R")] == ["R1-1"]


def test_the_summary_of_a_sheet_gives_no_second_indicators() -> None:
    numbers = [r.number for r in extract(WRAPPED).records if isinstance(r, Indicator)]
    assert len(numbers) == len(set(numbers))


def test_values_of_a_row_under_broken_heads() -> None:
    assert values(WRAPPED, "1-2") == [
        (None, 2023, "mid_term_target", "12", "回"),
        (None, 2021, "target", "4", "回"),
        (None, 2021, "actual", "5", "回"),
        (None, 2022, "target", "6", "回"),
        (None, 2022, "actual", "dash", None),
    ]


def test_values_in_cells_by_component() -> None:
    assert values(TABBED, "1-2") == [
        ("①港湾の部", 2025, "mid_term_target", "60", "%"),
        ("①港湾の部", 2022, "target", "40", "%"),
        ("①港湾の部", 2022, "actual", "43.5", "%"),
        ("①港湾の部", 2023, "target", "50", "%"),
        ("②沿岸の部", 2025, "mid_term_target", "30", "%"),
        ("②沿岸の部", 2022, "target", "20", "%"),
        ("②沿岸の部", 2022, "actual", "dash", None),
        ("②沿岸の部", 2023, "target", "25", "%"),
    ]


def test_reference_values_by_labelled_rows_and_by_scattered_cells() -> None:
    assert values(WRAPPED, "R1-1") == [
        ("①日本語版", 2020, "actual", "1200", "部"),
        ("①日本語版", 2021, "actual", "900", "部"),
        ("②閲覧数", 2020, "actual", "120000", "件"),
        ("②閲覧数", 2021, "actual", "2660000", "件"),
    ]
    assert sorted(values(WRAPPED, "R1-2")) == [
        ("①初級", 2020, "actual", "3", "人"),
        ("①初級", 2021, "actual", "0", "人"),
        ("②上級", 2020, "actual", "10", "人"),
        ("②上級", 2021, "actual", "12", "人"),
    ]
    assert values(TABBED, "R1-1") == [
        (None, 2021, "actual", "1020", "人"),
        (None, 2022, "actual", "11000", "人"),
    ]


def test_a_table_of_words_is_qualitative() -> None:
    assert indicators(WRAPPED)["1-3"].measure == "qualitative"
    assert values(WRAPPED, "1-3") == []
    target = next(
        r for r in extract(WRAPPED).records if isinstance(r, Target) and r.number == "1-3"
    )
    assert target.items == ("枠組みの案を示す。",)
    assert target.progress == ("案を示し、大筋で合意した。",)


def test_values_that_do_not_fit_their_columns_are_left_over() -> None:
    found = extract(WRAPPED)
    assert values(WRAPPED, "2-1") == []
    assert [(x.reason, "12" in x.evidence.text) for x in found.leftovers] == [
        ("table_columns_unmatched", True)
    ]


def test_printed_text_is_the_source_with_its_width() -> None:
    printed = {
        r.text for r in extract(WRAPPED).records if isinstance(r, IndicatorValue) and r.value
    }
    assert "４回" in printed
    assert "266 万件" in printed


@pytest.mark.parametrize("text", [TABBED, WRAPPED, WRAPPED.replace("\n", "\r\n")])
def test_evidence_is_the_source_between_its_offsets(text: str) -> None:
    found = extract(text)
    assert found.records
    for item in [*found.records, *found.leftovers]:
        at = item.evidence
        assert text[at.start : at.end] == at.text
        assert text.count("\n", 0, at.start) + 1 == at.line


def test_windows_line_ends_change_nothing() -> None:
    unix = [(type(r), getattr(r, "number", "")) for r in extract(WRAPPED).records]
    assert [
        (type(r), getattr(r, "number", "")) for r in extract(WRAPPED.replace("\n", "\r\n")).records
    ] == unix
