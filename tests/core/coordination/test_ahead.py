"""Days ahead are counted by organisation, the late ones apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renkei.core.coordination.ahead import ahead


def test_the_shortest_median_stands_first() -> None:
    rows = [("甲局", 60), ("甲局", 20), ("甲局", 90), ("乙局", 10), ("乙局", -2)]
    told = [(one.organisation, one.number, one.median, one.less) for one in ahead(rows, 30)]
    assert told == [("乙局", 2, 4, 2), ("甲局", 3, 60, 1)]
    assert ahead([], 30) == []


@given(st.lists(st.tuples(st.sampled_from("甲乙丙"), st.integers(-400, 4000))), st.integers(1, 90))
def test_every_case_is_counted_once(rows: list[tuple[str, int]], least: int) -> None:
    found = ahead(rows, least)
    assert sum(one.number for one in found) == len(rows)
    assert sum(one.less for one in found) == sum(days < least for _, days in rows)
