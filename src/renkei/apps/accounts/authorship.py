"""Telling the history who writes and why; services call it before they save a row."""

from __future__ import annotations

from typing import Any

from renkei.apps.accounts.models import User


def note_author(row: Any, by: User, reason: str) -> None:
    """The version that the next ``save`` or ``delete`` of ``row`` makes bears ``by`` and why."""
    row._history_user = by
    row._change_reason = reason.strip()
