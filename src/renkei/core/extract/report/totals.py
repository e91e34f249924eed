"""Numbers that the text prints of things counted: 計5回, 延べ33名, A、B及びCの3か国."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renkei.core.grammar.counts import Count, find_counts
from renkei.core.grammar.dated import Dates
from renkei.core.grammar.outline import Sentence
from renkei.core.grammar.prose_dates import DateGroup
from renkei.core.grammar.titles import best_framework
from renkei.core.records import PrintedTotal, Record
from renkei.core.text.prepared import Prepared
from renkei.core.values import PartialDate
from renkei.core.vocabulary import Vocabulary

_NOUN = r"(?:[^\sぁ-ん、。「」()]|「[^「」]{1,40}」|(?<=[A-Za-z])[ ](?=[A-Za-z]))"
_BEFORE = re.compile(rf"(?P<what>(?:{_NOUN}{{1,24}}(?:及び|の))?{_NOUN}{{2,40}})(?:から)?\Z")
_OF = re.compile(
    rf"の(?P<what>(?:{_NOUN}{{1,12}}、){{1,3}}{_NOUN}{{1,8}}などの{_NOUN}{{1,12}}"
    rf"|(?:{_NOUN}|[のと](?=[^、。]{{0,12}}{_NOUN})){{1,40}})"
)
_THOSE = re.compile(r"(?:から)?(?!と\d)(?P<what>[^、。()は]{2,30}?(?:参加|出席|加盟))")
_TOPIC = re.compile(
    r"(?:\A|[、。])(?P<what>[^、。]{2,60})(?:は|では)(?:、[^。は]{0,40}|[^。は、]{0,10})\Z"
)
_ACT = re.compile(r"(?:にわたって)?[がをに]?、?(?P<what>[^、。]{4,60})")
_DATE_END = re.compile(r"(?:年度?|月|日|以降|以来)\Z")
_LISTED = re.compile(r"\(|(?:\([^()]{1,30}\)|\))?(?:、及び|、|・|及び|並びに|と)")
_OF_LIST = re.compile(r"の?(?P<number>\d{1,2}|[二三四五六七八九十])[かカヶヵ]国(?P<named>である)?")
_JAPAN = re.compile(r"わが国|我が国|日本|日(?=[米豪印韓英仏独伊加])")
_DESCRIBES = re.compile(r"間|級|(?:局長|首脳|外相|防衛|閣僚)")
_NAMES = frozenset({"name", "former", "compound"})
_OF_EVENTS = frozenset({"名", "人", "回", "件"})
_DIGITS = {mark: number for number, mark in enumerate("〇一二三四五六七八九十")}


def read_totals(
    source: Prepared, told: Sequence[Sentence], dates: Dates, vocabulary: Vocabulary
) -> Iterator[Record]:
    """Every count of the text, and every list of partners with its number."""
    for index, sentence in enumerate(told):
        words = sentence.words
        lists = list(_lists(source, sentence, vocabulary))
        yield from lists
        summed = {record.evidence.end for record in lists}
        subject = ("", 0, 0)
        for count in find_counts(words):
            if (
                source.quote(sentence.text, sentence.start, sentence.start + count.end).end
                in summed
            ):
                continue
            if not count.joined:
                subject = _subject(words, count, sentence.anchor)
            group = dates.before(index, count.start)
            yield _total(source, sentence, count, subject, group, vocabulary)


def _total(
    source: Prepared,
    sentence: Sentence,
    count: Count,
    subject: tuple[str, int, int],
    group: DateGroup | None,
    vocabulary: Vocabulary,
) -> PrintedTotal:
    words = sentence.words
    what, begin, end = subject
    guessed = ("subject_inferred",) if not begin and not end else ()
    begin, end = (begin, end) if end else (count.start, count.end)
    partners, notes = ((), ()) if guessed else _partners(sentence, count, vocabulary)
    first, last, inferred = _period(group)
    series = best_framework(what, vocabulary) or best_framework(
        words[: count.end] if count.unit in _OF_EVENTS else sentence.under or "", vocabulary
    )
    return PrintedTotal(
        evidence=source.quote(
            sentence.text,
            sentence.start + min(begin, count.start),
            sentence.start + max(end, count.end),
        ),
        rule="report.total",
        notes=(*notes, *inferred, *guessed),
        subject=what,
        number=count.number,
        unit=count.unit,
        qualifier=count.qualifier,
        printed=words[count.start : count.end],
        partners=partners,
        framework=series.code if series else None,
        start=first,
        end=last,
        listed_under=sentence.under,
    )


def _subject(words: str, count: Count, anchor: str) -> tuple[str, int, int]:
    """What is counted with its place; 0, 0 where it stands elsewhere.

    The noun before the number, behind の, those who take part, the topic, or what was done; for
    a number with its list in brackets what a note is about.
    """
    start = max(0, count.start - 40)
    before = _BEFORE.search(words[start : count.start])
    if before and not _DATE_END.search(before["what"]) and count.unit != "回":
        return before["what"], start + before.start("what"), count.end
    if words[count.end : count.end + 1] in ("(", ")"):
        named = _BEFORE.search(anchor)
        return (named["what"], 0, 0) if named else (words[count.start : count.end], 0, 0)
    for pattern in (_OF, _THOSE):
        if behind := pattern.match(words, count.end):
            return behind["what"], count.start, behind.end("what")
    topic = _TOPIC.search(words[: count.start])
    if topic and count.unit != "回":
        what = topic["what"].removesuffix("に")
        return what, topic.start("what"), count.end
    if act := _ACT.match(words, count.end):
        return act["what"], count.start, act.end("what")
    rest = words[: count.start].rstrip("、").rpartition("、")[2]
    return rest or words[count.start : count.end], count.start, count.end


def _partners(
    sentence: Sentence, count: Count, vocabulary: Vocabulary
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The compound (日豪間) before the count; else partners of the clause; else the chapter's."""
    found = vocabulary.find_partners(sentence.words[: count.end + 40])
    compound = [m for m in found if m.form == "compound" and m.start < count.start]
    if compound:
        last = compound[-1]
        run = [m for m in compound if last.start - m.start <= 4]
        return tuple(dict.fromkeys(m.entry.code for m in run)), ()
    if sentence.partners:
        return sentence.partners, ("partner_from_heading",)
    clause = sentence.words.rfind("、", 0, max(0, count.start - 1))
    near = [m for m in found if clause <= m.start < count.start and m.entry.kind != "region"]
    return tuple(dict.fromkeys(m.entry.code for m in near)), ()


def _period(
    group: DateGroup | None,
) -> tuple[PartialDate | None, PartialDate | None, tuple[str, ...]]:
    """Start and end; a date with 以降 has no end, a lone date is both."""
    if group is None:
        return None, None, ()
    point = group.points[-1]
    first = group.points[0].start
    if group.since:
        return first, None, point.notes
    return first, point.end or point.start, point.notes


def _lists(source: Prepared, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[PrintedTotal]:
    """「A、B及びCの3か国」: the number with the names it sums up."""
    words = sentence.words
    for found in _OF_LIST.finditer(words):
        if _DESCRIBES.match(words, found.end()):
            continue
        number = found["number"]
        names = (
            _run(words, found.end(), 1, vocabulary)
            if found["named"]
            else _run(words, found.start(), -1, vocabulary)
        )
        if names is None:
            continue
        begin, end, codes = names
        first, last = min(begin, found.start("number")), max(end, found.end())
        yield PrintedTotal(
            evidence=source.quote(sentence.text, sentence.start + first, sentence.start + last),
            rule="report.total.list",
            subject=words[begin:end],
            number=int(number) if number.isdigit() else _DIGITS[number],
            unit="か国",
            printed=words[found.start("number") : found.end()].removesuffix("である"),
            partners=codes,
            listed_under=sentence.under,
        )


def _run(
    words: str, at: int, direction: int, vocabulary: Vocabulary
) -> tuple[int, int, tuple[str, ...]] | None:
    """Place and codes of the list of names that ends (``direction`` -1) or begins at ``at``.

    None for fewer than two names, and for a compound alone (日米豪), which counts itself.
    """
    low, high = (max(0, at - 120), at) if direction < 0 else (at, at + 120)
    window = words[low:high]
    named = [m for m in vocabulary.find_partners(window) if m.form in _NAMES]
    spans = [(m.start, m.end, m.entry.code) for m in named]
    spans += [(*m.span(), "JPN") for m in _JAPAN.finditer(window)]
    spans.sort(reverse=direction < 0)
    edge = at - low
    codes: list[str] = []
    for start, end, code in spans:
        near, far = (end, start) if direction < 0 else (start, end)
        between = window[min(near, edge) : max(near, edge)]
        if between and not (codes and _LISTED.fullmatch(between)):
            break
        codes.append(code)
        edge = far
    start, end = sorted((edge, at - low))
    if len(codes) < 2 or not any(m.form != "compound" for m in named if start <= m.start < end):
        return None
    return low + start, low + end, tuple(dict.fromkeys(codes[::direction]))
