"""Sums of a request: whatever the grouping, nothing is lost and nothing counted twice."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from renkei.core.planning.budget import GROUPS, Line, sums, total


def line(year: int = 2026, yen: int = 90, **changes: object) -> Line:
    fields: dict[str, object] = {
        "organisation": "甲局", "means": "unit", "regions": ("OCEANIA",), "item": "旅費",
    }  # fmt: skip
    return Line(fiscal_year=year, yen=yen, **(fields | changes))  # type: ignore[arg-type]


def test_this_year_beside_the_year_before() -> None:
    rows = sums(
        [line(), line(2025, 60), line(2024, 1), line(means="high_level", yen=95)], "means", 2026
    )
    assert [(row.code, row.now, row.before, row.difference) for row in rows] == [
        ("high_level", 95, 0, 95),
        ("unit", 90, 60, 30),
    ]


def test_several_regions_share_equally() -> None:
    rows = sums([line(regions=("AFRICA", "EUROPE", "OCEANIA"), yen=100)], "region", 2026)
    assert {row.now for row in rows} == {Fraction(100, 3)}


lines = st.lists(
    st.builds(
        line,
        st.integers(2023, 2027),
        st.integers(0, 10**9),
        organisation=st.sampled_from(["甲", "乙"]),
        means=st.sampled_from(["unit", "high_level"]),
        regions=st.sets(st.sampled_from(["A", "B", "C"])).map(tuple),
        item=st.sampled_from(["", "旅費"]),
    ),
    max_size=12,
)


@given(lines, st.integers(2024, 2027))
def test_every_grouping_has_the_same_total(found: list[Line], year: int) -> None:
    for group in GROUPS:
        whole = total(sums(found, group, year))
        assert whole.now == sum(one.yen for one in found if one.fiscal_year == year)
        assert whole.before == sum(one.yen for one in found if one.fiscal_year == year - 1)
