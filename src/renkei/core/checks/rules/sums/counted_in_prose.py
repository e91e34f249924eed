"""A count told in prose against what the same sentence counts.

1. Partners in a row, then 計Nか国 (チリ、ペルー及びボリビアの計3か国): as many as there are.
2. Months in a row, then 計N回 (6月、10月及び令和3年2月の計3回): as many as there are.
3. Nか国 … 各M名、計K名: N times M are K.
4. A名 and B名, then の計C名 with nothing but words between: A and B are C.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.text.passages import Passage

_HINT = re.compile(r"計[0-9]|[0-9](?:か国|カ国|ヵ国|ヶ国)")
_ITEM = r"[ァ-ヶー一-龥A-Za-z]{1,16}"
_COUNTRIES = re.compile(
    rf"(?<![、・)])(?P<list>(?:{_ITEM}、)*{_ITEM}(?:及び|並びに|と){_ITEM})の計?(?P<n>[0-9]{{1,2}})(?:か国|カ国|ヵ国|ヶ国)"
)
_MONTH = r"(?:(?:令和|平成)?\s?[0-9元]{1,4}\s?年\s?)?[0-9]{1,2}\s?月"
_MONTHS = re.compile(
    rf"(?<![0-9])(?<!月、)(?P<list>(?:{_MONTH}、)*{_MONTH}(?:及び|と|、){_MONTH})の?計(?P<n>[0-9]{{1,2}})回"
)
_EACH = re.compile(
    r"(?P<a>[0-9]{1,2})(?:か国|カ国|ヵ国|ヶ国)[^。0-9]{0,40}各(?P<b>[0-9]{1,3})[名人]、?計(?P<n>[0-9]{1,4})[名人]"
)
_BOTH = re.compile(
    r"(?P<a>[0-9]{1,4})[名人][^。、0-9計]{0,8}[、と][^。0-9計]{0,40}?(?P<b>[0-9]{1,4})[名人]の計(?P<n>[0-9]{1,4})[名人]"
)
_HEADS = re.compile(r"([0-9]{1,4})[名人]")
_SPLIT = re.compile(r"、|及び|並びに|と")


def _check(subject: Subject) -> Verdict:
    counted = [
        (passage, found, count)
        for passage in subject.passages
        if _HINT.search(passage.text)
        for found, count in _counts(subject, passage.text)
    ]
    wrong = (each for each in counted if int(each[1]["n"]) != each[2])
    return fails(len(counted), (_problem(subject, *each) for each in wrong), _NONE)


def _counts(subject: Subject, text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Each count with what it should be."""
    for found in _COUNTRIES.finditer(text):
        if (count := _partners(subject, found["list"])) is not None:
            yield found, count
    for found in _MONTHS.finditer(text):
        yield found, len(re.findall(r"[0-9]\s?月", found["list"]))
    for found in _EACH.finditer(text):
        yield found, int(found["a"]) * int(found["b"])
    for found in _BOTH.finditer(text):
        sentence = text[text.rfind("。", 0, found.start()) + 1 : found.start("n")]
        told, counts = int(found["n"]), [int(each) for each in _HEADS.findall(sentence)]
        yield found, told if told in _sums(counts) else int(found["a"]) + int(found["b"])


def _sums(counts: list[int]) -> set[int]:
    """What the last two, three and so on make: it cannot be told where the list begins."""
    return {sum(counts[-size:]) for size in range(2, len(counts) + 1)}


def _partners(subject: Subject, words: str) -> int | None:
    """How many items are listed; None unless each is one partner (わが国 too), none a region."""
    items = _SPLIT.split(words)
    found = [subject.vocabulary.partner(item) for item in items]
    return len(items) if all(each and each.kind != "region" for each in found) else None


def _problem(subject: Subject, passage: Passage, found: re.Match[str], count: int) -> Problem:
    return Problem(
        message=Message(
            f"「{found[0]}」は、数えると {count} です。",
            f"“{found[0]}”: what is counted makes {count}.",
        ),
        places=(subject.quote_passage(passage, *found.span()),),
        found=found["n"],
        expected=str(count),
    )


_NONE = Message("数えられるものと計のある文がありません。", "No sentence counts what it lists.")

RULE = Rule(
    id="sums.counted_in_prose",
    version=1,
    severity="error",
    title=Message("文中の数の誤り", "Count in a sentence is wrong"),
    explanation=Message(
        "文に挙げた国、月、人数を数えると、同じ文の「計」と違います。",
        "The partners, months or persons of a sentence do not make the count it tells.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "チリ、ペルー及びボリビアの計4か国と協議した。\n",
            "6月、10月及び令和3年2月の計4回、会合を開いた。\n",
            "南米6か国から実務者各2名、計14名を招いた。\n",
            "日本人委員7名のほか、外国人委員と専門家8名の計16名が参加した。\n",
        ),
        good=(
            "チリ、ペルー及びボリビアの3か国と6月、10月及び令和3年2月の計3回協議した。\n",
            "南米6か国から実務者各2名、計12名を招いた。\n",
            "チリに5名、ペルーに3名、ボリビアに2名の計10名を送った。\n",
            "日本人委員7名のほか、外国人委員と専門家8名の計15名が参加した。\n",
        ),
        not_relevant=("計3か国と協議した。東南アジア及びオセアニアの計9か国が参加した。\n",),
    ),
)
