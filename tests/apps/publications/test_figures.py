"""A figure on paper: zero, dash, blank and stroke are told apart; nothing is rounded away."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.apps.publications.figures import circled, number_format, shown
from renkei.apps.publications.sheet import Figure
from renkei.core.values import Absence, Quantity


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(value=Decimal(0)), "0"),
        (Figure(absence=Absence.DASH), "－"),
        (Figure(absence=Absence.NOT_PRINTED), ""),
        (Figure(absence=Absence.NOT_APPLICABLE), "／"),
        (Figure(value=Decimal(-217)), "△217"),
        (Figure(value=Decimal(85077)), "85,077"),
        (Figure(value=Decimal("80.20"), unit="％"), "80.2%"),
        (Figure(value=Decimal(8), unit="倍", printed="8.0倍"), "8.0倍"),
        (Figure(value=Decimal(2_660_000), unit="件", printed="266 万件"), "266万件"),
        (Figure(value=Decimal(2_660_001), unit="件", printed="266 万件"), "2,660,001件"),
        (Figure(value=Decimal(0), unit="回", printed="０回"), "0回"),
    ],
)
def test_a_figure_is_printed_as_the_form_prints_it(figure: Figure, words: str) -> None:
    assert shown(figure) == words


def test_outside_figures_stand_in_angle_brackets_behind_the_sign() -> None:
    assert shown(Figure(value=Decimal(375)), outside=True) == "<375>"
    assert shown(Figure(value=Decimal(-28)), outside=True) == "△<28>"


def test_the_format_of_a_cell_says_unit_sign_and_decimals() -> None:
    percent = Figure(value=Decimal("80.2"), unit="%")
    assert number_format(percent) == '#,##0.0"%";"△"#,##0.0"%"'
    assert number_format(Figure(value=Decimal(28)), outside=True) == '"<"#,##0">";"△""<"#,##0">"'


@given(st.decimals(-(10**12), 10**12, allow_nan=False, places=3))
def test_what_is_printed_reads_back_to_the_same_value(value: Decimal) -> None:
    assert Quantity.parse(shown(Figure(value=value, unit="人")).replace("△", "-")).value == value


@pytest.mark.parametrize(("number", "mark"), [(1, "①"), (20, "⑳"), (21, "(21)"), (None, "")])
def test_numbers_in_circles_end_at_twenty(number: int | None, mark: str) -> None:
    assert circled(number) == mark
