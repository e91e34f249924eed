"""The kind of an indicator from its unit and name, with the grounds; unknown stays unknown."""

import pytest

from renkei.core.evaluation.indicators import Definition, Kind, indicators_of, infer_definition
from renkei.core.records import SheetField
from renkei.core.values import Absence
from tests.core.evaluation.sheet import head, quoted, value, words

CASES = [
    ("港の清掃活動の実施回数", "回", (), Kind.COUNT, "per_year", "up", "unit_tells_the_kind"),
    ("修了者数（累計）", "人", (), Kind.COUNT, "cumulative", "up", "cumulative_in_name"),
    ("育児休業の取得率", "%", (), Kind.RATIO, "per_year", "up", "unit_of_ratio"),
    (
        "図書館に関する世論調査で満足と答えた割合",
        "%",
        (),
        Kind.SURVEY_SHARE,
        "per_year",
        "up",
        "survey_in_name",
    ),
    ("透明性の国際順位", "位", ("5位以内",), Kind.RANK, "per_year", "down", "unit_of_rank"),
    ("登録している通訳の数", "名", (), Kind.LEVEL, "per_year", "up", "state_in_name"),
    ("参加した国の数", "か国", (), Kind.DISTINCT, "per_year", "up", "unit_tells_the_kind"),
    ("交通事故の発生件数", "件", (), Kind.COUNT, "per_year", "down", "decrease_in_name"),
    ("待ち時間", "分", ("10分以下",), Kind.UNKNOWN, "per_year", "down", "nothing_tells_the_kind"),
    ("協議の数", "", (), Kind.COUNT, "per_year", "up", "number_in_name"),
]


@pytest.mark.parametrize(("name", "unit", "targets", "kind", "series", "better", "ground"), CASES)
def test_kind_series_and_direction_have_grounds(
    name: str, unit: str, targets: tuple, kind: Kind, series: str, better: str, ground: str
) -> None:
    definition, grounds = infer_definition(name, [unit], targets)
    assert (definition.kind, definition.series, definition.improvement) == (kind, series, better)
    assert ground in grounds


def test_components_in_different_units_leave_the_kind_unknown() -> None:
    definition, _ = infer_definition("研修の実績", ["名", "か国"])
    assert definition.kind is Kind.UNKNOWN


def test_a_target_in_words_is_qualitative_whatever_its_name() -> None:
    definition, grounds = infer_definition("会合の出席率", [], qualitative=True)
    assert (definition.kind, grounds) == (Kind.QUALITATIVE, ("printed_as_qualitative",))


def test_indicators_gather_the_figures_and_items_of_their_number() -> None:
    first, second = indicators_of(
        [
            head("1-1", "港の見学会の実施回数", primary=True, mark="b"),
            value("1-1", 2020, "actual", "0"),
            value("1-1", 2020, "target", None),
            head("1-2", "地域との対話", measure="qualitative"),
            words("1-2", 2020, ("窓口を置く。",), ("置いた。",)),
        ]
    )
    assert [(each.cell.value, each.cell.absence) for each in first.observations] == [
        (0, None),
        (None, Absence.DASH),
    ]
    assert (first.primary, first.mark, first.components) == (True, "b", ("",))
    assert second.definition.kind is Kind.QUALITATIVE
    assert second.items[0].progress == ("置いた。",)


def test_a_definition_that_a_person_gave_goes_before_the_words() -> None:
    level = Definition(kind=Kind.LEVEL, improvement="down")
    records = [head("1-1", "係留船の数"), value("1-1", 2020, "actual", "4", "隻")]
    (indicator,) = indicators_of(records, {"1-1": level})
    assert (indicator.definition, indicator.grounds) == (level, ("stated",))


def test_the_source_of_the_figures_is_the_one_printed_in_a_note() -> None:
    note = SheetField(
        key="注(1-1)",
        value="(出典:港湾局「船の調べ」)",
        indicator="1-1",
        evidence=quoted("注"),
        rule="test",
    )
    told = indicators_of([head("1-1", "船の数"), head("1-2", "桟橋の数"), note])
    assert [each.source for each in told] == ["港湾局「船の調べ」", ""]
