"""An event that another document tells otherwise: by telephone or by video, in which month.

1. This document lists activities; another one of the same call tells of one. Both have the same
   partners, kind and level of our side, and are the only such event of their month.
2. Their mode differs: telephone, video and face to face exclude each other; a mode that was
   inferred, because nothing was printed, counts as face to face.
3. Or, of talks at the same level and in the same mode, the months differ by one and neither
   document has another such event around them.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.checks.events import moved_events, same_events
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity

_MODES = {"in_person": "対面", "phone": "電話", "video": "テレビ会談"}
_TALKS = frozenset({"meeting", "two_plus_two", "consultation"})


def _check(subject: Subject) -> Verdict:
    listed = list(subject.listed)
    told = [
        [each for each in other.of(Activity) if each.section is None] for other in subject.others
    ]
    same = [pair for theirs in told for pair in same_events(listed, theirs)]
    moved = [pair for theirs in told for pair in moved_events(listed, theirs) if _alike(*pair)]
    return fails(len(same) + len(moved), _problems(same, moved), _NONE)


def _problems(
    same: list[tuple[Activity, Activity]], moved: list[tuple[Activity, Activity]]
) -> Iterator[Problem]:
    for own, other in same:
        if own.mode in _MODES and other.mode in _MODES and own.mode != other.mode:
            yield _problem(own, other, _MODES[own.mode], _MODES[other.mode])
    for own, other in moved:
        yield _problem(own, other, str(own.start), str(other.start))


def _alike(own: Activity, other: Activity) -> bool:
    return own.kind in _TALKS and own.mode == other.mode is not None


def _problem(own: Activity, other: Activity, here: str, there: str) -> Problem:
    return Problem(
        message=tell(
            "「{own}」は、{name} では「{there}」です（ここでは「{here}」）。",
            "“{own}” is “{there}” in {name}, and “{here}” here.",
            own=own.title,
            name=other.evidence.document.name,
            here=here,
            there=there,
        ),
        places=(own.evidence, other.evidence),
        found=here,
        expected=there,
    )


_NONE = Message(
    "ほかの文書が述べる同じ活動が一覧にありません。",
    "No other document tells of an activity of the lists.",
)
_TOLD = """\
第3章 各国との協力

1　チリ

2021年5月、岸防衛大臣は、チリのソト国防大臣と電話会談を行い、地域の情勢について意見を交わした。
また、同年9月、統幕長は、チリのレジェス統合参謀長とテレビ会談を行い、協力を続けることで一致した。
"""

RULE = Rule(
    id="documents.event_differs",
    version=1,
    severity="info",
    title=Message("別の文書と違う活動の記載", "Activity differs from another document"),
    explanation=Message(
        "同じ活動の方法（電話、テレビ会談、対面）や月が、白書など別の文書と違います。",
        "The mode or month of an activity differs from what another document, such as the white "
        "paper, tells of it.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            lists("●令和3年度\n<チリ>\n防衛相テレビ会談(5月)"),
            lists("●令和3年度\n<チリ>\n防衛相電話会談(6月)"),
        ),
        good=(lists("●令和3年度\n<チリ>\n防衛相電話会談(5月)"),),
        not_relevant=(lists("●令和3年度\n<ペルー>\n防衛相電話会談(5月)"), "会議を開いた。\n"),
        beside=_TOLD,
    ),
)
