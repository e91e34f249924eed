"""Gaps are found as they say: by years back, by agreement, by year of a framework, by plan."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renkei.core.planning.gaps import (
    Due,
    GapKind,
    idle_agreements,
    missed,
    no_high_level,
    open_in_plan,
)

NOW = 2026


def test_high_level_exchange_long_ago_or_never() -> None:
    last = {"AUS": 2025, "NZL": 2023, "TON": None, "FJI": 2024}
    found = no_high_level(last, NOW, 3)
    assert [(one.subject, one.year) for one in found] == [("NZL", 2023), ("TON", None)]
    assert {one.means for one in found} == {"high_level"}


def test_an_agreement_without_activity_is_told_once() -> None:
    agreements = [("AUS", "ACSA"), ("AUS", "ACSA"), ("MNG", "MOU"), ("TON", "MOU")]
    found = idle_agreements(agreements, {"AUS": 2025, "MNG": 2022}, NOW, 3)
    assert [(one.subject, one.about, one.year) for one in found] == [
        ("MNG", "MOU", 2022),
        ("TON", "MOU", None),
    ]


def test_a_framework_is_missed_between_first_attendance_and_last_year() -> None:
    found = missed({"ADMM-Plus": {2019, 2022, 2024}, "new": {2026}}, NOW, 5)
    assert [(one.subject, one.year, one.years) for one in found] == [
        ("ADMM-Plus", 2025, (2021, 2023, 2025))
    ]


def test_the_plan_wants_what_was_not_held() -> None:
    due = [Due("AUS", "unit", "訓練", 2, 1), Due("NZL", "unit", "訓練", 1, 1)]
    (gap,) = open_in_plan(due, NOW)
    assert (gap.kind, gap.subject, gap.short) == (GapKind.PLAN_OPEN, "AUS", 1)


@given(
    st.dictionaries(st.text("ABC", min_size=1), st.none() | st.integers(1990, NOW)),
    st.integers(1, 20),
)
def test_more_patience_finds_no_more_gaps_and_keys_tell_them_apart(
    last: dict[str, int | None], years: int
) -> None:
    found = {one.key for one in no_high_level(last, NOW, years)}
    assert len(found) == len(no_high_level(last, NOW, years))
    assert {one.key for one in no_high_level(last, NOW, years + 1)} <= found
