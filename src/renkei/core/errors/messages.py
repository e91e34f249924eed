"""The registry of messages: one stable code, one sentence per language.

A sentence says what was found, where, and what to do next. Codes are never reused.
RK1xx files, RK2xx text, RK3xx values, RK4xx commands and settings, RK5xx records and rights.
"""

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


MESSAGES: dict[str, Message] = {
    "RK101": Message(
        "{name} が見つかりません。パスを確かめてください。",
        "{name} was not found. Check the path.",
    ),
    "RK102": Message(
        "{name} はフォルダーです。中のファイルを指定してください。",
        "{name} is a directory. Name the files in it.",
    ),
    "RK103": Message(
        "{name} は空（0バイト）です。元のファイルを取り直してください。",
        "{name} is empty (0 bytes). Get the original file again.",
    ),
    "RK301": Message(
        "「{found}」は会計年度として読めません。「令和3年度」「2021」のように書いてください。",
        "“{found}” is not a fiscal year. Write it like 2021 or 令和3年度.",
    ),
    "RK302": Message(
        "「{found}」は日付として読めません。「2021-04」「令和3年4月1日」のように書いてください。",
        "“{found}” is not a date. Write it like 2021-04 or 令和3年4月1日.",
    ),
    "RK303": Message(
        "「{found}」は金額として読めません。「1,234」「△56」のように書いてください。",
        "“{found}” is not an amount. Write it like 1,234 or △56.",
    ),
    "RK304": Message(
        "「{found}」は数量として読めません。「80.2%」「266万件」のように書いてください。",
        "“{found}” is not a quantity. Write it like 80.2% or 266万件.",
    ),
}
