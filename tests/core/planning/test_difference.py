"""Two versions of a text side by side: nothing is lost, and only what differs is marked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renkei.core.planning.articles import PURPOSES, RULES, rules_of
from renkei.core.planning.difference import Passage, compare, pieces

OLD = [
    Passage("1", "趣旨", "交流を進める。"),
    Passage("2", "目的", "信頼を深める。毎年見直す。"),
    Passage("2(1)", "手段", "会談"),
    Passage("2(1)", "手段", "訪問"),
]


def fates(old: list[Passage], new: list[Passage]) -> list[tuple[str, str]]:
    return [(one.number, one.fate) for one in compare(old, new)]


def test_only_the_words_that_changed_are_marked() -> None:
    new = [OLD[0], Passage("2", "目的", "信頼を深める。三年ごとに見直す。"), *OLD[2:]]
    changed = next(one for one in compare(OLD, new) if one.fate == "changed")
    assert [piece.text for piece in changed.old if piece.changed] == ["毎年見直"]
    assert [piece.text for piece in changed.new if piece.changed] == ["三年ごとに見直"]
    assert "".join(piece.text for piece in changed.new) == new[1].text


def test_articles_come_in_go_out_and_are_told_apart_by_order_under_one_number() -> None:
    new = [OLD[0], Passage("1の2", "定義", "新しい。"), OLD[1], OLD[2]]
    assert fates(OLD, new) == [
        ("1", "same"),
        ("1の2", "added"),
        ("2", "same"),
        ("2(1)", "same"),
        ("2(1)", "removed"),
    ]


def test_a_changed_heading_is_a_change() -> None:
    new = [Passage("1", "策定の趣旨", "交流を進める。"), *OLD[1:]]
    first = compare(OLD, new)[0]
    assert (first.fate, first.old_title, first.new_title) == ("changed", "趣旨", "策定の趣旨")
    assert not any(piece.changed for piece in (*first.old, *first.new))


def test_a_moved_article_is_told_once() -> None:
    assert sorted(fates(OLD, [OLD[1], OLD[0], *OLD[2:]])) == sorted(fates(OLD, OLD))


@given(
    st.text(alphabet="交流。進める\nアa1", max_size=40),
    st.text(alphabet="交流。進める\nアa1", max_size=40),
)
def test_no_word_of_either_side_is_lost(old: str, new: str) -> None:
    left, right = pieces(old, new)
    assert "".join(piece.text for piece in left) == old
    assert "".join(piece.text for piece in right) == new
    kept = ["".join(p.text for p in side if not p.changed) for side in (left, right)]
    assert kept[0] == kept[1]


def test_every_purpose_and_every_rule_names_an_article() -> None:
    assert all(list(rules_of(number)) for number in PURPOSES.values())
    assert all(rule.article and rule.rule for rule in RULES)
