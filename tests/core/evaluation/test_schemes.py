"""Schemes are data: those of the house load, and a wrong one is refused with its fault."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import UsageError
from renkei.core.evaluation.rating import parse, propose, scheme, shipped

SMALL = """
id: small
version: "1"
title: {{ja: 小, en: Small}}
source: 例
thresholds_from: house
indicator:
  method: rate
  period: last
  grades: [{{mark: 可, at_least: "{least}"}}, {{mark: {other}}}]
"""

POLICY = """
policy:
  method: steps
  steps:
    - {{value: 1, label: {{ja: 一, en: one}}, when: [{{of: all, at_least: {mark}, share: "{share}"}}]}}
    - {{value: 2, label: {{ja: 二, en: two}}}}
"""


def test_every_scheme_of_the_house_has_a_version_a_source_and_marks() -> None:
    assert set(shipped()) == {"common", "health21", "maff", "mhlw", "mofa"}
    for made in shipped().values():
        assert made.version
        assert made.source
        assert len(made.indicator.marks) >= 4


def test_a_scheme_takes_the_rules_of_another_under_its_own_marks_and_letters() -> None:
    made = scheme("mofa")
    assert made.indicator.marks == ("s", "a", "b", "c", "d")
    assert made.indicator.grades[2].at_least == scheme("common").indicator.grades[2].at_least
    assert [step.letter for step in made.policy.steps] == ["S", "A", "B", "C", "D"]
    assert made.policy.steps[2].when[0].at_least == "b"


def test_thresholds_are_exact_fractions() -> None:
    assert parse(SMALL.format(least="2/3", other="否"), "x").indicator.grades[
        0
    ].at_least == Fraction(2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "id: [",
        "id: x",
        "[]",
        SMALL.format(least="much", other="否"),
        SMALL.format(least="1/0", other="否"),
        "words",
        "7",
        SMALL.format(least="1", other="可"),
        SMALL.format(least="1", other="7"),
        SMALL.format(least="1", other="'否', at_least: '0.5'"),
        SMALL.format(least="1", other="否").replace(', at_least: "1"', ""),
        SMALL.format(least="1", other="否").replace("method: rate", "method: line"),
        SMALL.format(least="1", other="否") + "based_on: ../../secret",
        SMALL.format(least="1", other="否") + "policy: {method: steps, steps: []}",
        SMALL.format(least="1", other="否")
        + "policy: {method: points, points: {優: 1}, steps: []}",
        SMALL.format(least="1", other="否") + POLICY.format(share="2", mark="可"),
        SMALL.format(least="1", other="否") + POLICY.format(share="1", mark="優"),
        SMALL.format(least="1", other="否").replace("period: last", "period: ever"),
    ],
)
def test_what_is_no_scheme_is_refused_by_name(text: str) -> None:
    with pytest.raises(UsageError, match=r"mine\.yml.*RK732"):
        parse(text, "mine.yml")


def test_an_unknown_name_tells_the_names_there_are() -> None:
    with pytest.raises(UsageError, match=r"common, health21.*RK731"):
        scheme("best")


def test_a_policy_rule_of_ones_own_is_taken() -> None:
    made = parse(SMALL.format(least="1", other="否") + POLICY.format(share="1/2", mark="可"), "x")
    assert [step.value for step in made.policy.steps] == [1, 2]


LINES = (SMALL + POLICY).format(least="1", other="否", share="1", mark="可").split("\n")


@given(st.integers(0, len(LINES) - 1), st.sampled_from(["", "x", "- 1", "id: {}", "  x: [1, 2]"]))
def test_a_damaged_scheme_is_refused_or_sound_and_never_breaks(place: int, other: str) -> None:
    text = "\n".join([*LINES[:place], other, *LINES[place + 1 :]])
    try:
        made = parse(text, "mine.yml")
    except UsageError as error:
        told = error.code
    else:
        told = propose([], made).reason.code
    assert told in ("RK732", "no_indicators", "no_policy_rule")
