"""Who is asked when, and who did not answer in time."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from renkei.core.coordination.consulting import Asked, Order, days_ahead, on_turn, overdue

MONDAY, TUESDAY, FRIDAY = date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 5)
ROWS = st.lists(st.tuples(st.dates(), st.sampled_from(["", "agree", "object"])), max_size=6).map(
    lambda rows: [Asked(key, due, outcome) for key, (due, outcome) in enumerate(rows)]
)


def test_in_parallel_everybody_answers_at_once() -> None:
    asked = [Asked(1, FRIDAY), Asked(2, FRIDAY, "agree"), Asked(3, FRIDAY)]
    assert on_turn(Order.PARALLEL, asked) == (1, 3)


def test_in_sequence_the_next_one_answers() -> None:
    asked = [Asked(1, FRIDAY, "agree"), Asked(2, FRIDAY), Asked(3, FRIDAY)]
    assert on_turn(Order.SEQUENTIAL, asked) == (2,)


def test_the_day_of_the_deadline_still_counts() -> None:
    asked = [Asked(1, MONDAY)]
    assert overdue(Order.PARALLEL, asked, MONDAY) == ()
    assert overdue(Order.PARALLEL, asked, TUESDAY) == (1,)


def test_one_whose_turn_has_not_come_is_not_late() -> None:
    asked = [Asked(1, FRIDAY), Asked(2, MONDAY)]
    assert overdue(Order.SEQUENTIAL, asked, TUESDAY) == ()
    assert overdue(Order.PARALLEL, asked, TUESDAY) == (2,)


@given(ROWS, st.dates(), st.sampled_from(list(Order)))
def test_only_open_ones_are_ever_on_turn_or_late(
    asked: list[Asked], today: date, order: Order
) -> None:
    waiting = {one.key for one in asked if not one.outcome}
    assert set(on_turn(order, asked)) <= waiting
    assert set(overdue(order, asked, today)) <= waiting
    assert bool(on_turn(order, asked)) == bool(waiting)


def test_days_between_proposal_and_event() -> None:
    assert days_ahead(MONDAY, FRIDAY) == 4
    assert days_ahead(FRIDAY, MONDAY) == -4
    assert days_ahead(MONDAY, None) is None
