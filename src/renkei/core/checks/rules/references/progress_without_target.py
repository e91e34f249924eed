"""Numbered progress of a year that answers no numbered target of that year, or a target without progress.

1. Targets and progress of one indicator and fiscal year are both numbered from 1 without a gap.
2. The progress goes on beyond the last target; or it ends before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.subject import Subject
from renkei.core.records import Target
from renkei.core.source import Evidence

_SHEET = """\
令和6(2024)年度政策評価書
(航路省6-Ⅰ-4)
施策名 航路の国際協力
個別分野1 航路の共同管理
施策の概要
航路を測る。
測定指標1-1 測量の共同実施*
中期目標(令和9(2027)年度)
広げる。
令和5(2023)年度目標
{targets}
施策の進捗状況･実績
{done}
R6年度目標
1 続ける。
施策の進捗状況･実績
1 続けた。
"""


def _check(subject: Subject) -> Verdict:
    both = [each for each in subject.of(Target) if _numbered(each)]
    return fails(len(both), _problems(subject, both), _NONE)


def _numbered(target: Target) -> bool:
    return all(
        len(items) > 1
        and [_number(each) for each in items] == [str(n + 1) for n in range(len(items))]
        for items in (target.items, target.progress)
    )


def _number(item: str) -> str:
    return item.partition(" ")[0]


def _problems(subject: Subject, targets: list[Target]) -> Iterator[Problem]:
    for each in targets:
        aims, done = len(each.items), len(each.progress)
        if aims != done:
            number, year = each.number, each.fiscal_year
            beyond = each.progress[aims] if done > aims else each.progress[-1]
            yield Problem(
                message=Message(
                    f"測定指標 {number} の{year}年度の目標は {aims} 項目、進捗状況は {done} 項目です。",
                    f"Indicator {number} has {aims} targets and {done} items of progress in fiscal {year}.",
                ),
                places=(_place(subject, each, beyond), each.evidence),
                found=str(done),
                expected=str(aims),
            )


def _place(subject: Subject, target: Target, item: str) -> Evidence:
    """Where the item begins, so far as it stands in a passage behind its target."""
    words = item[:12]
    for passage in subject.passages:
        at = passage.text.find(words) if words else -1
        if (
            at >= 0
            and (place := subject.quote_passage(passage, at, at + len(words))).start
            > target.evidence.start
        ):
            return place
    return target.evidence


_NONE = Message(
    "目標と進捗状況がともに番号付きの年度がありません。",
    "No year has both its targets and its progress numbered.",
)


def _sheet(targets: str, done: str) -> str:
    return _SHEET.format(targets=targets, done=done).replace("¶", "")


def _items(*words: str) -> str:
    return "¶\n".join(f"{number} {each}" for number, each in zip("１２３", words, strict=False))


RULE = Rule(
    id="references.progress_without_target",
    version=1,
    severity="info",
    title=Message("目標と数の合わない進捗状況", "Progress that does not match the targets"),
    explanation=Message(
        "番号の付いた進捗状況は同じ番号の目標に対応します。目標のない実績か、実績のない目標があります。",
        "Numbered progress answers the target of its number: some has no target, or a target no progress.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            _sheet(
                _items("船を送る。", "港を開く。"),
                _items("船を送った。", "港を開いた。", "島を見た。"),
            ),
        ),
        good=(_sheet(_items("船を送る。", "港を開く。"), _items("船を送った。", "港を開いた。")),),
        not_relevant=("会議を開いた。\n",),
    ),
)
