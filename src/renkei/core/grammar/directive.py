"""The form of a directive: number and date of issue and amendments, numbered articles, items.

防防国第3923号 / 19.4.13 / 一部改正 26.7.25
1 …  (1) …  (ア) …  ① …   and items marked ○ or -
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from renkei.core.grammar.years import ERA
from renkei.core.values import ERAS, PartialDate
from renkei.core.values.eras import western_year

_HEAD_LENGTH = 1500
_REFERENCE = re.compile(r"[一-龥]{2,12}第\d{1,6}号(?:\([^()]{1,20}\))?")
_DATED = re.compile(
    rf"(?P<amended>(?:一部|全部)?改正)?(?P<era>{ERA})?(?P<year>\d{{1,2}}|元)[.年]"
    r"(?P<month>\d{1,2})[.月](?P<day>\d{1,2})日?"
)
_ERA_USED = re.compile(rf"({ERA})(?:\d|元)")
_ARTICLE = re.compile(
    r"[ ]{0,3}(?:#{1,6} )?(?P<mark>\d{1,2}(?=[ .])|\(\d{1,2}\)|\([ア-ン]\)|[①-⑳])[ .]*"
    r"(?P<title>[^。\n\d .][^。\n]{0,69})"
)
_ITEM = re.compile(r"(?:- (?!・|\d|\()|○[ ]?)(?P<title>[^。\n]{2,50})")
_LEVELS = ((re.compile(r"\d"), 1), (re.compile(r"\(\d"), 2), (re.compile(r"\([ア-ン]"), 3))


@dataclass(frozen=True, slots=True)
class Issue:
    """A number of issue or amendment with its date; the era may be inferred."""

    start: int
    end: int
    reference: str | None
    amended: bool
    date: PartialDate
    inferred: bool


@dataclass(slots=True)
class Article:
    """An article or item: ``path`` of marks, its title, and the lines below it."""

    path: str
    level: int
    title: str
    start: int
    end: int
    above: tuple[str, ...]
    item: bool = False
    lines: list[str] = field(default_factory=list)


def is_directive(text: str) -> bool:
    """Whether the head of the text has a document's number and a date, and articles follow."""
    head = "".join(text[:_HEAD_LENGTH].split(" "))
    numbered = _REFERENCE.search(head) is not None
    return numbered and "第1条" not in head and re.search("通達|訓令|基本方針", head) is not None


def read_issues(text: str) -> Iterator[Issue]:
    """Issue and amendments in the head. A year without an era is of the era the text names most.

    A year smaller than the one before begins the next era.
    """
    named = Counter(_ERA_USED.findall(text))
    names = [era.name for era in ERAS]
    era = named.most_common(1)[0][0] if named else names[-1]
    reference: tuple[int, str] | None = None
    last = 0
    for start, end, words in _lines(text[:_HEAD_LENGTH]):
        compact = words.replace(" ", "")
        if _REFERENCE.fullmatch(compact):
            reference = (start, compact)
        dated = _DATED.fullmatch(compact)
        if dated is None:
            continue
        year = 1 if dated["year"] == "元" else int(dated["year"])
        if dated["era"]:
            era = dated["era"]
        elif year < last and names.index(era) + 1 < len(names):
            era = names[names.index(era) + 1]
        last = year
        try:
            date = PartialDate(western_year(era, year), int(dated["month"]), int(dated["day"]))
        except ValueError:
            continue
        begin = reference[0] if reference else start
        yield Issue(
            begin,
            end,
            reference[1] if reference else None,
            dated["amended"] is not None,
            date,
            dated["era"] is None,
        )
        reference = None


def read_articles(text: str) -> list[Article]:
    """The articles and items in order, each with the lines of its body."""
    articles: list[Article] = []
    stack: list[tuple[int, str, str]] = []
    for start, end, words in _lines(text):
        mark = _ARTICLE.fullmatch(words)
        item = None if mark else _ITEM.fullmatch(words)
        if mark is not None:
            level = next((level for form, level in _LEVELS if form.match(mark["mark"])), 4)
            stack = [each for each in stack if each[0] < level]
            above = tuple(title for _, _, title in stack)
            stack.append((level, mark["mark"], mark["title"].strip()))
            path = "".join(each[1] for each in stack)
            articles.append(Article(path, level, mark["title"].strip(), start, end, above))
        elif item is not None and stack:
            path = "".join(each[1] for each in stack)
            above = tuple(title for _, _, title in stack)
            title = item["title"].strip()
            articles.append(Article(path, 5, title, start, end, above, item=True))
        elif articles:
            articles[-1].lines.append(words.strip())
            articles[-1].end = end
    return articles


def _lines(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for raw in text.split("\n"):
        words = raw.rstrip()
        if words.strip():
            left = at + len(raw) - len(raw.lstrip())
            yield left, at + len(words), words
        at += len(raw) + 1
