"""Programmes of capacity building as prose prints them: for whom, in what, in which form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renkei.core.vocabulary import Match, Partner, Vocabulary

_FOR = re.compile(
    r"(?P<forces>(?:人民|国防|王国)?(?:国軍|[陸海空]軍|軍))?(?:における|での|に対(?:する|して(?:は|も)?|し(?:ては|ても)?))、?"
)
_WHAT = re.compile(
    r"(?:セミナー|(?<!再)教育(?:指導)?(?!研究|訓練)|研修|講義(?:・実習)?|技術指導|実習|支援(?!として|対象|要請))"
)
_SPLIT = re.compile(
    r"とともに、|ほか、|、|及び|や(?=[^、。や]{2,40}(?:セミナー|教育|研修|講義|指導))"
)
_DATED = re.compile(r"\d{1,4}年|\d{1,2}月|同年|同月")
_FORMS = (
    ("online", re.compile("オンライン|遠隔")),
    ("invitation", re.compile("招へい|招聘")),
    ("dispatch", re.compile("派遣")),
)
_MEANT_AS = re.compile(r"(?P<form>オンライン|招へい|招聘|派遣)(?:事業)?として")
_INVITED = re.compile(r"^.*招(?:へい|聘)し(?:て|、)")
_PERSONS = re.compile(r"(?P<count>\d{1,4})名")
# Begins with a literal, which the engine skips to; for whom is looked for backwards from there.
_NAMED = re.compile(
    r"に対する能力構築支援(?:事業)?(?:の実施)?"
    r"(?:\((?P<field>[^()\n]{2,40})\)|「(?P<name>[^」\n]{2,40})」)"
)
_FOR_WHOM = re.compile(r"[^\s、。…○〇]{2,40}\Z")
_TOGETHER = re.compile(r"(?:との?連携|の連携|主催|と(?:の)?協力|と共同)")


class Programme(NamedTuple):
    """One programme at ``start``-``end``; ``what`` is the field with the kind of teaching."""

    start: int
    end: int
    partner: str
    what: str
    form: str | None
    persons: int | None
    with_whom: tuple[str, ...] = ()


def programmes(text: str, vocabulary: Vocabulary) -> Iterator[Programme]:
    """Programmes without a date of their own that ``text`` tells, partner by partner."""
    named = [
        (match, behind)
        for match in vocabulary.find_partners(text)
        if match.entry.kind != "region" and (behind := _FOR.match(text, match.end))
    ]
    meant = _MEANT_AS.search(text)
    frame = form_of(meant["form"]) if meant else None
    for index, (match, behind) in enumerate(named):
        if _DATED.search(text, 0, match.start):
            return
        end = named[index + 1][0].start if index + 1 < len(named) else len(text)
        yield from _of_partner(text, match, behind.end(), end, frame)


def _of_partner(
    text: str, match: Match[Partner], start: int, end: int, frame: str | None
) -> Iterator[Programme]:
    """The pieces of what is told of one partner; one without teaching goes on with the next."""
    begin = start
    edges = [found.span() for found in _SPLIT.finditer(text, start, end)]
    for stop, following in [*edges, (end, end)]:
        piece = text[begin:stop]
        if _DATED.search(piece):
            if not piece.endswith(("ところ", "が")):
                return  # what follows is dated by it
            begin = following
            continue
        what = list(_WHAT.finditer(piece))
        if not what or piece.endswith("として"):
            continue
        words = _INVITED.sub("", piece[: what[-1].end()]).removeprefix("初の")
        persons = _PERSONS.search(piece)
        yield Programme(
            match.start,
            begin + what[-1].end(),
            match.entry.code,
            words,
            form_of(piece) or frame,
            int(persons["count"]) if persons else None,
        )
        begin = following


def named_programmes(text: str, vocabulary: Vocabulary) -> Iterator[Programme]:
    """「X軍に対する能力構築支援（分野）」, also in the items of a figure."""
    last = 0
    for found in _NAMED.finditer(text):
        whom = _FOR_WHOM.search(text, max(last, found.start() - 40), found.start())
        if whom is None:
            continue
        last, before = found.end(), whom[0]
        partners = vocabulary.find_partners(before)
        if not partners or not re.fullmatch(
            r"(?:[国陸海空防民人]*軍)?", before[partners[-1].end :]
        ):
            continue
        target = partners[-1]
        others = tuple(
            dict.fromkeys(
                m.entry.code
                for m in partners[:-1]
                if _TOGETHER.search(before[m.end : target.start])
            )
        )
        yield Programme(
            whom.start() + (partners[0].start if others else target.start),
            found.end(),
            target.entry.code,
            found["field"] or found["name"],
            None,
            None,
            others,
        )


def form_of(words: str) -> str | None:
    """The form that ``words`` print."""
    return next((code for code, pattern in _FORMS if pattern.search(words)), None)
