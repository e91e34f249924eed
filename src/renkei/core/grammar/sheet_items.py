"""Items of a passage: numbered ones (「１ …」「２（１）…」「- 3 …」), else its bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renkei.core.text.blocks import join_paragraphs

# A number that opens a paragraph; ``counts`` if it rather counts something: 「10 月の会合」「3隻が」.
# A stop behind it makes it no decimal where a month follows: 「1.10月に」.
_SPACED = r"[ \t]?(?:年度?|か?月|日|回|件|名|人|か国|世紀|時|万|億)"
_CLOSE = r"隻|社|校|台|点|機|基|本|部|便|泊|倍|割|種|段階|機関|団体|地域|項目|分野|週間?|つ"
_NUMBER = (
    r"(?:-[ \t]+)?(?P<number>\d{1,2})"
    r"(?=[ \t(.]|[^\x00-\x7f])(?!\.\d(?!\d?[ ]?月)|[ \t]?[～、,%])"
    rf"(?P<counts>(?:{_SPACED}|{_CLOSE})(?=[のにはがをもとかまで及、・～/(\d]|[ \t]\d))?"
)
_SIGN = r"(?:-[ \t]+)?(?P<sign>[・●○◆■▪•])(?![ \t]*\n)"
# A line break or a tab with the blanks behind it; a bound keeps a long run of blanks cheap.
_OPENING = r"[\n\t][ \t\f]{0,120}+"
_NUMBERED = re.compile(rf"{_OPENING}(?=[-\d])(?P<item>{_NUMBER})")
_BULLET = re.compile(rf"{_OPENING}(?P<item>{_SIGN})")
_TOP = re.compile(rf"(?:{_NUMBER}|{_SIGN})[ \t.]*")
_HIGHEST_FIRST = 9


class Passage(NamedTuple):
    """Words from ``start`` to ``end`` (exclusive) of the normalised text, a paragraph a line."""

    start: int
    end: int
    text: str


def split_items(text: str, start: int, end: int, marked: bool) -> list[Passage]:
    """The items between ``start`` and ``end``; what stands before the first is introduction.

    Numbers must follow one another, so that a quantity at the start of a line is no item. A
    passage without numbers is split at bullets, and is one item where there are none.
    """
    starts = list(_numbered(text, start, end, marked)) or _bullets(text, start, end)
    return _passages(text, starts or [start], end, marked)


def top_mark(text: str, start: int, end: int) -> tuple[str, int] | None:
    """The number or bullet that an item begins with, and where its words begin."""
    found = _TOP.match(text, start, end)
    if found is None or found["counts"]:
        return None
    return found["number"] or found["sign"], found.end()


def list_entries(text: str, start: int, end: int, marked: bool) -> list[Passage]:
    """The bullets between ``start`` and ``end``, and before them what the list begins with."""
    return _passages(text, [start, *_bullets(text, start, end)], end, marked)


def _bullets(text: str, start: int, end: int) -> list[int]:
    """Where bullets of the first one's sign stand; those of another sign are below them."""
    found = list(_BULLET.finditer(text, start, end))
    sign = found[0]["sign"] if found else ""
    return [bullet.start("item") for bullet in found if bullet["sign"] == sign]


def whole_passage(text: str, start: int, end: int, marked: bool) -> list[Passage]:
    """What stands between ``start`` and ``end``; nothing if that is blank."""
    return _passages(text, [start], end, marked)


def _passages(text: str, starts: list[int], end: int, marked: bool) -> list[Passage]:
    items = []
    for first, last in zip(starts, [*starts[1:], end], strict=True):
        printed = text[first:last]
        words = printed.strip()
        if words:
            at = last - len(printed.lstrip())
            joined = join_paragraphs(text, at, at + len(words), marked)
            items.append(Passage(at, at + len(words), joined))
    return items


def _numbered(text: str, start: int, end: int, marked: bool) -> Iterator[int]:
    expected = 0
    candidates = list(_NUMBERED.finditer(text, start, end))
    has_second = any(found["number"] == "2" and not found["counts"] for found in candidates)
    for found in candidates:
        number = int(found["number"])
        if found["counts"] and not (expected == 0 and number == 1 and has_second):
            continue
        fits = 1 <= number <= _HIGHEST_FIRST if expected == 0 else number == expected
        if fits and opens_paragraph(text, start, found.start("item"), marked):
            expected = number + 1
            yield found.start("item")


def opens_paragraph(text: str, start: int, at: int, marked: bool) -> bool:
    """True if a paragraph begins at ``at``, and no sentence goes on there."""
    before = text[max(start, at - 80) : at].rstrip("\n\r\f")
    words = before.strip()
    if not words:
        return True
    return before.endswith((" ", "\t")) if marked else words[-1] not in "、,・("
