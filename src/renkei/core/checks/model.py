"""What a rule is and what it says: the types every check is made of.

Rule      one thing that can be wrong, with its examples
Verdict   what a rule says of one subject: how often it applied, and each Problem
Finding   a problem under its rule, with every place involved; what people and machines read
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from renkei.core.checks.severity import SEVERITIES, Severity
from renkei.core.errors.messages import Language, Message
from renkei.core.source import Evidence, Span

if TYPE_CHECKING:
    from renkei.core.checks.subject import Subject

__all__ = [
    "SEVERITIES",
    "Correction",
    "Examples",
    "Family",
    "Finding",
    "Language",
    "Message",
    "Outcome",
    "Problem",
    "Rule",
    "Severity",
    "Verdict",
    "fails",
    "not_applied",
    "tell",
]

Family = Literal["sums", "marks", "references", "names", "dates", "layout", "register", "documents"]
Outcome = Literal["fail", "pass", "not_applied", "crashed"]


@dataclass(frozen=True, slots=True)
class Correction:
    """``span`` of the document should read ``text``. Only where no other reading is possible."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong. ``places`` names every place involved, the one to change first.

    Problems of one rule with the same ``group`` are told as one finding with all their places;
    without a group each is told alone. ``severity`` is that of the rule unless given.
    """

    message: Message
    places: tuple[Evidence, ...]
    found: str
    expected: str | None = None
    corrections: tuple[Correction, ...] = ()
    severity: Severity | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a rule says of a subject.

    ``applied`` counts how often there was something to look at. With 0 the rule did not apply and
    ``reason`` says why: that is never a pass.
    """

    applied: int
    problems: tuple[Problem, ...] = ()
    reason: Message | None = None


def tell(ja: str, en: str, **values: object) -> Message:
    """A message in both languages with ``values`` filled in."""
    return Message(ja.format(**values), en.format(**values))


def fails(applied: int, problems: Iterable[Problem], otherwise: Message) -> Verdict:
    """The verdict for ``applied`` places looked at; ``otherwise`` is the reason when there were none."""
    found = tuple(problems)
    return Verdict(applied, found) if applied else not_applied(otherwise)


def not_applied(reason: Message) -> Verdict:
    """There was nothing the rule speaks of."""
    return Verdict(0, (), reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examples:
    """Short documents of our own: the rule fails on ``bad``, passes ``good``, leaves out the rest.

    ``beside`` is another document that each of them is compared with; "" for none.
    """

    bad: tuple[str, ...]
    good: tuple[str, ...]
    not_relevant: tuple[str, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that can be wrong. ``id`` is stable: "layout.brackets_unbalanced".

    ``version`` grows when the conditions change, so that an old finding tells by which it was
    found. ``check`` is a pure function of its subject.
    """

    id: str
    version: int
    severity: Severity
    title: Message
    explanation: Message
    check: Callable[[Subject], Verdict]
    examples: Examples

    @property
    def family(self) -> str:
        """The family, as the id begins."""
        return self.id.partition(".")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one rule says: a problem ("fail"), or of the whole subject the other outcomes.

    ``places`` holds every place involved; ``count`` how many times the same was found; ``applied``
    how often the rule had something to look at. ``message`` tells a problem, or the reason why
    the rule was not applied, or how it crashed; a pass needs none.
    """

    rule: Rule
    severity: Severity
    outcome: Outcome
    applied: int
    message: Message | None = None
    places: tuple[Evidence, ...] = ()
    found: str | None = None
    expected: str | None = None
    corrections: tuple[Correction, ...] = ()
    count: int = 1
    fingerprint: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "fingerprint", _fingerprint(self))


def _fingerprint(finding: Finding) -> str:
    """The same finding in the same words, wherever they stand: what a dismissal is remembered by."""
    words = (finding.rule.id, finding.outcome, finding.found or "", finding.expected or "")
    quoted = (place.text for place in finding.places[:2])
    return hashlib.sha256("\x1f".join((*words, *quoted)).encode()).hexdigest()[:16]
