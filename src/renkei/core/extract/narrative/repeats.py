"""Whether a passage tells again what an earlier one told: the first telling counts.

Two talks or drills of one month may have one title, so only those are repeats that the text points
back to, that bear a name or number of their own, or that were held beside one gathering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.records import Activity
from renkei.core.vocabulary import Vocabulary

_EDITION = re.compile(r"「(?P<name>[^「」]{2,30}\d)」")
_ACTS = frozenset({"statement", "signing", "entry_into_force"})
_GATHERINGS = frozenset({"forum", "framework", "body"})


class Repeats:
    """Remembers what the document told so far."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.told: dict[tuple[object, ...], list[str]] = {}

    def known(self, record: Activity) -> bool:
        """Whether the record was told before; it is remembered if not."""
        titled = ("title", record.title, record.kind, record.end, record.partners)
        keys = list(self._names(record))
        looked_up = [*keys, titled] if _points_back(record) else keys
        start = str(record.start)
        # 2020 after 2020-01 says nothing new, 2020-03 does
        if any(before.startswith(start) for key in looked_up for before in self.told.get(key, ())):
            return True
        for key in (*keys, titled):
            self.told.setdefault(key, []).append(start)
        return False

    def _names(self, record: Activity) -> Iterator[tuple[object, ...]]:
        """What tells an occurrence from others of its kind and month, whatever its title."""
        framework = self.vocabulary.frameworks.get(record.framework or "")
        if framework is None:
            return
        edition = _EDITION.search(record.title)
        if edition is not None:
            yield "edition", record.kind, framework.code, edition["name"]
        if record.kind == "forum" and record.ordinal:
            yield "number", framework.code, record.ordinal
        if record.kind == "meeting" and framework.kind in _GATHERINGS:
            yield "beside", framework.code, record.partners, record.level


def _points_back(record: Activity) -> bool:
    named = record.framework is not None and "「" in record.title
    return named or record.kind in _ACTS or record.rule.endswith("background")
