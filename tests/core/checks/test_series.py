"""Targets beside actual values."""

import pytest

from renkei.core.checks.samples import evaluation
from renkei.core.checks.series import series
from tests.core.checks.conftest import SubjectOf


@pytest.mark.parametrize(
    ("values", "met", "far"),
    [
        ("－ ５回 ５回 ６回 ３回 ｂ", [True, False], [False, True]),
        ("－ ８位 ６位 ８位 12位 ｂ", [True, False], [False, True]),
        ("－ 10件以内 10件 10件以内 11件 ｂ", [True, False], [False, False]),
        ("－ ５回 － ６回 ７回 ｂ", [True], [False]),
    ],
)
def test_years_know_whether_they_met_their_target(
    values: str, met: list[bool], far: list[bool], subject_of: SubjectOf
) -> None:
    [found] = series(subject_of(evaluation(values=values)))
    assert [year.met for year in found.years] == met
    assert [year.far for year in found.years] == far
