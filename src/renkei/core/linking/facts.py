"""What a record says of an event, as far as it helps to tell one event from another."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from renkei.core import vocabulary
from renkei.core.errors import ValueFormError
from renkei.core.values import PartialDate

_BLANKS = re.compile(r"\s")
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
        texts["framework"] = _body(texts["title"], texts["framework"])
        return cls(
            **texts,
            partners=frozenset(payload.get("partners") or ()),
            start=_date(payload.get("start")),
            end=_date(payload.get("end")),
            ordinal=payload.get("ordinal"),
        )


@lru_cache(maxsize=4096)
def _body(title: str, framework: str) -> str:
    """The body of ``framework`` that the title names, also where blanks part its name."""
    if not framework:
        return ""
    found = vocabulary.load().find_frameworks(_BLANKS.sub("", title))
    codes = [match.entry.code for match in found if match.entry.code.startswith(framework)]
    return max(codes, key=len, default=framework)


def _date(text: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueFormError:
        return None
