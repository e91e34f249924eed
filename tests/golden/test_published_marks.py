"""Printed marks against printed figures and counts by question, worked out by hand from the corpus."""

from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from renkei.core.evaluation.counting import Question, Subject, count
from renkei.core.evaluation.published import PublishedCheck, check_published
from renkei.core.pipeline import Reading, read
from renkei.core.records.encode import record_ids, to_json
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document

MOFA, MONITORING = "mofa-evaluation-ii-1-fy2021.txt", "mofa-monitoring-i-2-fy2021.txt"
MOD, WHITE_PAPER = "mod-evaluation-fy2019-2021.txt", "defense-white-paper-2021-iii-3-1.txt"
Shared = Callable[[str], Path]

# number -> printed mark, marks the figures leave possible, outcome, rate shown
BY_HAND = {
    "2-5": ("b", "a", "departs", "100%"),  # 100 of 100 in each year
    "3-4": ("b", "b", "follows", "98.8%"),  # 82 / 83, a survey: last year
    "3-5": ("b", "cd", "between", "78.9%"),  # (21 + 14 + 10) / (20 + 21 + 16)
    "5-3": ("b", "cd", "between", "74.1%"),  # (9 + 9 + 2) / 27
    "5-4": ("b", "cd", "between", "63%"),  # (10 + 4 + 3) / (10 + 10 + 7)
    "8-2": ("b", "bcd", "open", None),  # 13th against a target of 8th
}


def reading(shared_path: Shared, name: str) -> Reading:
    raw = shared_path(f"corpus/{name}").read_bytes()
    return read(Document(DocumentRef(name, sha256(raw).hexdigest()), raw.decode()))


@pytest.fixture(scope="module")
def checks(shared_path: Shared) -> dict[str, PublishedCheck]:
    return {
        name: check_published(reading(shared_path, name).records)
        for name in (MOFA, MONITORING, MOD)
    }


def test_marks_with_figures_come_out_as_worked_out_by_hand(checks) -> None:
    found = {
        mark.indicator.number: (
            mark.printed,
            "".join(mark.verdict.marks),
            mark.outcome,
            mark.verdict.reason.params.get("rate"),
        )
        for mark in checks[MOFA].marks
        if mark.indicator.observations
    }
    assert found == BY_HAND


def test_targets_in_words_stay_open_and_the_grade_follows_from_the_marks(checks) -> None:
    check = checks[MOFA]
    assert check.scheme.id == "mofa"
    assert Counter(mark.outcome for mark in check.marks) == {
        "open": 34, "between": 3, "follows": 1, "departs": 1,
    }  # fmt: skip
    assert check.policy.outcome == "follows"
    assert check.policy.printed.letter == "B"
    assert [step.value for step in check.policy.from_figures.steps] == [3, 4, 5]


def test_a_monitoring_sheet_has_proposals_and_no_marks(checks) -> None:
    check = checks[MONITORING]
    assert {mark.outcome for mark in check.marks} == {"not_printed"}
    proposed = {mark.indicator.number: mark.verdict.marks for mark in check.marks}
    assert proposed["1-3"] == ("4", "5")  # 9 of 30
    assert proposed["1-4"] == ("4", "5")  # 3 of 7
    assert proposed["1-5"] == ("3",)  # the general public: 70 of 84
    assert check.policy.outcome == "not_printed"


def test_marks_without_figures_carry_the_grade_alone(checks) -> None:
    check = checks[MOD]
    assert {mark.outcome for mark in check.marks} == {"open"}
    assert check.policy.outcome == "follows"
    assert check.policy.printed.scale_value == 3


@pytest.mark.parametrize(
    ("year", "number", "documents"),
    [(2019, 5, [MOD]), (2020, 3, [MOD]), (2020, 3, [MOD, WHITE_PAPER])],
)
def test_talks_of_the_ministers_with_australia(
    shared_path: Shared, year: int, number: int, documents: list[str]
) -> None:
    """2019: June, November, twice October, December. 2020: May, October in two ways."""
    subjects = []
    for name in documents:
        records = reading(shared_path, name).records
        subjects += [
            Subject(key=key, document=name, payload=to_json(record, key))
            for key, record in zip(record_ids(records), records, strict=True)
            if record.type == "activity"
        ]
    question = f"kind=meeting; partners=only:AUS; level=minister; fiscal_year={year}"
    told = count(Question.parse(question), subjects)
    assert (told.at_least, told.number, told.at_most) == (number, number, number)
