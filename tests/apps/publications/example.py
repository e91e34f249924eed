"""A made-up sheet that has everything a form may hold, long cells and every kind of absence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal

from renkei.apps.publications.sheet import (
    AccountRow,
    AccountTable,
    BudgetCell,
    BudgetRow,
    BudgetTable,
    Entry,
    Field,
    Figure,
    Form,
    Indicator,
    Means,
    MeansAmount,
    Rating,
    Sheet,
    ValueRow,
    YearTarget,
)
from renkei.core.values import Absence

DASH = Figure(absence=Absence.DASH)
BLANK = Figure(absence=Absence.NOT_PRINTED)
STROKE = Figure(absence=Absence.NOT_APPLICABLE)
YEARS = ("平成30年度", "令和元年度", "令和２年度")
LONG = "".join(
    f"第{number}回の打合せでは、灯台の保守の手順を見直し、訓練「碧海{number}」の日取りを決めた。"
    for number in range(1, 120)
)


def figure(value: str | int, unit: str = "", printed: str | None = None) -> Figure:
    return Figure(value=Decimal(value), unit=unit, printed=printed)


def cell(amount: Figure, outside: Figure | None = None) -> BudgetCell:
    return BudgetCell(amount=amount, outside=outside)


def _budget() -> BudgetTable:
    rows = (
        BudgetRow(
            item="当初予算(a)",
            cells=(cell(figure(2879), figure(375)), cell(figure(0)), cell(figure(3006))),
        ),
        BudgetRow(
            item="補正予算(b)",
            cells=(cell(figure(-217), figure(-28)), cell(BLANK), cell(STROKE)),
        ),
        BudgetRow(
            item="執行額",
            executed=True,
            cells=(cell(DASH), cell(figure(105_015)), cell(STROKE)),
        ),
    )
    return BudgetTable(label="施策の予算額・執行額等", unit="百万円", years=YEARS, rows=rows)


def _accounts() -> AccountTable:
    cells = (cell(figure(229_629)), cell(figure(249_063)))
    return AccountTable(
        unit="千円",
        columns=("３年度当初予算額", "４年度概算要求額"),
        head=(Entry(label="評価方式", text="実績"),),
        rows=(AccountRow(account="一般", organisation="本省", item="灯台費", cells=cells),),
    )


def _indicators() -> tuple[Indicator, ...]:
    return (
        Indicator(
            number="1-1",
            name="海洋対話の推進",
            primary=True,
            mark="ｂ",
            mid_term_year="--年度",
            mid_term_target="対話の枠組みを広げる。",
            grounds="対話の回数は協力の深まりを示すため。",
            targets=(
                YearTarget(
                    year="令和元年度",
                    items=("１ トンガとの対話を開く。", "２ フィジーとの対話を開く。"),
                    progress=("１ ８月に開いた。", f"２ {LONG}"),
                ),
            ),
        ),
        Indicator(
            number="1-2",
            name="世論調査の結果",
            mark="ａ",
            mid_term_year="令和４年度",
            years=("令和２年度", "令和３年度"),
            rows=(
                ValueRow(
                    component="①一般の部",
                    mid_term=figure(86, "%"),
                    years=((figure("84.5", "%"), figure(70, "%")), (figure(85, "%"), None)),
                ),
                ValueRow(
                    component="②有識者の部",
                    mid_term=DASH,
                    years=((figure(89, "％"), figure(0, "%")), (BLANK, None)),
                ),
            ),
        ),
    )


def _field() -> Field:
    reference = Indicator(
        number="1",
        name="刊行物の閲覧数",
        years=YEARS,
        rows=(
            ValueRow(
                years=(
                    (None, figure(1_250_000, "件", "125 万件")),
                    (None, figure("8.0", "倍", "8.0倍")),
                    (None, STROKE),
                )
            ),
        ),
    )
    amount = MeansAmount(budget=figure(65), executed=figure(56))
    means = Means(
        number=1,
        name="対話の推進に係る経費",
        start="平成14年度",
        amounts=(amount, amount, MeansAmount(budget=figure(74), executed=BLANK)),
        indicators=("1-1", "1-2"),
        review_number="0017",
    )
    return Field(
        number=1,
        name="対話の推進",
        entries=(Entry(label="施策の概要", text="１ 年次の対話を開く。\n２ 会合を続ける。"),),
        indicators=_indicators(),
        references=(reference,),
        means_years=YEARS,
        means=(means,),
        results=(Entry(label="施策の分析", text="=SUM(A1:A9) で始まる文も文のままである。"),),
        closing=(Entry(label="作成にあたって使用した資料その他の情報", text="・灯台年報"),),
    )


def sheet(**changes: object) -> Sheet:
    """The sheet, with some of its parts replaced."""
    whole = Sheet(
        form=Form.EVALUATION,
        title="令和３年度政策評価書",
        form_number="見本省３－Ⅱ－４",
        policy="海洋における国際的な協力の推進",
        header=(Entry(label="施策の概要", text="島嶼国との対話を重ね、海上交通の安全を支える。"),),
        accounts=_accounts(),
        budgets=(_budget(),),
        key_policies="・所信表明（令和２年10月）",
        rating=Rating(scale_value=3, letter="Ｂ", reason="実績が目標に近い水準にあったため。"),
        results=(Entry(label="施策の分析", text=LONG),),
        opinions=("・参加した国の数も示すとよい。", "・若手の交流を増やすとよい。"),
        sources=("○ 見本省ホームページ",),
        bureau="政策局及び統合幕僚監部",
        period="令和４年６月",
        notes=("下段<>外書きは、複数の施策にまたがる予算である。",),
        fields=(_field(),),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def texts(part: object) -> Iterator[str]:
    """Every text of a sheet, line by line; figures are not texts."""
    if isinstance(part, str) and not isinstance(part, Form):
        yield from part.split("\n")
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif is_dataclass(part) and not isinstance(part, Figure):
        for item in fields(part):
            yield from texts(getattr(part, item.name))


def figures(part: object) -> Iterator[tuple[Figure, bool]]:
    """Every figure of a sheet, and whether it is a < > figure."""
    if isinstance(part, BudgetCell):
        yield part.amount, False
        if part.outside:
            yield part.outside, True
    elif isinstance(part, Figure):
        yield part, False
    elif isinstance(part, tuple):
        for item in part:
            yield from figures(item)
    elif is_dataclass(part):
        for item in fields(part):
            yield from figures(getattr(part, item.name))
