"""Members of a framework with their years: A、B(以上2001年から)、C(2004年から)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.vocabulary import Vocabulary

_COUNTED = re.compile(r"\d{1,3}(?:[かカヶヵ箇]国|機関)\(")
_SINCE = re.compile(r"\((?P<all>以上)?、?(?P<year>\d{4})年(?:\d{1,2}月)?(?:から|より|加盟|加入)\)")
_GROUP = re.compile(r"(?:加盟国|諸国|域[内外]国)?\d{1,3}[かカヶヵ箇]国|域[内外]国|加盟国|諸国")
_JAPAN = re.compile(r"わが国|我が国|日本(?!海)")
_TAKING = re.compile(r"(?:など)?が(?:参加|加盟|メンバー)")
_BETWEEN = re.compile(r"(?:、及び|、|・|及び|並びに|と|のほか、)")
_NAMES = frozenset({"name", "former"})


@dataclass(frozen=True, slots=True)
class Joined:
    """A member printed at ``start``-``end`` and the year it joined, if printed."""

    code: str
    start: int
    end: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Membership:
    """The members of one list at ``start``-``end``."""

    members: tuple[Joined, ...]
    start: int
    end: int


def counted_members(text: str, vocabulary: Vocabulary) -> Membership | None:
    """「26か国(A、B(以上2001年から)、…)と1機関(C)」: the lists behind the numbers."""
    spans = []
    at = 0
    while (found := _COUNTED.search(text, at)) is not None:
        close = _closing(text, found.end())
        spans.append((found.end(), close))
        at = close + 1
    names = [each for start, end in spans for each in _names(text, start, end, vocabulary)]
    if len(names) < 3:
        return None
    members = _with_years(text, names, spans)
    return Membership(members, spans[0][0], spans[-1][1])


def taking_part(text: str, vocabulary: Vocabulary) -> Membership | None:
    """「A、B及びCが参加している」: the list before the verb."""
    verb = _TAKING.search(text)
    if verb is None:
        return None
    names: list[Joined] = []
    edge = verb.start()
    for name in reversed(_names(text, max(0, edge - 300), edge, vocabulary)):
        between = text[name.end : edge]
        if between and not (names and _BETWEEN.fullmatch(between)):
            break
        names.append(name)
        edge = name.start
    if len(names) < 3:
        return None
    return Membership(tuple(_once(reversed(names))), edge, verb.start())


def _names(text: str, start: int, end: int, vocabulary: Vocabulary) -> list[Joined]:
    """Partners and Japan; the name of a group (ASEAN10か国) is no member."""
    window = text[start:end]
    found = [
        Joined(match.entry.code, start + match.start, start + match.end)
        for match in vocabulary.find_partners(window)
        if match.form in _NAMES
        and match.entry.kind != "region"
        and _GROUP.match(window, match.end) is None
    ]
    found += [Joined("JPN", start + m.start(), start + m.end()) for m in _JAPAN.finditer(window)]
    return sorted(found, key=lambda name: name.start)


def _with_years(text: str, names: list[Joined], spans: list[tuple[int, int]]) -> tuple[Joined, ...]:
    """Give each name the year behind it; 以上 is for all before that have none yet."""
    years: dict[int, int] = {}
    for start, end in spans:
        for since in _SINCE.finditer(text, start, end + 1):
            before = [i for i, name in enumerate(names) if start <= name.start < since.start()]
            open_ones = [i for i in before if i not in years]
            for index in open_ones if since["all"] else before[-1:]:
                years[index] = int(since["year"])
    joined = [
        Joined(name.code, name.start, name.end, years.get(index))
        for index, name in enumerate(names)
    ]
    return tuple(_once(joined))


def _once(names: Iterator[Joined] | list[Joined]) -> Iterator[Joined]:
    seen: set[str] = set()
    for name in names:
        if name.code not in seen:
            seen.add(name.code)
            yield name


def _closing(text: str, start: int) -> int:
    """Where the bracket that opened before ``start`` closes; the end of the text if it does not."""
    depth = 1
    for index in range(start, len(text)):
        depth += (text[index] == "(") - (text[index] == ")")
        if depth == 0:
            return index
    return len(text)
