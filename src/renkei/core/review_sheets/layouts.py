"""The column heads of the files, exactly as published with the 2025 release.

Source: files of https://rssystem.go.jp/files/2025/rs/, heads compared with three independent
descriptions of the data; see docs/adr on review data.
"""

from __future__ import annotations

from dataclasses import dataclass

_COMMON = (
    "シート種別", "事業年度", "予算事業ID", "事業名", "府省庁の建制順", "政策所管府省庁", "府省庁",
    "局・庁", "部", "課", "室", "班", "係",
)  # fmt: skip
_BUDGET = (
    "予算年度", "当初予算（合計）", "補正予算（合計）", "前年度からの繰越し（合計）",
    "予備費等（合計）", "計（歳出予算現額合計）", "執行額（合計）", "執行率",
    "翌年度への繰越し(合計）", "翌年度要求額（合計）", "主な増減理由", "その他特記事項",
    "会計区分", "会計", "勘定", "当初予算", "第1次補正予算", "第2次補正予算", "第3次補正予算",
    "第4次補正予算", "第5次補正予算", "前年度から繰越し", "予備費等1", "予備費等2", "予備費等3",
    "予備費等4", "歳出予算現額", "執行額", "翌年度要求額", "要望額", "備考",
)  # fmt: skip
_GOALS = (
    "事業に関連するKPIが定められている閣議決定等の名称",
    "事業に関連するKPIが定められている閣議決定等の該当箇所",
    "事業に関連するKPIが定められている閣議決定等のURL",
    "アクティビティ・アウトプット・アウトカムの番号",
    "種別（アクティビティ・アウトプット・アウトカム）",
    "アウトカムの期間",
    "成果目標の種類",
    "アクティビティ／活動目標／成果目標",
    "活動指標／成果指標",
    "単位",
    "改善の上向き／下向き",
    "成果実績及び目標値の根拠として用いた統計・データ名（出典）",
    "定性的なアウトカム目標を設定している理由",
    "定性的なアウトカムに関する成果実績",
    "目標年度／目標値／実績値／達成率",
)
SHARED_BY_ALL = len(_COMMON)  # heads that stand in every file of the release
YEARS = range(2007, 2061)


@dataclass(frozen=True, slots=True)
class Layout:
    """One file: its ``code`` and ``title``, all ``heads`` in order, and those that are ``needed``."""

    code: str
    title: str
    heads: tuple[str, ...]
    needed: frozenset[str]

    def file_name(self, year: int) -> str:
        """The name under which the file of a review year is published."""
        return f"{self.code}_RS_{year}_{self.title}.csv"


BUDGETS = Layout(
    "2-1",
    "予算・執行_サマリ",
    _COMMON + _BUDGET,
    frozenset(
        {"事業年度", "予算事業ID", "事業名", "予算年度", "当初予算（合計）"}
        | {"計（歳出予算現額合計）", "執行額（合計）"}
    ),
)
GOALS = Layout(
    "3-1",
    "効果発現経路_目標・実績",
    _COMMON + _GOALS + tuple(str(year) for year in YEARS),
    frozenset({"事業年度", "予算事業ID", _GOALS[3], _GOALS[4], _GOALS[7], _GOALS[8], _GOALS[14]}),
)
LAYOUTS = (BUDGETS, GOALS)
