"""What may leave: stricter markings never go further than milder ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.coordination.leaving import Audience, Leaves, leaves
from renkei.core.coordination.series import next_title, next_year, ordinal_of
from renkei.core.coordination.templates import templates

ORDER = [Leaves.FREELY, Leaves.RELEASED, Leaves.NEVER]


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        (Audience.ATTACHE, ["freely", "freely", "freely"]),
        (Audience.MINISTRY, ["freely", "freely", "released"]),
        (Audience.ALLY, ["freely", "released", "never"]),
        (Audience.TOKYO_ATTACHE, ["freely", "released", "never"]),
    ],
)
def test_how_each_marking_leaves(audience: Audience, expected: list[str]) -> None:
    assert [leaves(audience, marking) for marking in (0, 1, 2)] == expected


@given(st.sampled_from(list(Audience)), st.integers(0, 1))
def test_a_stricter_marking_never_goes_further(audience: Audience, marking: int) -> None:
    milder, stricter = leaves(audience, marking), leaves(audience, marking + 1)
    assert ORDER.index(milder) <= ORDER.index(stricter)


@pytest.mark.parametrize(
    ("title", "following", "number"),
    [
        ("第7回見本会合", "第8回見本会合", 7),
        ("第９９次見本協議", "第１００次見本協議", 99),
        ("第 3 回見本", "第 4 回見本", 3),
        ("見本会談", "見本会談", None),
        ("第一回見本", "第一回見本", None),
    ],
)
def test_the_next_of_a_series(title: str, following: str, number: int | None) -> None:
    assert next_title(title) == following
    assert ordinal_of(title) == number


@pytest.mark.parametrize(
    ("text", "later"),
    [("", ""), ("2026", "2027"), ("2026-05", "2027-05"), ("2028-02-29", "2029-02")],
)
def test_the_same_day_a_year_later(text: str, later: str) -> None:
    assert next_year(text) == later


def test_every_template_speaks_both_languages() -> None:
    for code, one in templates().items():
        assert one.code == code
        assert one.ja != one.en
        assert one.values["title"]
