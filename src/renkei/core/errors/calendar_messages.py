"""RK91x: the calendar and its feeds."""

from __future__ import annotations

from renkei.core.errors.message import Message

CALENDAR_MESSAGES: dict[str, Message] = {
    "RK911": Message(
        "期間「{found}」はありません。週・月・四半期・年度・5年・10年から選んでください。",
        "There is no span “{found}”. Choose week, month, quarter, year, five or ten years.",
    ),
    "RK912": Message(
        "行の分け方「{found}」はありません。相手国等・組織・主体・地域から選んでください。",
        "Rows cannot be made by “{found}”. Choose partner, organisation, principal or region.",
    ),
    "RK913": Message(
        "「{found}」はカレンダーで示せる日付ではありません。1900-01-01 から 2190-12-31 までの日付を "
        "2026-04-01 の形で入力してください。",
        "“{found}” is not a day that the calendar shows. Enter one from 1900-01-01 to 2190-12-31 "
        "like 2026-04-01.",
    ),
    "RK914": Message(
        "「{found}」という{what_ja}は登録されていません。一覧から選んでください。",
        "There is no {what_en} “{found}”. Choose one from the list.",
    ),
    "RK915": Message(
        "フィードの名前を1文字以上100文字以内で入力してください。",
        "Give the feed a name of 1 to 100 characters.",
    ),
    "RK916": Message(
        "フィードは1人{limit}件までです。使わないものを取り消してください。",
        "A person may keep {limit} feeds. Revoke one that is not used.",
    ),
    "RK917": Message(
        "このフィードは取り消されたか、利用者が無効です。Renkei のカレンダーの画面で新しく作ってください。",
        "This feed was revoked, or its person may no longer sign in. Make a new one in the calendar "
        "of Renkei.",
    ),
    "RK918": Message(
        "このアドレスのフィードはありません。アドレスを確かめてください。",
        "There is no feed at this address. Check the address.",
    ),
}
