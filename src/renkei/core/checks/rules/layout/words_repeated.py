r"""A word taken up again where a revision left it over: 計画を更に計画を, 企画・企画立案, 関連関係会合.

1. ``XをXを``: the same kanji word with を twice, with at most an adverb between.
2. ``X・XY``: the same word on both sides of a middle dot, the second only with another word beside it;
   反X, 非X and 未X are other words.
3. 関連関係 and 関係関連; のための twice within ten characters of one clause; one word of four kanji or
   more three times in a clause.
4. 等 behind a bracket that closes with 等: info, because some mean it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.severity import Severity
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import around, japanese


@dataclass(frozen=True, slots=True)
class _Way:
    pattern: re.Pattern[str]
    severity: Severity | None = None


_K = "[一-龥々]"
_WAYS = (
    _Way(re.compile(rf"(?<!{_K})({_K}{{2,6}})を(?:より|更に|さらに|一層)?\1を")),
    _Way(re.compile(rf"({_K}{{2,4}})を(?:より|更に|さらに|一層)\1を")),
    _Way(re.compile(rf"(?<!{_K})({_K}{{2,6}})・\1(?={_K})")),
    _Way(re.compile(rf"(?<!{_K})({_K}{{2,6}})・(?![反非未])(?:{_K}{{2}})\1(?=・)")),
    _Way(re.compile(r"関連関係|関係関連")),
    _Way(re.compile(r"のための[^、。のた]{1,10}のための")),
    _Way(re.compile(rf"(?<!{_K})({_K}{{4,6}})[^。、]{{1,8}}、\1[^。、]{{1,4}}\1(?={_K})")),
    _Way(re.compile(r"等\)等"), "info"),
)


def _check(subject: Subject) -> Verdict:
    passages = japanese(subject)
    return fails(len(passages), _problems(subject), _NONE)


def _problems(subject: Subject) -> Iterator[Problem]:
    for passage in japanese(subject):
        for way in _WAYS:
            for found in way.pattern.finditer(passage.text):
                yield Problem(
                    message=Message(
                        f"「{found[0]}」に、同じ語が残っています。",
                        f"In “{found[0]}” a word is left over.",
                    ),
                    places=(around(subject, passage, *found.span()),),
                    found=found[0],
                    severity=way.severity,
                    group=found[0],
                )


_NONE = Message("日本語の文がありません。", "There is no Japanese text.")

RULE = Rule(
    id="layout.words_repeated",
    version=1,
    severity="warning",
    title=Message("直した後に残った語", "A word left over from a revision"),
    explanation=Message(
        "文を直した後に元の語が残り、同じ語が近くに二度出ます。どちらを残すか確かめてください。",
        "After a revision a word stood twice close together. Decide which of the two stays.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港の整備計画を更に計画を進めた。\n",
            "航路の企画・企画立案を行った。\n",
            "海洋調査関連関係会合に出席した。\n",
            "船員のための訓練のための施設を設けた。\n",
            "水産加工等（冷凍等)等を視察した。\n",
        ),
        good=("航路の企画・立案を行い、政府・反政府の双方と協議した。\n",),
        not_relevant=("Ships.\n",),
    ),
)
