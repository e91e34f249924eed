"""Entries taken apart: title, what brackets tell, dates, and what joined entries share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from renkei.core.grammar.brackets import BracketReader
from renkei.core.grammar.entries import Entry, Part, split_entries
from renkei.core.vocabulary import Vocabulary

_JOINING = ("及び", "並びに", "および", "ならびに")
_DEPTH = 3
# 「A協定署名(5月)、同発効(翌年1月)」, 「A協定:署名(5月)/発効(翌年1月)」
_ACT = "(?:署名|調印|締結|発効|効力発生)"
_SAME_AGREEMENT = re.compile(rf"同(?={_ACT})|(?={_ACT}$)")
_SIGNED_BEFORE = re.compile(r"(?:の)?(?:署名|調印|締結|大筋合意|交渉開始)$")


@dataclass(slots=True)
class Draft:
    """An entry taken apart: title as printed and without brackets, what brackets tell, dates."""

    entry: Entry
    start: int
    evidence_end: int
    title: str = ""
    outside: str = ""
    brackets: str = ""
    level: str | None = None
    mode: str | None = None
    place: str | None = None
    status: str | None = None
    times: int | None = None
    months: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.entry.unseparated:
            self.notes.append("separator_missing")
        if self.entry.repaired:
            self.notes.append("bracket_repaired")


class DraftReader:
    """Takes entries apart by one vocabulary."""

    def __init__(self, vocabulary: Vocabulary, ends_event: re.Pattern[str]) -> None:
        self.brackets = BracketReader(vocabulary)
        self.ends_event = ends_event

    def read(self, text: str, entries: list[Entry]) -> list[Draft]:
        """The drafts of one line, in order; joined entries share what is printed once."""
        drafts: list[Draft] = []
        for entry in entries:
            drafts.extend(self.drafts(text, entry, drafts[-1] if drafts else None))
        share_dates(drafts)
        return drafts

    def drafts(self, text: str, entry: Entry, before: Draft | None, depth: int = 0) -> list[Draft]:
        """The entry itself, or one draft per entry of a list in its brackets."""
        nested = next((part for part in entry.parts if part.kind == "list"), None)
        if nested is None or depth >= _DEPTH:
            return [self.draft(text, entry, before)]
        inner = split_entries(text, nested.inner_start, nested.inner_end, self.ends_event)
        stem = [part for part in entry.parts if part is not nested]
        result: list[Draft] = []
        for child in inner.entries:
            head = [part for part in child.parts if part.kind not in ("months", "list")]
            rest = [part for part in child.parts if part.kind in ("months", "list")]
            if head:
                first, last = head[0].start, head[-1].end
                head = [Part("group", first, last, first, last)]
            whole = replace(child, parts=[], last_words=None)
            for part in (*stem, *head, *rest):
                whole.add(part)
            for draft in self.drafts(text, whole, before, depth + 1):
                draft.start = child.start
                result.append(draft)
        return result

    def draft(self, text: str, entry: Entry, before: Draft | None) -> Draft:
        """Tell the parts of an entry: title, brackets that say something, dates."""
        draft = Draft(entry, entry.start, entry.end)
        for part in entry.parts:
            if part.kind == "text":
                draft.title += text[part.start : part.end]
                draft.outside += text[part.start : part.end]
            elif part.kind == "months":
                draft.months.append((part.inner_start, part.inner_end))
            elif part.kind == "group":
                self.bracket(text, part, draft)
        if before is not None and before.outside:
            share_title(draft, before)
        return draft

    def bracket(self, text: str, part: Part, draft: Draft) -> None:
        """Take what a bracket tells; what it does not tell stays in the title."""
        content = text[part.inner_start : part.inner_end]
        told = self.brackets.read(content)
        if told is not None:
            draft.level = draft.level or told.level
            draft.mode = draft.mode or told.mode
            draft.place = draft.place or told.place
            draft.status = draft.status or told.status
            draft.times = draft.times or told.times
        if told is None or not told.whole:
            draft.title += f"({content})"
            draft.brackets += content


def share_title(draft: Draft, before: Draft) -> None:
    """Complete a title that goes on from the one before: 「A会合(B)(6月)、(C)(7月)」, 「同発効」."""
    same = _SAME_AGREEMENT.match(draft.outside)
    if not draft.outside and draft.title:
        draft.title, draft.outside = before.outside + draft.title, before.outside
    elif same is not None and _SIGNED_BEFORE.search(before.outside):
        agreement = _SIGNED_BEFORE.sub("", before.outside)
        draft.title = agreement + draft.title[same.end() :]
        draft.outside = agreement + draft.outside[same.end() :]
    else:
        return
    draft.notes.append("title_shared")


def share_dates(drafts: list[Draft]) -> None:
    """「A及びB(VTC)(6月)」: A was held in June by VTC too. Also 「A、B及びC(6月)」."""
    shared = False
    for draft, following in zip(reversed(drafts[:-1]), reversed(drafts[1:]), strict=True):
        joined = draft.entry.joined.endswith(_JOINING)
        shared = not draft.months and bool(following.months) and (joined or shared)
        if not shared:
            continue
        draft.months = following.months
        draft.evidence_end = following.evidence_end
        draft.notes.append("date_shared")
        if draft.mode is None and following.mode is not None and draft.place is None:
            draft.mode = following.mode
            draft.notes.append("mode_shared")
