"""Lists of entries in one line: 「A(6月)、B(8月)(統幕長)及びC(9月)」, in normalised text.

Splitting knows brackets, separators and month lists, nothing of what the titles mean; the one
thing it asks is whether a title without months is whole (``ends_event``), because 及び joins
entries as well as the words of one title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from renkei.core.grammar.months import MONTHS

MONTH_TAIL = r"(?:[ ]*+(?:に|から)?(?:実施|開催|参加|予定|実施予定|開催予定|延期|中止|発効|署名)+)?"
_OPEN_END = r"(?=[、,。;(]|及び|並びに|および|ならびに|$)(?![^()\n]{0,80}\))"
_COUNTED = r"(?:第[ ]?\d{1,3}[ ]?回|計?[ ]?\d{1,2}[ ]?[回度])"
_BEFORE = (
    rf"(?:(?:(?:{_COUNTED}|[^()\[\]〔〕【】<>\n、,:。\d]{{1,20}})[、,:・。]"
    r"|[^()\[\]〔〕【】<>\n、,:。\d]{1,20}?(?:にて|において|で))[ ]*+){0,3}"
)
_BEHIND = r"(?:[、,:・。→][ ]*+[^()\[\]〔〕【】<>\n]{1,40})?"
_MONTH_GROUP = (
    rf"[(\[〔【<《][ ]*+{_BEFORE}{MONTHS}{MONTH_TAIL}[ ]*+(?:{_BEHIND}[)\]〕】》>]|{_OPEN_END})"
)
_MONTHS_IN_GROUP = re.compile(
    rf"[(\[〔【<《][ ]*+(?P<before>{_BEFORE})(?P<months>{MONTHS}{MONTH_TAIL})[ ]*+"
    rf"(?P<behind>{_BEHIND})"
)
_PAIRED = ("()", "[]", "〔〕", "【】", "<>", "《》")
# Words between separators, without the blanks and dots behind them; dots alone count once.
_BESIDE = re.compile(r"(?:(?<![・\s])・|[^\s、,:・。→])(?:[ \t\r\f・]*+[^\s、,:・。→])*")
_LABEL = re.compile(r"(?:実施|開催|参加)?(?:日|時期|期間|年月日?|日程|日時|会期|期日)")
_AND = r"(?:及び|並びに|および|ならびに)"
_TOKEN = re.compile(
    rf"(?P<quote>「[^「」\n]*+」|『[^『』\n]*+』)"
    rf"|(?P<months>{_MONTH_GROUP})"
    rf"|(?P<open>[(\[〔])"
    rf"|(?P<close>[)\]〕])"
    rf"|(?P<sep>[、,。;][ ]*+{_AND}?|{_AND}|/)"
    rf"|(?P<colon>:)"
)
ANY_MONTH_GROUP = re.compile(_MONTH_GROUP)
"""A month list in brackets; the closing one may be missing before a separator."""

DATE_FIRST = re.compile(rf"[ ]*+(?P<months>{MONTHS})[ \t]*+(?:[:、][ ]*+|(?<=[ \t]))(?=[^\s\d(])")
"""A line that opens with its date: 「6月 日比防衛相会談」, 「7月15日:日韓防衛相会談」."""

_ASIDE = r"(?:[ ]*+\((?P<aside>[^()\n\t]{1,20})\))?"
DATE_LAST = re.compile(
    rf"(?:(?<![ \t])[ \t]++|(?<![ ])[ ]*+[:=…][ ]*+)(?P<months>{MONTHS}{MONTH_TAIL}){_ASIDE}"
    r"(?P<cells>(?:[ ]*+\t+[^\t\n]{1,30})*)[ ]*+$"
)
"""A line that closes with its date, without a bracket: 「日比防衛相会談 6月」."""

DATE_ALONE = re.compile(rf"[ ]*+{MONTHS}{MONTH_TAIL}{_ASIDE}[ ]*+")
"""A cell that holds nothing but dates."""

_SPACE = " \t\n"
_CELL = re.compile(r"[^\s][^\t]*")
_ENDING = 40  # characters before a separator that can hold the word for an event
_TAIL = re.compile(
    r"(?:への?|に|を|の)?(?:参加|出席|実施|開催|派遣|招待)?(?:した|する)?(?:等|など|ほか|他)?"
)
_AGREEMENT = re.compile(r"(?:協定|条約|覚書|取決め|取極|議定書)[ ]*\Z")
_TOPIC_END = re.compile(r"(?:協力|訓練|演習|交流|研究|開発|支援)\Z")
_TOPIC = re.compile(r"[^、。()]{0,60}?(?:に関する|に係る|についての|のための|分野)")

PartKind = Literal["text", "group", "months", "list", "tail"]


@dataclass(frozen=True, slots=True)
class Part:
    """``text`` outside brackets, a ``group`` in them, ``months``, a ``list`` of entries, ``tail``.

    ``start``/``end`` hold the brackets, ``inner_start``/``inner_end`` what is in them.
    """

    kind: PartKind
    start: int
    end: int
    inner_start: int
    inner_end: int


@dataclass(slots=True)
class Entry:
    """A candidate: its parts in order, and how it is joined to the next ("及び", "、", "")."""

    parts: list[Part] = field(default_factory=list)
    joined: str = ""
    unseparated: bool = False
    repaired: bool = False
    dated: bool = False
    last_words: Part | None = None

    def add(self, part: Part) -> None:
        """Append a part. ``dated`` tells whether months, or a list with months, are among them."""
        self.parts.append(part)
        self.dated = self.dated or part.kind in ("months", "list")
        if part.kind == "text":
            self.last_words = part

    def date(self, months: Part) -> None:
        """Give the entry the date that stands before it."""
        self.parts.insert(0, months)
        self.dated = True

    @property
    def start(self) -> int:
        """First character (inclusive)."""
        return self.parts[0].start

    @property
    def end(self) -> int:
        """Last character (exclusive), closing brackets included."""
        return self.parts[-1].end


@dataclass(frozen=True, slots=True)
class Line:
    """The entries of one line, and the words before a colon that head them."""

    heading: tuple[int, int] | None
    entries: list[Entry]


def split_entries(text: str, start: int, end: int, ends_event: re.Pattern[str]) -> Line:
    """Split ``text[start:end]``. Nothing is dropped but separators and blanks between entries.

    ``ends_event`` is searched at the end of a title without months to tell whether a separator
    behind it parts two entries. Time is linear in the length of the line.
    """
    dated = DATE_FIRST.match(text, start, end)
    line = _split(text, dated.end() if dated else start, end, ends_event, dated is None)
    if dated is None:
        return line
    if not line.entries:  # a date and nothing that it dates: it is the entry
        return _split(text, start, end, ends_event, False)
    for entry in line.entries:
        if not entry.dated:
            entry.date(Part("months", *dated.span("months"), *dated.span("months")))
    return line


def _split(
    text: str, start: int, end: int, ends_event: re.Pattern[str], may_end_dated: bool
) -> Line:
    """The entries of ``text[start:end]``; a date at the end of the line is of the last of them."""
    tokens = list(_TOKEN.finditer(text, start, end))
    last = None
    if may_end_dated and not any(token.lastgroup == "months" for token in tokens):
        last = DATE_LAST.search(text, start, end)
    stop = last.start() if last is not None else end
    kept = [token for token in tokens if token.end() <= stop]
    splitter = _Splitter(text, stop, ends_event, _unmatched(kept))
    splitter.run(kept, start)
    if last is not None and not splitter.entries:
        return _split(text, start, end, ends_event, False)
    if last is not None:
        _close(splitter.entries[-1], last)
    return Line(splitter.heading, splitter.entries)


def _close(entry: Entry, date: re.Match[str]) -> None:
    """Give the last entry of a line the date at its end, and what stands behind it."""
    entry.add(Part("months", *date.span("months"), *date.span("months")))
    if date["aside"]:
        entry.add(Part("group", *date.span("aside"), *date.span("aside")))
    for cell in _CELL.finditer(date["cells"]):
        span = (date.start("cells") + cell.start(), date.start("cells") + cell.end())
        entry.add(Part("group", *span, *span))


def _unmatched(tokens: list[re.Match[str]]) -> frozenset[int]:
    stack: list[int] = []
    for token in tokens:
        if token.lastgroup == "open":
            stack.append(token.start())
        elif token.lastgroup == "close" and stack:
            stack.pop()
    return frozenset(stack)


class _Splitter:
    def __init__(
        self, text: str, end: int, ends_event: re.Pattern[str], unmatched: frozenset[int]
    ) -> None:
        self.text = text
        self.end = end
        self.ends_event = ends_event
        self.unmatched = unmatched
        self.entry = Entry()
        self.entries: list[Entry] = []
        self.heading: tuple[int, int] | None = None

    def run(self, tokens: list[re.Match[str]], start: int) -> None:
        at = start
        depth = 0
        opened = start
        holds_months = False
        for index, token in enumerate(tokens):
            name = token.lastgroup
            if depth:
                if name == "open" and token.start() not in self.unmatched:
                    depth += 1
                elif name == "months":
                    holds_months = True
                elif name == "close":
                    depth -= 1
                    if not depth:
                        self.group(opened, token.end(), True, holds_months)
                        at = token.end()
                continue
            if name == "quote" or token.start() < at:
                continue
            if name == "open":
                self.words(at, token.start())
                if token.start() in self.unmatched:
                    later = tokens[index + 1].start() if index + 1 < len(tokens) else self.end
                    self.group(token.start(), later, False, False)
                    at = later
                else:
                    depth, opened, holds_months = 1, token.start(), False
                continue
            at = self.flat(token, at)
        self.words(at, self.end)
        self.flush("")

    def flat(self, token: re.Match[str], at: int) -> int:
        """Take a token outside brackets; returns where the next words begin."""
        start, end = token.span()
        if token.lastgroup == "months":
            self.words(at, start)
            self.months(start, end)
        elif token.lastgroup == "close":
            self.words(at, start)
            self.entry.repaired = True
        elif token.lastgroup == "colon":
            if self.entries or self.entry.dated or self.heading is not None:
                return at
            if _AGREEMENT.search(self.text, at, start):
                return at  # 「日墨覚書:署名(6月)」
            self.words(at, start)
            if self.entry.parts:
                self.heading = (self.entry.start, self.entry.end)
                self.entry = Entry()
        elif self.separates(at, start, end):
            self.words(at, start)
            self.flush(token[0].strip(_SPACE))
        else:
            return at
        return end

    def months(self, start: int, end: int) -> None:
        """A bracket with months; other words in it count as a bracket of their own."""
        self.entry.repaired |= self.text[start] + self.text[end - 1] not in _PAIRED
        inside = _MONTHS_IN_GROUP.match(self.text, start, end)
        if inside is None:
            return
        for name in ("before", "behind"):
            for words in _BESIDE.finditer(inside[name]):
                if _LABEL.fullmatch(words[0]) is None:
                    span = (inside.start(name) + words.start(), inside.start(name) + words.end())
                    self.entry.add(Part("group", *span, *span))
        self.entry.add(Part("months", start, end, *inside.span("months")))

    def separates(self, at: int, start: int, end: int) -> bool:
        """Whether a separator at ``start`` parts entries, ``at`` being where words began."""
        words = self.text[max(at, start - _ENDING) : start].strip(_SPACE)
        if self.entry.dated or not (words or self.entry.parts):
            return True
        if self.text[start] == "/":
            return False  # HA/DR: a stroke parts entries only behind months
        if words:
            if _TOPIC_END.search(words) and _TOPIC.match(self.text, end, self.end):
                return False
            return self.ends_event.search(words) is not None
        last = self.entry.last_words
        if last is None:
            return True
        ending = self.text[max(last.start, last.end - _ENDING) : last.end]
        return self.ends_event.search(ending) is not None

    def words(self, start: int, end: int) -> None:
        text = self.text[start:end]
        stripped = text.strip(_SPACE)
        if not stripped:
            return
        start += len(text) - len(text.lstrip(_SPACE))
        if self.entry.dated and _TAIL.fullmatch(stripped):
            end = start + len(stripped)
            self.entry.add(Part("tail", start, end, start, end))
            return
        if self.entry.dated:
            self.flush("")
            self.entry.unseparated = True
        for cell in _CELL.finditer(self.text, start, start + len(stripped)):
            kind: PartKind = "text" if cell.start() == start else "group"
            self.entry.add(Part(kind, *cell.span(), *cell.span()))

    def group(self, start: int, end: int, closed: bool, holds_months: bool) -> None:
        self.entry.repaired |= not closed
        kind: PartKind = "list" if holds_months else "group"
        self.entry.add(Part(kind, start, end, start + 1, end - closed))

    def flush(self, joined: str) -> None:
        if self.entry.parts:
            self.entry.joined = joined
            self.entries.append(self.entry)
        elif self.entries and joined:
            self.entries[-1].joined += joined
        self.entry = Entry()
