"""Pages of priorities: given, drawn, ranked, tried with other weights, and nothing kept of that."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.planning.models import ActivityCost, Assessment, Degree
from renkei.apps.register.models import Activity
from renkei.core.planning.weights import FACTORS
from renkei.web.charts import Axes, PriorityMark, priority_chart
from tests.register import People

Opens = Callable[[User], Client]


def give(people: People, client_of: Opens, code: str, day: str, *degrees: int) -> None:
    data: dict[str, object] = {"day": day, "organisation": people.ours.pk, "marking": "1"}
    for factor, degree in zip(FACTORS, degrees, strict=True):
        data |= {f"degree_{factor}": degree, f"grounds_{factor}": "公表資料"}
    answer = client_of(people.owner).post(f"/planning/priorities/{code}/new", data)
    assert answer.status_code == 302, answer.content.decode()


@pytest.fixture
def two(people: People, client_of: Opens) -> None:
    """Chile leads by interest, New Zealand would by concern and position."""
    give(people, client_of, "CHL", "2024-04-01", 4, 0, 2, 2, 2, 2)
    give(people, client_of, "NZL", "2024-04-01", 1, 3, 2, 2, 2, 2)


TRY = {"try": "1", "method": "larger", **{f"of_{factor}": "1" for factor in FACTORS}}


@pytest.mark.usefixtures("two")
def test_the_ranking_says_how_it_comes_about(people: People, client_of: Opens) -> None:
    page = client_of(people.owner).get("/planning/priorities/").content.decode()
    table = page.split("<tbody>")[1]
    assert table.index("チリ") < table.index("ニュージーランド")
    assert "共通の関心 4×1 / 懸念 0×1 → 4" in table
    assert "4 × 2 ÷ 16 × 100 = 50" in table
    assert 'class="concern"' in page
    assert 'class="interest"' in page


@pytest.mark.usefixtures("two")
def test_a_what_if_changes_the_order_and_keeps_nothing(people: People, client_of: Opens) -> None:
    client = client_of(people.owner)
    before = list(Degree.objects.values_list("value", flat=True))
    page = client.get("/planning/priorities/", TRY | {"of_interest": "0.5"}).content.decode()
    table = page.split("<tbody>")[1]
    assert table.index("ニュージーランド") < table.index("チリ")
    assert "↑1" in table
    assert "↓1" in table
    assert list(Degree.objects.values_list("value", flat=True)) == before
    again = client.get("/planning/priorities/").content.decode().split("<tbody>")[1]
    assert again.index("チリ") < again.index("ニュージーランド")


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    "bad", [{"of_interest": "-1"}, {"of_interest": "x"}, {"of_interest": "0", "of_concern": "0"}]
)
def test_weights_that_cannot_be_are_told(
    people: People, client_of: Opens, bad: dict[str, str]
) -> None:
    answer = client_of(people.owner).get("/planning/priorities/", TRY | bad)
    assert answer.status_code == 400
    assert "form-errors" in answer.content.decode()


def test_moves_over_the_years_and_another_day(people: People, client_of: Opens) -> None:
    give(people, client_of, "NZL", "2023-04-01", 1, 0, 2, 2, 2, 2)
    give(people, client_of, "NZL", "2024-04-01", 3, 0, 2, 2, 2, 3)
    client = client_of(people.owner)
    assert 'class="move"' in client.get("/planning/priorities/").content.decode()
    old = client.get("/planning/priorities/", {"day": "2023-12-31"}).content.decode()
    assert 'class="move"' not in old
    assert "1 × 2 ÷ 16" in old
    page = client.get("/planning/priorities/NZL/").content.decode()
    assert page.index("2024-04-01 現在") < page.index("2023-04-01 現在")
    assert "公表資料" in page


def test_bad_degrees_stay_in_the_form(people: People, client_of: Opens) -> None:
    data = {"day": "2024-04-01", "marking": "1", "degree_interest": "9", "grounds_interest": "根拠"}
    answer = client_of(people.planner).post("/planning/priorities/NZL/new", data)
    assert answer.status_code == 400
    assert "根拠" in answer.content.decode()
    assert not Assessment.objects.exists()


def test_a_correction_by_page(people: People, client_of: Opens) -> None:
    give(people, client_of, "NZL", "2024-04-01", 1, 0, 2, 2, 2, 2)
    row = Assessment.objects.get()
    data: dict[str, object] = {"version": 1, "reason": "協議の後"}
    for factor in FACTORS:
        data |= {f"degree_{factor}": 3, f"grounds_{factor}": "新しい資料"}
    address = f"/planning/priorities/NZL/{row.pk}"
    assert client_of(people.colleague).post(address, data).status_code == 403
    assert client_of(people.owner).post(address, data).status_code == 302
    assert client_of(people.owner).post(address, data).status_code == 400
    assert set(row.degrees.values_list("value", flat=True)) == {3}


def test_an_outsider_learns_nothing_and_an_attache_only_of_the_post(
    people: People, client_of: Opens
) -> None:
    give(people, client_of, "NZL", "2024-04-01", 1, 0, 2, 2, 2, 2)
    give(people, client_of, "CHL", "2024-04-01", 1, 0, 2, 2, 2, 2)
    outside = client_of(people.outsider).get("/planning/priorities/").content.decode()
    assert "<tbody>" not in outside
    post = client_of(people.attache).get("/planning/priorities/").content.decode()
    table = post.split("<tbody>")[1]
    assert "ニュージーランド" in table
    assert "チリ" not in table
    assert client_of(people.attache).get("/planning/priorities/NZL/new").status_code == 403
    assert client_of(people.owner).get("/planning/priorities/XXX/").status_code == 404


def test_the_cost_of_an_activity_by_page(
    people: People, client_of: Opens, activity: Callable[..., Activity]
) -> None:
    own = activity()
    address = f"/planning/costs/{own.pk}"
    data = {"yen": "1234567", "basis": "旅費", "marking": "1"}
    assert client_of(people.colleague).post(address, data).status_code == 403
    assert client_of(people.owner).post(address, data | {"yen": "-3"}).status_code == 400
    assert client_of(people.owner).post(address, data).status_code == 302
    assert ActivityCost.objects.get().yen == 1_234_567
    assert "1,234,567円" in client_of(people.owner).get(f"/activities/{own.pk}/").content.decode()
    hidden = client_of(people.outsider).get(f"/activities/{own.pk}/").content.decode()
    assert "1,234,567" not in hidden


def test_marks_at_one_spot_stand_side_by_side() -> None:
    marks = [PriorityMark(f"P{n}", f"P{n}", "/", False, [(2.0, 2.0)]) for n in range(3)]
    drawn = priority_chart("図", marks, Axes("横", "縦"))
    places = [part.split('"')[1] for part in drawn.split('class="interest"') if "cx" in part]
    assert len({part.split('cx="')[1].split('"')[0] for part in drawn.split("<circle")[1:]}) == 3
    assert places
