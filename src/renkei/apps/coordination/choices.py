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
