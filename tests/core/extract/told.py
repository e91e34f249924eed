"""What the families told, as rows that a test can compare."""

from typing import Any

from renkei.core.extract.base import Extraction
from renkei.core.records import Activity


def told(extraction: Extraction, *fields: str) -> list[tuple[Any, ...]]:
    """The named fields of every activity, dates as text."""
    rows = []
    for record in extraction.records:
        assert isinstance(record, Activity)
        values = [getattr(record, field) for field in fields]
        rows.append(
            tuple(
                str(value) if field == "start" else value
                for field, value in zip(fields, values, strict=True)
            )
        )
    return rows
