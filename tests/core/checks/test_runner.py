"""Running rules: crashes are told, repetitions are one finding, a house decides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from renkei.core.checks import (
    Rule,
    Style,
    Subject,
    Verdict,
    all_rules,
    check,
    finding_json,
    style_of,
)
from renkei.core.errors import UsageError
from tests.core.checks.conftest import SubjectOf

BRACKETS = next(rule for rule in all_rules() if rule.id == "layout.brackets_unbalanced")
ROOT = Path(__file__).parents[3]
SAMPLES = sorted(
    path
    for folder in ("src/renkei/config/sample/documents", "tests/golden/documents")
    for path in (ROOT / folder).glob("*.txt")
)
LONE = "研修を実施した（令和４年度。\n"
KNOWN = frozenset({BRACKETS.id, BRACKETS.family})


def _broken(subject: Subject) -> Verdict:
    raise ZeroDivisionError("nothing to divide")


def test_a_rule_that_crashes_is_told_and_the_others_run_on(subject_of: SubjectOf) -> None:
    broken: Rule = replace(BRACKETS, id="layout.broken", check=_broken)
    said = check(subject_of(LONE), rules=[broken, BRACKETS])
    assert [(finding.rule.id, finding.outcome) for finding in said] == [
        ("layout.broken", "crashed"),
        ("layout.brackets_unbalanced", "fail"),
    ]
    assert said[0].severity == "error"
    assert said[0].message
    assert "ZeroDivisionError" in said[0].message.ja


def test_a_house_turns_rules_off_and_weighs_them(subject_of: SubjectOf) -> None:
    lighter = style_of({"severity": {BRACKETS.id: "info"}}, "x.yml", KNOWN)
    said = check(subject_of(LONE, style=lighter), [BRACKETS])
    assert [finding.severity for finding in said] == ["info"]
    for skipped in (BRACKETS.id, BRACKETS.family):
        assert check(subject_of(LONE, style=Style(skip=frozenset({skipped}))), [BRACKETS]) == ()


@pytest.mark.parametrize(
    "data",
    [{"colour": "red"}, {"skip": ["none.such"]}, {"severity": {BRACKETS.id: "fatal"}}, ["skip"]],
)
def test_a_style_that_means_nothing_is_refused(data: object) -> None:
    with pytest.raises(UsageError, match="RK441"):
        style_of(data, "x.yml", KNOWN)


def test_a_finding_keeps_its_fingerprint_when_the_text_before_it_changes(
    subject_of: SubjectOf,
) -> None:
    [before] = check(subject_of(LONE), rules=[BRACKETS])
    [after] = check(subject_of("前の段落。\n\n" + LONE), rules=[BRACKETS])
    assert before.places[0].start != after.places[0].start
    assert before.fingerprint == after.fingerprint


def test_the_json_of_a_finding_has_the_names_of_the_record_format(subject_of: SubjectOf) -> None:
    [finding] = check(subject_of(LONE), rules=[BRACKETS])
    shape = finding_json(finding)
    assert shape["type"] == "finding"
    assert {"rule", "severity", "message", "expected", "found", "evidence", "outcome"} <= set(shape)
    assert shape["evidence"][0]["line"] == 1


def test_marked_paragraphs_cut_to_one_width_are_not_columns(subject_of: SubjectOf) -> None:
    """Sheets wrap their lines too, but say where each paragraph ends: brackets count fully."""
    line = "港湾の整備を進めるため、関係する機関と協議を重ねて計画を取りまとめ、"
    paragraph = f"{line}\n\n{line}\n\n次の年度に実施することとした。 \n\n"
    subject = subject_of(paragraph * 8 + "研修を実施した（令和４年度。 \n")
    assert not subject.in_columns
    assert [finding.severity for finding in check(subject, [BRACKETS])] == ["error"]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_nothing_is_wrong_with_our_own_samples(path: Path, subject_of: SubjectOf) -> None:
    """The clean samples that ship with Renkei: no error, no warning."""
    said = check(subject_of(path.read_text(encoding="utf-8"), path.name))
    alarms = [f for f in said if f.outcome == "fail" and f.severity != "info"]
    assert [(f.rule.id, f.found) for f in alarms] == []
    assert "crashed" not in {f.outcome for f in said}
