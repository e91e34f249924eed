"""The states of a case, what may follow what, and what each state needs.

Pure: the app says what is there (:class:`Facts`), this says which move is open and what is lacking.
Each need names the article of the basic policy that asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from renkei.core.coordination.consulting import Outcome
from renkei.core.errors import UsageError


class State(StrEnum):
    """Where a case stands."""

    PROPOSED = "proposed"
    IN_COORDINATION = "in_coordination"
    APPROVED = "approved"
    HELD = "held"
    REPORTED = "reported"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


WAY: tuple[State, ...] = (
    State.PROPOSED,
    State.IN_COORDINATION,
    State.APPROVED,
    State.HELD,
    State.REPORTED,
    State.CLOSED,
)
"""The way of a case that nothing stops."""
ENDED = frozenset({State.CLOSED, State.CANCELLED})
"""Nothing changes any more."""
_STOPS = (State.POSTPONED, State.CANCELLED)
_FORWARD = dict(pairwise(WAY))
_BACK = {
    State.IN_COORDINATION: (State.PROPOSED,),
    State.APPROVED: (State.IN_COORDINATION,),
    State.POSTPONED: (State.PROPOSED, State.IN_COORDINATION),
}


def following(state: State) -> State | None:
    """The next state on the way; None where there is none."""
    return _FORWARD.get(state)


def open_moves(state: State) -> tuple[State, ...]:
    """Every state that may follow: the next first, then those before it, then the stops."""
    if state in ENDED:
        return ()
    forward = _FORWARD.get(state)
    stops = tuple(stop for stop in _STOPS if stop is not state)
    return (*((forward,) if forward else ()), *_BACK.get(state, ()), *stops)


def needs_reason(state: State, to: State) -> bool:
    """Whether the move must say why: every one that does not go on along the way."""
    return _FORWARD.get(state) is not to


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case. Days are as precise as known; None where nothing is.

    ``answers`` are the outcomes of everybody who was asked, by name; "" is not answered yet;
    ``settled`` are the names of those whose objection was settled. ``undecided`` and ``refused``
    are kinds of information security; ``attaches`` are those accredited, ``told_plan`` and
    ``told_result`` those of them who were told.
    """

    partners: bool = False
    means: bool = False
    purpose: bool = False
    first_day: date | None = None
    exact: bool = False
    last_day: date | None = None
    answers: tuple[tuple[str, str], ...] = ()
    settled: frozenset[str] = frozenset()
    undecided: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    attaches: frozenset[str] = frozenset()
    told_plan: frozenset[str] = frozenset()
    told_result: frozenset[str] = frozenset()
    reported: bool = False
    open_promises: int = 0
    today: date = date.min


Needs = Iterator[UsageError]


def missing(facts: Facts, to: State) -> tuple[UsageError, ...]:
    """What ``to`` still needs, one error each, in the order in which people do it."""
    return tuple(need for check in _CHECKS.get(to, ()) for need in check(facts))


def _idea(facts: Facts) -> Needs:
    """Articles 4(2) and 7(1): whom, by what means, what for, about when."""
    if not facts.partners:
        yield UsageError("RK833")
    if not facts.means:
        yield UsageError("RK834")
    if not facts.purpose:
        yield UsageError("RK835")
    if facts.first_day is None:
        yield UsageError("RK836")


def _agreed(facts: Facts) -> Needs:
    """Article 7(1): everybody who was asked answered in time, and no objection stands."""
    if not facts.answers:
        yield UsageError("RK838")
    waiting = [name for name, outcome in facts.answers if not outcome]
    if waiting:
        yield UsageError("RK839", names="、".join(waiting))
    objecting = [name for name, outcome in facts.answers if outcome == Outcome.OBJECT]
    objecting = [name for name in objecting if name not in facts.settled]
    if objecting:
        yield UsageError("RK840", names="、".join(objecting))


def _secure(facts: Facts) -> Needs:
    """Article 7(3): the officer decided on each of the four kinds, and refused none."""
    if facts.undecided:
        yield UsageError("RK841", number=len(facts.undecided))
    if facts.refused:
        yield UsageError("RK842", number=len(facts.refused))


def _attaches_planned(facts: Facts) -> Needs:
    """Article 7(2): the attachés accredited to the partner are drawn in at planning."""
    left = facts.attaches - facts.told_plan
    if left:
        yield UsageError("RK843", names="、".join(sorted(left)))


def _happened(facts: Facts) -> Needs:
    """A case is held on days that are known and over."""
    if facts.first_day is None or not facts.exact:
        yield UsageError("RK837")
    elif (facts.last_day or facts.first_day) > facts.today:
        yield UsageError("RK844", day=facts.last_day or facts.first_day)


def _told(facts: Facts) -> Needs:
    """Articles 7(1) and 7(2): the result is written down."""
    if not facts.reported:
        yield UsageError("RK845")


def _done(facts: Facts) -> Needs:
    """Article 7(2): attachés have the result; promises are followed until kept."""
    left = facts.attaches - facts.told_result
    if left:
        yield UsageError("RK847", names="、".join(sorted(left)))
    if facts.open_promises:
        yield UsageError("RK846", number=facts.open_promises)


_CHECKS: dict[State, tuple[Callable[[Facts], Needs], ...]] = {
    State.IN_COORDINATION: (_idea,),
    State.APPROVED: (_idea, _agreed, _attaches_planned, _secure),
    State.HELD: (_happened,),
    State.REPORTED: (_told,),
    State.CLOSED: (_told, _done),
}
