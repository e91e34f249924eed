"""What a proposal is warned of, and what it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from renkei.core.coordination.calendars import has_calendar, holidays_between
from renkei.core.coordination.warnings import Planned, Surroundings, warnings, window
from renkei.core.coordination.warnings import bounds as limits

PROPOSAL = Planned(
    ref="new",
    title="海軍司令官の訪日",
    partners=frozenset({"NZL"}),
    first=date(2026, 6, 9),
    last=date(2026, 6, 11),
    exact=True,
    kind="visit",
    means="high_level",
    purpose="conveying_concern",
    principal="海上幕僚長",
    unit="護衛艦はぐろ",
    organisation="MSO",
    participants=8,
)


def found(proposal: Planned, *others: Planned, **around: object) -> list[str]:
    surroundings = Surroundings(others, **around)  # type: ignore[arg-type]
    return [warned.code for warned in warnings(proposal, surroundings)]


def test_a_lonely_proposal_is_warned_of_nothing() -> None:
    assert found(PROPOSAL) == []


def test_the_same_partner_within_the_span_only() -> None:
    near = Planned("a", partners=frozenset({"NZL", "AUS"}), first=date(2026, 7, 1))
    near = replace(near, organisation="MSO")
    assert found(PROPOSAL, near) == ["partner_again"]
    assert found(PROPOSAL, replace(near, first=date(2026, 7, 12))) == []
    assert found(PROPOSAL, replace(near, partners=frozenset({"AUS"}))) == []


def test_what_to_compare_is_named() -> None:
    near = Planned("a", partners=frozenset({"NZL"}), first=date(2026, 6, 20), organisation="MSO")
    [warned] = warnings(PROPOSAL, Surroundings([near]))
    assert warned.compare == (near,)
    assert "30" in warned.why.message("ja")


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [("principal", "海上 幕僚長", "principal_twice"), ("unit", "護衛艦はぐろ", "unit_twice")],
)
def test_nobody_is_at_two_places(name: str, value: str, code: str) -> None:
    other = Planned("a", partners=frozenset({"IND"}), first=date(2026, 6, 11), **{name: value})  # type: ignore[arg-type]
    assert found(PROPOSAL, other) == [code]
    assert found(PROPOSAL, replace(other, first=date(2026, 6, 12))) == []


def test_port_calls_that_overlap() -> None:
    call = replace(PROPOSAL, kind="port_call", place="呉", principal="", unit="")
    other = replace(call, ref="a", partners=frozenset({"FRA"}), organisation="MSO")
    assert found(call, other) == ["port_calls"]
    assert found(call, replace(other, place="横須賀")) == []
    assert found(replace(call, kind="visit"), other) == []


def test_holidays_of_the_partner_and_of_japan() -> None:
    spring = replace(PROPOSAL, first=date(2026, 4, 24), last=date(2026, 4, 29))
    [warned] = warnings(spring, Surroundings())
    assert warned.code == "holidays"
    assert {one.country for one in warned.holidays} == {"JPN", "NZL"}
    assert found(replace(spring, exact=False)) == []


def test_a_similar_plan_of_another_bureau() -> None:
    other = replace(PROPOSAL, ref="a", organisation="JS", principal="", unit="")
    assert "similar_plan" in found(PROPOSAL, other)
    assert "similar_plan" not in found(PROPOSAL, replace(other, organisation="MSO"))
    unlike = replace(other, title="音楽隊の交歓演奏", kind="personnel_exchange")
    assert "similar_plan" not in found(PROPOSAL, unlike)


def test_more_people_than_the_purpose_bears() -> None:
    assert found(replace(PROPOSAL, participants=16)) == ["many_participants"]
    assert found(replace(PROPOSAL, participants=None)) == []
    assert found(replace(PROPOSAL, participants=16, purpose="mutual_understanding")) == []


def test_a_means_that_the_country_policy_does_not_foresee() -> None:
    assert found(PROPOSAL, foreseen=frozenset({"unit"})) == ["means_unforeseen"]
    assert found(PROPOSAL, foreseen=frozenset({"high_level"})) == []
    assert found(PROPOSAL, foreseen=None) == []


def test_a_proposal_without_a_date_has_no_window() -> None:
    assert window(replace(PROPOSAL, first=None), limits()) is None
    assert window(PROPOSAL, limits()) == (date(2026, 5, 10), date(2026, 7, 11))


def test_a_country_without_a_calendar_says_so() -> None:
    assert has_calendar("JPN")
    assert not has_calendar("NATO")
    assert list(holidays_between(["NATO"], date(2026, 6, 9), date(2026, 6, 11))) == []
