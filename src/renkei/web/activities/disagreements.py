"""Where the sources of an activity disagree: every value beside the words it was read from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from renkei.apps.documents.models import SourceRecord
from renkei.apps.register.conflicts import conflicts_of
from renkei.apps.register.models import Partner
from renkei.web.activities.presentation import in_words, names_of_fields


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A field, and what each source that tells it says."""

    name: str
    told: list[tuple[str, SourceRecord]]


def disagreements(
    records: Sequence[SourceRecord], partners: Mapping[str, Partner]
) -> list[Disagreement]:
    """Fields on which the sources differ; a source that is silent about one is left out."""
    names = names_of_fields()
    return [
        Disagreement(
            names[field],
            [
                (_words(field, record.payload[field], partners), record)
                for record in records
                if record.payload.get(field) not in (None, "", [])
            ],
        )
        for field in (str(conflict["field"]) for conflict in conflicts_of(records))
    ]


def _words(field: str, value: Any, partners: Mapping[str, Partner]) -> str:
    if field == "partners":
        return "、".join(partners[code].name if code in partners else code for code in value)
    return in_words(field, value)
