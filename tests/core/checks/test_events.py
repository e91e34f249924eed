"""The same event in two documents."""

from collections.abc import Callable

import pytest

from renkei.core.checks.events import moved_events, same_events
from renkei.core.checks.samples import lists
from renkei.core.records import Activity
from tests.core.checks.conftest import SubjectOf

Listed = Callable[[str], list[Activity]]


@pytest.fixture
def listed(subject_of: SubjectOf) -> Listed:
    """The activities of one country in fiscal 2021."""
    return lambda entries: list(subject_of(lists(f"●令和3年度\n<チリ>\n{entries}")).of(Activity))


def test_the_only_event_of_its_level_in_a_month_is_the_same(listed: Listed) -> None:
    own = listed("防衛相電話会談(5月)及び統幕長チリ訪問(6月)")
    other = listed("防衛相テレビ会談(5月)及び陸幕長チリ訪問(6月)")
    assert [(a.title, b.title) for a, b in same_events(own, other)] == [
        ("防衛相電話会談", "防衛相テレビ会談")
    ]


def test_two_events_of_one_month_are_not_paired(listed: Listed) -> None:
    own = listed("防衛相電話会談(5月)及び防衛相会談(5月)")
    assert not list(same_events(own, listed("防衛相テレビ会談(5月)")))


def test_an_event_may_have_moved_by_a_month(listed: Listed) -> None:
    moved = list(moved_events(listed("防衛相会談(5月)"), listed("防衛相会談(6月)")))
    assert [(str(a.start), str(b.start)) for a, b in moved] == [("2021-05", "2021-06")]


@pytest.mark.parametrize(
    ("own", "other"),
    [
        ("防衛相会談(5月)", "防衛相会談(7月)"),
        ("防衛相会談(5月)", "防衛相会談(5月及び6月)"),
        ("防衛相会談(5月、6月)", "防衛相会談(6月)"),
        ("防衛相会談(5月及び7月)", "防衛相会談(6月)"),
    ],
)
def test_where_another_event_is_near_nothing_moved(own: str, other: str, listed: Listed) -> None:
    assert not list(moved_events(listed(own), listed(other)))
