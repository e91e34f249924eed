"""The order of partners: what the weights do, and that nothing is guessed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import UsageError
from renkei.core.planning.priority import HIGHEST, misfits, rank, weigh
from renkei.core.planning.weights import FACTORS, HOUSE, Weights, parse, shipped

house = shipped()[HOUSE]
degrees = st.fixed_dictionaries({factor: st.integers(0, HIGHEST) for factor in FACTORS})
partners = st.dictionaries(st.sampled_from(["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"]), degrees)
any_weights = st.builds(
    lambda method, values: house.changed(method, dict(zip(FACTORS, values, strict=True))),
    st.sampled_from(["larger", "mean"]),
    st.lists(st.integers(1, 9).map(Fraction), min_size=6, max_size=6),
)


def told(**changes: int) -> dict[str, int]:
    base = dict.fromkeys(FACTORS, 2)
    return base | changes


def test_the_figures_of_one_partner() -> None:
    one = weigh(told(interest=3, concern=1, military=4, economic=1), house)
    assert one is not None
    assert (one.need, one.prevails) == (3, "interest")
    assert one.influence == Fraction(2 * 1 + 1 * 1 + 4 * 2 + 2 * 2, 6)
    assert one.score == 100 * 3 * one.influence / 16


def test_concern_alone_is_reason_enough_by_the_house_and_not_by_the_mean() -> None:
    worrying = told(interest=0, concern=4)
    by_house, by_mean = weigh(worrying, house), weigh(worrying, shipped()["even"])
    assert by_house is not None
    assert by_mean is not None
    assert (by_house.need, by_house.prevails) == (4, "concern")
    assert by_mean.need == 2


def test_who_is_not_told_wholly_has_no_place() -> None:
    half = told()
    del half["military"]
    assert weigh(half, house) is None
    assert [one.partner for one in rank({"AAA": half, "BBB": told()}, house)] == ["BBB"]


def test_equal_ones_share_a_place_and_the_next_is_counted_on() -> None:
    order = rank({"AAA": told(), "BBB": told(), "CCC": told(interest=1, concern=1)}, house)
    assert [(one.partner, one.place) for one in order] == [("AAA", 1), ("BBB", 1), ("CCC", 3)]


def test_misfits_are_at_opposite_ends_only() -> None:
    order = rank({f"P{n}": told(interest=n % 5, concern=0) for n in range(5)}, house)
    found = misfits(order, {"P4": 0, "P3": 5, "P2": 6, "P1": 7, "P0": 99}, Fraction(1, 3))
    assert found == {"P4": "little", "P0": "much"}
    assert misfits(order, {}, Fraction(1, 3)) == {}


@given(degrees, any_weights)
def test_a_priority_stays_in_its_range(given_degrees: dict[str, int], weights: Weights) -> None:
    one = weigh(given_degrees, weights)
    assert one is not None
    assert 0 <= one.need <= HIGHEST
    assert 0 <= one.influence <= HIGHEST
    assert 0 <= one.score <= 100


@given(degrees, any_weights, st.sampled_from(FACTORS))
def test_more_of_a_factor_never_lowers_a_priority(
    given_degrees: dict[str, int], weights: Weights, factor: str
) -> None:
    more = given_degrees | {factor: min(given_degrees[factor] + 1, HIGHEST)}
    before, after = weigh(given_degrees, weights), weigh(more, weights)
    assert before is not None
    assert after is not None
    assert after.score >= before.score


@given(partners, any_weights, st.integers(2, 5))
def test_only_the_proportion_of_weights_counts(
    found: dict[str, dict[str, int]], weights: Weights, times: int
) -> None:
    scaled = weights.changed(weights.method, {k: v * times for k, v in weights.of.items()})
    assert rank(found, scaled) == [
        type(one)(one.partner, one.place, other.weighed)
        for one, other in zip(rank(found, weights), rank(found, scaled), strict=True)
    ]


@given(partners, any_weights)
def test_places_follow_from_the_scores(found: dict[str, dict[str, int]], weights: Weights) -> None:
    order = rank(found, weights)
    assert {one.partner for one in order} == set(found)
    for one in order:
        better = sum(other.weighed.score > one.weighed.score for other in order)
        assert one.place == better + 1


@given(partners, st.dictionaries(st.sampled_from(["AAA", "BBB", "CCC", "DDD"]), st.integers(0, 9)))
def test_nobody_is_a_misfit_both_ways_nor_with_the_middle_value(
    found: dict[str, dict[str, int]], spent: dict[str, int]
) -> None:
    order = rank(found, house)
    score = {one.partner: one.weighed.score for one in order}
    for code, kind in misfits(order, spent, house.misfit).items():
        others = [other for other in score if other != code]
        if kind == "little":
            assert any(score[code] >= score[other] for other in others)
            assert all(spent.get(code, 0) <= max(spent.get(o, 0) for o in others) for o in others)


@pytest.mark.parametrize(
    ("method", "of"),
    [
        ("sum", {}),
        ("larger", {"interest": Fraction(-1)}),
        ("larger", {"interest": Fraction(0), "concern": Fraction(0)}),
        ("mean", {"beauty": Fraction(1)}),
    ],
)
def test_weights_that_make_no_order_are_refused(method: str, of: dict[str, Fraction]) -> None:
    with pytest.raises(UsageError, match="RK881"):
        house.changed(method, of)


@pytest.mark.parametrize("text", ["", "id: x", "[1]", "id: {", "need: 3\ninfluence: 4"])
def test_a_broken_file_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UsageError, match="RK881"):
        parse(text, "own.yml")
