"""The states of a case: what may follow what, and what is lacking."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.coordination.consulting import Outcome
from renkei.core.coordination.states import (
    ENDED,
    WAY,
    Facts,
    State,
    following,
    missing,
    needs_reason,
    open_moves,
)

READY = Facts(
    partners=True,
    means=True,
    purpose=True,
    first_day=date(2026, 5, 11),
    last_day=date(2026, 5, 12),
    exact=True,
    answers=(("甲局", Outcome.AGREE), ("乙局", Outcome.NO_ANSWER)),
    attaches=frozenset({"武官"}),
    told_plan=frozenset({"武官"}),
    told_result=frozenset({"武官"}),
    reported=True,
    today=date(2026, 6, 1),
)
STATES = st.sampled_from(list(State))
FACTS = st.builds(
    Facts,
    partners=st.booleans(),
    means=st.booleans(),
    purpose=st.booleans(),
    first_day=st.none() | st.dates(),
    exact=st.booleans(),
    last_day=st.none() | st.dates(),
    answers=st.lists(st.tuples(st.text(max_size=3), st.sampled_from(["", *Outcome]))).map(tuple),
    settled=st.frozensets(st.text(max_size=3)),
    undecided=st.lists(st.text(max_size=3)).map(tuple),
    refused=st.lists(st.text(max_size=3)).map(tuple),
    attaches=st.frozensets(st.text(max_size=3)),
    told_plan=st.frozensets(st.text(max_size=3)),
    told_result=st.frozensets(st.text(max_size=3)),
    reported=st.booleans(),
    open_promises=st.integers(0, 3),
    today=st.dates(),
)


def codes(facts: Facts, to: State) -> list[str]:
    return [need.code for need in missing(facts, to)]


def test_a_case_with_everything_goes_the_whole_way() -> None:
    state: State | None = State.PROPOSED
    seen = []
    while state is not None:
        seen.append(state)
        assert codes(READY, state) == []
        state = following(state)
    assert tuple(seen) == WAY


@given(STATES)
def test_what_ended_stays_and_everything_else_can_stop(state: State) -> None:
    moves = open_moves(state)
    assert state not in moves
    assert len(set(moves)) == len(moves)
    if state in ENDED:
        assert moves == ()
    else:
        assert {State.POSTPONED, State.CANCELLED} - {state} <= set(moves)


@given(st.lists(st.integers(0, 9), max_size=30))
def test_no_walk_is_held_before_it_is_approved(choices: list[int]) -> None:
    """Whatever is chosen among the open moves, the states of the way are entered in order."""
    state, visited = State.PROPOSED, [State.PROPOSED]
    for choice in choices:
        moves = open_moves(state)
        if not moves:
            assert state in ENDED
            break
        state = moves[choice % len(moves)]
        visited.append(state)
    for later, earlier in zip(WAY[1:], WAY, strict=False):
        if later is State.IN_COORDINATION or later not in visited:
            continue
        assert earlier in visited[: visited.index(later)]


@given(STATES, STATES)
def test_only_the_step_forward_needs_no_reason(state: State, to: State) -> None:
    assert needs_reason(state, to) == (following(state) is not to)


@given(FACTS, STATES)
def test_every_need_is_a_sentence_in_both_languages(facts: Facts, to: State) -> None:
    for need in missing(facts, to):
        assert need.message("ja") != need.message("en")


@given(FACTS)
def test_more_is_never_worse(facts: Facts) -> None:
    """Filling in what a case lacks only takes needs away."""
    better = replace(facts, partners=True, means=True, purpose=True, reported=True, undecided=())
    for to in State:
        assert set(codes(better, to)) <= set(codes(facts, to))


@pytest.mark.parametrize(
    ("to", "change", "code"),
    [
        (State.IN_COORDINATION, {"partners": False}, "RK833"),
        (State.IN_COORDINATION, {"means": False}, "RK834"),
        (State.IN_COORDINATION, {"purpose": False}, "RK835"),
        (State.IN_COORDINATION, {"first_day": None}, "RK836"),
        (State.APPROVED, {"answers": ()}, "RK838"),
        (State.APPROVED, {"answers": (("甲局", ""),)}, "RK839"),
        (State.APPROVED, {"answers": (("甲局", "object"),)}, "RK840"),
        (State.APPROVED, {"told_plan": frozenset()}, "RK843"),
        (State.APPROVED, {"undecided": ("secrets",)}, "RK841"),
        (State.APPROVED, {"refused": ("secrets",)}, "RK842"),
        (State.HELD, {"exact": False}, "RK837"),
        (State.HELD, {"today": date(2026, 5, 11)}, "RK844"),
        (State.REPORTED, {"reported": False}, "RK845"),
        (State.CLOSED, {"open_promises": 2}, "RK846"),
        (State.CLOSED, {"told_result": frozenset()}, "RK847"),
    ],
)
def test_what_lacks_is_named(to: State, change: dict[str, object], code: str) -> None:
    assert set(change) <= {one.name for one in fields(Facts)}
    assert codes(replace(READY, **change), to) == [code]  # type: ignore[arg-type]


def test_an_objection_that_was_settled_stands_no_more() -> None:
    objecting = replace(READY, answers=(("甲局", "object"),))
    assert codes(objecting, State.APPROVED) == ["RK840"]
    assert codes(replace(objecting, settled=frozenset({"甲局"})), State.APPROVED) == []


def test_a_case_is_held_from_the_day_after_none_before() -> None:
    last = READY.last_day
    assert last is not None
    assert codes(replace(READY, today=last), State.HELD) == []
    assert codes(replace(READY, today=last - timedelta(days=1)), State.HELD) == ["RK844"]
