"""Slips of the pen that the language rules out: a pattern, what it should read, and why.

Patterns look at one passage: folded widths, wrapped lines joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from renkei.core.checks.model import Correction, Message, Problem, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.source import Evidence
from renkei.core.text.passages import Passage

_AROUND = 10
_JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")
_NONE = Message("日本語の文がありません。", "There is no Japanese text.")


@dataclass(frozen=True, slots=True)
class Slip:
    r"""``right`` is what the match of ``pattern`` should read (``\1`` is its first group)."""

    pattern: re.Pattern[str]
    right: str
    why: Message


def slip(pattern: str, right: str, ja: str, en: str) -> Slip:
    """A slip with its reason in both languages."""
    return Slip(re.compile(pattern), right, Message(ja, en))


def check_slips(subject: Subject, slips: Iterable[Slip]) -> Verdict:
    """The verdict on all passages with Japanese words; the same slip is told once."""
    passages = japanese(subject)
    problems = (
        _problem(subject, passage, each, found)
        for each in slips
        for passage in passages
        for found in each.pattern.finditer(passage.text)
    )
    return fails(len(passages), problems, _NONE)


def japanese(subject: Subject) -> list[Passage]:
    """The passages with Japanese words."""
    return [passage for passage in subject.passages if _JAPANESE.search(passage.text)]


def around(subject: Subject, passage: Passage, start: int, end: int) -> Evidence:
    """Evidence for ``start`` to ``end`` (exclusive) with the words beside it."""
    return subject.quote_passage(
        passage, max(0, start - _AROUND), min(len(passage.text), end + _AROUND)
    )


def corrections(
    subject: Subject, passage: Passage, start: int, end: int, right: str
) -> Iterator[Correction]:
    """The correction of these characters, where they are printed as they are read: unwrapped."""
    span = passage.span(start, end)
    if subject.document.text[span.start : span.end] == passage.text[start:end]:
        yield Correction(span, right)


def _problem(subject: Subject, passage: Passage, each: Slip, found: re.Match[str]) -> Problem:
    right = found.expand(each.right)
    return Problem(
        message=Message(
            f"「{found[0]}」は「{right}」の誤りと思われます。{each.why.ja}",
            f"“{found[0]}” seems to be a slip for “{right}”. {each.why.en}",
        ),
        places=(around(subject, passage, *found.span()),),
        found=found[0],
        expected=right,
        corrections=tuple(corrections(subject, passage, *found.span(), right)),
        group=found[0],
    )
