"""What every record carries: its evidence, the rule that read it and what was inferred."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from renkei.core.source import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A fact with the words it came from.

    ``rule`` is the stable id of the rule that read it ("activities.list.entry"); ``notes`` are
    codes for what was inferred and not printed ("year_inferred").
    """

    type: ClassVar[str] = ""

    evidence: Evidence
    rule: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leftover:
    """Text that looked like a record and was not understood. ``reason`` is a glossary code."""

    evidence: Evidence
    reason: str
