"""A word spelt otherwise than the document spells it nearly everywhere: および beside 及び.

1. The table pairs two spellings of one word that official texts choose between (公用文における漢字使用等
   2010, 公用文作成の考え方 2022, 送り仮名の付け方 1973), or two ways
   of joining and numbering; which of the two is right the document decides.
2. The spelling with more than half of the places (55 in 100, twice or more) is the document's own;
   the other departs.
3. Parts of other words (取り組みます, 受け入れた) are no spelling of the noun and do not count.
4. All places of one spelling are one finding.
"""

from __future__ import annotations

import re

from renkei.core.checks.majority import Choice, departures, habit
from renkei.core.checks.model import Examples, Message, Rule, Verdict, fails
from renkei.core.checks.subject import Subject

_LEAST = 2
_SHARE = 0.55
_PAIRS: tuple[dict[str, str], ...] = (
    {"及び": "及び", "および": "(?<!お)および"},
    {"及び": "(?<=[一-龥々ァ-ヶー])及び", "、及び": "、及び"},
    {"並びに": "並びに", "ならびに": "ならびに"},
    {"又は": "又は", "または": "(?<!あ)または"},
    {"若しくは": "若しくは", "もしくは": "もしくは"},
    {"全て": "全て", "すべて": "すべて(?!り|る)"},
    {"我が国": "我が国", "わが国": "わが国"},
    {"在り方": "在り方", "あり方": "あり方"},
    {"働き掛け": "働き掛け", "働きかけ": "働きかけ"},
    {"呼び掛け": "呼び掛け", "呼びかけ": "呼びかけ"},
    {
        "取組": "取組(?!み)",
        "取り組み": "取り組み(?=[をがはのにと。])",
        "取組み": "取組み",
    },
    {"枠組み": "枠組み", "枠組": "枠組(?=[をがはのにと。])"},
    {"受入れ": "受入れ", "受け入れ": "受け入れ(?=[をがはの。：])"},
    {"手続": "手続(?!き)", "手続き": "手続き"},
    {"引き続き": "引き続き", "引続き": "引続き"},
    {"立ち上げ": "立ち上げ", "立上げ": "立上げ"},
    {"取りまとめ": "取りまとめ", "とりまとめ": "とりまとめ"},
    {"とりわけ": "とりわけ", "取り分け": "取り分け"},
    {"に当たり": "に当たり", "にあたり": "にあたり"},
    {"に当たって": "に当たって", "にあたって": "にあたって"},
    {"結び付け": "結び付け", "結びつけ": "結びつけ"},
    {"位置付け": "位置付け", "位置づけ": "位置づけ"},
    {"取り巻く": "取り巻く", "とりまく": "とりまく"},
    {"様々": "様々", "さまざま": "さまざま"},
    {"機運": "機運", "気運": "気運"},
    {"附属": "附属", "付属": "付属"},
    {"でき": "でき(?=る|た|ない|ず)", "出来": "出来(?=る|た|ない|ず)"},
    {"いかなる": "いかなる", "如何なる": "如何なる"},
    {"めぐる": "めぐる", "巡る": "(?<=を)巡る"},
    {"更なる": "更なる", "さらなる": "さらなる"},
    {"を始め": "を始め(?=とする|、)", "をはじめ": "をはじめ(?=とする|、)"},
    {"イニシアティブ": "イニシアティブ", "イニシアチブ": "イニシアチブ"},
    {
        "か": "(?<=[0-9０-９数])か(?=[国所月年])|(?<=[0-9０-９数] )か(?=[国所月年])",
        "ヵ": "(?<=[0-9０-９数])[カヵヶケ](?=[国所月年])|(?<=[0-9０-９数] )[カヵヶケ](?=[国所月年])",
    },
    {"ごと": "(?<=[年月日回か])ごと", "毎": "(?<=[0-9０-９年月]年)毎"},
    {"かかわらず": "かかわらず", "関わらず": "関わらず"},
    {"の下": "(?<=[一-龥]の)下(?=[、で])", "のもと": "(?<=[一-龥]の)もと(?=[、でに一-龥])"},
    {"図る": "(?<=を)図(?=[るりっら])", "はかる": "(?<=を)はか(?=[るりっら])"},
    {"決議第１号": "決議 ?第 ?[0-9]+(?= ?号)", "決議１号": "決議 ?[0-9]+(?= ?号)"},
    {"日・ASEAN": "日・(?=ASEAN)", "日ASEAN": "日 ?(?=ASEAN)"},
    {
        "第３委員会": "第 ?[0-9０-９]+ ?(?=委員会)",
        "第三委員会": "第[一二三四五六七八九十]+(?=委員会)",
    },
    {"2+2": "(?<=[0-9０-９])[+](?=[0-9０-９])", "2＋2": "(?<=[0-9０-９])＋(?=[0-9０-９])"},
    {"平成・令和": "平成 ?[0-9]{2}・(?=令和)", "平成、令和": "平成 ?[0-9]{2}、(?=令和)"},
    {"（https": "（(?= ?https?:)", "(https": r"\((?= ?https?:)"},
    {
        "／": "(?<=[ぁ-んァ-ヶ一-龥])／(?=[ぁ-んァ-ヶ一-龥])",
        "/": "(?<=[ぁ-んァ-ヶ一-龥])/(?=[ぁ-んァ-ヶ一-龥])",
    },
    {"英国": "英国", "イギリス": "イギリス"},
    {"第１回": "第 ?[0-9０-９]+ ?回", "第一回": "第[一二三四五六七八九十]+回"},
    {"とおり": "(?<=の)とおり", "通り": "(?<=の)通り(?!で|に)"},
)
_CHOICES = tuple(
    Choice(next(iter(pair)), {form: re.compile(pattern) for form, pattern in pair.items()})
    for pair in _PAIRS
)


def _check(subject: Subject) -> Verdict:
    habits = [
        (choice, found)
        for choice in _CHOICES
        if (found := habit(subject, choice, _LEAST, _SHARE)) is not None
    ]
    problems = (
        problem for choice, found in habits for problem in departures(subject, choice, found)
    )
    return fails(len(habits), problems, _NONE)


_NONE = Message(
    "表記の選べる語が、決まった書き方と言えるほど使われていません。",
    "No word with two spellings is used often enough to tell the habit of the document.",
)

RULE = Rule(
    id="layout.spellings_mixed",
    version=2,
    severity="info",
    title=Message("大勢と違う用字・送り仮名", "Spellings that depart from the document's own"),
    explanation=Message(
        "漢字で書くか仮名で書くか、送り仮名をどう付けるかは、一つの文書の中でそろえます。",
        "Kanji or kana, and the kana behind a kanji, are the same throughout one document.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港及び船、海及び島、川及び橋、山及び谷を調べ、町および村を訪れた。\n",
            "航路の在り方、港の在り方、船の在り方、橋の在り方と島のあり方を論じた。\n",
        ),
        good=("港及び船、海及び島、川及び橋、山及び谷を調べ、町及び村を訪れた。\n",),
        not_relevant=("港を訪れた。\n", "町および村、港及び船を訪れた。\n"),
    ),
)
