"""Taking markup out of text, with the way back. One pass each; time grows with length only.

Two things carry markup: plain text with remnants of HTML in it, where everything else is printed
as it stands, and pages of HTML, where breaks and spaces of the source mean nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from renkei.core.text.mapped import MappedText, Replacement

# Only these are tags: <オーストラリア>, <375>, <NATO> and <EU> are printed words.
_NAMES = (
    "a|abbr|address|article|aside|b|blockquote|body|br|caption|center|code|col|colgroup|dd|div|dl"
    "|dt|em|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|img|input|label|li"
    "|link|main|meta|nav|ol|option|p|pre|rb|rp|rt|rtc|ruby|s|script|section|select|small|span"
    "|strong|style|sub|sup|svg|table|tbody|td|template|tfoot|th|thead|time|title|tr|tt|u|ul"
)
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|br|caption|center|dd|div|dl|dt|figcaption|figure|footer"
    "|form|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
_HIDDEN = frozenset({"head", "script", "style", "template", "select", "svg", "rt", "rp"})
_ENTITY_TEXT = r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,10}\d{0,2});"
_REMNANT = re.compile(
    rf"</?(?P<name>{_NAMES})(?=[\s/>])[^<>]{{0,400}}>|<!--|(?P<entity>{_ENTITY_TEXT})",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"<!--|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]{0,15})(?P<rest>[^<>]{0,4000})>"
    rf"|<[!?][^<>]{{0,4000}}>|(?P<entity>{_ENTITY_TEXT})|(?P<space>[ \t\r\n\f]+)",
)
_COLUMNS = re.compile(r"""colspan\s*=\s*["']?(\d{1,2})""", re.IGNORECASE)
_CELL_END = re.compile(r"</?t[dhr](?=[\s/>])", re.IGNORECASE)
_TAGS = re.compile(r"<[^<>]*>")
BULLETS = ("・", "●", "○", "※")
"""A cell that begins with one is a list, and so is each line of it that does."""
_WRAPPED = 80  # characters; a break in a shorter cell is the wrap of a narrow column
_ROWS = re.compile(r"""rowspan\s*=\s*["']?(\d{1,3})""", re.IGNORECASE)


def strip_markup(mapped: MappedText) -> MappedText:
    """Take HTML remnants out: block tags become a line break, others nothing."""
    if "<" not in mapped.text and "&" not in mapped.text:
        return mapped
    return mapped.replace(_remnants(mapped.text))


def _remnants(text: str) -> Iterator[Replacement]:
    position = 0
    last_end = text.rfind("-->")
    while found := _REMNANT.search(text, position):
        position = found.end()
        if found["entity"]:
            character = html.unescape(found["entity"])
            if character != found["entity"]:
                yield Replacement(found.start(), found.end(), character)
        elif found["name"]:
            by = "\n" if _BLOCK.fullmatch(found["name"].lower()) else ""
            yield Replacement(found.start(), found.end(), by)
        elif last_end >= position:  # a comment without an end is printed as it stands
            position = text.find("-->", position) + 3
            yield Replacement(found.start(), position, "")


def strip_html(mapped: MappedText) -> MappedText:
    """The printed words of an HTML page: blocks are lines, table cells are parted by tabs.

    Spaces of the source become one, and its breaks a space between Latin words, else nothing.
    Scripts, styles, the head and ruby readings are not printed.
    """
    return mapped.replace(_Page(mapped.text).edits())


class _TableRow:
    """The row of a table that is being read, and which of its columns cells from above cover."""

    def __init__(self) -> None:
        self._covered: dict[int, int] = {}  # column: rows it is still covered for
        self._column = self._told = 0

    def begin(self) -> None:
        """A row begins."""
        self._column = self._told = 0
        self._covered = {column: rows - 1 for column, rows in self._covered.items() if rows > 1}

    def cell(self, across: int, down: int) -> int:
        """How many columns lie between the cell before, or the edge, and the cell that begins."""
        while self._column in self._covered:
            self._column += 1
        steps = self._column - self._told
        self._told = self._column
        for column in range(self._column, self._column + across):
            if down > 1:
                self._covered[column] = down
        self._column += across
        return steps


class _Page:
    """One pass over a page."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._hidden = ""  # the hidden element we are in
        self._hidden_from = 0
        self._row = _TableRow()
        self._preformatted = False
        self._narrow_to = 0  # the end of the narrow cell we are in
        self._listed = False  # whether this cell begins as a list

    def edits(self) -> Iterator[Replacement]:
        """The replacements that leave only what is printed."""
        text, position = self._text, 0
        while found := _TOKEN.search(text, position):
            position = found.end()
            if found[0] == "<!--":
                end = text.find("-->", position)
                position = len(text) if end < 0 else end + 3
            if self._hidden:
                if found["name"] and found["close"] and found["name"].lower() == self._hidden:
                    self._hidden = ""
                    yield Replacement(self._hidden_from, position, "")
                continue
            by = self._by(found)
            if by is not None:
                yield Replacement(found.start(), position, by)
        if self._hidden:
            yield Replacement(self._hidden_from, len(text), "")

    def _by(self, found: re.Match[str]) -> str | None:
        """What ``found`` gives way to; None to leave it, or when it opens something hidden."""
        if found["entity"]:
            return html.unescape(found["entity"])
        if found["space"]:
            return self._space(found)
        if found["name"] is None:
            return ""
        name = found["name"].lower()
        opens = not found["close"]
        if name in _HIDDEN:
            if opens and not found["rest"].endswith("/"):
                self._hidden, self._hidden_from = name, found.start()
                return None
            return ""
        if name == "pre":
            self._preformatted = opens
        if name in ("td", "th"):
            self._narrow_to = self._end_if_narrow(found.end()) if opens else 0
            self._listed = self._text.startswith(BULLETS, found.end())
            return self._cell(found["rest"]) if opens else ""
        if name == "br" and found.start() < self._narrow_to:
            sentence = self._text[found.start() - 1] == "。"
            entry = self._listed and self._text.startswith(BULLETS, found.end())
            return "\n" if sentence or entry else " "
        if name == "table":
            self._row = _TableRow()
        if name == "tr" and opens:
            self._row.begin()
        return "\n" if _BLOCK.fullmatch(name) else ""

    def _end_if_narrow(self, start: int) -> int:
        """Where the cell ends that begins at ``start``; 0 for one that is not narrow."""
        found = _CELL_END.search(self._text, start)
        end = found.start() if found else len(self._text)
        if end - start > 10 * _WRAPPED:
            return 0
        return end if len(_TAGS.sub("", self._text[start:end])) <= _WRAPPED else 0

    def _cell(self, attributes: str) -> str:
        across, down = _COLUMNS.search(attributes), _ROWS.search(attributes)
        return "\t" * self._row.cell(int(across[1]) if across else 1, int(down[1]) if down else 1)

    def _space(self, found: re.Match[str]) -> str | None:
        if self._preformatted:
            return None
        if "\n" not in found["space"]:
            return " "
        before = self._text[found.start() - 1 : found.start()]
        after = self._text[found.end() : found.end() + 1]
        latin = before.isascii() and after.isascii() and before != ">" and after != "<"
        return " " if latin else ""
