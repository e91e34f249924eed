"""Printed amounts of budget tables, and what stands where there is none."""

from __future__ import annotations

import re

from renkei.core.errors import ValueFormError
from renkei.core.records import Absence
from renkei.core.values import Yen

AMOUNT = re.compile(r"[△▲-]?\d{1,3}(?:,\d{3})+|[△▲-]?\d+")
_DASH = re.compile(r"-{1,3}|ー")
_NOT_APPLICABLE = re.compile(r"[/\\]")


def amount_yen(printed: str, unit: str) -> int | None:
    """Whole yen of 「△14」 in 百万円; None if the words are no amount."""
    try:
        return Yen.parse(printed, unit).amount_yen
    except ValueFormError:
        return None


def absence_of(printed: str) -> Absence | None:
    """The kind of absence that an amount's cell shows; None if it shows something else."""
    if not printed:
        return Absence.NOT_PRINTED
    if _DASH.fullmatch(printed):
        return Absence.DASH
    return Absence.NOT_APPLICABLE if _NOT_APPLICABLE.fullmatch(printed) else None
