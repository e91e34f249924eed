"""Codes of cases. Their terms are in vocabulary/glossary.yml."""

from __future__ import annotations

from renkei.core.coordination.states import ENDED, State

STATES: tuple[str, ...] = tuple(map(str, State))
OPEN_STATES: tuple[str, ...] = tuple(state for state in STATES if state not in ENDED)
PURPOSES: tuple[str, ...] = (
    "mutual_understanding",
    "co_operation",
    "mutual_enlightenment",
    "promoting_understanding",
    "conveying_concern",
)
"""Article 2 of the basic policy: (1), then (2)(ア)① ② and (イ)① ②."""

SECURITY_KINDS = ("secrets", "personnel", "organisation_operations", "facilities_equipment")
"""Article 7(3)."""
SECURITY_DECISIONS = ("clear", "condition", "refuse")
PHASES = ("plan", "result")
ITEMS: tuple[str, ...] = (
    "title", "partners", "start", "end", "place", "kind", "purpose", "aim", "principal", "unit",
    "participants", "report",
)  # fmt: skip
"""Fields that may be told to somebody outside, each by its own decision."""
MEETING_DECISIONS = ("settled", "change", "stop", "next_time")
AGENDA_REASONS = ("objection", "no_answer", "asked_for")
ACHIEVED = ("achieved", "partly", "not_achieved")
LESSON_TARGETS = ("country_policy", "plan")
LESSON_STANDINGS = ("proposed", "adopted", "rejected")
