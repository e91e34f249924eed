"""The official form of evaluation sheets: its headings, and what stands under each.

The form (事前分析表, モニタリング, 政策評価書) is the same in every ministry: a policy, its fields
(個別分野), in each field indicators (測定指標, 参考指標) with their targets and progress per year,
means (達成手段), then the evaluation (評価結果) with the analysis per indicator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from renkei.core.grammar.atoms import ERA, ERA_YEAR, HEADED_YEAR, MARK
from renkei.core.grammar.year_lists import has_year_headings
from renkei.core.text.blocks import has_paragraph_marks, join_words, open_brackets, text_lines

_B = r"[ \t]*"
# To the end of the line, or of the cell if a sentence (and no figure) follows in the next one.
# A numbered heading in kanji alone is no figure either: 「1 国際社会」.
_END = (
    r"(?:[ \t\r\f]*$|(?=[ ]*\t+[^\s\d-]|[ ]*\t+[\d-][^\t\n]*[ぁ-ん]"
    r"|[ ]*\t+\d{1,2}[ ][一-龥ァ-ヶ]{2}))"
)
# Some forms set a heading in brackets or behind a sign.
_OPEN = r"[\[【<(○●■◆□◇・]?"
_CLOSE = rf"[\]】>)]?{_END}"
_NUMBER = r"\d{1,3}(?:[ \t]?[-ー][ \t]?\d{1,3})?"

# One entry per heading of the form. A heading stands at the start of a line.
_HEADINGS: dict[str, str] = {
    "field": rf"個別分野{_B}\d{{1,3}}(?=[ \t:：]|[^\x00-\x7fのはをにがでと、。・及])",
    "indicator": rf"\*?{_B}測定指標{_B}\*?{_B}{_NUMBER}(?!{_B}[-ー]|[\d、,・及のにはをがで])",
    "reference": rf"参考指標{_B}\d{{0,3}}{_B}(?:[:：]|(?<=[\d \t])(?=\S)|(?=\t))",
    "mid_term": rf"{_OPEN}中期目標(?:{_B}\((?:[^()\n]|\(20\d\d\)){{1,14}}\)|(?!\s*値)){_CLOSE}",
    "target": rf"{_OPEN}{HEADED_YEAR}{_B}(?:の)?目標(?!\s*値){_CLOSE}",
    "progress": rf"{_OPEN}施策の進捗状況{_B}(?:・{_B}実績|\(実績\))?{_CLOSE}",
    "status": rf"{ERA}[^\n:：。]{{0,40}}達成状況{_B}[:：]{_B}{MARK}{_END}",
    "grounds": r"測定指標の選定理由",
    "means": rf"{_OPEN}達成手段{_CLOSE}",
    "result": rf"評価結果{_B}(?:\(個別分野{_B}\d{{1,3}}\))?{_END}",
    "analysis": rf"{_OPEN}施策の分析{_CLOSE}",
    "cited": rf"【測定指標{_B}{_NUMBER}",
    "direction": rf"{_OPEN}次期目標等への反映の方向性{_CLOSE}",
    "part": rf"【(?:測定指標|施策)(?:\([^()\n]*\))?】{_END}",
    "sources": rf"{_OPEN}作成に[あ当]たって使用した資料その他の情報{_CLOSE}",
    "overview": rf"{_OPEN}施策の概要{_CLOSE}",
    "policies": rf"{_OPEN}(?:施策に)?関[係連]する内閣の重要政策{_B}(?:\([^()\n]*\)?)?{_CLOSE}",
}
# Begins with a literal, which the engine skips to; 「^」 would be tried at every character.
_HEADING = re.compile(
    r"\n[ \t\f]*+(?=[個測参中平令昭大HRS2施達評次作関*\[【<(○●■◆□◇・])(?:"
    + "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _HEADINGS.items())
    + ")",
    re.MULTILINE,
)
# In cells the first heading of what is told stands behind the label: 「施策の分析⇥【測定指標1-1】」.
_BEHIND = re.compile(
    rf"[ ]*\t+(?:(?P<cited>{_HEADINGS['cited']})|(?P<part>{_HEADINGS['part']}))", re.MULTILINE
)
_FIELD = re.compile(rf"^[ \t\f]*+{_HEADINGS['field']}", re.MULTILINE)
_INDICATOR = re.compile(rf"^[ \t\f]*+{_HEADINGS['indicator']}", re.MULTILINE)
_OF_INDICATOR = re.compile(
    rf"^[ \t\f]*+(?:中期目標|参考指標|達成手段|測定指標の選定理由|{HEADED_YEAR}{_B}の?目標)",
    re.MULTILINE,
)
_DIGITS = re.compile(r"\d+")
_NUMBER_PARTS = re.compile(_NUMBER)
_STRUCTURAL = re.compile(
    r"[(\[]?(?:注|出典|※|単位)|中期目|実[ \t]?績[ \t]?値|基準|(?:年度)?目標|-{1,3}年度|[*※]|[①-⑳]|- "
    rf"|{ERA}{_B}{ERA_YEAR}{_B}(?:\(20\d\d\))?{_B}年|20\d\d{_B}(?:\([^()]*\))?{_B}年|単位|区分$|[-+△]?\d[\d,.]*(?:\s|$)"
)
_FOOTNOTE = re.compile(r"(?<![ \t])[ \t]*+\((?:注|※)\d*\)[ \t]*$")
_NAME_LINES = 4
# A field opens with one of these; in a summary list its name is followed by something else.
_BELOW = frozenset({"mid_term", "target", "progress", "status"})
_TOLD = frozenset({"analysis", "direction"})
_RESULTS = frozenset({"result", "analysis", "direction"})
_OPENS_FIELD = frozenset({"overview", "policies", "indicator", "reference", "mid_term"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name after a heading, wrapped lines joined; ``end`` is where its last word ends."""

    text: str
    start: int
    end: int
    starred: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of ``kind`` and its body, in offsets of the normalised text.

    ``number`` is the number printed in the heading ("2-5", "3", "" if none).
    """

    kind: str
    start: int
    body: int
    end: int
    number: str
    name: Name | None = None

    @property
    def field_no(self) -> int | None:
        """The field part of an indicator's number: 2 of "2-5"."""
        left, dash, _ = self.number.partition("-")
        return int(left) if dash else None


@dataclass(frozen=True, slots=True)
class Outline:
    """The sections of one document in order, and the names of its fields."""

    text: str
    marked: bool
    sections: tuple[Section, ...]
    fields: dict[int, Section]

    def of(self, *kinds: str) -> list[Section]:
        """The sections of these kinds, in order."""
        return [section for section in self.sections if section.kind in kinds]

    def field_at(self, offset: int) -> Section | None:
        """The field whose heading comes last before ``offset``."""
        before = [section for section in self.fields.values() if section.start <= offset]
        return max(before, key=lambda section: section.start, default=None)


def outline(text: str) -> Outline:
    """Find the headings of ``text`` (normalised). Linear; a text without the form has none."""
    marked = has_paragraph_marks(text)
    found = list(_heads(text))
    sections: list[Section] = []
    for index, (kind, start, head_end) in enumerate(found):
        following = found[index + 1][1] if index + 1 < len(found) else len(text)
        section = _section(text, kind, start, head_end, following, marked)
        if section is not None:
            sections.append(section)
    kept = _extend(_headed_in_brackets(text, sections, marked), len(text))
    return Outline(text, marked, kept, _fields(kept))


def _heads(text: str) -> Iterator[tuple[str, int, int]]:
    """(kind, start, end) of every heading."""
    for match in _HEADING.finditer(f"\n{text}"):
        kind = match.lastgroup or ""
        yield kind, match.start(), match.end() - 1
        behind = _BEHIND.match(text, match.end() - 1) if kind in _TOLD else None
        if behind is not None:
            inner = behind.lastgroup or ""
            yield inner, behind.start(inner), behind.end()


def read_number(printed: str) -> str:
    """The number of a heading in ASCII: "２－５" (normalised "2-5"), "測定指標 3" is "3"."""
    found = _NUMBER_PARTS.search(printed)
    return "-".join(_DIGITS.findall(found[0])) if found else ""


def _section(
    text: str, kind: str, start: int, head_end: int, following: int, marked: bool
) -> Section | None:
    number = read_number(text[start:head_end])
    if kind not in ("field", "indicator", "reference"):
        if kind in ("target", "status"):
            number = ""
        return Section(kind, start, head_end, following, number)
    if not _begins_paragraph(text, start, marked):
        return None
    starred = "*" in text[start:head_end]
    name = read_name(text, head_end, following, marked, starred)
    if name is None:
        return None
    return Section(kind, start, name.end, following, number, name)


def _headed_in_brackets(text: str, sections: list[Section], marked: bool) -> list[Section]:
    """【測定指標1-1 name】 heads an indicator where no result comes before it and nothing else does."""
    headed = {section.number for section in sections if section.kind == "indicator"}
    kept: list[Section] = []
    in_result = False
    for section, following in zip(sections, [*sections[1:], None], strict=False):
        if section.kind in _RESULTS:
            in_result = True
        elif section.kind == "field":
            in_result = False
        head = section
        if section.kind == "cited" and not in_result and section.number not in headed:
            end = following.start if following else len(text)
            if _has_values(text, section.body, end) or (following and following.kind in _BELOW):
                head = _bracketed(text, section, marked)
        kept.append(head)
    return kept


def _has_values(text: str, start: int, end: int) -> bool:
    return any(text.find(kind, start, end) >= 0 for kind in ("目標値", "実績値"))


def _bracketed(text: str, section: Section, marked: bool) -> Section:
    close = text.find("】", section.body, section.end)
    name = read_name(text, section.body, close, marked, starred=False) if close >= 0 else None
    return (
        section if name is None else replace(section, kind="indicator", body=close + 1, name=name)
    )


def _extend(sections: list[Section], length: int) -> tuple[Section, ...]:
    """Let every section run to the next one that was kept."""
    ends = [section.start for section in sections[1:]] + [length]
    return tuple(
        section if section.end == end else replace(section, end=end)
        for section, end in zip(sections, ends, strict=False)
    )


def _fields(sections: tuple[Section, ...]) -> dict[int, Section]:
    fields: dict[int, Section] = {}
    for section, following in pairwise(sections):
        if section.kind == "field" and following.kind in _OPENS_FIELD:
            fields.setdefault(int(section.number), section)
    return fields


def _begins_paragraph(text: str, start: int, marked: bool) -> bool:
    """False where a sentence that mentions an indicator happens to wrap before its number."""
    before = text[max(0, start - 200) : start].rstrip("\n\r\f")
    if not before.strip():
        return True
    if marked and before[-1] not in " \t":
        return False
    return before.rstrip()[-1] not in "、,・「(及びのにはをがで"


def read_name(text: str, start: int, limit: int, marked: bool, starred: bool) -> Name | None:
    """The name that begins at ``start``, over as many lines as it is printed on.

    It goes on while a bracket is open, while the paragraph goes on (in a text with paragraph
    marks), else until something that belongs to the form. None if there is no name, or if the
    words are a sentence.
    """
    parts: list[tuple[str, int, int]] = []
    joined = ""
    last_marked = False
    for line in text_lines(text, start, min(limit, start + 1000)):
        words = line.text.split("\t")[0].strip()
        in_cells = text[line.start - 1] == "\t" or line.text[0] == "|"
        if parts and (in_cells or not _goes_on(joined, words, marked, last_marked)):
            if words == "*":
                starred = True
            break
        words = words.rstrip(" :：")
        parts.append((words, line.start, line.start + len(words)))
        joined += words
        last_marked = line.marked
        if len(parts) == _NAME_LINES or "\t" in line.text:
            break
    if not parts or "。" in joined or "、測定指標" in joined:
        return None
    return _name(parts, starred)


def _goes_on(joined: str, words: str, marked: bool, last_marked: bool) -> bool:
    if open_brackets(joined):
        return True
    if joined.endswith("*"):
        return False
    if marked:
        return not last_marked and not _STRUCTURAL.match(words)
    return not _STRUCTURAL.match(words) and not words.endswith("。")


def _name(parts: list[tuple[str, int, int]], starred: bool) -> Name | None:
    text = join_words([words for words, _, _ in parts])
    start, end = parts[0][1], parts[-1][2]
    changed = True
    while changed:
        changed = False
        if text.endswith("*"):
            starred, changed = True, True
            end -= len(text) - len(text[:-1].rstrip())
            text = text[:-1].rstrip()
        note = _FOOTNOTE.search(text)
        if note:
            changed = True
            end -= len(text) - note.start()
            text = text[: note.start()]
    return Name(text, start, end, starred) if text and end > start else None


_YEAR_IN_BRACKETS = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)?年度)\)")


def mid_term_year(text: str, parts: list[Section]) -> str | None:
    """The year of the mid-term target as printed, blanks out: "令和7年度", "--年度"."""
    for part in parts:
        if part.kind == "mid_term":
            found = _YEAR_IN_BRACKETS.search(text, part.start, part.body)
            return "".join(found[1].split()) if found else None
    return None


def is_numbered_form(text: str) -> bool:
    """Whether fields hold the indicators, or these are numbered and no mere heads of lists."""
    if _FIELD.search(text):
        return True
    if not _INDICATOR.search(text):
        return False
    return _OF_INDICATOR.search(text) is not None or not has_year_headings(text)
