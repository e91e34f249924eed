"""Totals follow from the kind; the faults of other systems are the properties here."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import UsageError
from renkei.core.evaluation.indicators import (
    Axis,
    Cell,
    Definition,
    Kind,
    Observation,
    Precision,
    aggregate,
    method_of,
)
from renkei.core.values import Absence

NUMBERS = st.decimals(0, 10**9, places=2)
SERIES = st.lists(NUMBERS, min_size=1, max_size=8)
COUNT = Definition(kind=Kind.COUNT)
CUMULATIVE = Definition(kind=Kind.COUNT, series="cumulative")
RATIO = Definition(kind=Kind.RATIO)


def years(values: list[Decimal | None], absence: Absence = Absence.DASH) -> list[Observation]:
    """One observation a year from 2018 on."""
    return [
        Observation(
            fiscal_year=2018 + place,
            cell=Cell(value=value, absence=absence if value is None else None, unit="件"),
        )
        for place, value in enumerate(values)
    ]


def shares(pairs: list[tuple[Decimal, Decimal]]) -> list[Observation]:
    return [
        Observation(fiscal_year=2018 + place, cell=Cell.ratio(part, whole))
        for place, (part, whole) in enumerate(pairs)
    ]


@given(SERIES, st.randoms())
def test_counts_add_up_exactly_in_any_order(values: list[Decimal], random) -> None:
    observations = years(values)
    random.shuffle(observations)
    total = aggregate(COUNT, observations, "years")
    assert total.cell.value == sum(values)
    assert [each.fiscal_year for each in total.used] == sorted(
        each.fiscal_year for each in observations
    )


@given(SERIES, st.randoms())
def test_a_cumulative_series_is_carried_and_never_summed(values: list[Decimal], random) -> None:
    observations = years(sorted(values))
    random.shuffle(observations)
    total = aggregate(CUMULATIVE, observations, "years")
    assert total.cell.value == max(values)
    assert len(total.used) == 1
    assert total.notes == ()


def test_a_cumulative_series_that_falls_is_told() -> None:
    assert aggregate(CUMULATIVE, years([Decimal(5), Decimal(4)]), "years").notes == (
        "cumulative_falls",
    )


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(1, 500)), min_size=1, max_size=6))
def test_ratios_go_together_by_their_parts_and_stay_between_them(pairs) -> None:
    observations = shares([(Decimal(a), Decimal(b)) for a, b in pairs])
    total = aggregate(RATIO, observations, "years").cell
    each = [share.cell.value for share in observations]
    assert min(each) - Decimal("1e-20") <= total.value <= max(each) + Decimal("1e-20")
    assert (total.numerator, total.denominator) == (
        sum(a for a, _ in pairs),
        sum(b for _, b in pairs),
    )


def test_the_mean_of_percentages_is_not_their_total() -> None:
    total = aggregate(RATIO, shares([(Decimal(1), Decimal(1)), (Decimal(0), Decimal(9))]), "years")
    assert total.cell.value == 10  # and not 50


@given(st.lists(SERIES.filter(lambda s: len(s) >= 2).map(lambda s: s[:2]), min_size=1, max_size=4))
def test_years_then_organisations_equals_organisations_then_years(table) -> None:
    by_office = [
        [
            Observation(
                fiscal_year=2020 + year,
                organisation=f"第{office}課",
                cell=Cell(value=value, unit="回"),
            )
            for year, value in enumerate(row)
        ]
        for office, row in enumerate(table)
    ]
    first = [
        Observation(organisation=f"第{office}課", cell=aggregate(COUNT, row, "years").cell)
        for office, row in enumerate(by_office)
    ]
    second = [
        Observation(
            fiscal_year=2020 + year,
            cell=aggregate(COUNT, list(column), "organisations").cell,
        )
        for year, column in enumerate(zip(*by_office, strict=True))
    ]
    one = aggregate(COUNT, first, "organisations").cell
    assert one == aggregate(COUNT, second, "years").cell


@pytest.mark.parametrize("absence", [Absence.DASH, Absence.NOT_PRINTED])
@given(values=SERIES, place=st.integers(0, 8))
def test_what_is_absent_is_never_taken_for_zero(absence, values, place) -> None:
    holed = years([*values[:place], None, *values[place:]], absence)
    with pytest.raises(UsageError, match="RK723"):
        aggregate(COUNT, holed, "years")
    total = aggregate(COUNT, holed, "years", leaving_out={absence})
    assert total.cell.value == sum(values)
    assert [left.reason for left in total.left_out] == [absence.value]


def test_what_does_not_apply_is_left_out_and_nothing_else_remains_nothing() -> None:
    total = aggregate(COUNT, years([None], Absence.NOT_APPLICABLE), "years")
    assert (total.cell.value, total.cell.absence) == (None, Absence.NOT_APPLICABLE)


REFUSED: list[tuple[Kind, Axis, str]] = [
    (Kind.LEVEL, "years", "RK711"),
    (Kind.SURVEY_SHARE, "years", "RK713"),
    (Kind.SURVEY_SHARE, "components", "RK713"),
    *((Kind.RANK, axis, "RK714") for axis in ("years", "components", "organisations")),
    *((Kind.QUALITATIVE, axis, "RK715") for axis in ("years", "components")),
    *((Kind.UNKNOWN, axis, "RK716") for axis in ("years", "organisations")),
    *((Kind.DISTINCT, axis, "RK717") for axis in ("years", "organisations")),
]


@pytest.mark.parametrize(("kind", "axis", "code"), REFUSED)
def test_what_has_no_total_is_refused_by_its_code(kind: Kind, axis: Axis, code: str) -> None:
    with pytest.raises(UsageError, match=code):
        method_of(Definition(kind=kind), axis)


def test_a_level_adds_up_over_organisations_of_one_year() -> None:
    assert method_of(Definition(kind=Kind.LEVEL), "organisations") == "sum"


def test_percentages_without_their_parts_are_refused() -> None:
    printed = [Observation(fiscal_year=2020, cell=Cell.parse("80%"))]
    with pytest.raises(UsageError, match="RK712"):
        aggregate(RATIO, printed, "years")


def _two(**differing: object) -> list[Observation]:
    cell = Cell.parse("3回")
    return [Observation(fiscal_year=2020, cell=cell), Observation(**{"cell": cell, **differing})]


@pytest.mark.parametrize(
    ("observations", "code"),
    [
        (list, "RK724"),
        (lambda: _two(fiscal_year=2020), "RK721"),
        (lambda: _two(fiscal_year=2021, role="target"), "RK720"),
        (lambda: _two(fiscal_year=2021, component="②乙"), "RK720"),
        (lambda: _two(fiscal_year=2021, cell=Cell.parse("3名")), "RK722"),
    ],
)
def test_what_does_not_belong_together_is_refused(
    observations: Callable[[], list[Observation]], code: str
) -> None:
    with pytest.raises(UsageError, match=code):
        aggregate(COUNT, observations(), "years")


@pytest.mark.parametrize(("printed", "notes"), [("7", ()), ("8", ("printed_total_differs",))])
def test_a_printed_total_is_not_counted_beside_its_parts(printed: str, notes: tuple) -> None:
    observations = [
        Observation(component=name, cell=Cell.parse(value))
        for name, value in [("①東部", "3"), ("②西部", "4"), ("③合計", printed)]
    ]
    total = aggregate(COUNT, observations, "components")
    assert total.cell.value == 7
    assert total.left_out[0].reason == "is_total"
    assert total.notes == notes


def test_a_total_is_no_more_exact_than_its_parts() -> None:
    cells = [Cell.parse("3件"), Cell.parse("4件", Precision.FORECAST)]
    observations = [Observation(fiscal_year=2020 + n, cell=cell) for n, cell in enumerate(cells)]
    assert aggregate(COUNT, observations, "years").cell.precision == Precision.FORECAST
