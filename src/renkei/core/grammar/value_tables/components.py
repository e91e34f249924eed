"""The parts of an indicator that a table names with circled numbers: 「①一般の部」."""

from __future__ import annotations

import re

from renkei.core.grammar.atoms import CIRCLED, ERA
from renkei.core.text.blocks import TextLine, close_up, join_words

_LABEL = re.compile(
    rf"(?P<circle>[{CIRCLED}])[ \t]*(?P<name>(?![\d-])[^{CIRCLED}\n]*?)"
    rf"(?=[{CIRCLED}\n]|\(注|\(出典|注[:：]|$)"
)
# 「（単位：人）」「（平成29年度：甲、30年度：乙）」 explain the values and do not name the part.
_ASIDE = re.compile(r"\((?:単位[:：]|[^():：]{0,12}年度[:：])[^()]*\)")
_YEARS = re.compile(rf"{ERA}[^:：]{{1,20}}年度[:：]")
_CIRCLES = frozenset(chr(code) for code in range(ord("①"), ord("⑳") + 1))
_FULL = 0.8  # of its cell: a line at least so wide was broken by the cell
_REFERS = re.compile(r"[、。]$|^(?:及び|又は|は|の|について|、)")


def component_labels(lines: list[TextLine], marked: bool) -> dict[str, str]:
    """Circle → circle with its name, from the words beside a table.

    ``lines`` are joined to paragraphs first: by paragraph marks where the text has them, else a
    line as wide as its narrow cell goes on. A circle that only numbers a sentence is no component.
    """
    labels: dict[str, str] = {}
    for paragraph in _paragraphs(lines, marked):
        for found in _LABEL.finditer(_ASIDE.sub("", paragraph)):
            name = close_up(found["name"].strip())
            if name and not _REFERS.search(name):
                labels.setdefault(found["circle"], found["circle"] + name)
    return labels


def _width(text: str) -> int:
    """Columns that the words take: a Japanese character takes two."""
    return 2 * len(text) - sum(character.isascii() for character in text)


def _paragraphs(lines: list[TextLine], marked: bool) -> list[str]:
    paragraphs: list[list[str]] = []
    going_on = False
    full = _FULL * max((_width(line.text) for line in lines), default=0)
    for line in lines:
        words = line.text.strip("| \t").replace("|", "\t").split("\t")[0].strip() or line.text
        # 「②…30年度：…」 then 「31年度：…」: one component that changed its name.
        renamed = paragraphs and paragraphs[-1][0][0] in _CIRCLES and _YEARS.match(words)
        if going_on or renamed:
            paragraphs[-1].append(words)
        else:
            paragraphs.append([words])
        going_on = not line.marked if marked else _width(line.text) >= full
    return [join_words(parts) for parts in paragraphs]
