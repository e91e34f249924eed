"""Counting: a number that opens into what was counted, left out, doubted and perhaps doubled.

    told = count(Question.parse("kind=meeting; partners=only:AUS; fiscal_year=2020"), subjects)
    told.number, told.at_least, told.at_most
    told.counted, told.doubtful, told.left_out, told.maybe_same

Subjects come from anywhere: records read from files, or rows of a register written as records.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from renkei.core.evaluation.counting.matching import Payload, answers, in_years
from renkei.core.evaluation.counting.question import Question
from renkei.core.linking import Decided, Facts, Node, Settled, merged, settle

_FIELDS = (
    "title", "kind", "category", "partners", "framework", "start", "end", "fiscal_year", "mode",
    "level", "counterpart", "direction", "place", "ordinal", "agreement", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """One record of an activity: ``key`` is its id, ``document`` what it was read from.

    Records of one document are never taken for the same event; a register is one document.
    """

    key: str
    document: str
    payload: Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What was counted once: the records that tell of it, put together."""

    keys: tuple[str, ...]
    payload: Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCounted:
    """``failed`` are the conditions that it does not meet, ``open`` those its record leaves open."""

    event: Event
    failed: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """``number`` counts what surely is meant; the truth lies from ``at_least`` to ``at_most``.

    ``doubtful`` may be meant; ``maybe_same`` are two counted events that may be one. ``notes``:
    ``period_empty`` where nothing at all is recorded of the years, so that 0 says nothing.
    """

    question: Question
    number: int
    at_least: int
    at_most: int
    counted: tuple[Event, ...]
    doubtful: tuple[NotCounted, ...]
    left_out: tuple[NotCounted, ...]
    maybe_same: tuple[tuple[Event, Event], ...]
    notes: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether nothing is left open."""
        return self.at_least == self.at_most and not self.notes

    @property
    def near(self) -> tuple[NotCounted, ...]:
        """What fails in one condition only: where a reader would ask why it was not counted."""
        return tuple(each for each in self.left_out if len(each.failed) == 1 and not each.open)


def count(
    question: Question, subjects: Iterable[Subject], decided: Decided[str] | None = None
) -> Count:
    """The answer to ``question``, the same in whatever order the subjects come.

    ``decided`` are pairs that people called one event or two.
    """
    events, proposals = _events(list(subjects), decided)
    counted: list[Event] = []
    doubtful: list[NotCounted] = []
    left_out: list[NotCounted] = []
    for event in events:
        told = list(answers(question, event.payload))
        failed = tuple(name for name, answer in told if answer is False)
        unknown = tuple(name for name, answer in told if answer is None)
        if not failed and not unknown:
            counted.append(event)
        else:
            group = left_out if failed else doubtful
            group.append(NotCounted(event=event, failed=failed, open=unknown))
    meant = {event.keys for event in counted}
    maybe_same = tuple(pair for pair in proposals if {each.keys for each in pair} <= meant)
    low, number, high = _numbers(question, counted, [each.event for each in doubtful], maybe_same)
    return Count(
        question=question,
        number=number,
        at_least=low,
        at_most=high,
        counted=tuple(counted),
        doubtful=tuple(doubtful),
        left_out=tuple(sorted(left_out, key=lambda each: len(each.failed))),
        maybe_same=maybe_same,
        notes=_notes(question, events),
    )


def _events(
    subjects: Sequence[Subject], decided: Decided[str] | None
) -> tuple[list[Event], list[tuple[Event, Event]]]:
    """One event for each group of records that are the same, in order of date and key."""
    by_key = {each.key: each for each in sorted(subjects, key=lambda each: each.key)}
    settled = _settled(by_key.values(), decided)
    event_of = {key: Event(keys=(key,), payload=subject.payload) for key, subject in by_key.items()}
    for group in settled.groups:
        keys = tuple(sorted(group))
        payload = merged([by_key[key].payload for key in keys], _FIELDS)
        event_of.update(dict.fromkeys(keys, Event(keys=keys, payload=payload)))
    events = sorted({event.keys: event for event in event_of.values()}.values(), key=_order)
    pairs: dict[tuple[tuple[str, ...], ...], tuple[Event, Event]] = {}
    for pair in settled.proposals:
        one, other = sorted((event_of[pair.one], event_of[pair.other]), key=_order)
        pairs[one.keys, other.keys] = (one, other)
    return events, [pairs[keys] for keys in sorted(pairs)]


def _settled(subjects: Collection[Subject], decided: Decided[str] | None) -> Settled[str]:
    """Which records are one event; within a single document only people can say so."""
    if decided is None and len({each.document for each in subjects}) < 2:
        return Settled([], [], [])
    nodes = (
        Node(key=each.key, document=each.document, facts=Facts.of(each.payload))
        for each in subjects
    )
    return settle(nodes, decided)


def _order(event: Event) -> tuple[str, tuple[str, ...]]:
    return str(event.payload.get("start") or ""), event.keys


def _numbers(
    question: Question,
    counted: Sequence[Event],
    doubtful: Sequence[Event],
    maybe_same: Sequence[tuple[Event, Event]],
) -> tuple[int, int, int]:
    if question.count == "partners":
        sure, maybe = _partners(question, counted), _partners(question, doubtful)
        return len(sure), len(sure), len(sure | maybe)
    number = len(counted)
    return number - _joins(maybe_same), number, number + len(doubtful)


def _partners(question: Question, events: Sequence[Event]) -> set[str]:
    """The different partners; those asked for, where the question names some."""
    found = {code for event in events for code in event.payload.get("partners") or ()}
    return found & question.partners if question.partners else found


def _joins(pairs: Sequence[tuple[Event, Event]]) -> int:
    """How many events would go if every pair were one event."""
    group: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for one, other in pairs:
        a = group.setdefault(one.keys, {one.keys})
        b = group.setdefault(other.keys, {other.keys})
        if a is not b:
            a |= b
            group.update(dict.fromkeys(b, a))
    sets = {id(members): members for members in group.values()}
    return sum(len(members) - 1 for members in sets.values())


def _notes(question: Question, events: Sequence[Event]) -> tuple[str, ...]:
    years = question.fiscal_year
    if years is not None and not any(in_years(years, each.payload) for each in events):
        return ("period_empty",)
    return ()
