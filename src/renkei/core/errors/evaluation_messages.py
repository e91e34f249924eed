"""RK7xx: indicators, their totals, ratings and counts."""

from __future__ import annotations

from renkei.core.errors.message import Message

ABSENCES: dict[str, Message] = {
    "dash": Message("「－」と印刷されている", "a dash is printed"),
    "not_printed": Message("印刷されていない", "nothing is printed"),
    "not_applicable": Message("該当しない", "it does not apply"),
}

EVALUATION_MESSAGES: dict[str, Message] = {
    "RK701": Message(
        "指標の値には、数か、値がない理由のどちらか一つが必要です（{found}）。",
        "A value of an indicator is either a number or the reason why there is none ({found}).",
    ),
    "RK702": Message(
        "割合には分子と分母の両方が必要です。分子は {numerator}、分母は {denominator} です。",
        "A ratio needs both its numerator and its denominator; these are {numerator} and "
        "{denominator}.",
    ),
    "RK703": Message(
        "分母が 0 なので、割合は求められません。対象がなければ「該当なし」としてください。",
        "The denominator is 0, so there is no ratio. If nothing was to be counted, say so.",
    ),
    "RK711": Message(
        "ある時点の水準は、年度を通じて合計できません。一つの年度の値を使ってください。",
        "A level at a point in time has no total over years. Use the value of one year.",
    ),
    "RK712": Message(
        "割合は、分子と分母がそろわなければまとめられません（{part} にはありません）。",
        "Ratios go together only by numerators and denominators; {part} lacks them.",
    ),
    "RK713": Message(
        "世論調査などの回答割合は、調査の回や対象者の異なるものをまとめられません。",
        "Shares of a survey cannot be put together over rounds or groups of people asked.",
    ),
    "RK714": Message(
        "順位は、足したり平均したりできません。",
        "Ranks are neither added nor averaged.",
    ),
    "RK715": Message(
        "定性的な目標には合計がありません。項目ごとに見てください。",
        "A target in words has no total. Look at its items.",
    ),
    "RK716": Message(
        "この指標の種類が分からないため、合計できません。件数、水準、割合などの種類を決めてください。",
        "The kind of this indicator is not known, so nothing is added. Say whether it is a count, "
        "a level, a ratio or another kind.",
    ),
    "RK717": Message(
        "国の数など、異なるものの数は、同じものを二重に数えるので合計できません。"
        "対象の一覧から数え直してください。",
        "A number of different things, such as countries, has no total: the same one would count "
        "twice. Count again from the list of them.",
    ),
    "RK720": Message(
        "{found} の異なる値を {axis} でまとめることはできません。先にどれか一つに絞ってください。",
        "Values that differ in {found} cannot be put together over {axis}. Choose one first.",
    ),
    "RK721": Message(
        "{part} の値が二つあります。二重に数えないよう、どちらかを選んでください。",
        "There are two values of {part}. Choose one, so that nothing is counted twice.",
    ),
    "RK722": Message(
        "単位の異なる値（{units}）は合計できません。",
        "Values in different units ({units}) have no total.",
    ),
    "RK723": Message(
        "{part} には値がありません（{why_ja}）。0 とはみなさないので、合計できません。"
        "その値を確かめるか、除くことを明示してください。",
        "{part} has no value ({why_en}). That is not zero, so there is no total. "
        "Find the value, or say that it is left out.",
    ),
    "RK724": Message(
        "まとめる値が一つもありません。",
        "There is no value to put together.",
    ),
    "RK731": Message(
        "評定の方式「{name}」はありません。{allowed} のどれか、又は YAML ファイルを指定してください。",
        "There is no rating scheme {name}. Name one of {allowed}, or a YAML file.",
    ),
    "RK732": Message(
        "{name} は評定の方式として読めません（{reason}）。同梱の方式の書き方に合わせてください。",
        "{name} is not a rating scheme ({reason}). Write it like those of the house.",
    ),
    "RK733": Message(
        "指標 {number} の評定「{mark}」は方式「{scheme}」にありません。{allowed} のどれかです。",
        "The mark {mark} of indicator {number} is none of the scheme {scheme}: {allowed}.",
    ),
    "RK734": Message(
        "{name} には測定指標がありません。政策評価書又は事前分析表か確かめてください。",
        "{name} holds no indicators. Check that it is an evaluation or an analysis sheet.",
    ),
    "RK741": Message(
        "「{found}」は集計の条件ではありません。「項目=値」の形で、項目は {allowed} のどれかです。",
        "{found} is no condition of a count. Write name=value, the name being one of {allowed}.",
    ),
    "RK742": Message(
        "「{found}」は {name} の値ではありません。使えるもの：{allowed}。",
        "{found} is no value of {name}. There are: {allowed}.",
    ),
    "RK743": Message(
        "期間「{found}」の終わりが始まりより前です。順を入れ替えてください。",
        "The period {found} ends before it begins. Change their order.",
    ),
    "RK744": Message(
        "条件「{name}」が二つあります。値をコンマでつないで一つにしてください。",
        "There are two conditions {name}. Join their values by a comma.",
    ),
}
