"""A particle that is missing or cannot stand where it does: 記載するともに, 必要な応じ.

1. ともに right behind the dictionary form or past form of a verb lost its と.
2. へ before 取組 as a noun lost its の.
3. の before 貢献する or 寄与する, and between two nouns whose second is done (の創出するために), has
   taken the place of に or を.
4. な, を or の before a word that governs に (応じて, 関する, 対する, 基づく).
5. が before 主催による and the like, where a verb would have to follow.
6. A sum, a year or a fiscal year right before 設立された: に is missing. Words that need none
   (毎年, 今年度, 同年, 昨年) are left alone.
7. を instead of に before 署名する, right behind what is signed; に may be parted by those who sign.
8. へ before the one who is invited: への…を招へい, where only で or の can stand.
9. A wish right before 旨意向: の is missing.
10. The name of a numbered meeting right before 始め lost its を; 選定 of persons takes の.
11. A case particle with another that it cannot stand beside, between kanji.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Rule, Verdict
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import check_slips, slip

_WITH_NI = r"応じ(?![るまた])|関する|関して|対する|対して|基づ[いきく]"
_SIGNED = "声明|宣言|合意|協定|覚書|条約"
_SLIPS = (
    slip(
        r"(する|した|れる|せる|[一-龥][るうくすむぶつ])ともに",  # 1
        r"\1とともに",
        "「と」が抜けています。",
        "と is missing.",
    ),
    slip(r"へ取組(?=[をがはのにや])", "への取組", "「の」が抜けています。", "の is missing."),  # 2
    slip(
        r"(?<=[一-龥ァ-ヶー])の(貢献|寄与)(?=する(?:ため|と|こ|。)|し[、た]|でき)",  # 3
        r"に\1",
        "「の」は受ける語がありません。",
        "の has nothing to belong to.",
    ),
    slip(
        r"(?<=[一-龥ァ-ヶー])の(?!貢献|寄与)([一-龥]{2}するため[にの])",  # 3
        r"を\1",
        "「の」は受ける語がありません。",
        "の has nothing to belong to.",
    ),
    slip(
        rf"(?<=[一-龥ァ-ヶー])[なをの]({_WITH_NI})",  # 4
        r"に\1",
        "この語は「に」を受けます。",
        "This word governs に.",
    ),
    slip(
        r"(?<=[一-龥ァ-ヶー)])が(主催|共催|開催|実施)による",  # 5
        r"が\1する",
        "「が」を受ける述語がありません。",
        "が has no verb.",
    ),
    slip(
        r"([0-9元] ?年度?)(設立|設置|開始|発足|締結|採択)され",  # 6
        r"\1に\2され",
        "「に」が抜けています。",
        "に is missing.",
    ),
    slip(
        rf"(?<={_SIGNED})を(、(?:日本|我が国)を(?:含む|始め)[^。、をに]{{1,15}}が)?署名(?=し[たて、]|する)",  # 7
        r"に\1署名",
        "「署名」は「に」を受けます。",
        "署名 governs に.",
    ),
    slip(r"(?<=たい)旨(?=意向|意見|希望)", "旨の", "「の」が抜けています。", "の is missing."),  # 9
    slip(
        r"(?<=[A-Z][0-9])始め(?=[一-龥ァ-ヶと、])",
        "を始め",
        "「を」が抜けています。",
        "を is missing.",
    ),  # 10
    slip(
        r"(対象者|候補者|受賞者)への(?=選定)",
        r"\1の",
        "「選定」は「の」を受けます。",
        "選定 takes の.",
    ),  # 10
    slip(
        r"への([^、。「」をへにが]{2,24})を(?=招へい|招聘|招待)",  # 8
        r"に\1を",
        "「への」を受ける名詞がありません。",
        "への has no noun to belong to.",
    ),
    slip(
        r"(?<=[一-龥ァ-ヶー])(?:がを|はを|をが|をは|にを|でを|をの|がの)(?=[一-龥])",  # 11
        "を",
        "助詞が重なっています。",
        "Two particles stand where one can.",
    ),
)


def _check(subject: Subject) -> Verdict:
    return check_slips(subject, _SLIPS)


RULE = Rule(
    id="layout.particles_wrong",
    version=1,
    severity="warning",
    title=Message("助詞の抜けや取り違え", "Particles missing or mistaken"),
    explanation=Message(
        "助詞が一つ抜けるか違うと、文のかかり受けが成り立ちません。",
        "With a particle missing or mistaken the words of a sentence do not hold together.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "航路を記載するともに、港を調べた。\n",
            "海洋の課題へ取組を支えた。\n",
            "漁業の発展の寄与するために船を送った。\n",
            "安全な航路の確保するための研修を行った。\n",
            "必要な応じて船を送った。\n",
            "島の関する調査を行った。\n",
            "港湾協会が主催による講座に出た。\n",
            "令和３年度設立された港湾協会を訪れた。\n",
            "港湾をの整備を進めた。\n",
            "灯台に関する共同声明を署名した。\n",
            "船を送りたい旨意向を示した。\n",
            "HRB7始め海の会議に出た。\n",
            "対象者への選定を終えた。\n",
            "港湾会議への船長連盟会長を招待した。\n",
        ),
        good=(
            "航路を記載するとともに、漁業の発展に寄与し、課題への取組を支え、必要に応じ船を送った。\n",
            "毎年開催される会議で、協会の主催による講座の実施に関する意見を聞いた。\n",
            "共同声明に署名し、港湾会議に船長を招待した。\n",
        ),
        not_relevant=("1 2 3\n",),
    ),
)
