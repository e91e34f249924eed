"""The list of activities: every filter, every order, pages, and a constant number of queries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from renkei.apps.register import listing
from renkei.apps.register.listing import ActivityFilter
from renkei.apps.register.models import Activity
from tests.register import People


@pytest.fixture
def rows(people: People, activity: Callable[..., Activity]) -> None:
    activity(title="一", kind="meeting", start="2018-05-10", partners=["AUS"], mode="video")
    activity(title="二", kind="visit", start="2017", partners=["USA", "AUS"], level="minister")
    activity(title="三", kind="exercise", start="", partners=[], category="unit")
    activity(title="四", kind="visit", start="2018-04", end="2018-06", partners=["NZL"])
    activity(title="五", kind="meeting", start="2020-01", status="planned", partners=["USA"])


def titles(people: People, **asked: object) -> str:
    page = listing.page(people.outsider, ActivityFilter(**asked))  # type: ignore[arg-type]
    assert page.total == len(page.items)
    return "".join(item.title for item in page.items)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "五一四二三"),
        ({"partner": "AUS"}, "一二"),
        ({"means": "unit"}, "三"),
        ({"kind": "visit"}, "四二"),
        ({"level": "minister"}, "二"),
        ({"mode": "video"}, "一"),
        ({"status": "planned"}, "五"),
        ({"year": 2018}, "一四"),
        ({"year": 2019}, "五"),
        ({"organisation": "OURS", "kind": "exercise"}, "三"),
        ({"organisation": "THEIRS"}, ""),
        ({"since": "2018-05-11"}, "五四"),
        ({"until": "2017-12-31"}, "二"),
        ({"since": "2018-06-01", "until": "2018-06-30"}, "四"),
        ({"partner": "USA", "status": "held"}, "二"),
        ({"text": "visit"}, ""),
        ({"partner": "none", "text": "一"}, ""),
    ],
)
def test_every_filter(people: People, rows: None, asked: dict[str, object], expected: str) -> None:
    assert titles(people, **asked) == expected


@pytest.mark.parametrize("sort", [*listing.COLUMNS, *(f"-{name}" for name in listing.COLUMNS)])
def test_every_order_is_whole_and_the_reverse_of_the_other(
    people: People, rows: None, sort: str
) -> None:
    there = titles(people, sort=sort)
    back = titles(people, sort=sort.removeprefix("-") if sort.startswith("-") else f"-{sort}")
    assert sorted(there) == sorted("一二三四五")
    assert there == back[::-1]


def test_undated_ones_are_last_when_newest_come_first(people: People, rows: None) -> None:
    assert titles(people, sort="-date")[-1] == titles(people, sort="date")[0] == "三"
    assert set(titles(people, sort="-year")[-2:]) == {"二", "三"}


def test_an_unknown_order_is_the_usual_one(people: People, rows: None) -> None:
    assert titles(people, sort="-password") == titles(people)


@pytest.mark.parametrize("sort", ["title", "-date", "partner"])
@pytest.mark.parametrize("asked", [{}, {"kind": "visit"}, {"mode": "phone"}, {"text": "一号"}])
def test_walking_and_gathering_give_the_same_pages(
    people: People, asked: dict[str, object], sort: str
) -> None:
    """Enough rows that both ways are taken, page by page."""
    for number in range(60):
        kind, mode = ("visit", "meeting")[number % 7 > 0], ("", "phone")[number % 20 == 0]
        title = f"{number % 5}{'一号' if number % 3 else '二号'}"
        Activity.objects.create(title=title, kind=kind, mode=mode, search_text=title)
    wanted = ActivityFilter(sort=sort, **asked)  # type: ignore[arg-type]
    whole = listing.page(people.outsider, wanted, per_page=100)
    paged = [
        item
        for number in range(1, whole.total // 4 + 2)
        for item in listing.page(people.outsider, wanted, number, per_page=4).items
    ]

    assert paged[: whole.total] == whole.items
    assert list(listing.matching(people.outsider, wanted)) == whole.items


def test_a_page_beyond_the_end_is_the_last_one(people: People, rows: None) -> None:
    page = listing.page(people.outsider, ActivityFilter(), number=9, per_page=2)

    assert (page.number, page.pages, len(page.items)) == (3, 3, 1)


def test_the_number_of_queries_does_not_grow(people: People, rows: None) -> None:
    def queries(per_page: int) -> int:
        with CaptureQueriesContext(connection) as seen:
            page = listing.page(people.attache, ActivityFilter(sort="title"), per_page=per_page)
            for item in page.items:
                assert str(item.organisation) == "甲局"
                list(item.partners.all())
        return len(seen)

    assert queries(1) == queries(5) == 5


def test_a_link_carries_only_what_differs() -> None:
    asked = ActivityFilter(partner="AUS", year=2018, sort="title")

    assert asked.parameters() == {"partner": "AUS", "year": "2018", "sort": "title"}
    assert asked.sorted_by("title").sort == "-title"
    assert asked.sorted_by("date").sort == "date"
