"""What the commands with a database say, in both languages."""

from __future__ import annotations

import os

from renkei.core.errors.messages import Language

WORDS: dict[str, tuple[str, str]] = {
    "ingest": (
        "文書を台帳に読み込みます。同じ文書を二度読んでも何も変わりません。",
        "Read documents into the register. Reading one twice changes nothing.",
    ),
    "ingest.organisation": (
        "文書を所管する機関のコード（例 MOD_POLICY）。",
        "Code of the organisation that answers for the documents (such as MOD_POLICY).",
    ),
    "ingest.marking": ("取扱区分。", "Handling marking."),
    "ingest.leftovers": (
        "読み残した箇所をすべて一覧にします。",
        "List every passage that was left over.",
    ),
    "ingest.failed": (
        "{total} 件のうち {failed} 件は読み込めませんでした。",
        "{failed} of {total} files could not be read.",
    ),
    "reading": ("読み取り中", "reading"),
    "storing": ("登録中", "storing"),
    "done.new": ("登録しました", "stored"),
    "done.again": ("更新しました", "brought up to date"),
    "done.there": ("登録済みです", "already there"),
    "table.document": ("文書", "document"),
    "table.type": ("記録の種類", "records"),
    "table.new": ("新規", "new"),
    "table.changed": ("変更", "changed"),
    "table.there": ("既存", "already there"),
    "table.gone": ("消滅", "no more read"),
    "table.nothing": ("（読める記録なし）", "(no records)"),
    "table.leftovers": ("読み残し", "left over"),
    "table.proposed": ("訂正済みへの提案", "proposed, as people had corrected"),
    "see.proposals": (
        "人が直した箇所のうち {number} 件が、前と違って読めました。値はそのままです。",
        "{number} values that people had corrected are read otherwise now; they stay until somebody answers.",
    ),
    "see.leftovers": (
        "読み残しの内容は、--leftovers を付けて再実行するか、文書のページ（{pages}）で見られます。",
        "To see what was left over, run again with --leftovers or open the document ({pages}).",
    ),
    "export": ("台帳の内容をファイルに書き出します。", "Write what the register holds to a file."),
    "export.activities": (
        "交流案件を出典とともに書き出します。",
        "Write activities with their sources.",
    ),
    "export.records": (
        "資料から読み取った記録をそのまま JSON Lines で書き出します。",
        "Write records as they were read from documents, as JSON Lines.",
    ),
    "export.type": (
        "この種類の記録だけ（繰り返し可）。",
        "Only records of this type (may be repeated).",
    ),
    "export.format": ("形式。", "Format."),
    "export.output": (
        "書き出し先（- は標準出力）。",
        "File to write (- is standard output).",
    ),
    "sheet": (
        "施策の評価書等を PDF 又は Excel で作ります。施策を省くと一覧を示します。",
        "Print the evaluation sheet of a policy as PDF or Excel. Without POLICY: list them.",
    ),
    "sheet.format": (
        "形式（既定はファイル名の拡張子、なければ pdf）。",
        "Format (default: the ending of FILE, else pdf).",
    ),
    "sheet.form": (
        "様式。evaluation は政策評価書、monitoring は事前分析表、budget は政策評価調書（省くと内容に合わせます）。",
        "The form: evaluation, monitoring, or budget (政策評価調書); without it, as the policy is.",
    ),
    "sheet.layout": (
        "様式の ID、または様式を書いた YAML ファイル。指定がなければ施策に合うもの。",
        "Id of a layout, or a YAML file with one; that which suits the policy if none is given.",
    ),
    "sheet.only-year": ("この年度（西暦）の施策だけ。", "Only a policy of this fiscal year."),
    "sheet.output": (
        "書き出し先（- は標準出力。既定は「施策名.pdf」）。",
        "File to write (- is standard output; default: the policy's name).",
    ),
    "sheet.id": ("番号", "id"),
    "sheet.policy": ("施策", "policy"),
    "sheet.year": ("年度", "fiscal year"),
    "sheet.document": ("出典", "source"),
    "sheet.how": (
        "作るには：renkei sheet 番号 [--format pdf|xlsx] [-o FILE]",
        "To print one: renkei sheet ID [--format pdf|xlsx] [-o FILE]",
    ),
    "sheet.written": ("{name} を作りました。", "{name} was written."),
    "serve": ("ページと API を提供します。", "Serve the pages and the API."),
    "serve.port": (
        "ポート番号（既定は PORT、なければ 8000）。",
        "Port (default: PORT, else 8000).",
    ),
    "serve.host": ("待ち受けるアドレス。", "Address to listen on."),
    "serve.workers": ("プロセスの数。", "Number of processes."),
    "serve.ready": ("Renkei は {address} で動いています。", "Renkei answers at {address}"),
    "worker": (
        "お知らせ、メール、期限の見回りなど、裏で行う仕事をします。",
        "Do the work in the background: notices, mail, deadlines.",
    ),
    "worker.batch": ("今ある仕事を終えたら止まります。", "Stop when what waits is done."),
    "worker.ready": ("裏方の仕事を始めました。", "The worker has begun."),
    "demo": (
        "見本の台帳と利用者を用意して、ページを提供します。",
        "Make a sample register with a user per role, and serve it.",
    ),
    "demo.load": ("見本を読み込んでいます…", "Loading the sample set…"),
    "demo.users": ("見本の利用者", "Sample users"),
    "demo.user": ("利用者名", "user name"),
    "demo.password": ("パスワード", "password"),
    "demo.role": ("役割", "role"),
    "demo.sees": ("見られる範囲", "sees up to"),
    "review": (
        "読み取り結果の確認の進み具合を、文書と規則ごとに示します。",
        "Show how far what was read has been checked, per document and rule.",
    ),
    "review.rule": ("規則", "rule"),
    "review.records": ("件数", "number"),
    "review.nothing": (
        "読み取った記録はまだありません。",
        "There are no records yet.",
    ),
    "review.sum": (
        "{total} 件中 {checked} 件を確認済み（うち一括承認 {bulk} 件）。",
        "{checked} of {total} records are checked ({bulk} of them in bulk).",
    ),
    "user": ("利用者を管理します。", "Manage accounts."),
    "user.add": ("利用者を加えます。", "Add an account."),
    "verdict": (
        "読み取った記録を、印刷された語と比べて承認又は却下します。",
        "Accept or reject what was read, after comparing it with the printed words.",
    ),
    "verdict.as": ("確認した人の利用者名。", "The account of the person who compared."),
    "verdict.accept": (
        "記録（ID、先頭だけでも可）を承認します。--rule を付けると、その規則の未確認の記録をまとめて承認します。",
        "Accept records by their ids, or with --rule every unchecked record of a rule.",
    ),
    "verdict.rule": ("この規則の未確認の記録をすべて。", "Every unchecked record of this rule."),
    "verdict.reject": ("記録を、理由を付けて却下します。", "Reject a record, with the reason."),
    "verdict.reason": ("印刷された語と何が違うか。", "How it differs from the printed words."),
    "verdict.undo": ("記録への判断を取り消します。", "Take the verdict on a record back."),
    "verdict.accepted": ("{number} 件を承認しました。", "{number} records were accepted."),
    "verdict.rejected": ("却下しました。", "Rejected."),
    "verdict.undone": ("判断を取り消しました。", "The verdict was taken back."),
    "projects": (
        "行政事業レビューのデータ（RSシステムの CSV）を取り込み、施策をその様式で書き出します。",
        "Take in the government's review data (CSV), and write policies in their layout.",
    ),
    "projects.import": (
        "2-1（予算・執行）又は 3-1（目標・実績）の CSV か ZIP を取り込みます。",
        "Take in files 2-1 (budget and execution) or 3-1 (targets and results), CSV or ZIP.",
    ),
    "projects.export": (
        "一つの施策の達成手段（2-1）又は測定指標（3-1）を CSV で書き出します。",
        "Write the means (2-1) or the indicators (3-1) of one policy as CSV.",
    ),
    "projects.layout": ("書き出す様式。", "The layout to write."),
    "projects.output": (
        "書き出すファイル。- は標準出力です。",
        "The file to write; - is standard output.",
    ),
    "projects.taken": (
        "{name}：{year} 年度の {layout}、{rows} 行から {projects} 事業を取り込みました。",
        "{name}: {layout} of {year}, {projects} projects taken in from {rows} rows.",
    ),
    "projects.there": ("{name} は取込み済みです。", "{name} was taken in before."),
    "projects.drift": ("様式との違い：{what}", "Departs from the layout: {what}"),
    "projects.written": ("{name} に書き出しました。", "Wrote {name}."),
    "drift.bom_missing": ("BOM がない", "no byte order mark"),
    "drift.line_ends": ("改行が LF", "lines end in LF"),
    "drift.encoding": ("文字コードが {found}", "encoded as {found}"),
    "drift.head_changed": (
        "{column} 列目の見出し「{found}」（正「{expected}」）",
        "head {column} is {found} for {expected}",
    ),
    "drift.head_moved": (
        "見出し「{expected}」が {column} 列目に移動",
        "{expected} moved to column {column}",
    ),
    "drift.head_added": (
        "{column} 列目に見出し「{found}」が追加",
        "{found} added as column {column}",
    ),
    "drift.head_missing": ("見出し「{expected}」がない", "{expected} is not there"),
    "user.list": ("利用者の一覧。", "List accounts."),
    "user.password": ("パスワードを変えます。", "Change a password."),
    "user.role": ("役割。", "Role."),
    "user.clearance": ("見られる取扱区分の上限。", "Highest handling marking the person sees."),
    "user.organisation": ("所属機関のコード。", "Code of the organisation."),
    "user.accredited": (
        "防衛駐在官の担当国コード（繰り返し可）。",
        "Partner code an attaché is accredited to (may be repeated).",
    ),
    "user.name": ("氏名。", "Full name."),
    "user.stdin": (
        "パスワードを標準入力の一行から読みます。",
        "Read the password from one line of standard input.",
    ),
    "user.prompt": ("パスワード", "Password"),
    "user.added": ("利用者 {name} を加えました。", "Account {name} was added."),
    "user.changed": ("{name} のパスワードを変えました。", "The password of {name} was changed."),
}


def help_text(key: str) -> str:
    """For click's help, which is made before options are read: the language of RENKEI_LANG."""
    japanese, english = WORDS[key]
    return english if os.environ.get("RENKEI_LANG") == "en" else japanese


def say(key: str, language: Language, **values: object) -> str:
    """The words of ``key`` in ``language`` with ``values`` filled in."""
    japanese, english = WORDS[key]
    return (japanese if language == "ja" else english).format(**values)
