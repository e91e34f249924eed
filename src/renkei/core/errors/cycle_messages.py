"""RK75x to RK79x: the year of an evaluation."""

from __future__ import annotations

from renkei.core.errors.message import Message

CYCLE_MESSAGES: dict[str, Message] = {
    "RK751": Message(
        "「{name}」の {year} 年度の作業は既に始まっています。その年度の頁を開いてください。",
        "The work on “{name}” in {year} has begun already. Open the page of that year.",
    ),
    "RK752": Message(
        "「{name}」は決定済みで、変更できません。理由を示して再開してください。",
        "“{name}” was decided and cannot be changed. Open it again, with a reason.",
    ),
    "RK753": Message(
        "目標の年度 {year} は、評価の年度 {now} より前です。{now} 年度以降にしてください。",
        "The target year {year} is before the year of the sheet, {now}. Choose {now} or later.",
    ),
    "RK754": Message(
        "「{name}」は割合なので、分子と分母が必要です。",
        "“{name}” is a ratio and needs its numerator and its denominator.",
    ),
    "RK755": Message(
        "{value}％は 0 から 100 までの範囲を外れています。分子と分母を確かめてください。",
        "{value} % is outside 0 to 100. Look at numerator and denominator again.",
    ),
    "RK756": Message(
        "評定「{mark}」には方式が要ります。先に評定の方式を選んでください。",
        "The mark {mark} needs a scheme. Choose the rating scheme first.",
    ),
    "RK757": Message(
        "理由を一文で書いてください。",
        "Give the reason in one sentence.",
    ),
    "RK758": Message(
        "この年度は「{found}」の段階ではありません（現在は「{stage}」）。頁を開き直してください。",
        "This year is not in the stage {found} (it is in {stage}). Open the page again.",
    ),
    "RK759": Message(
        "基本計画の期間は三年から五年です（{start} から {end} は {years} 年）。",
        "A basic plan takes three to five years ({start} to {end} are {years}).",
    ),
    "RK760": Message(
        "値の欄に「{found}」は使えません。数を入れるか、値がない理由を選んでください。",
        "A value cannot be “{found}”. Enter a number, or choose why there is none.",
    ),
    "RK761": Message(
        "指標 {numbers} に、この年度の目標又はその理由がありません。",
        "The indicators {numbers} lack a target for this year or its reason.",
    ),
    "RK762": Message(
        "指標 {numbers} に、この年度の実績又は進捗がありません。",
        "The indicators {numbers} lack an actual or progress for this year.",
    ),
    "RK763": Message(
        "評定とその理由がありません。",
        "There is no rating with a reason yet.",
    ),
    "RK764": Message(
        "点検項目のうち {number} 件が、まだ確かめられていません。",
        "{number} points of the checklist were not looked at yet.",
    ),
    "RK765": Message(
        "学識経験者の意見のうち {number} 件に、まだ答えていません。",
        "{number} remarks of the outside experts are not answered yet.",
    ),
    "RK766": Message(
        "資料に未処理の誤りが {number} 件あります。訂正するか、資料の指摘の頁で署名してください。",
        "The document has {number} open errors. Correct them, or sign for them on its findings page.",
    ),
    "RK767": Message(
        "次の年度にどう反映するかが書かれていません。",
        "Nothing is said of how this goes into the next year.",
    ),
    "RK768": Message(
        "「{name}」には年度がないため、次の年度に継続できません。",
        "“{name}” has no fiscal year and cannot be continued into the next.",
    ),
    "RK769": Message(
        "指標 {number} には、この年度の目標に項目 {item} がありません。",
        "The target of indicator {number} has no item {item} this year.",
    ),
    "RK790": Message(
        "指標 {number} の評定「{mark}」は、数値から出る評定（{possible}）と異なります。理由を一文で書いてください。",
        "The mark {mark} of indicator {number} departs from what the figures give ({possible}). "
        "Give the reason in one sentence.",
    ),
}
