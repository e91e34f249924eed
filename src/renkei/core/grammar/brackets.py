"""What stands in brackets behind a title: a role, a form, a place, a state of the plan."""

from __future__ import annotations

import re
from dataclasses import dataclass

from renkei.core.vocabulary import Vocabulary

_PARTS = re.compile(r"[、,/;]|及び")
_HELD_AT = re.compile(r"^(?:於て|於|場所|開催地|会場)[ :]*(?=\S)|(?:にて|において|で開催|開催)$")
_LAST_PARTICLE = re.compile(r"(?:にて|において|で|による|により)$")
_ROLE_TAIL = re.compile(r"(?:が?(?:参加|出席)|級)$")
_FORM_TAIL = re.compile(r"(?:形式|方式|開催|による)+$")
_TIMES = re.compile(r"計?[ ]*(?P<count>[1-9]\d?)[ ]*[回度]")
_INNER = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Bracket:
    """The codes read from one bracket; ``place`` is as printed. ``whole`` if nothing is left."""

    level: str | None = None
    mode: str | None = None
    place: str | None = None
    status: str | None = None
    times: int | None = None
    whole: bool = True


class BracketReader:
    """Reads brackets by one vocabulary and remembers what it has read."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._modes = vocabulary.words("mode")
        self._statuses = vocabulary.words("status")
        self._places = vocabulary.words("place")
        self._known: dict[str, Bracket | None] = {}

    def read(self, content: str) -> Bracket | None:
        """Read the words in a bracket; None when they tell nothing and belong to the title.

        「(ニューポート・米国)国際シーパワーシンポジウム」 tells a place but stays in the title.
        """
        if content not in self._known:
            self._known[content] = self._read(content)
        return self._known[content]

    def _read(self, content: str) -> Bracket | None:
        inner = _INNER.search(content)
        if inner is not None:
            place = self._place(inner[1].strip())
            return Bracket(place=place, whole=False) if place else None
        whole = content.strip()
        simple = self._simple(whole)
        parts = [part.strip() for part in _PARTS.split(whole)]
        if simple is not None or len(parts) == 1:
            return simple
        read = [found for found in map(self._simple, parts) if found is not None]
        if len(read) < len(parts):
            return None
        return Bracket(
            level=next((part.level for part in read if part.level), None),
            mode=next((part.mode for part in read if part.mode), None),
            place=next((part.place for part in read if part.place), None),
            status=next((part.status for part in read if part.status), None),
            times=next((part.times for part in read if part.times), None),
        )

    def _simple(self, content: str) -> Bracket | None:
        form = _LAST_PARTICLE.sub("", content)
        mode = self._modes.get(_FORM_TAIL.sub("", form) or form)
        if mode is not None:
            return Bracket(mode=mode)
        role = self._vocabulary.find_offices(content, "ours")
        if role and role[0].start == 0 and not _ROLE_TAIL.sub("", content[role[-1].end :]):
            return Bracket(level=role[0].entry.code)
        times = _TIMES.fullmatch(content)
        if times is not None:
            return Bracket(times=int(times["count"]))
        status = self._statuses.get(content)
        if status is not None:
            return Bracket(status=status)
        place = self._place(content)
        return Bracket(place=place) if place else None

    def _place(self, content: str) -> str | None:
        printed = _HELD_AT.sub("", content).strip()
        if _HELD_AT.match(content):
            return printed or None  # 「於」 says by itself that a place follows
        for part in re.split(r"[・、,]", _LAST_PARTICLE.sub("", printed)):
            partner = self._vocabulary.partner(part) if len(part) > 1 else None
            if part not in self._places and (partner is None or partner.kind != "country"):
                return None
        return printed or None
