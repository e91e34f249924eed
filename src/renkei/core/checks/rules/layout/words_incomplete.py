"""A set word that lost a character, or whose parts changed places: ワーキングループ, 署名が開催.

1. The table holds words whose broken form is no word of its own in that place.
2. English words count only as whole words.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Rule, Verdict
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import check_slips, slip

_JA, _EN = (
    "語の一部が抜けるか入れ替わっています。",
    "A part of the word is lost or has changed places.",
)
_TABLE = (
    (r"ワーキングループ", "ワーキンググループ"),
    (r"シンポジム", "シンポジウム"),
    (r"コミュニケション", "コミュニケーション"),
    (r"(?<=[米国])商代表", "通商代表"),
    (r"署名が(?=開催)", "署名式が"),
    (r"(?<=の)拡大感染", "感染拡大"),
    (r"(?<![A-Za-z])Headguarters(?![A-Za-z])", "Headquarters"),
    (r"(?<![A-Za-z])([Gg])overment(?![A-Za-z])", r"\1overnment"),
    (r"(?<![A-Za-z])([Mm])inistery(?![A-Za-z])", r"\1inistry"),
)
_SLIPS = tuple(slip(wrong, right, _JA, _EN) for wrong, right in _TABLE)


def _check(subject: Subject) -> Verdict:
    return check_slips(subject, _SLIPS)


RULE = Rule(
    id="layout.words_incomplete",
    version=1,
    severity="warning",
    title=Message("一部の欠けた語", "Set words that lost a part"),
    explanation=Message(
        "決まった語の一字が抜けるか、前後が入れ替わっています。",
        "A set word lost a character, or its halves changed places.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港湾ワーキングループを開いた。\n",
            "共同宣言への署名が開催された。\n",
            "病気の拡大感染のため延期した。\n",
            "Harbour Headguarters（港湾本部）を訪れた。\n",
        ),
        good=("港湾ワーキンググループを開き、署名式が開催され、感染拡大を防いだ。\n",),
        not_relevant=("1 2 3\n",),
    ),
)
