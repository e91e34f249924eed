"""RK870 to RK899: papers, priorities, plans and the committee."""

from __future__ import annotations

from renkei.core.errors.message import Message

PLANNING_MESSAGES: dict[str, Message] = {
    "RK871": Message(
        "「{name}」は別の段階に移っています。頁を開き直してください。",
        "“{name}” has gone on to another state. Open the page again.",
    ),
    "RK872": Message(
        "「{name}」は案ではないので書き換えられません。改定案を作ってください。",
        "“{name}” is no draft and cannot be written on. Begin a revision of it.",
    ),
    "RK873": Message(
        "「{name}」の改定案は既にあります。その案を開いてください。",
        "There is a revision of “{name}” already. Open that draft.",
    ),
    "RK874": Message(
        "施行日 {day} は、前の版の施行日 {before} より後にしてください。",
        "The first day {day} must come after that of the version before, {before}.",
    ),
    "RK875": Message(
        "「{name}」には、施行中又は作成中の方針が既にあります。その方針を改定してください。",
        "There is a policy for “{name}” already, in force or being drafted. Revise that one.",
    ),
    "RK876": Message(
        "「{name}」には条文がありません。書き加えてから審査に回してください。",
        "“{name}” has no article. Add some before the review.",
    ),
    "RK877": Message(
        "「{name}」には目標、意義・目的又は重視する手段がありません。書き加えてから審査に回してください。",
        "“{name}” lacks its objective, purposes or preferred means. Add them before the review.",
    ),
    "RK878": Message(
        "「{factor}」の程度「{found}」は使えません。0 から 4 までの整数にしてください。",
        "The degree “{found}” of {factor} cannot be. Give a whole number from 0 to 4.",
    ),
    "RK879": Message(
        "「{name}」の {day} 現在の評価は既にあります。その評価を訂正してください。",
        "There is an assessment of {name} as of {day} already. Correct that one.",
    ),
    "RK880": Message(
        "「{factor}」の程度に根拠がありません。何に基づくかを書いてください。",
        "The degree of {factor} has no grounds. Say what it rests on.",
    ),
    "RK881": Message(
        "重み「{name}」は使えません（{reason}）。0 以上の数にし、各群の少なくとも一つを 0 より大きくしてください。",
        "The weights {name} cannot be used ({reason}). Give numbers of 0 or more, at least one "
        "above 0 in each group.",
    ),
    "RK882": Message(
        "経費「{found}」は使えません。0 以上の円の額と、その根拠を入れてください。",
        "The cost “{found}” cannot be. Give yen, 0 or more, and what the figure rests on.",
    ),
    "RK883": Message(
        "「{name}」からは条項が読み取れていません。別の資料を選ぶか、条文を入力してください。",
        "No article was read from “{name}”. Choose another document, or type the articles.",
    ),
    "RK884": Message(
        "期間 {start} 年度から {end} 年度までは使えません。1 年から 10 年までの期間にしてください。",
        "The years {start} to {end} cannot be. Choose a span of one to ten years.",
    ),
    "RK885": Message(
        "{year} 年度は、計画の期間（{start} 年度から {end} 年度まで）の外です。",
        "{year} is outside the years of the plan, {start} to {end}.",
    ),
    "RK886": Message(
        "額又は回数「{found}」は使えません。0 以上の整数にしてください。",
        "The amount or number “{found}” cannot be. Give a whole number of 0 or more.",
    ),
    "RK887": Message(
        "「{name}」には事業がありません。書き加えてから審査に回してください。",
        "“{name}” has no project. Add some before the review.",
    ),
}
