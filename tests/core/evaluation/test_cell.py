"""A figure is a number or a stated absence; the two never turn into each other."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import ValueFormError
from renkei.core.evaluation.indicators import Cell, Precision
from renkei.core.evaluation.indicators.infer import precision_of
from renkei.core.values import Absence


@given(st.integers(0, 10**6), st.integers(0, 99), st.sampled_from("%％件回名"))
def test_a_printed_figure_with_its_sign_keeps_its_value(whole: int, part: int, unit: str) -> None:
    """ "75%" once became 0.0000 elsewhere, since the text carried a sign."""
    cell = Cell.parse(f"{whole}.{part:02d}{unit}")
    assert cell.value == Decimal(f"{whole}.{part:02d}")
    assert cell.unit == unit.replace("％", "%")


def test_zero_dash_not_printed_and_not_applicable_are_four_things() -> None:
    cells = [
        Cell.parse("0件"),
        Cell.parse("－"),
        Cell(absence=Absence.NOT_PRINTED),
        Cell(absence=Absence.NOT_APPLICABLE),
    ]
    assert len({(cell.value, cell.absence) for cell in cells}) == 4
    assert [cell.value for cell in cells] == [0, None, None, None]


@pytest.mark.parametrize("value", [None, Decimal(3)])
def test_a_figure_is_a_number_or_an_absence_and_never_both_or_neither(value: Decimal) -> None:
    with pytest.raises(ValueFormError, match="RK701"):
        Cell(value=value, absence=None if value is None else Absence.DASH)


@pytest.mark.parametrize("odd", ["NaN", "Infinity"])
def test_what_is_no_number_is_refused(odd: str) -> None:
    with pytest.raises(ValueFormError, match="RK701"):
        Cell(value=Decimal(odd))


def test_a_numerator_alone_and_a_denominator_of_zero_are_refused() -> None:
    with pytest.raises(ValueFormError, match="RK702"):
        Cell(value=Decimal(5), numerator=Decimal(1))
    with pytest.raises(ValueFormError, match="RK703"):
        Cell.ratio(Decimal(0), Decimal(0))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("12件", "exact"),
        ("約3万件", "rounded"),
        ("40人（見込み）", "forecast"),
        ("集計中", "compiling"),
    ],
)
def test_how_exact_a_figure_calls_itself(text: str, precision: str) -> None:
    assert precision_of(text) == Precision(precision)
