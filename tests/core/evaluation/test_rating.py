"""The engine proposes what figures and thresholds give, says what it cannot tell, and no more."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import UsageError
from renkei.core.evaluation.indicators import (
    Cell,
    Definition,
    Indicator,
    Kind,
    Observation,
    YearlyItems,
)
from renkei.core.evaluation.rating import changes, propose, scheme, shipped, verdict_of
from renkei.core.values import Absence

COMMON = scheme("common")
FIGURES = st.decimals(0, 10**6, places=1)


def figures(
    *pairs: tuple[str | None, str | None],
    kind: Kind = Kind.RATIO,
    improvement: Any = "up",
    baseline: str | None = None,
    **other: Any,
) -> Indicator:
    """An indicator with a (target, actual) for each year from 2018 on; None is a dash."""
    observations = [
        Observation(role=role, fiscal_year=2018 + year, cell=cell(text))
        for year, pair in enumerate(pairs)
        for role, text in zip(("target", "actual"), pair, strict=True)
    ]
    if baseline is not None:
        observations.append(Observation(role="baseline", fiscal_year=2015, cell=cell(baseline)))
    fields = {"number": "1-1", "name": "桟橋の利用", **other}
    definition = Definition(kind=kind, improvement=improvement)
    return Indicator(definition=definition, observations=tuple(observations), **fields)


def cell(text: str | None) -> Cell:
    return Cell(absence=Absence.DASH) if text is None else Cell(value=Decimal(text))


def worded(number: str = "2-1", length: int = 1, **other: Any) -> Indicator:
    items = YearlyItems(fiscal_year=2020, items=("道",), progress=("整えた。" * length,))
    return Indicator(
        number=number,
        name="道の整備",
        definition=Definition(kind=Kind.QUALITATIVE),
        items=(items,),
        **other,
    )


def codes(reason: Any) -> set[str]:
    return {each.code for _, each in reason.walk()}


@pytest.mark.parametrize(
    ("actual", "marks"),
    [
        ("120", ("1",)),
        ("119.9", ("2",)),
        ("100", ("2",)),
        ("99.9", ("3",)),
        ("80", ("3",)),
        ("79.9", ("4", "5")),
        ("0", ("4", "5")),
    ],
)
def test_thresholds_are_met_exactly_at_their_figure(actual: str, marks: tuple[str, ...]) -> None:
    assert verdict_of(figures(("100", actual)), COMMON).marks == marks


@pytest.mark.parametrize(("baseline", "mark"), [("40", "4"), ("50", "5"), ("60", "5")])
def test_a_baseline_tells_progress_from_none(baseline: str, mark: str) -> None:
    indicator = figures(("100", "50"), baseline=baseline)
    assert verdict_of(indicator, COMMON).proposal == mark


def test_less_is_better_where_the_definition_says_so() -> None:
    assert verdict_of(figures(("10", "8"), improvement="down"), COMMON).proposal == "1"
    assert verdict_of(figures(("10", "12"), improvement="down"), COMMON).proposal == "3"


@pytest.mark.parametrize(
    ("target", "actual", "marks"),
    [("8", "8", ("1", "2")), ("8", "9", ("3", "4", "5"))],
)
def test_a_rank_is_met_or_not_and_has_no_rate(target: str, actual: str, marks: tuple) -> None:
    verdict = verdict_of(figures((target, actual), kind=Kind.RANK, improvement="down"), COMMON)
    assert verdict.marks == marks
    assert "threshold_open" in codes(verdict.reason)


def test_a_target_of_zero_has_no_rate_but_is_met() -> None:
    assert verdict_of(figures(("0", "0"), improvement="down"), COMMON).marks == ("1", "2")
    assert verdict_of(figures(("0", "3")), COMMON).marks == ("1", "2")


def test_counts_are_judged_on_their_total_and_shares_on_the_last_year() -> None:
    pairs = (("10", "20"), ("10", "3"))
    count = verdict_of(figures(*pairs, kind=Kind.COUNT), COMMON)
    assert (count.proposal, count.reason.code) == ("2", "total")
    share = verdict_of(figures(*pairs, kind=Kind.SURVEY_SHARE), COMMON)
    assert share.marks == ("4", "5")
    assert "last_year_stands" in codes(share.reason)


def test_a_year_without_an_actual_is_told_and_is_not_zero() -> None:
    verdict = verdict_of(figures(("10", "10"), ("10", None), ("10", "10"), kind=Kind.COUNT), COMMON)
    assert verdict.proposal == "2"
    assert {"absent", "last_year_stands"} <= codes(verdict.reason)


@pytest.mark.parametrize(
    ("pairs", "code"),
    [((), "no_figures"), ((("5", None),), "no_actual"), (((None, "5"),), "no_target")],
)
def test_without_figures_every_mark_stays_possible_and_the_reason_is_told(pairs, code) -> None:
    verdict = verdict_of(figures(*pairs), COMMON)
    assert verdict.marks == COMMON.indicator.marks
    assert verdict.reason.code == code


def test_two_figures_of_one_year_are_told_and_neither_is_taken() -> None:
    indicator = figures(("10", "10"))
    second = Observation(role="actual", fiscal_year=2018, cell=cell("3"))
    verdict = verdict_of(replace(indicator, observations=(*indicator.observations, second)), COMMON)
    assert verdict.marks == COMMON.indicator.marks
    assert verdict.reason.code == "two_figures"


def test_the_lowest_component_decides() -> None:
    observations = [
        Observation(role=role, fiscal_year=2020, component=name, cell=cell(text))
        for name, target, actual in [("①北", "10", "12"), ("②南", "10", "9")]
        for role, text in [("target", target), ("actual", actual)]
    ]
    indicator = Indicator(
        number="1-1",
        name="満足度",
        definition=Definition(kind=Kind.SURVEY_SHARE),
        observations=tuple(observations),
    )
    assert verdict_of(indicator, COMMON).proposal == "3"


@pytest.mark.parametrize(
    ("actual", "mark"),
    [("151", "A'"), ("150", "A"), ("90", "A"), ("89.9", "B"), ("50", "B"), ("49", "C")],
)
def test_percentage_bands(actual: str, mark: str) -> None:
    assert verdict_of(figures(("100", actual)), scheme("maff")).proposal == mark


@pytest.mark.parametrize(
    ("actual", "mark"),
    [("200", "A"), ("160", "B"), ("150", "B*"), ("104", "C"), ("96", "C"), ("90", "D")],
)
def test_the_line_from_baseline_to_target(actual: str, mark: str) -> None:
    """Baseline 100 in 2015, target 200 in 2020; in 2018 the line stands at 160."""
    line = [("baseline", 2015, "100"), ("actual", 2018, actual), ("mid_term_target", 2020, "200")]
    observations = [Observation(role=r, fiscal_year=y, cell=cell(t)) for r, y, t in line]
    indicator = Indicator(
        number="1-1",
        name="歩く人",
        definition=Definition(kind=Kind.LEVEL),
        observations=tuple(observations),
    )
    assert verdict_of(indicator, scheme("health21")).proposal == mark
    worse = verdict_of(figures(("200", actual)), scheme("health21"))
    assert worse.proposal == "E"


def policy(marks: str, primary: str) -> list[int]:
    """The grades left by one indicator for each mark; ``primary`` has a * where it is one."""
    indicators = [worded(str(place), primary=star == "*") for place, star in enumerate(primary, 1)]
    given = {str(place): mark for place, mark in enumerate(marks, 1) if mark != "?"}
    return [step.value for step in propose(indicators, COMMON, given).steps]


@pytest.mark.parametrize(
    ("marks", "primary", "grades"),
    [
        ("112", "**.", [1]),
        ("122", "**.", [2]),
        ("223", "**.", [3]),
        ("333", "**.", [3]),
        ("243", "**.", [4]),
        ("555", "**.", [5]),
        ("33?", "**.", [3]),
        ("22?", "**.", [2, 3]),
        ("3?", "*.", [3]),
        ("?3", "*.", [3, 4]),
        ("333", "...", [3]),
        ("334", "...", [4]),
    ],
)
def test_marks_make_the_grade_and_open_ones_leave_it_open(
    marks: str, primary: str, grades: list[int]
) -> None:
    assert policy(marks, primary) == grades


def test_points_are_averaged_and_what_cannot_be_judged_is_left_out() -> None:
    indicators = [worded(str(place)) for place in range(4)]
    made = propose(
        indicators, scheme("health21"), dict(zip("0123", ["A", "B*", "D", "E"], strict=True))
    )
    assert made.step.letter == "B"  # (5 + 4 + 2) / 3 = 3.67


def test_a_mark_outside_the_scheme_is_refused() -> None:
    with pytest.raises(UsageError, match=r"x of indicator 2-1.*RK733"):
        propose([worded()], COMMON, {"2-1": "x"})


@given(st.integers(1, 400), st.sampled_from(sorted(shipped())))
def test_length_of_prose_plays_no_part(length: int, name: str) -> None:
    short, long = (
        propose([worded(length=each), figures(("9", "8"))], scheme(name)) for each in (1, length)
    )
    assert short.steps == long.steps
    assert [v.marks for _, v in short.rated] == [v.marks for _, v in long.rated]
    assert short.reason == long.reason


@given(st.lists(st.tuples(FIGURES, FIGURES), min_size=1, max_size=3), st.sampled_from(list(Kind)))
def test_the_same_input_gives_the_same_proposal(pairs, kind) -> None:
    texts = [(str(target), str(actual)) for target, actual in pairs]
    one, two = (propose([figures(*texts, kind=kind)], COMMON) for _ in range(2))
    assert one == two


@given(FIGURES, FIGURES, FIGURES, st.sampled_from(["up", "down"]))
def test_a_better_actual_is_never_rated_lower(target, first, second, improvement) -> None:
    low, high = sorted([first, second], reverse=improvement == "down")
    worst, best = (
        verdict_of(figures((str(target), str(each)), improvement=improvement), COMMON)
        for each in (low, high)
    )
    order = COMMON.indicator.marks
    assert order.index(best.marks[0]) <= order.index(worst.marks[0])
    assert order.index(best.marks[-1]) <= order.index(worst.marks[-1])


@given(st.integers(1, 10**6), st.integers(0, 2 * 10**6), st.sampled_from(["up", "down"]))
def test_the_figure_said_to_change_a_mark_does_so(target, actual, improvement) -> None:
    indicator = figures((str(target), str(actual)), improvement=improvement)
    for change in changes(propose([indicator], COMMON)):
        if change.needed is None or 10**4 % change.needed.denominator:
            continue
        needed = str(Decimal(change.needed.numerator) / change.needed.denominator)
        changed = propose([figures((str(target), needed), improvement=improvement)], COMMON)
        assert changed.rated[0][1].proposal == change.mark
        assert changed.steps == change.steps


def test_a_judgement_that_would_move_the_grade_is_told() -> None:
    made = propose([worded(primary=True), figures(("10", "9"))], COMMON)
    assert [step.value for step in made.steps] == [3, 4]
    given = {
        each.mark: [step.value for step in each.steps]
        for each in changes(made)
        if each.number == "2-1"
    }
    assert given["1"] == [3]
    assert given["5"] == [4]
