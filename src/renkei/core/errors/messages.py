"""The registry of messages: one stable code, one sentence per language.

A sentence says what was found, where, and what to do next. Codes are never reused.
RK1xx files, RK2xx text, RK3xx values, RK4xx commands and settings, RK5xx records and rights,
RK6xx data exchanged with other systems, RK7xx indicators and ratings, RK80x pictures and money,
RK81x to RK82x sheets that come back edited, RK83x to RK86x co-ordination, RK87x to RK89x planning, RK90x the committee,
RK91x the calendar.
"""

from __future__ import annotations

from renkei.core.errors.calendar_messages import CALENDAR_MESSAGES
from renkei.core.errors.committee_messages import COMMITTEE_MESSAGES
from renkei.core.errors.coordination_messages import COORDINATION_MESSAGES
from renkei.core.errors.cycle_messages import CYCLE_MESSAGES
from renkei.core.errors.evaluation_messages import EVALUATION_MESSAGES
from renkei.core.errors.exchange_messages import EXCHANGE_MESSAGES
from renkei.core.errors.message import Language, Message
from renkei.core.errors.planning_messages import PLANNING_MESSAGES
from renkei.core.errors.returned_messages import RETURNED_MESSAGES

__all__ = ["MESSAGES", "Language", "Message"]

MESSAGES: dict[str, Message] = {
    "RK101": Message(
        "{name} が見つかりません。パスを確かめてください。",
        "{name} was not found. Check the path.",
    ),
    "RK102": Message(
        "{name} はフォルダーです。中のファイルを指定してください。",
        "{name} is a directory. Name the files in it.",
    ),
    "RK103": Message(
        "{name} は空（0バイト）です。元のファイルを取り直してください。",
        "{name} is empty (0 bytes). Get the original file again.",
    ),
    "RK104": Message(
        "{name} には空白しかありません。元のファイルを取り直してください。",
        "{name} holds nothing but white space. Get the original file again.",
    ),
    "RK105": Message(
        "{name} を読む権限がありません。アクセス権を確かめてください。",
        "{name} may not be read by you. Check its permissions.",
    ),
    "RK106": Message(
        "{name} は {size} あり、上限の {limit} を超えています。分けてから読み込んでください。",
        "{name} has {size}, more than the limit of {limit}. Split it first.",
    ),
    "RK107": Message(
        "{name} を読めませんでした（{reason}）。ディスクと接続を確かめてください。",
        "{name} could not be read ({reason}). Check the disk and the connection.",
    ),
    "RK108": Message(
        "{name} は拡張子が {extension} ですが、中身は{found_ja}です。"
        "正しい拡張子に直すか、元のファイルを取り直してください。",
        "{name} is called {extension} but holds {found_en}. "
        "Give it the right extension, or get the original file again.",
    ),
    "RK109": Message(
        "{name} は{found_ja}で、Renkei では読めません。"
        "テキスト、PDF、Word（.docx）、Excel（.xlsx）、HTML のどれかで保存し直してください。",
        "{name} holds {found_en}, which Renkei does not read. "
        "Save it as text, PDF, Word (.docx), Excel (.xlsx) or HTML.",
    ),
    "RK111": Message(
        "{name} はどの文字コードとしても読めません。{line} 行目（{offset} バイト目）の {byte} が"
        "最初の読めない箇所です。UTF-8 で保存し直してください。",
        "{name} is not valid in any known encoding: {byte} on line {line} (byte {offset}) is the "
        "first that cannot be read. Save it as UTF-8.",
    ),
    "RK112": Message(
        "{name} の {line} 行目（{offset} バイト目）に NUL 文字があります。ファイルが壊れているか、"
        "テキストではありません。元のファイルを取り直してください。",
        "{name} has a NUL character on line {line} (byte {offset}): it is damaged or not text. "
        "Get the original file again.",
    ),
    "RK113": Message(
        "{name} は途中で切れた PDF です（{size}、終わりの印 %%EOF がありません）。"
        "もう一度ダウンロードしてください。",
        "{name} is a PDF that was cut off ({size}, its end mark %%EOF is missing). "
        "Download it again.",
    ),
    "RK114": Message(
        "{name} はパスワードで保護された PDF です。保護を外して保存し直してください。",
        "{name} is a PDF protected by a password. Save it again without protection.",
    ),
    "RK115": Message(
        "{name} は壊れた PDF です。元のファイルを取り直してください。",
        "{name} is a damaged PDF. Get the original file again.",
    ),
    "RK116": Message(
        "{name} は {pages} ページのうち {scanned} ページが画像だけの PDF です（文字の層がありません）。"
        "文字認識（OCR）をかけて保存し直してください。",
        "{name} is a PDF with only images on {scanned} of its {pages} pages (no text layer). "
        "Run character recognition (OCR) over it and save it again.",
    ),
    "RK117": Message(
        "{name} は壊れた{form_ja}です（ZIP として開けません）。元のファイルを取り直してください。",
        "{name} is {form_en} that is damaged (it does not open as ZIP). Get the original file again.",
    ),
    "RK118": Message(
        "{name} は {size} から {expanded} に膨らむ圧縮ファイルで、上限の {limit} を超えています。"
        "出所を確かめ、中身を分けてください。",
        "{name} expands from {size} to {expanded}, more than the limit of {limit}. "
        "Check where it comes from and split its contents.",
    ),
    "RK119": Message(
        "{name} はパスワードで保護された Office ファイルです。保護を外して保存し直してください。",
        "{name} is an Office file protected by a password. Save it again without protection.",
    ),
    "RK120": Message(
        "{name} は壊れた{form_ja}です（部品 {part} がないか、読めません）。"
        "元のファイルを取り直してください。",
        "{name} is {form_en} that is damaged (its part {part} is missing or broken). "
        "Get the original file again.",
    ),
    "RK122": Message(
        "{name} は {pages} ページあり、上限の {limit} ページを超えています。分けてから読み込んでください。",
        "{name} has {pages} pages, more than the limit of {limit}. Split it first.",
    ),
    "RK123": Message(
        "{name} は {page} ページ目までで上限の {limit} 字を超えています。分けてから読み込んでください。",
        "{name} has more than {limit} characters by page {page}. Split it first.",
    ),
    "RK121": Message(
        "{name} は読めましたが、知っている様式のどれでもないため、記録はありません。"
        "評価書、事前分析表、白書又は通達の本文か確かめてください。",
        "{name} was read, but it is none of the known forms, so there are no records. "
        "Check that it is the text of an evaluation, analysis sheet, white paper or directive.",
    ),
    "RK301": Message(
        "「{found}」は会計年度として読めません。「令和3年度」「2021」のように書いてください。",
        "“{found}” is not a fiscal year. Write it like 2021 or 令和3年度.",
    ),
    "RK302": Message(
        "「{found}」は日付として読めません。「2021-04」「令和3年4月1日」のように書いてください。",
        "“{found}” is not a date. Write it like 2021-04 or 令和3年4月1日.",
    ),
    "RK303": Message(
        "「{found}」は金額として読めません。「1,234」「△56」のように書いてください。",
        "“{found}” is not an amount. Write it like 1,234 or △56.",
    ),
    "RK304": Message(
        "「{found}」は数量として読めません。「80.2%」「266万件」のように書いてください。",
        "“{found}” is not a quantity. Write it like 80.2% or 266万件.",
    ),
    "RK401": Message(
        "設定 {name} の値「{found}」は使えません。{expected} のように書いてください。",
        "The setting {name} is “{found}”. Write it like {expected}.",
    ),
    "RK402": Message(
        "データベースに接続できません（{reason}）。DATABASE_URL と RENKEI_HOME を確かめてください。",
        "The database cannot be reached ({reason}). Check DATABASE_URL and RENKEI_HOME.",
    ),
    "RK403": Message(
        "{name} に書き込めません（{reason}）。空き容量と権限を確かめてください。",
        "{name} cannot be written ({reason}). Check free space and permissions.",
    ),
    "RK404": Message(
        "データベースが書き込みを断りました（{reason}）。空き容量を確かめて、もう一度実行してください。何も書き込んでいません。",
        "The database refused to write ({reason}). Check free space, then run it again. Nothing was written.",
    ),
    "RK405": Message(
        "ポート {port} は使用中です。別の番号を --port で指定してください。",
        "Port {port} is in use. Choose another with --port.",
    ),
    "RK406": Message(
        "{home} の台帳は実際に使われているため、見本の利用者は作りません。RENKEI_HOME で別のフォルダーを指定してください。",
        "The register in {home} is in real use, so no sample users are made. Name another directory with RENKEI_HOME.",
    ),
    "RK411": Message(
        "印刷用の書体 {name} が {folder} にありません。make setup を実行してください。",
        "The font {name} for printing is not in {folder}. Run make setup.",
    ),
    "RK412": Message(
        "印刷用の書体にない文字があります：{found}。別の文字に直してください。",
        "The fonts for printing lack these characters: {found}. Write them otherwise.",
    ),
    "RK413": Message(
        "シートを組版できませんでした（{found}）。この番号とシート名を管理者に知らせてください。",
        "The sheet could not be set ({found}). Tell the administrator this code and the sheet.",
    ),
    "RK800": Message(
        "図を PNG にできませんでした（{found}）。SVG は書き出せます。この番号を管理者に知らせてください。",
        "The picture could not be made a PNG ({found}). SVG works; tell the administrator this code.",
    ),
    "RK414": Message(
        "施策「{found}」が見つかりません。次の番号か名称で指定してください：{listed}",
        "The policy “{found}” was not found. Name one of these by number or name: {listed}",
    ),
    "RK415": Message(
        "登録簿に施策がありません。先に renkei ingest で評価書を読み込んでください。",
        "The register holds no policy. Read an evaluation sheet first: renkei ingest FILE.",
    ),
    "RK416": Message(
        "「{found}」に当たる施策が複数あります。番号で指定してください：{listed}",
        "“{found}” fits several policies. Choose by number: {listed}",
    ),
    "RK419": Message(
        "「{policy}」には様式 {form} に要る内容（評定又は政策ごとの予算額の表）がありません。"
        "別の様式を選ぶか、内容を登録してください。",
        "“{policy}” lacks what the form {form} needs (a rating, or the table by account). "
        "Choose another form, or enter it first.",
    ),
    "RK418": Message(
        "シートの形式「{found}」はありません。{allowed} のどれかにしてください。",
        "There is no sheet format “{found}”. Use one of {allowed}.",
    ),
    "RK417": Message(
        "データファイル {name} の{line}行目の「{found}」を読めません。レコード形式の項目名と値を確かめてください。",
        "“{found}” on line {line} of the data file {name} cannot be read. Check the names and values "
        "of the record format.",
    ),
    "RK501": Message(
        "{user} さんにはこの操作（{action}）の権限がありません。管理者に相談してください。",
        "{user} may not do this ({action}). Ask an administrator.",
    ),
    "RK502": Message(
        "「{name}」は、開いている間に {user} さんが変更しました。何も書き込んでいません。"
        "新しい内容を見てから、もう一度直してください。",
        "“{name}” was changed by {user} while you had it open. Nothing was written. "
        "Look at the new state, then correct it again.",
    ),
    "RK503": Message(
        "項目 {field} の値「{found}」は使えません。{expected}",
        "The field {field} cannot be “{found}”. {expected}",
    ),
    "RK504": Message(
        "訂正には理由が必要です。何を根拠に直したかを一文で書いてください。",
        "A correction needs a reason. Say in one sentence what it rests on.",
    ),
    "RK505": Message(
        "{what}「{found}」はありません。一覧から選んでください。",
        "There is no {what} “{found}”. Choose one from the list.",
    ),
    "RK506": Message(
        "利用者名「{name}」は既に使われています。別の名前にしてください。",
        "The user name “{name}” is taken. Choose another.",
    ),
    "RK507": Message(
        "「{name}」の最新の版は訂正ではないため、取り消せません。履歴を確かめてください。",
        "The latest version of “{name}” is no correction and cannot be taken back. "
        "Look at the history.",
    ),
    "RK508": Message(
        "「{name}」ともう一方の案件は、取扱区分が違うか、両方とも人が訂正しているため、一つにできません。"
        "取扱区分をそろえるか、一方の訂正を取り消してください。",
        "“{name}” and the other activity cannot become one: their handling markings differ, or people "
        "corrected both. Bring the markings in line, or take one correction back.",
    ),
    "RK509": Message(
        "「{name}」は人が訂正しています。どの値を採るかは、訂正で決めてください。",
        "“{name}” was corrected by a person. Correct it to say which value holds.",
    ),
    "RK510": Message(
        "この内容では登録できません。{problem} 該当する項目を直してください。",
        "This cannot be kept as it is. {problem} Correct the fields it names.",
    ),
    "RK511": Message(
        "却下には理由が必要です。印刷された語と何が違うのかを一文で書いてください。",
        "A rejection needs a reason. Say in one sentence how it differs from the printed words.",
    ),
    "RK512": Message(
        "まだ確認されていない記録は {found} 件で、確かめた {expected} 件と違います。何も書き込んでいません。"
        "件数を見直してから、もう一度実行してください。",
        "{found} records are unchecked by now, not the {expected} you confirmed. Nothing was written. "
        "Look at the number, then confirm again.",
    ),
    "RK431": Message(
        "「{found}」というコマンドはありません{near}。{command} --help で一覧を確かめてください。",
        "There is no command “{found}”{near}. {command} --help lists them.",
    ),
    "RK432": Message(
        "「{found}」というオプションはありません{near}。{command} --help で確かめてください。",
        "There is no option “{found}”{near}. {command} --help lists them.",
    ),
    "RK433": Message(
        "{name} が足りません。{command} --help で書き方を確かめてください。",
        "{name} is missing. {command} --help shows how to write it.",
    ),
    "RK434": Message(
        "{name} の値が正しくありません{allowed}。{command} --help で確かめてください。",
        "The value of {name} is not valid{allowed}. {command} --help shows what is expected.",
    ),
    "RK435": Message(
        "コマンドの書き方が正しくありません（{detail}）。{command} --help で確かめてください。",
        "The command cannot be carried out as written ({detail}). {command} --help shows how.",
    ),
    "RK521": Message(
        "規則 {rule} の指摘には、確かな訂正案がありません。正しい語を自分で入力してください。",
        "The rule {rule} is not certain of a correction. Enter the right words yourself.",
    ),
    "RK522": Message(
        "この箇所は既に「{printed}」から「{text}」へ訂正されています。先にその訂正を取り消してください。",
        "This place was already corrected from “{printed}” to “{text}”. Take that back first.",
    ),
    "RK523": Message(
        "訂正後の語が印刷された語と同じか、その箇所がありません。指摘の箇所を選び直してください。",
        "The corrected words are those printed, or there is no such place. Choose the place again.",
    ),
    "RK524": Message(
        "指摘を退けるには理由が必要です。なぜ誤りでないかを一文で書いてください。",
        "Dismissing a finding needs a reason. Say in one sentence why it is no error.",
    ),
    "RK525": Message(
        "{user} さんはこの文書の指摘を扱えません。権限のある人を選んでください。",
        "{user} may not deal with findings of this document. Choose somebody who may.",
    ),
    "RK526": Message(
        "既に取り消されています。画面を開き直してください。",
        "It has been taken back already. Open the page again.",
    ),
    "RK527": Message(
        "誤りが {number} 件残っています。訂正するか退けるか、残す理由を書いて署名してください。",
        "{number} errors are open. Correct or dismiss them, or sign for them with a reason.",
    ),
    "RK528": Message(
        "この指摘はもうありません。本文が訂正されたか、規則が変わりました。画面を開き直してください。",
        "This finding is gone: the text was corrected or the rule changed. Open the page again.",
    ),
    "RK436": Message(
        "様式「{name}」はありません。{allowed} のどれか、または YAML ファイルを指定してください。",
        "There is no layout “{name}”. Name one of {allowed}, or a YAML file.",
    ),
    "RK437": Message(
        "様式 {name} を使えません（{reason}）。様式の書き方は docs/how-to/sheet-layout.md にあります。",
        "The layout {name} cannot be used ({reason}). docs/how-to/sheet-layout.md says how.",
    ),
    "RK441": Message(
        "書き方の設定 {name} の「{what}」は使えません。skip・severity・prefer の各欄と、規則の番号、"
        "重さ（error・warning・info）を確かめてください。",
        "“{what}” in the house style {name} means nothing. Use skip, severity and prefer, ids of "
        "rules, and the weights error, warning and info.",
    ),
    "RK442": Message(
        "規則「{name}」はありません。規則の番号か、系統（{allowed}）を指定してください。",
        "There is no rule “{name}”. Name the id of a rule, or a family ({allowed}).",
    ),
    "RK443": Message(
        "書き方の設定 {name} を読めません（{reason}）。UTF-8 の YAML ファイルを指定してください。",
        "The house style {name} cannot be read ({reason}). Name a YAML file in UTF-8.",
    ),
    "RK444": Message(
        "点検するものがありません。ファイルを指定するか、台帳を点検する --register を付けてください。",
        "There is nothing to check. Name files, or --register for the register.",
    ),
    "RK445": Message(
        "このプログラムには台帳がありません。--register は renkei コマンドで使ってください。",
        "This program has no register. Use --register with the command renkei.",
    ),
    "RK421": Message(
        "{setting} は「{value}」ですが、{allowed} のどれかでなければなりません。",
        "{setting} is “{value}” but must be one of {allowed}.",
    ),
    "RK422": Message(
        "出力を書けません（{reason}）。空き容量と出力先を確かめてください。",
        "The output cannot be written ({reason}). Check the free space and where it goes.",
    ),
    "RK423": Message(
        "標準入力（-）は一度しか読めません。- を一つにしてください。",
        "Standard input (-) can be read only once. Give - one time.",
    ),
    "RK424": Message(
        "{name} に書けません（{reason}）。書ける場所を指定してください。",
        "{name} cannot be written ({reason}). Name a place that can.",
    ),
    "RK425": Message(
        "{name} は {count} 行までで、{line} 行目はありません。1 から {count} の行を指定してください。",
        "{name} has {count} lines and no line {line}. Name one from 1 to {count}.",
    ),
    "RK447": Message(
        "記録の ID か --rule（規則）のどちらか一方を指定してください。",
        "Give either ids of records or a rule (--rule), one of them.",
    ),
    "RK427": Message(
        "--line（行）か --record（記録の ID）のどちらか一つを指定してください。",
        "Name either a line (--line) or a record (--record), one of them.",
    ),
    "RK428": Message(
        "{name} で ID が「{found}」で始まる記録は {number} 件です。"
        "renkei extract の id を、一つに決まるまで指定してください。",
        "{number} records of {name} have an id that begins with {found}. "
        "Give the id of renkei extract until it names one.",
    ),
    "RK426": Message(
        "{name} は読み残しのファイルではないため、上書きしません。引数の順を確かめ、別の名前を指定してください。",
        "{name} is not a file of leftovers and is not overwritten. Check the order of the arguments "
        "and name another file.",
    ),
    **EXCHANGE_MESSAGES,
    **EVALUATION_MESSAGES,
    **CYCLE_MESSAGES,
    **CALENDAR_MESSAGES,
    **COMMITTEE_MESSAGES,
    **COORDINATION_MESSAGES,
    **PLANNING_MESSAGES,
    **RETURNED_MESSAGES,
}
