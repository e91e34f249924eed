"""Search gives exactly the activities whose text holds every word, on either database."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renkei.apps.register import listing
from renkei.apps.register.models import Activity
from renkei.apps.search.text import normalise, words
from tests.register import People

TITLES = [
    "日豪防衛相会談",
    "第3回ＡＤＭＭプラス専門家会合（海洋安全保障）",
    "RIMPAC 2018",
    "部隊間交流　訓練",
    "共同訓練",
    "ｶﾞｲﾀﾞﾝｽ説明会 100%_\\",
    "a-b. a",
]
ALPHABET = '防衛相会談訓練日豪aAdm1-_%\\\'". 　ガｶﾞ"*'


@pytest.fixture
def titles(people: People, activity: Callable[..., Activity]) -> None:
    for title in TITLES:
        activity(title=title, partners=[])


def found(people: People, query: str) -> set[str]:
    page = listing.page(people.outsider, listing.ActivityFilter(text=query))
    assert page.total == len(page.items)
    return {item.title for item in page.items}


def expected(query: str) -> set[str]:
    return {title for title in TITLES if all(word in normalise(title) for word in words(query))}


@pytest.mark.parametrize(
    "query",
    [
        "訓", "訓練", "共同訓練", "練 訓", "防衛 会談", "admm", "ＡＤＭＭ", "ガイダンス", "ガ",
        "(海洋", "100%", "%", "_", "\\", "-", "a-", "-b", "a-b.", "b. a", "2018", "8", "談会",
        "\"", "'", "*", "訓*", "OR", "NEAR(a b)", "会談 無", " ", "",
    ],
)  # fmt: skip
def test_words_of_any_length_are_found(people: People, titles: None, query: str) -> None:
    assert found(people, query) == expected(query)


@settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(query=st.text(alphabet=ALPHABET, max_size=6))
def test_search_agrees_with_looking(people: People, titles: None, query: str) -> None:
    assert found(people, query) == expected(query)


def test_the_index_follows_changes(people: People, activity: Callable[..., Activity]) -> None:
    row = activity(title="親善訪問")
    assert found(people, "親善") == {"親善訪問"}

    Activity.objects.filter(pk=row.pk).update(search_text=normalise("寄港"))
    assert found(people, "親善") == set()
    assert found(people, "寄港") == {"親善訪問"}

    row.delete()
    assert found(people, "寄港") == set()


def test_partners_are_found_by_name_and_code(
    people: People, activity: Callable[..., Activity]
) -> None:
    activity(title="協議")

    for query in ("ニュージーランド", "new zealand", "NZL", "協議 NZL"):
        assert found(people, query) == {"協議"}


def test_a_word_does_not_match_across_two_parts() -> None:
    assert "豪訪" not in normalise("日豪", "訪問")
