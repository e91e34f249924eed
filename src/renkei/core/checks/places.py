"""Where a sheet tells the same indicator again: its heading, the summary, the analysis, the next aims."""

from __future__ import annotations

from collections import defaultdict

from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, SheetField


def retold(subject: Subject) -> list[tuple[Indicator, tuple[SheetField, ...]]]:
    """Each indicator with the passages that name it again under the same name.

    A passage that gives the number to another name (new aims of the next period) is not among
    them. Blanks do not count.
    """
    passages: dict[str, list[SheetField]] = defaultdict(list)
    for field in subject.of(SheetField):
        if field.indicator is not None and field.name is not None:
            passages[field.indicator].append(field)
    return [(each, same) for each in subject.of(Indicator) if (same := _same(each, passages))]


def _same(indicator: Indicator, passages: dict[str, list[SheetField]]) -> tuple[SheetField, ...]:
    name = bare(indicator.name)
    return tuple(each for each in passages[indicator.number] if bare(each.name or "") == name)


def bare(name: str) -> str:
    """A name without blanks."""
    return "".join(name.split())
