"""Codes of policy evaluation: those of the interchange format. Terms are in the glossary."""

from __future__ import annotations

from typing import get_args

from renkei.core.records import codes

MEASURES: tuple[str, ...] = get_args(codes.Measure)
VALUE_KINDS: tuple[str, ...] = get_args(codes.ValueKind)
ABSENCES: tuple[str, ...] = tuple(str(kind) for kind in codes.Absence)
