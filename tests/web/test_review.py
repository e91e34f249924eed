"""The page on which records are checked: plain forms, filters, bulk, undo, sample, and who may."""

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import Review, SourceRecord, StoredDocument
from renkei.apps.register.models import Activity
from tests.register import People

Opens = Callable[[User], Client]
Makes = Callable[..., StoredDocument]


def address(document: StoredDocument, part: str = "") -> str:
    return f"/documents/{document.pk}/review/{part}"


def decide(client: Client, document: StoredDocument, verdict: str, **more: str) -> str:
    """Send the form of the record that the page offers; the page that follows."""
    page = client.get(address(document)).context
    data = {"record": page["record"].pk, "seen": page["seen"], "verdict": verdict} | more
    return client.post(address(document, "decide"), data, follow=True).content.decode()


def test_the_words_and_the_record_stand_side_by_side(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored = document()
    answer = client_of(people.owner).get(address(stored))
    page = answer.content.decode()

    assert '<mark class="evidence">' in page
    assert answer.context["record"].text in "".join(
        piece.text for line in answer.context["lines"] for piece in line.pieces if piece.passages
    ).replace("\n", "")
    assert "チリ" in page
    assert 'data-key="a"' in page
    assert "<script>" not in page


def test_accepting_goes_to_the_next_and_moves_the_bar(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    first = client.get(address(stored)).context["record"]
    page = decide(client, stored, "accepted")

    total = stored.records.count()
    assert f'max="{total}" value="1"' in page
    assert Review.objects.get().record == first
    assert client.get(address(stored)).context["record"] != first
    for _ in range(total - 1):
        page = decide(client, stored, "accepted")
    assert "すべての記録を確認しました" in page


def test_a_rejection_without_a_reason_says_so(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    assert "[RK511]" in decide(client, stored, "rejected")
    assert not Review.objects.exists()
    decide(client, stored, "rejected", reason="別の月")
    assert Review.objects.get().reason == "別の月"


def test_corrected_is_said_only_of_what_was_corrected(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    assert "先に案件を訂正" in decide(client, stored, "corrected")
    assert not Review.objects.exists()
    Activity.objects.update(touched=True)
    decide(client, stored, "corrected")
    assert Review.objects.get().verdict == "corrected"


def test_what_somebody_decided_meanwhile_is_told(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored = document()
    record = stored.records.order_by("start", "pk")[0]
    seen = client_of(people.owner).get(address(stored)).context["seen"]
    decide(client_of(people.planner), stored, "rejected", reason="別の国")
    data = {"record": record.pk, "seen": seen, "verdict": "accepted"}
    page = client_of(people.owner).post(address(stored, "decide"), data, follow=True)

    assert "[RK502]" in page.content.decode()
    assert Review.objects.get().verdict == "rejected"


def test_taking_back_brings_the_record_again(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    first = client.get(address(stored)).context["record"]
    decide(client, stored, "accepted")
    undo = client.get(address(stored)).context["undo"]
    answer = client.post(address(stored, "undo"), {"review": undo["review"].pk}, follow=True)

    assert answer.context["record"] == first
    assert answer.context["totals"].checked == 0
    again = client.post(address(stored, "undo"), {"review": undo["review"].pk}, follow=True)
    assert "取り消せる自分の判定がない" in again.content.decode()


def test_bulk_says_how_many_and_can_be_taken_back(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    rule = stored.records.all()[0].rule
    number = stored.records.filter(rule=rule).count()
    page = client.get(address(stored, "bulk"), {"rule": rule})
    assert f"{number} 件を承認する" in page.content.decode()

    wrong = {"rule": rule, "expected": number + 1}
    answer = client.post(address(stored, "bulk"), wrong, follow=True)
    assert "[RK512]" in answer.content.decode()
    assert not Review.objects.exists()
    client.post(address(stored, "bulk"), {"rule": rule, "expected": number})
    assert Review.objects.exclude(batch=None).count() == number
    undo = client.get(address(stored)).context["undo"]
    assert undo["number"] == number
    client.post(address(stored, "undo"), {"review": undo["review"].pk})
    assert not Review.objects.filter(ended_at=None).exists()
    left = client.get(address(stored, "bulk"), {"rule": "no.such.rule"})
    assert "未確認の記録は残っていません" in left.content.decode()


def test_filters_are_kept_from_record_to_record(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    last = stored.records.order_by("-start", "-pk")[0]
    SourceRecord.objects.update(notes=[])
    SourceRecord.objects.filter(pk=last.pk).update(notes=["year_inferred"])
    answer = client.get(address(stored), {"noted": "on"})

    assert answer.context["record"] == last
    assert answer.context["queue"].places == ((last.start, last.pk),)
    data = {"record": last.pk, "seen": answer.context["seen"], "verdict": "accepted"}
    after = client.post(f"{address(stored, 'decide')}?noted=on", data, follow=True)
    assert "この条件に合う記録はありません" in after.content.decode()
    odd = client.get(address(stored), {"verdict": "nonsense", "sample": "x", "rule": "none"})
    assert odd.status_code == 200


def test_the_sample_estimates_and_leads_to_its_records(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(), client_of(people.owner)
    before = client.get(address(stored, "sample"), {"by": "type", "size": "2"})
    row = next(row for row in before.context["rows"] if row["sample"].group == "activity")
    assert row["observed"] == row["interval"] == ""
    shown = client.get(f"{address(stored)}?{row['check']}")
    assert {pk for _, pk in shown.context["queue"].places} == set(row["sample"].records)

    record = shown.context["record"]
    data = {"record": record.pk, "seen": shown.context["seen"], "verdict": "accepted"}
    client.post(f"{address(stored, 'decide')}?{row['check']}", data)
    after = client.get(address(stored, "sample"), {"by": "type", "size": "2"}).content.decode()
    assert "0.0 % – 79.3 %" in after


@pytest.mark.parametrize(
    ("name", "looks", "decides"),
    [("colleague", 200, 403), ("outsider", 200, 403), ("attache", 200, 403), ("planner", 200, 200)],
)
def test_who_may(
    people: People, client_of: Opens, document: Makes, name: str, looks: int, decides: int
) -> None:
    stored, client = document(), client_of(getattr(people, name))
    page = client.get(address(stored))
    assert page.status_code == looks
    assert ('data-key="a"' in page.content.decode()) == (decides == 200)
    data = {
        "record": page.context["record"].pk,
        "seen": page.context["seen"],
        "verdict": "accepted",
    }
    assert client.post(address(stored, "decide"), data, follow=True).status_code == decides
    rule = {"rule": page.context["record"].rule}
    assert client.get(address(stored, "bulk"), rule).status_code == decides


def test_above_clearance_there_is_no_page(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document(marking=2), client_of(people.owner)
    for part in ("", "bulk", "sample"):
        assert client.get(address(stored, part)).status_code == 404
    for part in ("decide", "undo"):
        assert client.post(address(stored, part)).status_code == 404


def test_a_record_of_another_document_is_not_shown(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, other = document(), document("●令和4年度の交流実績\n<チリ>\n部隊訪問(9月)\n", "b.txt")
    foreign = {"record": str(other.records.all()[0].pk)}
    assert client_of(people.owner).get(address(stored), foreign).status_code == 404


def test_a_document_without_records_says_so(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored, client = document("昨日の天気は晴れでした。\n", "weather.txt"), client_of(people.owner)
    assert "読み取った記録はありません" in client.get(address(stored)).content.decode()
    assert client.get(address(stored, "sample")).status_code == 200
