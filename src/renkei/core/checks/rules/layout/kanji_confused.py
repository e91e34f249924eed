"""A kanji of another word with the same sound, in a phrase that has one spelling: 一同に会する.

1. Set phrases: the table holds those whose wrong spelling is no other word in that place. 努める
   (to strive) takes に behind what is done, 務める (to hold an office) takes を.
2. The kanji 一 in place of a dash: （一年度） where no year is given.
3. Endings that the rules on kana (送り仮名の付け方, 1973) write otherwise: 行ない, 関り.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Rule, Verdict
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import Slip, check_slips, slip

_JA, _EN = "同じ音の別の語の字です。", "The kanji is that of another word with the same sound."
_KANA_JA, _KANA_EN = "送り仮名が違います。", "The kana behind the kanji are others."
_CONFUSED = (
    (r"一同に会", "一堂に会"),
    (r"浮き掘り", "浮き彫り"),
    (r"(?<=を)初めと(?=[しす])", "始めと"),
    (r"(?<=[一-龥るとに]に)務め(?=て|た|る|、)", "努め"),
    (r"国境を超え", "国境を越え"),
    (r"施策方針演説", "施政方針演説"),
    (r"(?<=促進)進化|(?<=[関連]係の)進化", "深化"),
    (r"専問", "専門"),
    (r"訪門", "訪問"),
    (r"講議", "講義"),
    (r"招侍", "招待"),
    (r"貿易磨擦", "貿易摩擦"),
    (r"不可決", "不可欠"),
    (r"危機一発", "危機一髪"),
    (r"除々に", "徐々に"),
    (r"最少限", "最小限"),
    (r"価値感", "価値観"),
    (r"重復", "重複"),
)
_ENDINGS = (
    (r"行な(?=い、|い[たてま]|う。|った|って|われ)", "行"),
    (r"(?<=[のる])関り(?=[がをの])", "関わり"),
    (r"づつ(?![らき])", "ずつ"),
    (r"のとうり", "のとおり"),
)


_DASH = slip(
    r"(?<=\()一(?=年度\))",
    "－",
    "空欄を示す横線の代わりに漢数字が入っています。",
    "The kanji for one stands in place of the dash that says none.",
)


def _slips() -> tuple[Slip, ...]:
    confused = (slip(wrong, right, _JA, _EN) for wrong, right in _CONFUSED)
    endings = (slip(wrong, right, _KANA_JA, _KANA_EN) for wrong, right in _ENDINGS)
    return (*confused, *endings, _DASH)


_SLIPS = _slips()


def _check(subject: Subject) -> Verdict:
    return check_slips(subject, _SLIPS)


RULE = Rule(
    id="layout.kanji_confused",
    version=1,
    severity="warning",
    title=Message("同音の漢字の取り違え", "Kanji of another word with the same sound"),
    explanation=Message(
        "変換のときに、同じ音の別の語の漢字が選ばれています。",
        "When the word was typed, the kanji of another word with the same sound were taken.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "船長が一同に会した。\n",
            "灯台の整備に務めてきた。\n",
            "国境を超える船を調べた。\n",
            "港湾法を初めとする法令を調べた。\n",
            "支援を行ない、港を直した。\n",
            "中期目標（一年度）\n",
            "海との関りが深い町を訪れた。\n",
        ),
        good=(
            "船長が一堂に会し、議長を務めた者が整備に努め、国境を越える船を始めとする航路を調べた。\n",
        ),
        not_relevant=("1 2 3\n",),
    ),
)
