"""Why a rating is what it is: a tree of sentences with figures, thresholds and evidence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from renkei.core.errors.message import Language, Message
from renkei.core.evaluation.rating.wording import REASONS
from renkei.core.source import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """``code`` is a key of REASONS; ``params`` fill its sentence; ``evidence`` is where to look."""

    code: str
    params: Mapping[str, str | Message] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    children: tuple[Reason, ...] = ()

    def text(self, language: Language) -> str:
        """The sentence in ``language``."""
        params = {
            name: value.text(language) if isinstance(value, Message) else value
            for name, value in self.params.items()
        }
        return REASONS[self.code].text(language).format(**params)

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Reason]]:
        """This reason and all below it, each with its depth."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)
