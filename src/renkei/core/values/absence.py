"""Why a value is not there. Zero is a value and never one of these."""

from __future__ import annotations

from enum import StrEnum


class Absence(StrEnum):
    """The kinds of absence of records.md; the value is the code used in records."""

    DASH = "dash"
    NOT_PRINTED = "not_printed"
    NOT_APPLICABLE = "not_applicable"
