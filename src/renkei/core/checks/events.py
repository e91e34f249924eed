"""One event in two documents: found by who met whom, at which level, in which month."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from renkei.core.records import Activity

_Key = tuple[tuple[str, ...], str, str]
_MONTH = 7
"""Characters of a date down to its month: 2021-04."""


def same_events(own: list[Activity], other: list[Activity]) -> Iterator[tuple[Activity, Activity]]:
    """Pairs of one event: the only one of its kind, level and partners in a month, on each side."""
    ours, theirs = _by_month(own), _by_month(other)
    for key, months in ours.items():
        for month, events in months.items():
            found = theirs.get(key, {}).get(month, [])
            if len(events) == len(found) == 1:
                yield events[0], found[0]


def moved_events(own: list[Activity], other: list[Activity]) -> Iterator[tuple[Activity, Activity]]:
    """Pairs in neighbouring months, where neither month has an event on the other side."""
    ours, theirs = _by_month(own), _by_month(other)
    for key, months in ours.items():
        for month, events in months.items():
            near = [each for each in theirs.get(key, {}) if abs(_index(each) - _index(month)) <= 1]
            if len(near) != 1 or near[0] == month or near[0] in months or len(events) > 1:
                continue
            found = theirs[key][near[0]]
            around = [each for each in months if abs(_index(each) - _index(near[0])) <= 1]
            if len(found) == 1 and around == [month]:
                yield events[0], found[0]


def _index(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


def _by_month(events: list[Activity]) -> dict[_Key, dict[str, list[Activity]]]:
    found: dict[_Key, dict[str, list[Activity]]] = defaultdict(lambda: defaultdict(list))
    for each in events:
        month = str(each.start)[:_MONTH]
        if each.partners and each.level and each.status == "held" and len(month) == _MONTH:
            key = (tuple(sorted(each.partners)), each.kind, each.level)
            found[key][month].append(each)
    return found
