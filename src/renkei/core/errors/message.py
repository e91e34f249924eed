"""One sentence in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "en"]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence in both languages, with ``str.format`` placeholders."""

    ja: str
    en: str

    def text(self, language: Language) -> str:
        """The sentence template in ``language``."""
        return self.ja if language == "ja" else self.en
