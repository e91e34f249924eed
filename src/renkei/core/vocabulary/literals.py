"""Finding many literal names in one pass: leftmost, longest, in linear time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_KEPT = 32
_SENTENCE = 1000


def trie_pattern(words: Iterable[str]) -> str:
    """One regular expression for all ``words`` that shares their prefixes.

    Longer words win. The expression has no nested repetition, so matching is linear.
    """
    root: dict[str, object] = {}
    for word in words:
        node = root
        for character in word:
            child = node.setdefault(character, {})
            assert isinstance(child, dict)
            node = child
        node[""] = {}
    return _branch(root)


def _branch(node: Mapping[str, object]) -> str:
    ends = "" in node
    parts = []
    leaves = []
    for character, child in sorted(node.items()):
        if not character:
            continue
        assert isinstance(child, dict)
        rest = _branch(child)
        if rest:
            parts.append(re.escape(character) + rest)
        else:
            leaves.append(re.escape(character))
    if leaves:
        parts.append(leaves[0] if len(leaves) == 1 else f"[{''.join(leaves)}]")
    if not parts:
        return ""
    body = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{body}?" if ends else body


@dataclass(frozen=True, slots=True)
class Guard:
    """Texts that, right before or behind a name, make it something else."""

    before: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()

    def allows(self, text: str, start: int, end: int) -> bool:
        """Whether the name at ``text[start:end]`` keeps its meaning there."""
        if self.behind and text.startswith(self.behind, end):
            return False
        return not (self.before and text.endswith(self.before, 0, start))


@dataclass(frozen=True, slots=True)
class LiteralFinder:
    """Finds literal names; a katakana or Latin name must not be part of a longer word.

    Names that touch each other (a heading printed twice) count as words of their own.
    """

    pattern: re.Pattern[str]
    guards: Mapping[str, Guard]
    _known: dict[str, list[tuple[int, int]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def find(self, text: str) -> list[tuple[int, int]]:
        """Spans (end exclusive) of the names in ``text``, in order and without overlap.

        A sentence is asked about again and again; the answers to the last ones are kept.
        """
        known = self._known.get(text)
        if known is None:
            known = self._find(text)
            if len(text) <= _SENTENCE:
                if len(self._known) >= _KEPT:
                    self._known.clear()
                self._known[text] = known
        return known

    def _find(self, text: str) -> list[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        run: list[tuple[int, int]] = []
        for found in self.pattern.finditer(text):
            if run and run[-1][1] != found.start():
                spans.extend(self._sound(text, run))
                run = []
            run.append(found.span())
        spans.extend(self._sound(text, run))
        return spans

    def _sound(self, text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Those of a run of touching names whose outer edges are edges of words."""
        if not run:
            return
        first, last = 0, len(run)
        if _inside_word(text, run[0][0]):
            first = _next_edge(text, run, 0)
        if last > first and _inside_word(text, run[-1][1]):
            last = _previous_edge(text, run, first)
        for start, end in run[first:last]:
            guard = self.guards.get(text[start:end])
            if guard is None or guard.allows(text, start, end):
                yield start, end


def _inside_word(text: str, position: int) -> bool:
    """Whether ``position`` lies between two katakana or two Latin letters."""
    if not 0 < position < len(text):
        return False
    before, behind = text[position - 1], text[position]
    if "ァ" <= before <= "ー":
        return "ァ" <= behind <= "ー" and "・" not in (before, behind)
    return before.isascii() and behind.isascii() and before.isalpha() and behind.isalpha()


def _next_edge(text: str, run: list[tuple[int, int]], index: int) -> int:
    while index < len(run) and _inside_word(text, run[index][0]):
        index += 1
    return index


def _previous_edge(text: str, run: list[tuple[int, int]], first: int) -> int:
    index = len(run)
    while index > first and _inside_word(text, run[index - 1][1]):
        index -= 1
    return index
