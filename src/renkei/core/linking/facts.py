"""What a record says of an event, as far as it helps to tell one event from another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from renkei.core.errors import ValueFormError
from renkei.core.values import PartialDate

_TEXTS = (
    "title", "kind", "level", "mode", "direction", "counterpart", "framework", "agreement",
    "place", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """The fields of one record of type activity; "" and None mean "not printed"."""

    title: str
    kind: str
    partners: frozenset[str] = frozenset()
    start: PartialDate | None = None
    end: PartialDate | None = None
    level: str = ""
    mode: str = ""
    direction: str = ""
    counterpart: str = ""
    framework: str = ""
    agreement: str = ""
    place: str = ""
    status: str = "held"
    ordinal: int | None = None

    @classmethod
    def of(cls, payload: Mapping[str, Any]) -> Facts:
        """From a record as it is written in JSON; a date that is none counts as not printed."""
        texts = {name: str(payload.get(name) or "") for name in _TEXTS}
        texts["status"] = texts["status"] or "held"
        return cls(
            **texts,
            partners=frozenset(payload.get("partners") or ()),
            start=_date(payload.get("start")),
            end=_date(payload.get("end")),
            ordinal=payload.get("ordinal"),
        )


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueFormError:
        return None
