"""Titles of acts of states and forces: what was said, proposed, agreed for later."""

from __future__ import annotations

import re

from renkei.core.extract.narrative.titles import LEADING
from renkei.core.grammar.prose_acts import DRILL
from renkei.core.grammar.prose_events import Event

_SPEECH = re.compile(r"(?P<where>[^、。た]{2,30}(?:演説|講演|スピーチ))(?:において|で)、?\Z")
_STUDENTS = re.compile(r"たのが(?P<who>[^、。]{2,14}?)(?:であ|で、|だ)")
_MADE_PUBLIC = re.compile(r"(?P<what>..)(?:など)?を(?P<act>..)")
_LONGEST = 60


def said_title(text: str, start: int, event: Event, agreement: str) -> str:
    """「…を終了させる旨の通告」, 「…見解の公表」: what was said, with the agreement it is about."""
    words = LEADING.sub("", re.split("[、。]", text[start : event.start])[-1])
    public = _MADE_PUBLIC.match(text, event.start, event.end)
    if public is not None:
        words = re.sub(r"^.*(?:とする|した|する|まとめた)", "", words)
        return f"{words[-_LONGEST:]}{public['what']}の{public['act']}"
    words = re.sub("同(?:協定|通告)", agreement or "", words)
    return words[-_LONGEST:] + "通告"


def speech_title(text: str, start: int, end: int) -> str:
    """「…の基調演説における「…」の考え方の発表」: what was proposed, and in which speech."""
    where = _SPEECH.search(text[max(0, start - 60) : start])
    what, _, verb = text[start:end].rpartition("を")
    return (f"{where['where']}における" if where else "") + f"{what}の{verb[:2]}"


def drill_title(text: str, start: int) -> str:
    """「X空母打撃群との共同訓練」 of a drill that is planned with those who come."""
    found = DRILL.match(text, start)
    return f"{found['who'].rstrip('の')}との{found['what']}" if found else ""


def students_title(text: str, start: int) -> str:
    """「X人学生の留学生としての受入れ」: who was taken in, if the sentence ends with it."""
    who = _STUDENTS.match(text, start)
    return (f"{who['who']}の" if who else "") + "留学生としての受入れ"
