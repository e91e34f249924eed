"""From pairs to events: records of any number of documents, the same in whatever order they came."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Generic, TypeVar

from renkei.core.linking.assignment import Pair, assign
from renkei.core.linking.facts import Facts

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Node(Generic[Key]):
    """One record. Keys sort as the records stand in their documents."""

    key: Key
    document: Hashable
    facts: Facts


@dataclass(frozen=True, slots=True)
class Decided(Generic[Key]):
    """What people said: pairs that are the same event, and pairs that are not."""

    same: frozenset[frozenset[Key]] = frozenset()
    apart: frozenset[frozenset[Key]] = frozenset()


@dataclass(frozen=True, slots=True)
class Settled(Generic[Key]):
    """Groups of two records and more that are one event; the pairs behind them; open questions."""

    groups: list[frozenset[Key]]
    links: list[Pair[Key]]
    proposals: list[Pair[Key]]


@dataclass
class _Groups(Generic[Key]):
    """Disjoint groups that never hold two records of one document, unless people say so."""

    document: dict[Key, Hashable]
    apart: frozenset[frozenset[Key]]
    group: dict[Key, set[Key]] = field(default_factory=dict)

    def join(self, one: Key, other: Key, *, by_people: bool = False) -> bool:
        """Whether both are in one group now."""
        a, b = self.group.setdefault(one, {one}), self.group.setdefault(other, {other})
        if a is b:
            return True
        if not by_people and (self._shared(a, b) or self._parted(a, b)):
            return False
        a |= b
        for key in b:
            self.group[key] = a
        return True

    def _shared(self, a: set[Key], b: set[Key]) -> bool:
        return bool({self.document[key] for key in a} & {self.document[key] for key in b})

    def _parted(self, a: set[Key], b: set[Key]) -> bool:
        return any(frozenset((one, other)) in self.apart for one in a for other in b)


def settle(nodes: Iterable[Node[Key]], decided: Decided[Key] | None = None) -> Settled[Key]:
    """All links and proposals among ``nodes``; what people decided goes before every rule."""
    said: Decided[Key] = decided or Decided()
    known = {node.key: node for node in nodes}
    links, proposals = _pairs(list(known.values()), said)
    groups = _Groups({key: node.document for key, node in known.items()}, said.apart)
    for joined in sorted((sorted(pair, key=_order) for pair in said.same), key=_order):
        if len(joined) == 2 and all(key in known for key in joined):
            groups.join(joined[0], joined[1], by_people=True)
    made: list[Pair[Key]] = []
    for pair in sorted(links, key=_best_first):
        (made if groups.join(pair.one, pair.other) else proposals).append(pair)
    sets = {id(group): frozenset(group) for group in groups.group.values() if len(group) > 1}
    together = sorted(sets.values(), key=lambda group: _order(min(group, key=_order)))
    open_pairs = [
        pair
        for pair in proposals
        if groups.group.get(pair.one, {pair.one}) is not groups.group.get(pair.other)
    ]
    return Settled(together, made, sorted(open_pairs, key=_best_first))


def _pairs(
    nodes: Sequence[Node[Key]], said: Decided[Key]
) -> tuple[list[Pair[Key]], list[Pair[Key]]]:
    by_document: dict[Hashable, list[tuple[Key, Facts]]] = defaultdict(list)
    for node in sorted(nodes, key=lambda node: _order(node.key)):
        by_document[node.document].append((node.key, node.facts))

    def ruled_out(one: Key, other: Key) -> bool:
        return frozenset((one, other)) in said.apart

    links: list[Pair[Key]] = []
    proposals: list[Pair[Key]] = []
    for one, other in combinations(sorted(by_document, key=_order), 2):
        found, asked = assign(by_document[one], by_document[other], ruled_out)
        links += found
        proposals += asked
    return links, proposals


def _best_first(pair: Pair[Key]) -> tuple[object, ...]:
    return (-pair.link.weight, *_order(pair.one), *_order(pair.other))


def _order(key: object) -> tuple[object, ...]:
    return tuple(key) if isinstance(key, tuple | list) else (key,)
