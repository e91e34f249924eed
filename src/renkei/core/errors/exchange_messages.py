"""RK6xx: data exchanged with other systems, such as the government's review data."""

from __future__ import annotations

from renkei.core.errors.message import Message

EXCHANGE_MESSAGES: dict[str, Message] = {
    "RK601": Message(
        "{name} の見出しは、行政事業レビューのどのファイルのものとも合いません。"
        "RSシステムの 2-1（予算・執行）又は 3-1（目標・実績）の CSV を指定してください。",
        "The column heads of {name} are those of no file of the administrative review. "
        "Give the CSV file 2-1 (budget and execution) or 3-1 (targets and results).",
    ),
    "RK602": Message(
        "{name} には、欠かせない列「{head}」がありません。見出しを元のファイルと比べてください。",
        "{name} lacks the column {head}, without which it cannot be read. "
        "Compare its heads with the original file.",
    ),
    "RK603": Message(
        "{name} は、UTF-8 でも Shift_JIS でも読めません。元のファイルを取り直してください。",
        "{name} is neither UTF-8 nor Shift_JIS. Get the original file again.",
    ),
    "RK604": Message(
        "{name} の {line} 行目は {found} 列で、見出しの {expected} 列と合いません。"
        "この行を除いて読みました。",
        "Line {line} of {name} has {found} cells where the heads have {expected}. "
        "The line was left out.",
    ),
    "RK605": Message(
        "{name} の {line} 行目「{head}」の「{found}」は数ではありません。この行を除いて読みました。",
        "{found} in line {line} of {name}, column {head}, is not a number. The line was left out.",
    ),
    "RK606": Message(
        "{name} の {line} 行目は、事業 {project}・{year} 年度の二つ目の合計行です。"
        "最初の行（{first} 行目）を残しました。",
        "Line {line} of {name} is a second total of project {project} in {year}. "
        "The first, line {first}, was kept.",
    ),
    "RK607": Message(
        "{name} の引用符が {line} 行目の近くで閉じていません。元のファイルを取り直してください。",
        "The quotation marks in {name} are not closed near line {line}. Get the original again.",
    ),
    "RK608": Message(
        "{name} には CSV が {found} 個あります。CSV を一つだけ含む ZIP を指定してください。",
        "{name} holds {found} CSV files. Give a ZIP file with just one.",
    ),
    "RK609": Message(
        "{name} の事業年度が一つに定まりません（{found}）。一つの年度のファイルを指定してください。",
        "The rows of {name} are not of one review year ({found}). Give the file of one year.",
    ),
    "RK610": Message(
        "行政事業レビューの事業「{found}」はありません。番号を確かめるか、先に CSV を取り込んでください。",
        "There is no project {found} in the review data. Check the number, or take in the file first.",
    ),
    "RK611": Message(
        "「{means}」は、既に事業「{project}」に結び付いています。画面を読み直してください。",
        "{means} is linked to the project {project} already. Load the page again.",
    ),
    "RK612": Message(
        "{year} 年度のファイルを、ほかの人が同時に取り込みました。画面を読み直してください。",
        "Somebody else took in a file of {year} at the same time. Load the page again.",
    ),
    "RK613": Message(
        "{name} は ZIP として開けません。元のファイルを取り直してください。",
        "{name} cannot be opened as a ZIP file. Get the original file again.",
    ),
}
