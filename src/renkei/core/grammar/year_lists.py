"""Where the lists stand: fiscal-year headings, the indicator each list belongs to, its lines.

A sheet prints, per indicator, a heading 【… 主な実績】, then per fiscal year a heading and its
list; the name of the indicator (目標) stands in a cell behind the list, before it, or on a page
of its own with （続き）. Lists go on over page breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from renkei.core.grammar.layout import BULLET, CONTINUED, MARK, SIGNS
from renkei.core.grammar.years import FISCAL_YEAR, fiscal_year_of
from renkei.core.values import ERAS, FiscalYear

_DONE = r"(?:実績|取組|取り組み|取組み|実施状況|実施内容|交流|活動)"
_YEAR_HEADING = (
    rf"(?P<numbering>\(?\d{{1,2}}(?:\)[ ]*+|[.][ ]*+|[ ]++))?"
    rf"(?P<bullet>{BULLET})?[ ]*+(?P<open>[【\[(<《〔])?[ ]*+(?P<year>{FISCAL_YEAR})"
    rf"(?:[ ]*+[(/・=][ ]*+{FISCAL_YEAR}[ ]*+\)?)?"
    rf"(?P<done>[ ]*+(?:の|における|中の)?[^。、:\n\t【】<>()]{{0,20}}?{_DONE}"
    rf"(?:一覧|等|状況|の概要|概要|内容|実績)?)?"
    rf"[ ]*+(?P<close>[】\])>》〕])?[ ]*+(?P<rest>[^\n\t]*)"
)
_PERIOD = (
    rf"(?:{BULLET}[ ]*+)?[【\[(<]?[ ]*+{FISCAL_YEAR}[ ]*+(?:から|～|-)[ ]*+{FISCAL_YEAR}[^\n\t。]*"
)
_NAME = (
    r"(?!測定指標|施策の進捗|目標達成|[^\t\n]{0,80}\d[ ]*月)"
    r"[^\s●○◯■□◆◇・>※【】<>(①-⑳\d-][^\t\n。、:]{3}[^\t\n。:]{0,76}"
)
_EVENT = re.compile(
    rf"^[ \t]*+(?:"
    rf"(?P<period>{_PERIOD})"
    rf"|(?P<heading>{_YEAR_HEADING})"
    rf"|(?:測定指標)?(?P<continued>{CONTINUED})[ ]*+(?P<continued_name>{_NAME})[^\n]*"
    rf"|[【\[<]?測定指標[ ]*+(?:[①-⑳]|\(?\d{{1,2}}\)?)(?![\d-])[ :.]*+"
    rf"(?P<numbered>{_NAME})[ \t]*$"
    rf"|(?:\(\d{{1,2}}\)|\d{{1,2}}[.)]?[ ])[ ]*+(?P<titled>{_NAME})[ \t]*$"
    rf"(?=\s{{1,9}}(?:{BULLET}|[【\[(<《])?[ ]*+{FISCAL_YEAR})"
    rf"|(?P<alone>{_NAME})\n(?:[ \t]*\n|測定指標[ \t]*\n){{0,6}}[ \t]*(?P<alone_mark>{MARK})[ \t]*$"
    rf"|(?P<stop>評価結果|目標達成度合い|施策の分析|次期目標|学識経験|政策評価を行う|担当部局|担当課"
    rf"|作成にあ?た|作成に当たって|使用した資料)[^\n]*"
    rf")"
    rf"|\t[ ]*+(?P<cell_continued>{CONTINUED})?(?P<cell>{_NAME})\t[ ]*(?P<mark>{MARK})[ \t]*$",
    re.MULTILINE,
)
_FIRST = "".join(era.name[0] + era.letter for era in ERAS) + "FＦ"
_HEADING_LINE = re.compile(
    rf"[ \t]*+(?=[\d(\[【<《〔{_FIRST}{SIGNS}*-]){_YEAR_HEADING}"  # cheap, tried first
)
# Each begins with a literal, which the engine skips to.
_YEAR_SIGNS = (re.compile("年[ ]*+度"), re.compile("FY"), re.compile("ＦＹ"))
_NAME_GROUPS = ("cell", "alone", "numbered", "titled", "continued_name")
_BEFORE_LISTS = ("numbered", "titled")
_LABEL = re.compile(
    rf"(?:測定指標|施策の進捗状況\(実績\)|施策の進捗状況|目標|達成|実績|-[-ー]*|{MARK}|\d+"
    r"|-[ ]*\d{1,4}[ ]*-|\d{1,4}[ ]*/[ ]*\d{1,4})?"
)
_NOT_A_LIST = re.compile(
    r"(?:の|における|に)?(?:当初|補正|予算|目標|版|以降|以前|から|まで|末|政策評価|事前|概算)"
    r"|に(?!実施|行|開催|おけ)|[、。]"
)


_TITLE_OF_SHEET = re.compile(r"政策評価|事前分析|評価書|白書")


@dataclass(slots=True)
class Section:
    """One indicator with its lists. ``number`` counts from 1 in order of the document."""

    number: int = 0
    name: str | None = None
    name_span: tuple[int, int] | None = None
    mark: str | None = None
    mark_span: tuple[int, int] | None = None


@dataclass(slots=True)
class Block:
    """The text under one fiscal-year heading, up to the next event: [start, end)."""

    year: FiscalYear
    section: Section
    pieces: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """The blocks of a document in order, and its sections."""

    blocks: list[Block]
    sections: list[Section]


def read_layout(text: str) -> Layout:
    """Find headings, indicators and the text of the lists between them. Linear."""
    return _Scanner(text).run()


def has_year_headings(text: str) -> bool:
    """Whether any line of ``text`` opens the list of a fiscal year. Cheap and linear."""
    headings = (_HEADING_LINE.match(text, start) for start in _lines_with_year(text))
    return any(_opens_list(found) for found in headings if found is not None)


def _lines_with_year(text: str) -> Iterator[int]:
    """Where the lines begin that print a fiscal year."""
    for sign in _YEAR_SIGNS:
        end = -1
        for found in sign.finditer(text):
            if found.start() > end:
                yield text.rfind("\n", 0, found.start()) + 1
                end = text.find("\n", found.end())
                if end < 0:
                    break


def _opens_list(heading: re.Match[str]) -> bool:
    """A year heads a list when it stands alone in its line, in brackets or behind a bullet."""
    rest = heading["rest"]
    if _NOT_A_LIST.match(rest) or _TITLE_OF_SHEET.search(heading["done"] or ""):
        return False
    if (heading["open"] and heading["close"]) or heading["done"] or heading["bullet"]:
        return True
    return not rest.strip(" :") and heading.string[heading.end() : heading.end() + 1] != "\t"


class _Scanner:
    """Walks the events of a text once. A section may be told only after its list."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.sections: list[Section] = []
        self.section: Section | None = None
        self.block: Block | None = None
        self.fresh = False  # a period heading has just opened a section
        self.since_name: list[Block] = []  # blocks since the last name
        self.continued = False  # the page goes on with the indicator before
        self.names_first = False  # the first name stood before any list: so do the others

    def run(self) -> Layout:
        at = 0
        for event in _EVENT.finditer(self.text):
            self.take(at, event.start())
            at = event.end()
            if event["period"] is not None:
                self.period()
            elif event["heading"] is not None:
                at = self.heading(event)
            elif event["stop"] is not None:
                self.block = None
            else:
                self.name(event)
        self.take(at, len(self.text))
        for number, section in enumerate(self.sections, 1):
            section.number = number
        return Layout(self.blocks, self.sections)

    def take(self, start: int, end: int) -> None:
        if self.block is not None and end > start:
            self.block.pieces.append((start, end))

    def open(self) -> Section:
        self.section = Section()
        self.sections.append(self.section)
        self.since_name = []
        self.block = None
        return self.section

    def period(self) -> None:
        if self.section is None or any(b.section is self.section for b in self.blocks):
            self.open()
        self.fresh = True

    def heading(self, event: re.Match[str]) -> int:
        """A fiscal year begins; returns where its text begins."""
        year = fiscal_year_of(event["year"])
        if year is None or not _opens_list(event):
            self.take(event.start(), event.end())
            return event.end()
        last = self.blocks[-1] if self.blocks else None
        same = last is not None and last.section is self.section
        if self.section is None or (
            same
            and last is not None
            and not self.fresh
            and (year < last.year or (year == last.year and not self.continued))
        ):
            self.open()
        assert self.section is not None
        self.block = Block(year, self.section)
        self.blocks.append(self.block)
        self.since_name.append(self.block)
        self.fresh = self.continued = False
        return event.start("rest")

    def name(self, event: re.Match[str]) -> None:
        """The name of an indicator, behind its list or before it."""
        group = next(name for name in _NAME_GROUPS if event[name])
        name = event[group].strip().rstrip("】]>")
        mark = "mark" if event["mark"] else "alone_mark" if event["alone_mark"] else None
        goes_on = bool(event["continued"] or event["cell_continued"])
        known = next((s for s in self.sections if s.name == name), None)
        if known is not None:
            self.section = known
            for block in self.since_name:
                block.section = known
        elif self.section is None:
            self.open()
            self.names_first = True
        elif self.section.name is not None and not goes_on:
            before = self.names_first or group in _BEFORE_LISTS
            pending = [] if before else self.since_name
            section = self.open()
            for block in pending:
                block.section = section
        current = self.section
        assert current is not None
        if current.name is None:
            current.name = name
            current.name_span = (event.start(group), event.start(group) + len(name))
        if mark is not None and current.mark is None:
            current.mark, current.mark_span = event[mark], event.span(mark)
        self.since_name = []
        self.continued = goes_on


def list_lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    """Spans of the lines and cells of a block that hold words other than labels."""
    for start, end in block.pieces:
        for found in _CELL.finditer(text, start, end):
            if _LABEL.fullmatch(found[0].strip()) is None:
                yield found.span()


_CELL = re.compile(r"[^\n\t]+")
