"""Printed marks beside what the printed figures give."""

import pytest

from renkei.core.evaluation.encode import check_json
from renkei.core.evaluation.published import PublishedCheck, check_published
from renkei.core.evaluation.rating import scheme
from renkei.core.records import Record
from tests.core.evaluation.sheet import head, rating, value, words


def talks(number: str, mark: str | None, *pairs: tuple[str, str | None]) -> list[Record]:
    """A count of talks with (target, actual) from 2018 on."""
    records: list[Record] = [head(number, "港湾の協議の実施回数", mark=mark)]
    for year, (target, actual) in enumerate(pairs, 2018):
        records.append(value(number, year, "target", target, "回"))
        records.append(value(number, year, "actual", actual, "回"))
    return records


def outcomes(check: PublishedCheck) -> list[str]:
    return [mark.outcome for mark in check.marks]


@pytest.mark.parametrize(
    ("mark", "pairs", "outcome"),
    [
        ("a", [("5", "5"), ("5", "5")], "follows"),
        ("b", [("5", "5"), ("5", "5")], "departs"),
        ("b", [("10", "10"), ("10", "4")], "between"),
        ("c", [("10", "4"), ("10", "4")], "open"),
        ("s", [("10", "4"), ("10", "4")], "departs"),
        (None, [("5", "5")], "not_printed"),
        ("b", [("5", None)], "open"),
    ],
)
def test_a_printed_mark_follows_lies_between_departs_or_stays_open(mark, pairs, outcome) -> None:
    check = check_published(talks("1-1", mark, *pairs), scheme("mofa"))
    assert outcomes(check) == [outcome]


@pytest.mark.parametrize(
    ("mark", "pairs", "of", "rate"),
    [("b", [("9", "9"), ("9", "3")], "b", "66.6%"), ("b", [("5", "5")], "a", "100%")],
)
def test_the_threshold_at_which_the_mark_would_follow_is_told(mark, pairs, of, rate) -> None:
    (check,) = check_published(talks("1-1", mark, *pairs), scheme("mofa")).marks
    assert check.remark.params["of"] == of
    assert check.remark.params["rate"] == rate


def test_the_scheme_is_the_one_that_the_marks_belong_to() -> None:
    letters = check_published(talks("1-1", "b", ("5", "5")))
    assert (letters.scheme.id, letters.scheme_assumed) == ("mofa", False)
    digits = check_published(talks("1-1", "3", ("5", "5")))
    assert (digits.scheme.id, digits.scheme_assumed) == ("common", False)
    none = check_published(talks("1-1", None, ("5", "5")))
    assert (none.scheme.id, none.scheme_assumed) == ("common", True)


def test_a_mark_that_the_scheme_lacks_is_told_and_nothing_else_is_lost() -> None:
    records = [*talks("1-1", "優", ("5", "5")), *talks("1-2", "2", ("5", "5")), rating(2)]
    check = check_published(records, scheme("common"))
    assert outcomes(check) == ["not_in_scheme", "follows"]
    assert [step.value for step in check.policy.from_marks.steps] == [2]


@pytest.mark.parametrize(
    ("printed", "outcome"),
    [(rating(3, "B"), "follows"), (rating(None, "B"), "follows"), (rating(2, "A"), "departs")],
)
def test_the_printed_grade_is_held_against_the_printed_marks(printed, outcome) -> None:
    records = [
        *talks("1-1", "b", ("10", "9")),
        head("1-2", "地域の対話", measure="qualitative", primary=True, mark="b"),
        words("1-2", 2018, ("開く。",)),
        printed,
    ]
    assert check_published(records).policy.outcome == outcome


def test_without_marks_the_grade_comes_from_figures_and_says_what_is_open() -> None:
    records = [*talks("1-1", None, ("10", "9")), head("1-2", "対話", measure="qualitative")]
    policy = check_published(records).policy
    assert policy.from_marks is None
    assert [step.value for step in policy.from_figures.steps] == [3, 4]


def test_reference_indicators_and_ratings_of_parts_are_left_alone() -> None:
    part = rating(5, None, subject="ある部分")
    assert check_published([*talks("1-1", "b", ("10", "9")), part]).policy.printed is None


def test_the_json_names_outcome_scheme_reasons_and_evidence() -> None:
    *marks, grade = check_json(check_published(talks("1-1", "b", ("10", "9"))))
    assert marks[0]["outcome"] == "follows"
    assert marks[0]["scheme"]["version"] == "1"
    assert marks[0]["reason"]["evidence"][0]["text"] == "10"
    assert "達成率 90%" in marks[0]["reason"]["text"]
    assert grade["from_marks"]["possible"][0]["letter"] == "B"
    assert grade["outcome"] == "not_printed"
