"""Feeds: what a device fetches is what its person may see now, as far as it may go out."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar, Event

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event as Line
from renkei.apps.calendar import feeds, ical
from renkei.apps.calendar.models import Feed
from tests.cases import TODAY, Make, case, go
from tests.register import People

__all__ = ["case"]
ClientOf = Callable[[User], Client]
SOON = TODAY + timedelta(days=40)


def _made(client: Client, **view: str) -> str:
    """The path of a new feed, as the page shows it once."""
    client.post("/calendar/feeds/", {"name": "わたしのカレンダー", **view})
    address = str(client.get("/calendar/feeds/").context["new"])
    assert address.startswith("http://testserver/calendar/feeds/")
    return address.removeprefix("http://testserver")


def _events(path: str) -> list[Event]:
    """What a device without any session reads at the address."""
    response = Client().get(path)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    read = Calendar.from_ical(response.content)
    assert isinstance(read, Calendar)
    return [one for one in read.walk("VEVENT") if isinstance(one, Event)]


def test_an_entry_goes_out_with_its_days_place_and_partners(
    client_of: ClientOf, people: People, case: Make
) -> None:
    last = SOON + timedelta(days=1)
    row = case(
        Marking.PUBLIC, title="見本の協議", start=str(SOON), end=str(last), place="ウェリントン"
    )
    (event,) = _events(_made(client_of(people.owner)))
    assert (event["SUMMARY"], event["LOCATION"]) == ("見本の協議", "ウェリントン")
    assert event["DESCRIPTION"] == "ニュージーランド"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (SOON, last + timedelta(days=1))
    assert (event["CLASS"], event["STATUS"], event["SEQUENCE"]) == ("PUBLIC", "TENTATIVE", 0)
    assert str(event["URL"]).endswith(f"/cases/{row.pk}/")


def test_a_change_keeps_the_uid_and_counts_on_and_a_cancelled_case_says_so(
    client_of: ClientOf, people: People, case: Make
) -> None:
    row = case(Marking.PUBLIC, start=str(SOON))
    path = _made(client_of(people.owner))
    (before,) = _events(path)
    go(people.owner, row, "cancelled", "相手国の都合")
    (after,) = _events(path)
    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert (before["STATUS"], after["STATUS"]) == ("TENTATIVE", "CANCELLED")


def test_a_marking_is_kept_on_the_way_out(client_of: ClientOf, people: People, case: Make) -> None:
    """Of internal cases only the days go, of restricted ones nothing, whoever the person is."""
    case(Marking.INTERNAL, title="内の案件", place="内の場所", start=str(SOON))
    case(Marking.RESTRICTED, title="厳しい案件", start=str(SOON))
    path = _made(client_of(people.administrator))
    data = Client().get(path).content.decode()
    (event,) = _events(path)
    assert event["CLASS"] == "CONFIDENTIAL"
    assert event["SUMMARY"] == "予定あり（部内）"
    assert event["DTSTART"].dt == SOON
    assert "DESCRIPTION" not in event
    for words in ("内の案件", "内の場所", "厳しい案件", "ニュージーランド"):
        assert words not in data.replace("\r\n ", "")


def test_everybody_gets_what_the_calendar_shows_them(
    client_of: ClientOf, people: People, case: Make
) -> None:
    case(Marking.INTERNAL, partners=["NZL"], start=str(SOON))
    case(Marking.INTERNAL, partners=["AUS"], start=str(SOON))
    expected = {people.owner: 2, people.colleague: 2, people.attache: 1, people.outsider: 0}
    for user, number in expected.items():
        assert len(_events(_made(client_of(user)))) == number, user


def test_the_rights_of_the_moment_hold(client_of: ClientOf, people: People, case: Make) -> None:
    case(Marking.INTERNAL, start=str(SOON))
    path = _made(client_of(people.owner))
    assert len(_events(path)) == 1
    User.objects.filter(pk=people.owner.pk).update(clearance=Marking.PUBLIC)
    assert _events(path) == []
    User.objects.filter(pk=people.owner.pk).update(is_active=False)
    ended = Client().get(path)
    assert ended.status_code == 410
    assert "[RK917]" in ended.content.decode()


def test_a_feed_keeps_its_view(client_of: ClientOf, people: People, case: Make) -> None:
    case(Marking.PUBLIC, title="南の協議", partners=["NZL"], start=str(SOON))
    case(Marking.PUBLIC, title="東の協議", partners=["AUS"], start=str(SOON))
    (event,) = _events(_made(client_of(people.owner), partner="NZL"))
    assert event["SUMMARY"] == "南の協議"


def test_days_that_are_not_known_keep_nobody_busy(
    client_of: ClientOf, people: People, case: Make
) -> None:
    case(Marking.PUBLIC, title="日のない協議", start=f"{SOON:%Y-%m}")
    (event,) = _events(_made(client_of(people.owner)))
    assert event["SUMMARY"] == "（日未定）日のない協議"
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["DTSTART"].dt == date(SOON.year, SOON.month, 1)


def test_a_feed_that_is_too_long_keeps_the_nearest_days_and_says_so(
    client_of: ClientOf, people: People, case: Make, monkeypatch: Any
) -> None:
    monkeypatch.setattr(ical, "MOST", 1)
    case(Marking.PUBLIC, title="遠い協議", start=str(SOON + timedelta(days=300)))
    case(Marking.PUBLIC, title="近い協議", start=str(SOON))
    path = _made(client_of(people.owner))
    (event,) = _events(path)
    assert event["SUMMARY"] == "近い協議"
    assert "省いています" in Client().get(path).content.decode().replace("\r\n ", "")


def test_an_unchanged_feed_is_not_sent_again(
    client_of: ClientOf, people: People, case: Make
) -> None:
    row = case(Marking.PUBLIC, start=str(SOON))
    path = _made(client_of(people.owner))
    first = Client().get(path)
    assert first["Cache-Control"] == "private, no-cache"
    again = Client().get(path, headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    go(people.owner, row, "postponed", "台風")
    changed = Client().get(path, headers={"if-none-match": first["ETag"]})
    assert changed.status_code == 200
    assert "【延期】" in changed.content.decode()


def test_a_revoked_address_gives_nothing_and_says_why(client_of: ClientOf, people: People) -> None:
    client = client_of(people.owner)
    path = _made(client)
    feed = Feed.objects.get()
    client.post(f"/calendar/feeds/{feed.pk}/revoke")
    gone = Client().get(path)
    assert gone.status_code == 410
    assert "[RK917]" in gone.content.decode()
    assert "まだフィードはありません" in client.get("/calendar/feeds/").content.decode()
    assert Client().get("/calendar/feeds/none.ics").status_code == 404


def test_the_secret_is_shown_once_and_kept_nowhere(client_of: ClientOf, people: People) -> None:
    client = client_of(people.owner)
    path = _made(client)
    secret = path.rpartition("/")[2].removesuffix(".ics")
    page = client.get("/calendar/feeds/")
    assert secret not in page.content.decode()
    assert page["Cache-Control"] == "no-store"
    assert secret not in str(Feed.objects.values())
    assert secret not in str(list(Line.objects.values("data", "object_id")))


@pytest.mark.parametrize("action", ["rename", "revoke"])
def test_nobody_touches_the_feed_of_another(
    client_of: ClientOf, people: People, action: str
) -> None:
    """Owner, colleague of the same office, outsider; also not the administrator."""
    path = _made(client_of(people.owner))
    feed = Feed.objects.get()
    for user in (people.teammate, people.outsider, people.administrator):
        client = client_of(user)
        assert client.post(f"/calendar/feeds/{feed.pk}/{action}", {"name": "x"}).status_code == 404
        assert "わたしのカレンダー" not in client.get("/calendar/feeds/").content.decode()
    assert Client().get(path).status_code == 200
    client_of(people.owner).post(f"/calendar/feeds/{feed.pk}/{action}", {"name": "新しい名前"})
    feed.refresh_from_db()
    assert (feed.name == "新しい名前", feed.revoked_at is not None) == (
        action == "rename",
        action == "revoke",
    )


def test_the_trail_tells_of_making_reading_and_revoking(
    client_of: ClientOf, people: People, case: Make
) -> None:
    case(Marking.PUBLIC, start=str(SOON))
    client = client_of(people.owner)
    path = _made(client)
    for _ in range(3):
        Client().get(path)  # read thrice a day, told once
    client.post(f"/calendar/feeds/{Feed.objects.get().pk}/revoke")
    told = Line.objects.filter(object_type="calendar_feed").order_by("pk")
    assert [line.action for line in told] == [
        "make_calendar_feed",
        "read_calendar_feed",
        "revoke_calendar_feed",
    ]
    assert told[1].data == {"titles": 1, "only_days": 0}


@pytest.mark.parametrize("name", ["", "  ", "長" * 101])
def test_a_feed_needs_a_name(client_of: ClientOf, people: People, name: str) -> None:
    answer = client_of(people.owner).post("/calendar/feeds/", {"name": name}, follow=True)
    assert "[RK915]" in answer.content.decode()
    assert not Feed.objects.exists()


def test_a_person_keeps_so_many_feeds(
    client_of: ClientOf, people: People, monkeypatch: Any
) -> None:
    monkeypatch.setattr(feeds, "LIMIT", 1)
    client = client_of(people.owner)
    _made(client)
    answer = client.post("/calendar/feeds/", {"name": "もう一つ"}, follow=True)
    assert "[RK916]" in answer.content.decode()
    assert Feed.objects.count() == 1


def test_the_page_of_feeds_asks_who_is_there() -> None:
    assert Client().get("/calendar/feeds/").status_code == 302
