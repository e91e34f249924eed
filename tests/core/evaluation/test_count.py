"""A number that opens: counted, doubtful, left out with reasons, perhaps the same."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.evaluation.counting import (
    Count,
    Kept,
    Question,
    Subject,
    by_year,
    changed,
    count,
    figure,
)
from renkei.core.evaluation.indicators import Precision
from renkei.core.linking import Decided
from renkei.core.values import Absence


def talks(key: str, start: str | None = "2020-06", document: str = "a", **other: Any) -> Subject:
    """Talks of ministers with Norway; a field set to None is not told."""
    payload = {
        "title": "日ノルウェー防衛相会談",
        "kind": "meeting",
        "partners": ["NOR"],
        "start": start,
        "level": "minister",
        "mode": "in_person",
        **other,
    }
    told = {name: value for name, value in payload.items() if value is not None}
    return Subject(key=key, document=document, payload=told)


def ask(text: str, *subjects: Subject, decided: Decided[str] | None = None) -> Count:
    return count(Question.parse(text), subjects, decided)


def test_counted_left_out_and_doubtful_are_told_with_their_reasons() -> None:
    told = ask(
        "kind=meeting; level=minister; fiscal_year=2020",
        talks("1"),
        talks("2", level="working"),
        talks("3", "2019-06", level="working"),
        talks("4", "2020-07", level=None),
        talks("5", "2020-08", status="cancelled"),
    )
    assert (told.number, told.at_least, told.at_most) == (1, 1, 2)
    assert [event.keys for event in told.counted] == [("1",)]
    assert [(each.event.keys, each.open) for each in told.doubtful] == [(("4",), ("level",))]
    assert {each.event.keys[0]: each.failed for each in told.left_out} == {
        "2": ("level",),
        "3": ("level", "fiscal_year"),
        "5": ("status",),
    }
    assert [each.event.keys[0] for each in told.near] == ["2", "5"]


@pytest.mark.parametrize(
    ("condition", "field", "answer"),
    [
        ("mode=phone", {"mode": "phone"}, "counted"),
        ("mode=phone", {"mode": "phone_or_video"}, "doubtful"),
        ("mode=phone,video", {"mode": "phone_or_video"}, "counted"),
        ("mode=phone", {"mode": "in_person"}, "left_out"),
        ("partners=any:NOR,SWE", {"partners": ["NOR", "USA"]}, "counted"),
        ("partners=only:NOR", {"partners": ["NOR", "USA"]}, "left_out"),
        ("partners=all:NOR,USA", {"partners": ["NOR", "SWE", "USA"]}, "counted"),
        ("partners=all:NOR,USA", {"partners": ["NOR"]}, "left_out"),
        ("partners=NOR", {"partners": None}, "doubtful"),
        ("framework=ADMM-Plus", {"framework": "ADMM-Plus/EWG"}, "counted"),
        ("framework=ADMM-Plus", {}, "left_out"),
        ("fiscal_year=2019", {"start": "2020-03-31"}, "counted"),
        ("fiscal_year=2019", {"start": "2020-04-01"}, "left_out"),
        ("fiscal_year=2019", {"start": "2020"}, "doubtful"),
        ("fiscal_year=2019..2020", {"start": "2020"}, "counted"),
        ("fiscal_year=2018", {"start": "2020"}, "left_out"),
        ("fiscal_year=2019", {"start": "2020", "fiscal_year": 2019}, "counted"),
        ("fiscal_year=2019", {"start": None}, "doubtful"),
        ("dates=2020-06-10..2020-06-20", {"start": "2020-06-10"}, "counted"),
        ("dates=2020-06-10..2020-06-20", {"start": "2020-06"}, "doubtful"),
        ("dates=2020-06..2020-07", {"start": "2020-06"}, "counted"),
        ("status=planned", {}, "left_out"),
    ],
)
def test_each_condition_says_yes_no_or_not_told(condition: str, field: dict, answer: str) -> None:
    told = ask(condition, talks("1", **field))
    assert [len(getattr(told, name)) for name in ("counted", "doubtful", "left_out")] == [
        name == answer for name in ("counted", "doubtful", "left_out")
    ]


def test_one_event_in_two_documents_counts_once_and_names_both_records() -> None:
    told = ask("kind=meeting", talks("1"), talks("2", "2020-06-09", document="b"))
    assert told.number == 1
    assert told.counted[0].keys == ("1", "2")
    assert told.counted[0].payload["start"] == "2020-06-09"


def test_records_of_one_document_are_never_one_event() -> None:
    assert ask("kind=meeting", talks("1"), talks("2")).number == 2


def test_what_may_be_one_event_lowers_the_least_and_is_shown() -> None:
    pair = (talks("1"), talks("2", document="b", mode="phone"))
    told = ask("kind=meeting", *pair)
    assert (told.number, told.at_least, told.at_most) == (2, 1, 2)
    assert [(a.keys, b.keys) for a, b in told.maybe_same] == [(("1",), ("2",))]
    together = frozenset({frozenset({"1", "2"})})
    assert ask("kind=meeting", *pair, decided=Decided(same=together)).number == 1
    parted = ask("kind=meeting", *pair, decided=Decided(apart=together))
    assert (parted.number, parted.at_least) == (2, 2)


def test_partners_are_counted_once_each() -> None:
    told = ask(
        "count=partners; fiscal_year=2020",
        talks("1"),
        talks("2", partners=["NOR", "SWE"]),
        talks("3", None, partners=["FIN"]),
    )
    assert (told.number, told.at_most) == (2, 3)


def test_nothing_recorded_of_a_year_is_not_zero() -> None:
    subjects = [talks("1", "2020-06", level="working")]
    (_, zero), (empty, nothing) = by_year(Question.parse("level=minister"), [2020, 2021], subjects)
    assert zero.cell.value == 0
    assert empty.notes == ("period_empty",)
    assert (nothing.cell.value, nothing.cell.absence) == (None, Absence.NOT_PRINTED)


def test_a_figure_is_final_only_when_nothing_is_open() -> None:
    assert figure(ask("kind=meeting", talks("1"))).precision is Precision.EXACT
    open_ = ask("level=minister", talks("1"), talks("2", level=None))
    assert figure(open_).precision is Precision.COMPILING


def test_a_kept_count_tells_what_came_and_went() -> None:
    kept = Kept.of(ask("kind=meeting", talks("1"), talks("2", "2020-07")))
    assert not changed(kept, ask(kept.question, talks("1"), talks("2", "2020-07")))
    later = changed(kept, ask(kept.question, talks("1"), talks("3", "2020-09")))
    assert (later.before, later.now, later.came, later.gone) == (2, 2, (("3",),), (("2",),))
    assert later


RECORDS = st.lists(
    st.tuples(
        st.sampled_from(["2020", "2020-06", "2020-06-09", "2021-02", None]),
        st.sampled_from(["a", "b", "c"]),
        st.sampled_from(["minister", "working", None]),
        st.sampled_from(["in_person", "phone", None]),
    ),
    max_size=8,
)


@given(RECORDS, st.randoms())
def test_the_same_records_in_any_order_give_the_same_count(rows, random) -> None:
    subjects = [
        talks(str(place), start, document, level=level, mode=mode)
        for place, (start, document, level, mode) in enumerate(rows)
    ]
    question = Question.parse("level=minister; fiscal_year=2020")
    first = count(question, subjects)
    random.shuffle(subjects)
    assert count(question, subjects) == first


@given(RECORDS)
def test_every_record_is_counted_doubted_or_left_out_exactly_once(rows) -> None:
    subjects = [
        talks(str(place), start, document, level=level, mode=mode)
        for place, (start, document, level, mode) in enumerate(rows)
    ]
    told = count(Question.parse("level=minister; fiscal_year=2020"), subjects)
    others = [each.event for each in (*told.doubtful, *told.left_out)]
    keys = [key for event in (*told.counted, *others) for key in event.keys]
    assert sorted(keys) == sorted(subject.key for subject in subjects)
    assert 0 <= told.at_least <= told.number <= told.at_most
    assert told.number == len(told.counted)


@given(RECORDS, RECORDS)
def test_what_came_and_went_explains_every_change_of_the_number(before, after) -> None:
    """Keys stand for places in a register of one document, so the same key is the same event."""
    question = Question.parse("level=minister; fiscal_year=2020")

    def told(rows: Any) -> Any:
        return count(
            question,
            [
                talks(str(place), start, "register", level=level, mode=mode)
                for place, (start, _, level, mode) in enumerate(rows)
            ],
        )

    change = changed(Kept.of(told(before)), told(after))
    assert change.before - len(change.gone) + len(change.came) == change.now
    assert set(change.gone).isdisjoint(change.came)
    assert bool(change) is bool(change.came or change.gone)
