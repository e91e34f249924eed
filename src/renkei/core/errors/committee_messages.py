"""RK90x: the committee on defence exchange and its sessions."""

from __future__ import annotations

from renkei.core.errors.message import Message

COMMITTEE_MESSAGES: dict[str, Message] = {
    "RK901": Message(
        "「{name}」は終了しています。次の会合の議題にしてください。",
        "{name} is over. Put the matter on the agenda of the next session.",
    ),
    "RK902": Message(
        "長は既にいます。先に現在の長の任期の終わりを記入してください。",
        "This body has a chair already. Say first until when the present chair stays.",
    ),
    "RK903": Message(
        "終わりの日 {until} が始まりの日 {since} より前です。日付を確かめてください。",
        "The last day {until} is before the first day {since}. Check the dates.",
    ),
    "RK904": Message(
        "「{name}」は決定を求める段階にありません。審査を終えた方針又は計画だけを決定の議題にできます。",
        "{name} cannot be adopted yet. Only a policy or plan that was reviewed can be put for "
        "adoption.",
    ),
    "RK905": Message(
        "「{name}」は既にこの会合の議題にあります。",
        "{name} is on the agenda of this session already.",
    ),
    "RK906": Message(
        "「{name}」は {user} が既に決定を記録しています。画面を開き直してください。",
        "{user} has written down a decision on {name} already. Open the page again.",
    ),
    "RK907": Message(
        "「{name}」はまだ決まっていません。決定を記録してから、その後の処理を登録してください。",
        "{name} is not decided yet. Write down the decision, then what follows from it.",
    ),
    "RK908": Message(
        "「{name}」は {user} が既に完了としています。画面を開き直してください。",
        "{user} has marked {name} as done already. Open the page again.",
    ),
}
