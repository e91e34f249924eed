"""RK830 to RK869: a case from idea to lesson."""

from __future__ import annotations

from renkei.core.errors.message import Message

COORDINATION_MESSAGES: dict[str, Message] = {
    "RK830": Message(
        "この案件は「{state}」なので、「{to}」にはできません。頁を開き直し、示された手続を選んでください。",
        "The case is {state} and cannot become {to}. Open the page again and choose an offered step.",
    ),
    "RK831": Message(
        "「{name}」は{state}で、もう変更できません。続きがあれば新しい案件を提案してください。",
        "“{name}” is {state} and cannot be changed any more. Propose a new case if there is a sequel.",
    ),
    "RK832": Message(
        "「{name}」は {user} が先に変更しました（現在「{state}」）。あなたの操作は行われていません。"
        "頁を開き直して確かめてください。",
        "“{name}” was changed by {user} first (it is {state} now). What you did was not done. "
        "Open the page again and look.",
    ),
    "RK833": Message(
        "相手国又は機関がありません。案件に書き入れてください。",
        "No partner is named. Enter it in the case.",
    ),
    "RK834": Message(
        "交流の手段がありません。案件で選んでください。",
        "The means is not named. Choose it in the case.",
    ),
    "RK835": Message(
        "意義・目的がありません。案件で選んでください（基本方針 2、4(2)）。",
        "The purpose is not named. Choose it in the case (basic policy 2 and 4(2)).",
    ),
    "RK836": Message(
        "時期がありません。分かる範囲で書き入れてください。",
        "No date is named. Enter it as precisely as it is known.",
    ),
    "RK837": Message(
        "日にちまで決まっていません。実施した日を書き入れてください。",
        "The day is not known. Enter the days on which it was held.",
    ),
    "RK838": Message(
        "まだ合議をしていません。関係する課に照会してください（基本方針 7(1)）。",
        "Nobody was consulted yet. Ask the bureaus concerned (basic policy 7(1)).",
    ),
    "RK839": Message(
        "{names} の回答がまだありません。回答又は期限を待ってください。",
        "{names} did not answer yet. Wait for the answer or the deadline.",
    ),
    "RK840": Message(
        "{names} が異議を述べています。調整会議で決着させるか、回答を改めてもらってください。",
        "{names} objects. Settle it in the section chiefs' meeting, or have the answer changed.",
    ),
    "RK841": Message(
        "情報保全の {number} 項目が未判断です。責任者の判断を待ってください（基本方針 7(3)）。",
        "{number} kinds of information security are undecided. Wait for the officer (basic policy 7(3)).",
    ),
    "RK842": Message(
        "情報保全の責任者が {number} 項目を認めていません。計画を改めてください。",
        "The security officer refused {number} kinds. Change the plan.",
    ),
    "RK843": Message(
        "防衛駐在官 {names} にまだ企画を知らせていません。知らせてください（基本方針 7(2)）。",
        "{names}, attaché, was not drawn in at planning yet. Tell them (basic policy 7(2)).",
    ),
    "RK844": Message(
        "最終日 {day} はまだ来ていません。終わってから実施済みにしてください。",
        "The last day, {day}, has not come yet. Mark it as held once it is over.",
    ),
    "RK845": Message(
        "結果報告がありません。報告を書いてください（基本方針 7(1)）。",
        "There is no result report. Write it (basic policy 7(1)).",
    ),
    "RK846": Message(
        "守られていない約束が {number} 件あります。果たすか、理由を付けて取り下げてください。",
        "{number} promises are open. Keep them, or let them go with a reason.",
    ),
    "RK847": Message(
        "防衛駐在官 {names} に結果を知らせていません。知らせてください（基本方針 7(2)）。",
        "{names}, attaché, does not have the result yet. Tell them (basic policy 7(2)).",
    ),
    "RK848": Message(
        "理由を一文で書いてください。履歴に残ります。",
        "Give the reason in one sentence. It stays in the history.",
    ),
    "RK849": Message(
        "終わり {end} が始まり {start} より前です。日付を確かめてください。",
        "The end, {end}, lies before the start, {start}. Look at the dates.",
    ),
    "RK850": Message(
        "期限 {due} は過ぎています。今日（{today}）以降の日にしてください。",
        "The deadline {due} is over. Choose today ({today}) or a later day.",
    ),
    "RK851": Message(
        "{organisation} への照会です。{user} は回答できません。担当の組織か、委任された人が答えてください。",
        "{organisation} was asked, and {user} cannot answer for it. Its own people or a delegate can.",
    ),
    "RK852": Message(
        "{organisation} への照会は今は回答を受け付けていません（順番前、回答済み、又は期限後）。"
        "頁を開き直してください。",
        "{organisation} cannot answer now: not its turn, answered, or too late. Open the page again.",
    ),
    "RK853": Message(
        "{organisation} は照会先にできません（自らの組織、又は二重）。ほかの組織を選んでください。",
        "{organisation} cannot be asked: it is your own, or named twice. Choose another.",
    ),
    "RK854": Message(
        "「{name}」から検査用ウイルスが見つかったため、受け取りませんでした。情報保全の担当に連絡してください。",
        "“{name}” holds a virus test pattern and was not taken. Tell the security section.",
    ),
    "RK855": Message(
        "「{name}」は {size} MB あり、上限の {limit} MB を超えています。分けるか、小さくしてください。",
        "“{name}” has {size} MB, more than the limit of {limit} MB. Split it or make it smaller.",
    ),
    "RK856": Message(
        "「{name}」は空です。ファイルを確かめてください。",
        "“{name}” is empty. Look at the file.",
    ),
    "RK857": Message(
        "取扱区分「{marking}」のため {recipient} には伝えられません。"
        "伝えてよい項目だけを選ぶか、取扱区分を見直してください。",
        "The marking {marking} forbids telling {recipient}. Choose fields that may go, or review the marking.",
    ),
    "RK858": Message(
        "「{what}」には情報保全の責任者の公開判断がありません。判断を得てから伝えてください。",
        "Nobody decided to release “{what}”. Get the decision of the security officer first.",
    ),
    "RK859": Message(
        "約束「{text}」には担当者と期日が要ります。両方を書いてください。",
        "The promise “{text}” needs an owner and a day. Enter both.",
    ),
    "RK860": Message(
        "会議「{name}」は終了しています。新しい会議に載せてください。",
        "The meeting “{name}” is over. Put it on the agenda of another.",
    ),
    "RK861": Message(
        "{name} は担当の案件ではありません。この操作は主管の組織か企画担当ができます。",
        "{name} is not yours. The lead organisation or a planner can do this.",
    ),
    "RK862": Message(
        "国別の交流の在り方は、手段「{means}」を予定していません。方針と見比べてください。",
        "The country policy does not foresee the means {means}. Compare it with the policy.",
    ),
    "RK863": Message(
        "{on} はまだ来ていない日です。約束を果たした日を記入してください。",
        "{on} has not come yet. Give the day on which the promise was kept.",
    ),
    "RK864": Message(
        "同じ相手との案件が前後 {days} 日以内に {number} 件あります。時期と目的を見比べてください。",
        "{number} with the same partner within {days} days. Compare dates and purposes.",
    ),
    "RK865": Message(
        "{who} は同じ日に別の案件 {number} 件に出る予定です。日程を見比べてください。",
        "{who} is planned for {number} other at the same time. Compare the days.",
    ),
    "RK866": Message(
        "同じ時期の寄港が {number} 件あります（{place}）。岸壁と日程を見比べてください。",
        "{number} port calls overlap ({place}). Compare berths and days.",
    ),
    "RK867": Message(
        "期間中に祝日が {number} 日あります（{named}）。相手の都合を確かめてください。",
        "{number} public holidays fall into it ({named}). Ask whether the days suit.",
    ),
    "RK868": Message(
        "ほかの組織が似た案件を {number} 件計画しています。一つにできないか見比べてください。",
        "Another organisation plans {number} like it. Compare whether one will do.",
    ),
    "RK869": Message(
        "参加者 {number} 人は、この目的の目安 {limit} 人を超えています。必要な人数か確かめてください。",
        "{number} people are more than the {limit} that the purpose bears. Look whether all are needed.",
    ),
}
