"""A sheet from the register: all that was read, at its place, and no more than may be seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

import pytest

from renkei.apps.accounts.choices import Marking
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications import selectors
from renkei.apps.publications.figures import shown
from renkei.apps.publications.sheet import Form, Sheet
from renkei.core.errors import UsageError
from renkei.core.records import (
    Activity,
    BudgetLine,
    Indicator,
    IndicatorValue,
    Rating,
    Record,
    SheetField,
    StudentExchange,
)
from renkei.core.values import Absence, FiscalYear, PartialDate
from tests.records import Source, sheet
from tests.register import People

RULE = "test.sheet"
Records = Callable[[Source], Sequence[Record]]


def print_sheet(people: People, make: Records, marking: int = 0) -> Sheet:
    source = Source()
    source.ingest(make(source), people.administrator, marking=marking)
    return selectors.get_sheet(people.administrator, Policy.objects.get().pk)


def front(source: Source, **values: str) -> list[Record]:
    quote = source.quote("施策名　二国間協力の強化")
    named = {"施策名": "二国間協力の強化"} | values
    return [
        SheetField(evidence=quote, rule=RULE, key=key, value=value) for key, value in named.items()
    ]


def budget(source: Source, item: str, year: int, amount: int | None, **other: object) -> BudgetLine:
    fields: dict[str, object] = {
        "table": "施策の予算額・執行額等",
        "item": item,
        "label": f"平成{year - 1988}年度{item}",
        "printed_unit": "百万円",
        "printed": "",
    }
    return BudgetLine(
        evidence=source.quote("12回"),
        rule=RULE,
        fiscal_year=FiscalYear(year),
        amount_yen=amount,
        **(fields | other),  # type: ignore[arg-type]
    )


def test_what_was_read_stands_at_its_place(people: People) -> None:
    told = {
        "様式名": "平成30年度政策評価書",
        "様式番号": "（見本省30-1）",
        "施策の概要": "往来を増やす。",
        "担当部局名": "国際局",
        "政策評価実施予定時期": "令和元年8月",
        "施策の概要(個別分野1)": "会談を開く。",
        "中期目標(1-1)": "往来を年に二十回とする。",
        "施策の分析(1-1)": "目標に届いた。",
        "学識経験を 有する者の知見の活用": "特になし。",
        "誰も知らない項目": "それでも印刷する。",
    }
    made = print_sheet(people, lambda source: [*front(source, **told), *sheet(source)])

    assert made.title == "平成30年度政策評価書"
    assert made.form_number == "見本省30-1"
    assert (made.bureau, made.period) == ("国際局", "令和元年8月")
    header = [(entry.label, entry.text) for entry in made.header]
    assert header == [
        ("施策の概要", "往来を増やす。"),
        ("誰も知らない項目", "それでも印刷する。"),
    ]
    field = made.fields[0]
    assert [(entry.label, entry.text) for entry in field.entries] == [
        ("施策の概要", "会談を開く。")
    ]
    indicator = field.indicators[0]
    assert indicator.mid_term_target == "往来を年に二十回とする。"
    assert (indicator.number, indicator.primary, indicator.mark) == ("1-1", True, "a")
    assert "目標に届いた。" in field.results[0].text
    target, actual = indicator.rows[0].years[0]
    assert (shown(target), shown(actual)) == ("12回", "0回")
    assert shown(indicator.rows[0].mid_term) == "－"
    assert indicator.targets[0].items == ("往来の継続",)
    means = field.means[0]
    assert (means.start, shown(means.amounts[0].budget)) == ("平成30年度", "7")


def test_a_sheet_without_a_rating_is_a_monitoring_sheet(people: People) -> None:
    made = print_sheet(people, front)
    assert (made.form, made.rating) == (Form.MONITORING, None)
    assert made.title == "事前分析表（モニタリング）"


def test_the_rating_of_the_whole_is_printed_not_that_of_a_part(people: People) -> None:
    def make(source: Source) -> list[Record]:
        quote = source.quote("1-1")
        part = Rating(evidence=quote, rule=RULE, scheme="五段階", scale_value=1, subject="往来")
        whole = Rating(evidence=quote, rule=RULE, scheme="五段階", scale_value=4, letter="D")
        return [*front(source), part, whole]

    made = print_sheet(people, make)
    assert made.form is Form.EVALUATION
    assert made.rating is not None
    assert (made.rating.scale_value, made.rating.letter) == (4, "D")


def test_no_budget_figure_is_lost(people: People) -> None:
    def make(source: Source) -> list[Record]:
        first = "当初予算(a)"
        return [
            *front(source),
            budget(source, first, 2018, 5_000_000),
            budget(source, first, 2018, 3_000_000, outside_total=True),
            budget(source, first, 2019, None, absence=Absence.DASH),
            budget(source, first, 2018, 4_000_000),  # of a row that was not told apart
            budget(source, "執行額(百万円)", 2018, 0),
            budget(source, "執行額(百万円)", 2019, None, absence=Absence.NOT_APPLICABLE),
        ]

    table = print_sheet(people, make).budgets[0]
    assert table.years == ("平成30年度", "平成31年度")
    rows = [
        (row.item, row.executed, [(shown(c.amount), shown(c.outside)) for c in row.cells])
        for row in table.rows
    ]
    assert rows == [
        ("当初予算(a)", False, [("5", "3"), ("－", "")]),
        ("当初予算(a)", False, [("4", ""), ("", "")]),
        ("執行額", True, [("0", ""), ("／", "")]),
    ]


def test_a_year_without_actuals_has_no_column_for_them(people: People) -> None:
    def make(source: Source) -> list[Record]:
        quote = source.quote("12回")
        values = [
            IndicatorValue(
                evidence=quote, rule=RULE, number="1-1", fiscal_year=FiscalYear(2019),
                kind="target", value=Decimal(20), text="20", component=component,
            )
            for component in ("①一般", "②専門")
        ]  # fmt: skip
        return [*sheet(source), *values]

    indicator = print_sheet(people, make).fields[0].indicators[0]
    assert indicator.years == ("平成30年度", "令和元年度")
    last = [row.years[1] for row in indicator.rows if row.component]
    assert [(shown(target), actual) for target, actual in last] == [("20", None), ("20", None)]


def _listed(source: Source) -> list[Record]:
    quote = source.quote("国防相会談（5月")

    def one(title: str, start: PartialDate, **other: object) -> Activity:
        fields: dict[str, object] = {
            "kind": "meeting", "partners": ("NZL",), "section": "1", "listed_under": "甲国",
            "fiscal_year": FiscalYear(2018),
        }  # fmt: skip
        fields["rule"] = "activities.list.entry"
        return Activity(
            evidence=quote, title=title, start=start, **(fields | other),  # type: ignore[arg-type]
        )  # fmt: skip

    indicators = [
        Indicator(evidence=quote, rule=RULE, number="1", name="要人往来", mark="3"),
        Indicator(evidence=quote, rule=RULE, number="2", name="留学生の交換", mark="2"),
    ]
    return [
        *front(source),
        *indicators,
        one("国防相会談", PartialDate(2018, 10)),
        one("国防相会談", PartialDate(2018, 10)),
        one("国防相会談", PartialDate(2019, 1)),
        one("国防相会談", PartialDate(2019, 2)),
        one("次官級協議", PartialDate(2018, 11), mode="video", place="東京"),
        one("海軍参謀長訪日", PartialDate(2018)),
        one("親善訓練", PartialDate(2018, 5), end=PartialDate(2018, 7), listed_under=None),
        one("文で読んだ会談", PartialDate(2018, 9), rule="activities.narrative.done"),
        StudentExchange(
            evidence=quote, rule=RULE, fiscal_year=FiscalYear(2018), direction="inbound",
            partner="TOTAL", count=3,
        ),
        StudentExchange(
            evidence=quote, rule=RULE, fiscal_year=FiscalYear(2018), direction="inbound",
            partner="NZL", count=3,
        ),
    ]  # fmt: skip


def test_activities_and_students_are_told_in_the_words_of_the_lists(people: People) -> None:
    visits, students = print_sheet(people, _listed).fields[0].indicators
    assert (visits.mark, students.mark) == ("③", "②")
    assert visits.targets[0].year == "平成30年度"
    assert visits.targets[0].progress == (
        "<甲国>",
        "国防相会談(10月(2回)、平成31年1月及び2月)、次官級協議(東京)(VTC)(11月)及び海軍参謀長訪日",
        "・親善訓練(5月～7月)",
    )
    assert students.targets[0].progress == ("・留学生の受入れ：合計3名(ニュージーランド3名)",)


def test_activities_above_the_clearance_are_not_told(people: People) -> None:
    source = Source()
    source.ingest(_listed(source), people.administrator)
    hidden = Policy.objects.get().document
    assert hidden is not None
    for record in hidden.records.filter(type="activity"):
        record.activity_source.activity.__class__.objects.filter(
            pk=record.activity_source.activity_id
        ).update(marking=Marking.RESTRICTED)

    made = selectors.get_sheet(people.planner, Policy.objects.get().pk)
    assert made.fields[0].indicators[0].targets == ()


def test_a_policy_above_the_clearance_is_not_there(people: People) -> None:
    source = Source()
    source.ingest(front(source), people.administrator, marking=Marking.INTERNAL)
    policy = Policy.objects.get()
    assert selectors.get_sheet(people.planner, policy.pk).marking == "部内"
    for viewer in (people.outsider, people.attache, people.nobody):
        with pytest.raises(Policy.DoesNotExist):
            selectors.get_sheet(viewer, policy.pk)
        with pytest.raises(UsageError, match="RK415"):
            selectors.find_policy(viewer, str(policy.pk))


def test_a_policy_is_found_by_id_number_name_or_part_of_the_name(people: People) -> None:
    made = [
        Policy.objects.create(name="地域協力の推進", number="3"),
        Policy.objects.create(name="地域協力の推進（続）"),
        Policy.objects.create(name="海洋協力"),
    ]
    for wanted, policy in [
        (str(made[2].pk), made[2]),
        ("地域協力の推進", made[0]),
        ("海洋", made[2]),
        ("（続）", made[1]),
    ]:
        assert selectors.find_policy(people.planner, wanted) == policy
    with pytest.raises(UsageError, match="RK416"):
        selectors.find_policy(people.planner, "協力")
    with pytest.raises(UsageError, match="RK414") as caught:
        selectors.find_policy(people.planner, "宇宙")
    assert "海洋協力" in caught.value.message("ja")


def test_a_sheet_costs_the_same_queries_however_long_it_is(
    people: People, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    def make(source: Source) -> list[Record]:
        quote = source.quote("1-1")
        more = [
            Indicator(
                evidence=quote, rule=RULE, field_no=number, field_name=f"分野{number}",
                number=f"{number}-1", name="指標",
            )
            for number in range(2, 30)
        ]  # fmt: skip
        return [*sheet(source), *more]

    source = Source()
    source.ingest(make(source), people.administrator)
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        selectors.get_sheet(people.planner, Policy.objects.get().pk)
