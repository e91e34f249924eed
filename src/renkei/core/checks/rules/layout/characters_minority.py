"""Punctuation, percent signs and digits written otherwise than in the rest of the document.

1. Compared are commas (、，､), full stops (。．｡), corner brackets (「」｢｣), middle dots (・･), round
   brackets, colons and strokes behind a word, asterisks, commas in numbers, percent signs (％%) and
   single digits before a Japanese word (２回, 2回).
2. A comma or full stop counts only behind a Japanese character, so that numbers, addresses and
   item numbers (４．) are left alone. So does a round bracket beside one, but not behind the one
   character of an item letter (ア). The year of a title (６年版) is no count.
3. A form that has at least 85 in 100 of at least ten places is the document's own, unless the
   house style prefers one; only then do the others depart from it.
4. All places of one form are one finding.
"""

from __future__ import annotations

import re

from renkei.core.checks.majority import Choice, departures, habit
from renkei.core.checks.model import Examples, Message, Rule, Verdict, fails
from renkei.core.checks.subject import Subject

_BEHIND = "(?<=[ぁ-んァ-ヶー一-龥々）)」』])"
_COUNTED = "(?=[ 　]?(?:年(?!版)|月|日|回|件|名|か国|か所|人|社|本|点|億|万|つ))"


def _plain(characters: str, behind: str = "") -> dict[str, re.Pattern[str]]:
    return {each: re.compile(behind + re.escape(each)) for each in characters}


_WORD = "(?<=[ぁ-んァ-ヶー一-龥々])"
_IN_NUMBER = {each: re.compile(f"(?<=[0-9０-９]){each}(?=[0-9０-９]{{3}})") for each in ",，"}
_CHOICES = (
    Choice("comma", _plain("、，､", _BEHIND)),
    Choice("full_stop", _plain("。．｡", _BEHIND)),
    Choice("opening_corner", _plain("「｢")),
    Choice("closing_corner", _plain("」｣")),
    Choice("middle_dot", _plain("・･")),
    Choice("opening_round", _plain("（(", _WORD)),
    Choice("closing_round", _plain("）)", _WORD + "(?<![（(].)")),
    Choice("colon", _plain("：:", _WORD)),
    Choice("slash", _plain("／/", _WORD)),
    Choice("asterisk", _plain("＊*")),
    Choice("comma_in_number", {"，": _IN_NUMBER["，"], ",": _IN_NUMBER[","]}),
    Choice("percent", _plain("％%", "(?<=[0-9０-９])")),
    Choice(
        "single_digit",
        {
            "１桁の全角数字": re.compile(f"(?<![0-9０-９.．])[０-９]{_COUNTED}"),
            "１桁の半角数字": re.compile(
                rf"(?<![0-9０-９.．/\-－～~,A-Za-z])(?<![A-Za-z] )[0-9]{_COUNTED}"
            ),
        },
    ),
)


def _check(subject: Subject) -> Verdict:
    habits = [(choice, found) for choice in _CHOICES if (found := habit(subject, choice))]
    problems = (
        problem for choice, found in habits for problem in departures(subject, choice, found)
    )
    return fails(len(habits), problems, _NONE)


_NONE = Message(
    "決まった書き方と言えるほど同じ文字が使われていません。",
    "No character is used often enough to tell the habit of the document.",
)

RULE = Rule(
    id="layout.characters_minority",
    version=1,
    severity="info",
    title=Message("文書の大勢と違う文字", "Characters that depart from the document's own"),
    explanation=Message(
        "同じ役目の文字は、一つの文書の中では同じ形にそろえます。"
        "少数の違う形は、多くは貼り付けた文の名残です。",
        "Characters of one purpose take one form within a document. The few that differ mostly "
        "remain from text that was pasted in.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "港を訪れ、会い、話し、学び、食べ、書き、読み、送り、受け、見て、帰り､終えた。\n",
            "達成率は 10％、20％、30％、40％、50％、60％、70％、80％、90％、95％、98% だった。\n",
        ),
        good=("港を訪れ、会い、話し、学び、食べ、書き、読み、送り、受け、見て、帰った。\n",),
        not_relevant=("港を訪れた。\n", "港を訪れ､会い、話した。\n"),
    ),
)
