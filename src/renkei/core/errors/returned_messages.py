"""RK810 to RK829: sheets that come back edited, two people on one field of a year, taken counts."""

from __future__ import annotations

from renkei.core.errors.message import Message

RETURNED_MESSAGES: dict[str, Message] = {
    "RK810": Message(
        "{name} は Word（.docx）でも Excel（.xlsx）でもありません。編集した調書をそのいずれかで保存してください。",
        "{name} is neither Word (.docx) nor Excel (.xlsx). Save the edited sheet as one of them.",
    ),
    "RK811": Message(
        "{name} の文書のプロパティに Renkei の印がありません。"
        "調書をこの頁から取り直し、編集を写してください。",
        "{name} has no mark of Renkei in its properties. Download the sheet again here and copy"
        " your edits into it.",
    ),
    "RK812": Message(
        "{name} は「{found}」の調書で、「{expected}」のものではありません。その施策の頁で取り込んでください。",
        "{name} is the sheet of “{found}”, not of “{expected}”. Bring it back on the page of that"
        " policy.",
    ),
    "RK813": Message(
        "{name} に、{place} にあった見出し「{head}」がありません。"
        "行と列を元どおりにして、もう一度取り込んでください。",
        "{name} lacks the heading “{head}” that stood in {place}. Put rows and columns back, then"
        " bring the file again.",
    ),
    "RK814": Message(
        "{name} の見出し「{head}」が {place} から {found} に動いています。"
        "元の場所に戻して、もう一度取り込んでください。",
        "In {name} the heading “{head}” moved from {place} to {found}. Put it back, then bring the"
        " file again.",
    ),
    "RK815": Message(
        "{place} の欄は、表示の後に台帳で変わりました。三つの値を見直してから選んでください。",
        "The register changed at {place} since you looked. Look at the three values, then choose.",
    ),
    "RK816": Message(
        "{place} の変更は、{user} が既に判断しました。頁を開き直してください。",
        "{user} has decided on the change at {place} already. Open the page again.",
    ),
    "RK817": Message(
        "{place} の変更は、そのままでは採用できません。台帳の該当する頁で入力してください。",
        "The change at {place} cannot be taken over as it is. Enter it on its page in the register.",
    ),
    "RK818": Message(
        "{name} は、出力した調書及び台帳と違いがありません。",
        "{name} says nothing else than the sheet that went out and the register.",
    ),
    "RK819": Message(
        "{place} の値は採用できません。{reason}",
        "The value at {place} cannot be taken over. {reason}",
    ),
    "RK820": Message(
        "この欄は、画面を開いた後に {user} が「{found}」と保存しました。見比べてから、もう一度保存してください。",
        "{user} saved “{found}” here after you opened the page. Compare, then save again.",
    ),
    "RK821": Message(
        "変更が選ばれていません。一つ以上選んでください。",
        "No change is chosen. Choose at least one.",
    ),
    "RK822": Message(
        "「{earlier}」は「{later}」より前の年度のものではありません。前の年度の指標を選んでください。",
        "“{earlier}” is not of a year before “{later}”. Choose an indicator of an earlier year.",
    ),
    "RK823": Message(
        "点検項目「{points}」に備考がありますが、確かめた印がありません。印を付けるか、備考を消してください。",
        "A note stands at “{points}” and nobody ticked it. Tick the point, or take the note out.",
    ),
    "RK824": Message(
        "「{name}」は前の年度から継続した指標ではありません。新しい指標はそのまま直してください。",
        "“{name}” was not continued from the year before. Correct a new indicator as it is.",
    ),
    "RK825": Message(
        "指標 {number} の新しい名称を書いてください。",
        "Give the new name of indicator {number}.",
    ),
    "RK826": Message(
        "指標の構成を変えられるのは準備の段階だけです（現在は「{stage}」）。理由を示して準備に戻してください。",
        "Indicators change only while the year is prepared (it is in {stage}). Give the year back"
        " first.",
    ),
    "RK827": Message(
        "指標番号 {number} は既にあります。別の番号にするか、その指標を差し替えてください。",
        "There is an indicator {number} already. Take another number, or replace that indicator.",
    ),
    "RK828": Message(
        "指標 {number} には台帳への問いがありません。先に数える条件を決めてください。",
        "Indicator {number} does not ask the register. Say first which activities it counts.",
    ),
    "RK829": Message(
        "台帳の件数が、画面の {seen} 件から {found} 件に変わりました。案件を確かめてから採用してください。",
        "The register counts {found} by now, not the {seen} on the screen. Look at the activities, "
        "then take the count over.",
    ),
}
