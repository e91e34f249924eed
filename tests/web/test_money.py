"""What means cost, asked by means, purpose, partner and means of exchange: what is added and what not."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.evaluation.models import Policy
from renkei.apps.planning.models import ActivityCost
from renkei.apps.register.models import Activity
from renkei.core.records import Amount, Means, Record, SheetField
from renkei.core.values import FiscalYear
from renkei.web.labels import label
from tests.records import TEXT, Source, sheet, talks
from tests.register import People

ClientOf = Callable[[User], Client]


def _means(source: Source, name: str, *amounts: Amount, indicators: tuple[str, ...] = ()) -> Means:
    return Means(
        evidence=source.quote("1-1"), rule="test.means", field_no=1, number=2, name=name,
        indicators=indicators, amounts=amounts,
    )  # fmt: skip


def _amount(budget: int | None, executed: int | None, year: int = 2018) -> Amount:
    return Amount(
        fiscal_year=FiscalYear(year),
        budget_yen=budget,
        executed_yen=executed,
        printed_unit="百万円",
    )


def _store(people: People, *more: Record, marking: int = 0, text: str = TEXT) -> Source:
    """A policy whose indicator 1-1 tells talks with New Zealand, and its means."""
    source = Source(text)
    told = [one for one in sheet(source) if not isinstance(one, Means)]
    told.append(talks(source, section="1-1"))
    source.ingest([*told, *more], people.administrator, marking=marking)
    return source


def _rows(client: Client, **query: Any) -> dict[str, Any]:
    response = client.get("/policies/money/", query)
    assert response.status_code == 200
    return {row.name: row for row in response.context["rows"]}


def test_an_amount_leads_through_indicator_and_activity_to_the_partner(
    client_of: ClientOf, people: People
) -> None:
    source = Source()
    _store(
        people,
        _means(source, "往来の経費", _amount(7_000_000, 6_000_000), indicators=("1-1",)),
        _means(source, "調査の経費", _amount(2_000_000, 0)),
    )
    client = client_of(people.owner)
    by_partner = _rows(client, by="partner", year=2018)
    zealand, nobody = by_partner["ニュージーランド"], by_partner["相手方の記載なし"]
    assert (zealand.sums.total, zealand.sums.executed) == (7_000_000, 6_000_000)
    assert (nobody.sums.total, nobody.sums.executed) == (2_000_000, 0)  # zero is a figure
    assert set(_rows(client, by="category", year=2018)) == {
        label("high_level", "category"),
        "交流の手段の記載なし",
    }
    assert set(_rows(client, by="purpose", year=2018)) == {"二国間協力の強化／要人往来"}
    page = client.get("/policies/money/?by=partner&year=2018").content.decode()
    assert f'href="/activities/{Activity.objects.get().pk}/"' in page
    assert f"/policies/{Policy.objects.get().pk}/#means" in page


def test_what_leads_to_several_is_shared_and_in_no_sum(client_of: ClientOf, people: People) -> None:
    source = Source()
    more = talks(source, section="1-1", partners=("AUS",), title="豪州との会談")
    _store(people, more, _means(source, "往来", _amount(7_000_000, 5_000_000), indicators=("1-1",)))
    rows = _rows(client_of(people.owner), by="partner", year=2018)
    for name in ("ニュージーランド", "オーストラリア"):
        assert rows[name].sums.total is None
        assert [number for _figure, number in rows[name].group.shared] == [2]


def test_initial_budgets_stay_apart_and_nothing_printed_is_no_zero(
    client_of: ClientOf, people: People
) -> None:
    source = Source()
    _store(
        people,
        _means(source, "甲", _amount(7_000_000, 5_000_000)),
        _means(source, "乙", _amount(3_000_000, None)),
        _means(source, "丙", _amount(None, 1_000_000)),
    )
    response = client_of(people.owner).get("/policies/money/", {"by": "purpose", "year": 2018})
    (row,) = response.context["rows"]
    assert (row.sums.total, row.sums.initial, row.sums.executed) == (
        7_000_000,
        3_000_000,
        6_000_000,
    )
    assert "記載なし" in response.content.decode()


def test_the_latest_sheet_counts_and_another_amount_stands_beside_it(
    client_of: ClientOf, people: People
) -> None:
    for year, budget in ((2018, 7_000_000), (2019, 8_000_000)):
        source = Source(f"{TEXT}\n{year}")
        form = SheetField(
            evidence=source.quote(str(year)), rule="t", key="様式名", value=f"{year}年度政策評価書"
        )
        _store(people, form, _means(source, "往来", _amount(budget, 1)), text=f"{TEXT}\n{year}")
    Policy.objects.filter(document__text__endswith="2018").update(fiscal_year=2018)
    Policy.objects.filter(document__text__endswith="2019").update(fiscal_year=2019)
    response = client_of(people.owner).get("/policies/money/", {"year": 2018})
    (row,) = response.context["rows"]
    assert row.sums.total == 8_000_000
    page = response.content.decode()
    assert "ほかの評価書では別の額" in page
    assert "7,000,000" in page


def test_a_sheet_of_no_organisation_is_not_counted_beside_its_twin(
    client_of: ClientOf, people: People
) -> None:
    for text, owner in ((TEXT, people.ours), (f"{TEXT}\n写し", None)):
        source = Source(text)
        told = [one for one in sheet(source) if not isinstance(one, Means)]
        told.append(_means(source, "往来", _amount(7_000_000, 1)))
        source.ingest(told, people.administrator, organisation=owner)
    (row,) = _rows(client_of(people.owner), by="purpose", year=2018).values()
    assert row.sums.total == 7_000_000


def test_nobody_is_told_what_they_may_not_see(client_of: ClientOf, people: People) -> None:
    source = Source()
    _store(
        people,
        _means(source, "往来", _amount(7_000_000, 1), indicators=("1-1",)),
        marking=Marking.INTERNAL,
    )
    Activity.objects.update(marking=Marking.RESTRICTED)
    assert "往来" in _rows(client_of(people.owner), year=2018)
    assert set(_rows(client_of(people.colleague), by="partner", year=2018)) == {"相手方の記載なし"}
    assert "ニュージーランド" in _rows(client_of(people.administrator), by="partner", year=2018)
    outsider = client_of(people.outsider)
    assert _rows(outsider, year=2018) == {}
    assert (
        "達成手段の額が記載された評価書がまだありません"
        in outsider.get("/policies/money/").content.decode()
    )
    assert "往来" not in outsider.get("/policies/money/figures.csv").content.decode()
    assert Client().get("/policies/money/").status_code == 302


def test_costs_of_activities_stand_beside_and_are_shared_alike(
    client_of: ClientOf, people: People, activity: Any
) -> None:
    source = Source()
    _store(people, _means(source, "往来", _amount(7_000_000, 1), indicators=("1-1",)))
    for partners, yen in ((["NZL"], 300), (["NZL", "AUS"], 500)):
        made = activity(start="2018-09", partners=partners, title=f"活動{yen}")
        ActivityCost.objects.create(activity=made, yen=yen, basis="見積り", actor=people.owner)
    rows = _rows(client_of(people.owner), by="partner", year=2018)
    zealand = rows["ニュージーランド"]
    assert zealand.cost == 300
    assert [number for _row, number in zealand.costs.shared] == [2]
    assert rows["オーストラリア"].cost is None


def test_the_file_has_a_line_for_each_figure_that_excel_reads(
    client_of: ClientOf, people: People
) -> None:
    source = Source()
    more = talks(source, section="1-1", partners=("AUS",), title="豪州との会談")
    _store(people, more, _means(source, "=往来", _amount(7_000_000, None), indicators=("1-1",)))
    data = client_of(people.owner).get("/policies/money/figures.csv?by=partner&year=2018").content
    assert data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in data
    head, *lines = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert len(lines) == 2
    line = dict(zip(head, lines[0], strict=True))
    assert line["共有数"] == "2"
    assert line["達成手段"] == "'=往来"
    assert (line["予算額（円）"], line["予算の種類"], line["執行額（円）"]) == (
        "7000000",
        "当初",
        "",
    )


@pytest.mark.parametrize("query", ["by=moon", "year=x", "year=1", "by=partner&year=99999999999"])
def test_an_address_that_is_not_understood_shows_the_usual(
    client_of: ClientOf, people: People, query: str
) -> None:
    _store(people, _means(Source(), "往来", _amount(7_000_000, 1)))
    response = client_of(people.owner).get(f"/policies/money/?{query}")
    assert response.status_code == 200
    assert response.context["asked"].year == 2018


def test_queries_do_not_grow_with_figures(client_of: ClientOf, people: People) -> None:
    client = client_of(people.owner)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get("/policies/money/?by=partner&year=2018").status_code == 200
        return len(caught)

    source = Source()
    _store(people, _means(source, "甲", _amount(1, 1), indicators=("1-1",)))
    queries()
    before = queries()
    for copy in range(3):  # further policies of the same year
        text = f"{TEXT}\n別{copy}"
        more = [
            _means(Source(text), f"手段{number}", _amount(1, 1), indicators=("1-1",))
            for number in range(5)
        ]
        _store(people, *more, text=text)
    assert queries() <= before
