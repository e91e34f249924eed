"""The form of a directive: numbered articles with what stands in them, items.

1 …  (1) …  (ア) …  ① …, or 第一条 … ２ … 一 …, and items marked ○ or -
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renkei.core.text.blocks import TextLine, text_lines

_KANJI = "[〇一二三四五六七八九十百]"
_NUMBER = rf"(?:\d{{1,3}}|{_KANJI}{{1,5}})"
_ARTICLE_MARK = rf"第{_NUMBER}条(?:の{_NUMBER}){{0,2}}"
CHAPTER, CLAUSE, CIRCLED, ITEM = 0, 1, 7, 10
# From the widest to the narrowest, as 公用文作成の要領 orders them.
_LEVELS = (
    (CHAPTER, rf"第{_NUMBER}[章節](?=[ ])"),
    (CLAUSE, rf"{_ARTICLE_MARK}|第{_NUMBER}(?=[ ])|附[ ]*則(?=[ ]*$)"),
    (2, r"\d{1,2}(?=[ .])"),
    (3, rf"{_KANJI}{{1,3}}(?=[ ])"),
    (4, r"\(\d{1,2}\)"),
    (5, r"[ア-ン](?=[ ])"),
    (6, r"\([ア-ン]\)"),
    (CIRCLED, r"[①-⑳]"),
    (8, r"[a-z](?=[ .])|\([a-z]\)"),
)
_MARKED = re.compile(
    r"(?:#{1,6} )?(?:"
    + "|".join(f"(?P<level{level}>{pattern})" for level, pattern in _LEVELS)
    + r")(?P<gap>[ .]*+)(?P<rest>[^\n]*)"
)
_TITLE = re.compile(r"[^。\d .][^。]{0,69}|\d[^。]{2,69}|")
_SENTENCE = re.compile(r"(?:(?P<title>[^。、 ]{1,30})[ ]+)?(?P<body>[^ ].*)")
_PARTICLE = re.compile(r"[にのはをがでと、及]")
_ITEM = re.compile(r"(?:- (?!・|\d|\()|○[ ]?)(?P<title>[^。\n:]{2,60})(?::(?P<body>[^\n]*))?")
_CAPTION = re.compile(r"\((?P<caption>[^()]{1,40})\)")
_LEADER = re.compile(r"(?<![ …・.])[ ]*+[…・.]{2,}.*$|\((?=[^()]*\)$)[^()]*第[^()]*\)$")
_TWO_NUMBERS = re.compile(r"[0-9]{2}")
_GOES_BACK = re.compile(r"(?:また|なお|ただし|さらに|更に|以上)、")


@dataclass(slots=True)
class Article:
    """An article or item: ``path`` of marks, its title, and the lines below it."""

    path: str
    level: int
    title: str | None
    start: int
    end: int
    above: tuple[str, ...]
    indent: int = 0
    item: bool = False
    parent: bool = False
    lines: list[str] = field(default_factory=list)


def read_articles(text: str, start: int) -> list[Article]:
    """The articles and items behind ``start`` in order, each with the lines of its body."""
    lines = list(text_lines(text, start, len(text)))
    reader = _Reader(text)
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        reader.line(line, following)
    return _without_contents(reader.articles) if "目次" in text else reader.articles


def _without_contents(articles: list[Article]) -> list[Article]:
    """A table of contents prints the first article before it stands in its place."""
    if not articles:
        return articles
    first = (articles[0].path, _LEADER.sub("", articles[0].title or ""))
    for index in range(len(articles) - 1, 0, -1):
        if (articles[index].path, articles[index].title or "") == first:
            return articles[index:]
    return articles


class _Reader:
    """Walks the lines once. ``stack`` holds level, mark and title of what the line stands in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.articles: list[Article] = []
        self.stack: list[tuple[int, str, str]] = []
        self.open: Article | None = None  # the numbered article that goes on behind its items
        self.caption: tuple[int, str] | None = None

    def line(self, line: TextLine, following: TextLine | None) -> None:
        if self._opens(line):
            return
        caption = _CAPTION.fullmatch(line.text)
        if caption and following is not None and re.match(_ARTICLE_MARK, following.text):
            self.caption = (line.start, caption["caption"].strip())
            return
        item = _ITEM.fullmatch(line.text) if self.stack else None
        if item is not None and not self._below_item(line):
            self._item(line, item)
        elif self.articles:
            back = _GOES_BACK.match(line.text) and self.articles[-1].item
            article = self.open if back and self.open is not None else self.articles[-1]
            article.lines.append(line.text.removeprefix("- "))
            article.end = line.end

    def _below_item(self, line: TextLine) -> bool:
        """Whether a dash opens no item of its own, but goes on with the item it is set under."""
        above = self.articles[-1]
        return line.text[0] == "-" and above.item and self._indent(line) > above.indent

    def _indent(self, line: TextLine) -> int:
        return line.start - self.text.rfind("\n", 0, line.start)

    def _opens(self, line: TextLine) -> bool:
        found = _MARKED.fullmatch(line.text)
        if found is None:
            return False
        level = next(level for level, _ in _LEVELS if found[f"level{level}"])
        mark = "".join(found[f"level{level}"].split())
        title, body = _parts(found["rest"].strip(), bool(found["gap"]), level)
        if title is None and body is None:
            return False
        start = line.start
        if level == CLAUSE and self.caption is not None:
            body = body or title
            start, title = self.caption
        self.caption = None
        self.stack = [each for each in self.stack if each[0] < level]
        above = tuple(name for _, _, name in self.stack)
        if self.articles and level > self.articles[-1].level:
            self.articles[-1].parent = True
        self.stack.append((level, mark, title or ""))
        self.open = Article(self._path(), level, title or None, start, line.end, above)
        if body:
            self.open.lines.append(body)
        self.articles.append(self.open)
        return True

    def _item(self, line: TextLine, item: re.Match[str]) -> None:
        above = tuple(name for _, _, name in self.stack)
        title, indent = item["title"].strip(), self._indent(line)
        article = Article(self._path(), ITEM, title, line.start, line.end, above, indent, item=True)
        if item["body"]:
            article.lines.append(item["body"].strip())
        self.articles.append(article)

    def _path(self) -> str:
        """The marks together; articles are numbered through, so that chapters do not count."""
        marks = [mark for level, mark, _ in self.stack if level != CHAPTER] or [self.stack[-1][1]]
        path = ""
        for mark in marks:
            path += "-" * bool(_TWO_NUMBERS.fullmatch(path[-1:] + mark[0])) + mark
        return path


def _parts(rest: str, set_off: bool, level: int) -> tuple[str | None, str | None]:
    """Title and body on the line of a mark; neither when the mark is a word of a sentence."""
    if "は、" not in rest and _TITLE.fullmatch(rest):
        return (rest, None) if rest or level == CLAUSE else (None, None)
    if not set_off and (level > CLAUSE or _PARTICLE.match(rest)):
        return None, None
    found = _SENTENCE.fullmatch(rest)
    if found is None:
        return None, None
    return found["title"], found["body"]
