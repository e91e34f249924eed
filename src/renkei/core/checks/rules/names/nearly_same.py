"""A name that another, printed more often, differs from in one or two characters inside it.

1. Names are runs of six or more kanji and katakana that end in a word for a body, meeting, treaty,
   programme or post (会議, 条約, 計画, 事務所, …) and have no abbreviation behind them.
2. Two of them begin and end alike, with five or more common characters, and differ inside by up to
   two; the rarer one is printed at most half as often. All its places are told.
3. Numerals, directions, countries, 及び, 等, middle dots, 各, 同 and the like make another name.
4. The usual name has eight characters or more and stands in five places or more: a warning; else
   info, because short names of two things may be that near.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.naming import difference
from renkei.core.checks.subject import Subject
from renkei.core.source import Evidence

_NAME = re.compile(r"[一-龥々ァ-ヶー・]{6,40}(?!\([A-Z])")
_ENDS = re.compile(
    r"(?:会議|会合|機構|委員会|条約|基金|事業|計画|協定|センター|オフィス|事務所|アカデミー|機関|協議|対話"
    r"|プログラム|プロジェクト|イニシアティブ|庁|財団|政府|代表|参与|参謀長|総長|大臣|ワークショップ|セミナー"
    r"|ネットワーク|グループ|決議|議定書|ガイドライン|教育|訓練|フォーラム|制度|奨学金|拠出金|協会|学会|部隊"
    r"|チーム|ミッション|作業部会|シンポジウム)$"
)
_OTHER = re.compile(
    r"[〇一二三四五六七八九十第年月日上下東西南北前後左右大小新旧内外男女正副陸海空級"
    r"米英仏独豪印中韓露加伊及等・各同両諸他本国省府]"
)
_PIECE, _COMMON = 2, 5
_LONG, _USUAL = 8, 5
_SHOWN = 3


def _check(subject: Subject) -> Verdict:
    names: dict[str, list[Evidence]] = defaultdict(list)
    for passage in subject.passages:
        for found in _NAME.finditer(passage.text):
            name = found[0].strip("・")
            if _ENDS.search(name):
                start = found.start() + found[0].index(name)
                names[name].append(subject.quote_passage(passage, start, start + len(name)))
    return fails(len(names), _problems(names), _NONE)


def _problems(names: dict[str, list[Evidence]]) -> Iterator[Problem]:
    alike: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(names[name]), name)):
        alike[name[:2], name[-2:]].append(name)
    for group in alike.values():
        for usual, rare in combinations(group, 2):
            often, seldom = names[usual], names[rare]
            if 2 * len(seldom) <= len(often) and _is_near(usual, rare):
                sure = len(usual) >= _LONG and len(often) >= _USUAL
                yield Problem(
                    message=tell(
                        "「{rare}」は「{usual}」（{n} か所）の書き誤りではありませんか。",
                        "“{rare}” may be a slip for “{usual}”, which stands in {n} places.",
                        rare=rare,
                        usual=usual,
                        n=len(often),
                    ),
                    places=(*seldom, *often[:_SHOWN]),
                    found=rare,
                    expected=usual,
                    severity=None if sure else "info",
                )


def _is_near(usual: str, rare: str) -> bool:
    middle = difference(usual, rare)
    return (
        max(len(middle.one), len(middle.other)) <= _PIECE
        and len(middle.before) + len(middle.behind) >= _COMMON
        and not _OTHER.search(middle.one + middle.other)
    )


_NONE = Message("名称と言える長さの語がありません。", "No word is long enough for a name.")
_OFTEN = "北洋航路安全推進会議に出席した。北洋航路安全推進会議は毎年開く。" * 3

RULE = Rule(
    id="names.nearly_same",
    version=1,
    severity="warning",
    title=Message("一、二字だけ違う名称", "A name that differs in a character or two"),
    explanation=Message(
        "同じ会議や条約の名称が一か所だけ違うと、書き誤りか別のものか分かりません。",
        "Where the name of a meeting or treaty differs in one place, readers cannot tell a slip from "
        "another thing.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            _OFTEN + "北洋航路安全促進会議の報告を受けた。\n",
            _OFTEN + "北洋航路推進会議の報告を受けた。\n",
        ),
        good=(_OFTEN + "南洋航路安全推進会議とも協議した。\n",),
        not_relevant=("船が着いた。\n",),
    ),
)
