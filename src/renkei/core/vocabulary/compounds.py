"""Resolving a compound or list of partners as a whole (日米豪印, 日・パラオ, 米、中、韓)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from renkei.core.vocabulary.entries import Partner


def split_whole(
    text: str, by_form: Mapping[str, Partner], separators: tuple[str, ...]
) -> tuple[Partner, ...] | None:
    """The foreign partners that ``text`` is wholly made of, in printed order, each once.

    Japan is dropped. ``None`` if any part of ``text`` is not a partner or a separator, or if
    nothing foreign is left. Time is linear: every position is resolved once.
    """
    longest = max(map(len, by_form))
    marks = re.compile("(?:" + "|".join(map(re.escape, separators)) + r"|\s)*")
    step: dict[int, int] = {len(text): len(text)}
    for start in range(len(text) - 1, -1, -1):
        for end in range(min(len(text), start + longest), start, -1):
            if text[start:end] not in by_form:
                continue
            mark = marks.match(text, end)
            behind = mark.end() if mark else end
            if behind in step and (behind == end or behind < len(text)):
                step[start] = end
                break
    if 0 not in step or not text:
        return None
    partners: dict[str, Partner] = {}
    position = 0
    while position < len(text):
        end = step[position]
        entry = by_form[text[position:end]]
        partners[entry.code] = entry
        mark = marks.match(text, end)
        position = mark.end() if mark else end
    foreign = tuple(entry for code, entry in partners.items() if code != "JPN")
    return foreign or None
