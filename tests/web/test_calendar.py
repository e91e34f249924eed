"""The calendar: every viewer sees what the lists give them, and no date is made more exact."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from renkei.apps.accounts.models import User
from renkei.apps.register.models import Activity
from tests.cases import Make, case, go, held
from tests.register import People

__all__ = ["case"]
ClientOf = Callable[[User], Client]
SPANS = ("week", "month", "quarter", "year", "five_years", "ten_years")
ROWS = ("none", "partner", "organisation", "principal", "region")


def _page(client: Client, **query: str) -> str:
    response = client.get("/calendar/", query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("span", SPANS)
@pytest.mark.parametrize("rows", ROWS)
def test_every_span_shows_what_lies_in_it_by_every_row(
    client_of: ClientOf, people: People, case: Make, activity: Any, span: str, rows: str
) -> None:
    case(start="2026-05-13", title="見本の協議", principal="統括官")
    activity(start="2026-05-14", title="見本の会談", level="minister")
    page = _page(client_of(people.owner), span=span, rows=rows, day="2026-05-13")
    if span in SPANS[:3]:
        assert "見本の協議" in page
        assert "見本の会談" in page
    else:
        assert "活動 1件、案件 1件" in page or "活動 1件、案件 0件" in page


def test_nobody_sees_a_case_that_the_list_hides(
    client_of: ClientOf, people: People, case: Make
) -> None:
    """Owner, colleague, outsider and attaché, the same as on the list of cases."""
    case(start="2026-05-13", title="国内の案件", partners=["NZL"])
    case(start="2026-05-13", title="他国の案件", partners=["AUS"])
    case(2, start="2026-05-13", title="厳しい案件", partners=["NZL"])
    expected = {
        people.owner: {"国内の案件", "他国の案件"},
        people.colleague: {"国内の案件", "他国の案件"},
        people.outsider: set(),
        people.attache: {"国内の案件"},
        people.administrator: {"国内の案件", "他国の案件", "厳しい案件"},
    }
    titles = {"国内の案件", "他国の案件", "厳しい案件"}
    for user, seen in expected.items():
        client = client_of(user)
        for address in (
            "/calendar/?day=2026-05-13",
            "/calendar/?day=2026-05-13&rows=partner",
            "/calendar/list/?since=2026-05-01&until=2026-05-31",
        ):
            page = client.get(address).content.decode()
            assert {title for title in titles if title in page} == seen, (user, address)
    year = _page(client_of(people.outsider), span="year", day="2026-05-13")
    assert "この期間にはありません" in year


def test_a_month_or_a_year_is_drawn_on_no_day(
    client_of: ClientOf, people: People, case: Make
) -> None:
    case(start="2026-05", title="日のない案件")
    case(start="2026", title="月のない案件")
    case(start="2026-05-02", end="2026-05-20", title="長い案件")
    page = _page(client_of(people.owner), day="2026-05-13")
    days, _, beside = page.partition('id="beside"')
    for title in ("日のない案件", "月のない案件", "長い案件"):
        assert title not in days
        assert title in beside
    assert "2026年5月" in beside
    row = _page(client_of(people.owner), span="year", day="2026-05-13", rows="none")
    assert "月まで分からない" in row or "そこまで正確でない" in row


def test_numbers_of_a_year_agree_with_the_lists_behind_them(
    client_of: ClientOf, people: People, case: Make, activity: Any
) -> None:
    case(start="2027-03-31", title="年度末の案件")
    activity(start="2026-04", partners=["NZL", "AUS"], title="二国の活動")
    activity(start="2026", title="年だけの活動")
    activity(start="2026-03-31", title="前年度の活動")
    client = client_of(people.owner)
    response = client.get("/calendar/", {"span": "year", "rows": "partner", "day": "2026-09-01"})
    rows = {row.name: row for row in response.context["numbers"]}
    zealand = rows["ニュージーランド"]
    assert [cell.number.total for cell in zealand.cells] == [1, *[0] * 10, 1]
    assert (zealand.unsure.number.total, zealand.total.number.total) == (1, 3)
    assert rows["オーストラリア"].total.number.total == 1
    for row in rows.values():
        for cell in (*row.cells, row.unsure, row.total):
            found = client.get(cell.address).context["rows"]
            assert len(found) == cell.number.total, (row.name, cell.address)


def test_a_held_case_and_its_activity_are_one_entry(
    client_of: ClientOf, people: People, case: Make
) -> None:
    done = held(people, case(title="行われた協議"))
    assert done.activity is not None
    client = client_of(people.owner)
    address = f"/calendar/list/?since={done.start}&until={done.start}"
    assert [row.what for row in client.get(address).context["rows"]] == ["case"]
    Activity.objects.filter(pk=done.activity.pk).update(marking=0)
    rows = client_of(people.outsider).get(address).context["rows"]
    assert [row.what for row in rows] == ["activity"]


def test_a_cancelled_case_is_struck_through(
    client_of: ClientOf, people: People, case: Make
) -> None:
    row = case(start="2026-05-13", title="取りやめた協議")
    go(people.owner, row, "cancelled", "相手国の都合")
    page = _page(client_of(people.owner), day="2026-05-13")
    assert "cal-entry--gone" in page
    assert "中止" in page


def test_holidays_of_japan_and_of_the_chosen_partner_stand_on_their_days(
    client_of: ClientOf, people: People
) -> None:
    page = _page(client_of(people.owner), day="2026-02-01", partner="NZL")
    assert "建国記念の日" in page
    assert "ニュージーランド: Waitangi Day" in page


@pytest.mark.parametrize("span", SPANS)
def test_the_number_of_queries_does_not_grow(
    client_of: ClientOf, people: People, case: Make, activity: Any, span: str
) -> None:
    client = client_of(people.owner)
    address = f"/calendar/?span={span}&rows=partner&day=2026-05-13"

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        return len(caught)

    case(start="2026-05-13")
    activity(start="2026-05-14")
    before = queries()
    for code in ("AUS", "GBR", "KEN", "CHL"):
        case(start="2026-05-13", partners=[code])
        activity(start="2026-05-14", partners=[code])
    assert queries() <= before


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"span": "century"}, "RK911"),
        ({"rows": "moon"}, "RK912"),
        ({"day": "2026-02-30"}, "RK913"),
        ({"day": "9999-12-31"}, "RK913"),
        ({"partner": "ATL"}, "RK914"),
        ({"organisation": "NONE"}, "RK914"),
        ({"means": "dragon\0"}, "RK914"),
    ],
)
def test_bad_input_is_one_sentence_with_its_code(
    client_of: ClientOf, people: People, query: dict[str, str], code: str
) -> None:
    response = client_of(people.owner).get("/calendar/", query)
    assert response.status_code == 400
    assert response.content.decode().count(f"[{code}]") == 1
    asked = {"since": "x", "until": "2026-01-01"}
    assert "[RK913]" in client_of(people.owner).get("/calendar/list/", asked).content.decode()


def test_the_calendar_asks_who_is_there(people: People) -> None:
    assert Client().get("/calendar/").status_code == 302
