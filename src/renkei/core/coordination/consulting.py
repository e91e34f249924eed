"""Consultation of other bureaus (合議): who is asked when, and what an answer may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    """What came of asking. NO_ANSWER is recorded as such when the deadline has passed."""

    AGREE = "agree"
    AGREE_WITH_REMARK = "agree_with_remark"
    OBJECT = "object"
    NO_ANSWER = "no_answer"


ANSWERS = (Outcome.AGREE, Outcome.AGREE_WITH_REMARK, Outcome.OBJECT)
"""What a person can answer."""
NEEDS_WORDS = frozenset({Outcome.AGREE_WITH_REMARK, Outcome.OBJECT})


class Order(StrEnum):
    """Everybody at once, or one after the other."""

    PARALLEL = "parallel"
    SEQUENTIAL = "sequential"


@dataclass(frozen=True, slots=True)
class Asked:
    """One of those asked: ``due`` is the last day to answer, ``outcome`` "" while open."""

    key: int
    due: date
    outcome: str = ""


def on_turn(order: Order, asked: Sequence[Asked]) -> tuple[int, ...]:
    """Keys of those who may answer now: all who have not, or the first of them."""
    waiting = tuple(one.key for one in asked if not one.outcome)
    return waiting if order is Order.PARALLEL else waiting[:1]


def overdue(order: Order, asked: Sequence[Asked], today: date) -> tuple[int, ...]:
    """Keys of those whose day is over: they are recorded as not having answered.

    The deadline day itself still counts. In sequence, one whose turn has not come is not late, but
    once those before are recorded the next of the row may be; so all of them are returned together.
    """
    late: list[int] = []
    for one in asked:
        if one.outcome:
            continue
        if one.due < today:
            late.append(one.key)
        elif order is Order.SEQUENTIAL:
            break
    return tuple(late)


def days_ahead(proposed: date, event: date | None) -> int | None:
    """Days between proposal and event, as article 7(1) wants them ample; negative when after."""
    return None if event is None else (event - proposed).days
