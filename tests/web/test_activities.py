"""The list of activities, its downloads, entering, correcting and taking back."""

import csv
import io
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import StoredDocument
from renkei.apps.register.models import Activity
from tests.register import People

Opens = Callable[[User], Client]
Makes = Callable[..., Activity]

FILLED = {
    "title": "第3回当局間協議",
    "kind": "consultation",
    "category": "working_level",
    "status": "held",
    "start": "2017-6",
    "partners": "チリ、KEN",
    "marking": "0",
}


def rows_of(client: Client, query: str = "") -> list[list[str]]:
    answer = client.get(f"/activities/all.csv{query}")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    return list(csv.reader(io.StringIO(text)))


@pytest.fixture
def three(activity: Makes) -> list[Activity]:
    return [
        activity(title="甲会談", kind="meeting", partners=["CHL"], start="2017-05", mode="phone"),
        activity(title="乙訪問", kind="visit", partners=["KEN", "CHL"], start="2018-05"),
        activity(title="丙訓練", kind="exercise", partners=["KEN"], start="2018-02-03"),
    ]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "甲乙丙"),
        ("?partner=CHL", "甲乙"),
        ("?kind=visit", "乙"),
        ("?year=2017", "甲丙"),
        ("?mode=phone", "甲"),
        ("?text=訓", "丙"),
        ("?text=ケニア", "乙丙"),
        ("?partner=CHL&year=2018", "乙"),
        ("?partner=FRA", "甲乙丙"),  # not among the choices: left out, and said so
    ],
)
def test_the_list_and_its_file_show_what_is_asked(
    people: People, client_of: Opens, three: list[Activity], query: str, found: str
) -> None:
    client = client_of(people.owner)
    page = client.get(f"/activities/{query}").content.decode()
    names = [row[4] for row in rows_of(client, query)[1:]]
    for one in three:
        assert (one.title in page) == (one.title[0] in found)
        assert (one.title in names) == (one.title[0] in found)


def test_a_filter_that_is_not_understood_is_told(
    people: People, client_of: Opens, three: list[Activity]
) -> None:
    page = client_of(people.owner).get("/activities/?kind=party&year=x").content.decode()
    assert "除いて表示しています" in page
    assert "party" in page


def test_the_head_of_a_column_sorts_and_sorts_back(
    people: People, client_of: Opens, three: list[Activity]
) -> None:
    client = client_of(people.owner)
    page = client.get("/activities/?sort=title&partner=KEN").content.decode()
    assert page.index("丙訓練") < page.index("乙訪問")
    assert 'aria-sort="ascending"' in page
    assert "partner=KEN&amp;sort=-title" in page


def test_htmx_gets_the_results_only(
    people: People, client_of: Opens, three: list[Activity]
) -> None:
    client = client_of(people.owner)
    part = client.get("/activities/?kind=visit", headers={"HX-Request": "true"})
    assert "<html" not in part.content.decode()
    assert "乙訪問" in part.content.decode()
    assert "HX-Request" in part.headers["Vary"]


def test_an_empty_list_says_what_to_do(people: People, client_of: Opens) -> None:
    client = client_of(people.owner)
    assert "資料を追加すると" in client.get("/activities/").content.decode()
    assert "条件を減らすか" in client.get("/activities/?text=ない").content.decode()


def test_formulas_are_text_in_both_files(people: People, client_of: Opens, activity: Makes) -> None:
    activity(title="=cmd|'/c calc'!A0", place="@SUM(1)", counterpart="+1", framework="-2")
    client = client_of(people.owner)
    row = rows_of(client)[1]
    assert row[4] == "'=cmd|'/c calc'!A0"
    assert {row[10], row[13], row[14]} == {"'+1", "'@SUM(1)", "'-2"}
    answer: Any = client.get("/activities/all.xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    cell = sheet.cell(2, 5)
    assert (cell.value, cell.data_type) == ("=cmd|'/c calc'!A0", "s")


def test_a_person_enters_an_activity(people: People, client_of: Opens) -> None:
    client = client_of(people.owner)
    answer = client.post("/activities/new", FILLED | {"organisation": people.ours.pk})
    made = Activity.objects.get()
    assert answer.headers["Location"] == f"/activities/{made.pk}/"
    assert (made.start, made.fiscal_year, made.partner_codes) == ("2017-06", 2017, "CHL;KEN")
    page = client.get(f"/activities/{made.pk}/").content.decode()
    assert "元になる資料はありません" in page
    assert "owner" in page


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("title", "", "「件名」を入力してください。"),
        ("start", "去年", "日付として読めません"),
        ("start", "2017-13", "日付として読めません"),
        ("partners", "チリー", "チリ"),
        ("kind", "", "「種別」を入力してください。"),
        ("end", "2016", "終了は開始より前にできません"),
    ],
)
def test_a_wrong_entry_is_told_at_its_field_and_nothing_is_lost(
    people: People, client_of: Opens, field: str, value: str, sentence: str
) -> None:
    data = FILLED | {"organisation": people.ours.pk, field: value}
    page = client_of(people.owner).post("/activities/new", data).content.decode()
    assert sentence in page
    assert "まだ保存されていません" in page
    assert field == "title" or "第3回当局間協議" in page
    assert not Activity.objects.exists()


def test_compounds_are_understood(people: People, client_of: Opens) -> None:
    data = FILLED | {"organisation": people.ours.pk, "partners": "日米豪、Kenya"}
    client_of(people.owner).post("/activities/new", data)
    assert Activity.objects.get().partner_codes == "USA;AUS;KEN"


def test_who_may_not_enter_is_not_offered_it(
    people: People, client_of: Opens, activity: Makes
) -> None:
    one = activity()
    for person in (people.outsider, people.attache, people.colleague):
        client = client_of(person)
        assert "/correct" not in client.get(f"/activities/{one.pk}/").content.decode()
        assert client.get(f"/activities/{one.pk}/correct").status_code == 403
    assert client_of(people.outsider).get("/activities/new").status_code == 403


def correction(one: Activity, **changes: object) -> dict[str, object]:
    plain = {
        "title": one.title,
        "kind": one.kind,
        "status": one.status,
        "start": one.start,
        "partners": "NZL",
        "organisation": one.organisation_id,
        "marking": one.marking,
        "version": one.version,
        "reason": "原議を確かめた",
    }
    return plain | changes


def test_a_correction_is_in_the_history_and_can_be_taken_back(
    people: People, client_of: Opens, activity: Makes
) -> None:
    one = activity(title="元の件名")
    client = client_of(people.owner)
    client.post(f"/activities/{one.pk}/correct", correction(one, title="直した件名"))
    page = client.get(f"/activities/{one.pk}/").content.decode()
    assert "<del>元の件名</del>" in page
    assert "<ins>直した件名</ins>" in page
    assert "原議を確かめた" in page
    one.refresh_from_db()
    client.post(f"/activities/{one.pk}/undo", {"version": one.version})
    one.refresh_from_db()
    assert one.title == "元の件名"
    assert one.history.count() == 3  # nothing is wiped out


def test_a_correction_needs_a_reason(people: People, client_of: Opens, activity: Makes) -> None:
    one = activity()
    client = client_of(people.owner)
    page = client.post(f"/activities/{one.pk}/correct", correction(one, reason="")).content.decode()
    assert "「訂正の理由」を入力してください。" in page


def test_two_people_at_once_do_not_overwrite_one_another(
    people: People, client_of: Opens, activity: Makes
) -> None:
    one = activity(title="元の件名")
    first, second = client_of(people.owner), client_of(people.teammate)
    first.post(f"/activities/{one.pk}/correct", correction(one, title="先の件名"))
    mine = correction(one, title="後の件名")
    page = second.post(f"/activities/{one.pk}/correct", mine).content.decode()
    assert "開いている間に" in page
    assert "元の件名 → 先の件名" in page
    assert 'value="後の件名"' in page
    one.refresh_from_db()
    assert one.title == "先の件名"
    second.post(f"/activities/{one.pk}/correct", mine | {"version": one.version})
    one.refresh_from_db()
    assert one.title == "後の件名"


def test_the_printed_words_are_marked_in_the_source(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    stored = document()
    one = Activity.objects.filter(title__contains="海軍司令官訪日").get()
    page = client_of(people.owner).get(f"/activities/{one.pk}/").content.decode()
    record = one.sources.get().record
    assert f'<mark class="evidence">{record.text}</mark>' in page
    assert f"/documents/{stored.pk}/?at={record.start}#L{record.line}" in page


def test_an_attache_reads_the_words_but_cannot_open_the_document(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    document("●令和4年度の交流実績\n<ニュージーランド>\n海軍司令官訪日(9月)\n", marking=1)
    one = Activity.objects.get()
    page = client_of(people.attache).get(f"/activities/{one.pk}/").content.decode()
    assert '<mark class="evidence">海軍司令官訪日' in page
    assert "この資料そのものは閲覧できません" in page
    assert "?at=" not in page


def test_saving_what_the_form_shows_changes_nothing(
    people: People, client_of: Opens, activity: Makes
) -> None:
    one = activity(partners=["USA", "AUS"])
    client = client_of(people.owner)
    shown = client.get(f"/activities/{one.pk}/correct").context["form"]
    form = {name: shown[name].value() for name in shown.fields if shown[name].value() is not None}
    client.post(f"/activities/{one.pk}/correct", form | {"reason": "変更なし"})
    one.refresh_from_db()
    assert one.version == 2
    assert one.partner_codes == "USA;AUS"


def test_only_organisations_that_would_be_taken_are_offered(
    people: People, client_of: Opens
) -> None:
    form = client_of(people.owner).get("/activities/new").context["form"]
    offered = [str(value) for value, _label in form.fields["organisation"].choices]
    assert offered == [str(people.ours.pk)]
