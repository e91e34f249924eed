"""Which of several ways of writing the same a document prefers, and where it departs from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from renkei.core.checks.model import Correction, Message, Problem
from renkei.core.checks.subject import Subject
from renkei.core.source import Span

LEAST = 10
"""So many occurrences make a habit."""
SHARE = 0.85
"""So much of all occurrences makes the habit the document's own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Ways of writing one thing: a name for the style file, and a pattern for each form.

    Each pattern matches just the characters that would be written otherwise.
    """

    name: str
    forms: Mapping[str, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Habit:
    """The form a document (or its house) prefers, and the places of every other form."""

    preferred: str
    total: int
    others: Mapping[str, tuple[Span, ...]]


def habit(
    subject: Subject, choice: Choice, least: int = LEAST, share: float = SHARE
) -> Habit | None:
    """The habit of the printed text, markup included as it stands; None where there is none."""
    text = subject.document.text
    places = {
        form: tuple(Span(*found.span()) for found in pattern.finditer(text))
        for form, pattern in choice.forms.items()
    }
    total = sum(map(len, places.values()))
    preferred = subject.style.prefer.get(choice.name) or max(
        places, key=lambda form: len(places[form])
    )
    if preferred not in places or not total:
        return None
    decided = choice.name in subject.style.prefer
    if not decided and (len(places[preferred]) < least or len(places[preferred]) < share * total):
        return None
    others = {form: spans for form, spans in places.items() if form != preferred and spans}
    return Habit(preferred, total, others)


def departures(subject: Subject, choice: Choice, found: Habit) -> list[Problem]:
    """A problem for each place that departs from the habit; those of one form go together."""
    kept = found.total - sum(map(len, found.others.values()))
    return [
        Problem(
            message=Message(
                f"「{form}」は、ほかの {kept} か所で使う「{found.preferred}」と違います。",
                f"“{form}” departs from “{found.preferred}”, used in {kept} other places.",
            ),
            places=(subject.quote(span),),
            found=form,
            expected=found.preferred,
            corrections=(Correction(span, found.preferred),)
            if len(form) == len(found.preferred) == 1
            else (),
            group=f"{choice.name} {form}",
        )
        for form, spans in found.others.items()
        for span in spans
    ]
