"""What the head of an evaluation sheet says about its policy: the name and the fiscal year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renkei.apps.documents.models import SourceRecord
from renkei.core.grammar.years import FISCAL_YEAR, fiscal_year_of

_NAME = re.compile(r"施策(?:の)?名")
_TITLE = re.compile(r"様式名|[表標]題")
_YEAR = re.compile(FISCAL_YEAR)


def name(records: Sequence[SourceRecord]) -> str:
    """The policy's own name; "" where the sheet prints none."""
    return next(_fields(records, _NAME), "")


def fiscal_year(records: Sequence[SourceRecord]) -> int | None:
    """The year that the title of the sheet names; of a span of years the last one."""
    for title in _fields(records, _TITLE):
        years = [fiscal_year_of(found[0]) for found in _YEAR.finditer(title)]
        told = [year.start for year in years if year is not None]
        if told:
            return max(told)
    return None


def _fields(records: Sequence[SourceRecord], key: re.Pattern[str]) -> Iterator[str]:
    for record in records:
        if record.type == "sheet_field" and key.search(record.payload["key"]):
            yield str(record.payload["value"])
