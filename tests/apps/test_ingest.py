"""Documents become records, records become rows; twice changes nothing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from renkei.apps.audit.models import Event
from renkei.apps.documents import files, services
from renkei.apps.documents.models import Leftover, SourceRecord, StoredDocument
from renkei.apps.evaluation.models import Indicator, IndicatorValue, MeansAmount, Policy
from renkei.apps.register.models import Activity, ActivitySource, StudentExchange
from renkei.core.errors import DeniedError, InputError
from renkei.core.records import Leftover as Unread
from renkei.core.records import SheetField
from renkei.core.values import PartialDate
from tests.records import Source, consultation, sheet, students, talks
from tests.register import People


def test_every_record_becomes_a_row_with_its_printed_words(people: People) -> None:
    source = Source()
    done = source.ingest(
        [talks(source), *students(source), *sheet(source)], people.owner, organisation=people.ours
    )

    assert done.is_new
    assert done.leftovers == 0
    assert done.new["indicator_value"] == 3
    stored = done.document
    for record in SourceRecord.objects.all():
        assert stored.text[record.start : record.end] == record.text
    activity = Activity.objects.get()
    assert (activity.start_day, activity.end_day) == (
        PartialDate(2018, 5).first_day,
        PartialDate(2018, 5).last_day,
    )
    assert activity.fiscal_year == 2018
    assert activity.organisation == people.ours
    assert [partner.code for partner in activity.partners.all()] == ["NZL"]
    assert activity.history.get().history_user == people.owner
    assert StudentExchange.objects.get(partner=None).count == 0
    policy = Policy.objects.get()
    assert policy.name == "二国間協力の強化"
    assert policy.fiscal_year is None
    assert policy.fields.get().name == "要人往来"
    assert MeansAmount.objects.get().budget_yen == 7_000_000


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("平成30年度事前分析表", 2018),
        ("平成30年度から令和2年度までの実施施策に係る政策評価書", 2020),
        ("政策評価書", None),
    ],
)
def test_a_policy_has_the_last_year_that_its_title_names(
    people: People, title: str, year: int | None
) -> None:
    source = Source(f"{title}\n施策名　二国間協力の強化", "headed.txt")
    named = SheetField(
        evidence=source.quote("施策名　二国間協力の強化"), rule="test.sheet", key="施策名",
        value="二国間協力の強化",
    )  # fmt: skip
    source.ingest([named], people.owner)
    assert Policy.objects.get().fiscal_year is None

    headed = SheetField(evidence=source.quote(title), rule="test.sheet", key="様式名", value=title)
    source.ingest([headed, named], people.owner)
    assert Policy.objects.get().fiscal_year == year


def test_zero_a_dash_and_nothing_are_different(people: People) -> None:
    source = Source()
    source.ingest(sheet(source), people.owner)

    actual, dash = (IndicatorValue.objects.get(kind=kind) for kind in ("actual", "mid_term_target"))
    assert (actual.value, actual.absence) == (Decimal(0), "")
    assert (dash.value, dash.absence) == (None, "dash")


def test_the_original_is_kept_byte_for_byte(people: People) -> None:
    source = Source()
    done = source.ingest([talks(source)], people.owner)

    assert files.read(done.document.sha256) == source.data


def test_reading_twice_changes_nothing(people: People) -> None:
    source = Source()
    records = [talks(source), *sheet(source)]
    source.ingest(records, people.owner)
    before = (Event.objects.count(), Activity.history.count(), StoredDocument.objects.count())

    again = source.ingest(records, people.administrator)

    assert not again.changed_anything
    assert again.there["activity"] == 1
    assert before == (
        Event.objects.count(),
        Activity.history.count(),
        StoredDocument.objects.count(),
    )


def test_the_same_bytes_under_another_name_are_the_same_document(people: People) -> None:
    source, renamed = Source(), Source(name="copy.txt")
    source.ingest([talks(source)], people.owner)

    again = renamed.ingest([talks(renamed)], people.owner)

    assert not again.changed_anything
    assert StoredDocument.objects.get().name == "sheet.txt"


def test_what_the_document_says_twice_to_the_day_is_one_activity(people: People) -> None:
    source = Source()
    source.ingest([consultation(source), consultation(source, 1)], people.owner)

    activity = Activity.objects.get()
    assert activity.sources.count() == 2
    assert activity.partner_codes == "NZL;AUS"


def test_two_occurrences_of_one_month_stay_two(people: People) -> None:
    source = Source()
    source.ingest([talks(source), talks(source)], people.owner)

    assert Activity.objects.count() == 2


def test_a_better_reading_updates_what_nobody_touched(people: People) -> None:
    source = Source()
    source.ingest([talks(source), *sheet(source)], people.owner)
    better = [replace(talks(source), mode="video"), *sheet(source)[:-1]]

    done = source.ingest(better, people.owner)

    assert dict(done.changed) == {"activity": 1}
    assert dict(done.gone) == {"opinion": 1}
    activity = Activity.objects.get()
    assert (activity.mode, activity.version) == ("video", 2)
    assert activity.history.count() == 2
    assert Policy.objects.get().opinions.count() == 0


def test_a_better_reading_leaves_what_a_person_corrected(people: People) -> None:
    from renkei.apps.register.services import correct_activity  # noqa: PLC0415

    source = Source()
    source.ingest([talks(source)], people.owner, organisation=people.ours)
    activity = Activity.objects.get()
    correct_activity(
        by=people.owner, activity=activity, version=1, values={"mode": "phone"}, reason="議事録"
    )

    source.ingest([replace(talks(source), mode="video")], people.owner)

    activity.refresh_from_db()
    assert activity.mode == "phone"
    assert SourceRecord.objects.get().payload["mode"] == "video"

    source.ingest([], people.owner)

    assert Activity.objects.get().mode == "phone"
    assert ActivitySource.objects.count() == 1


def test_what_is_no_longer_read_goes_when_nobody_touched_it(people: People) -> None:
    source = Source()
    source.ingest([talks(source), *students(source)], people.owner)

    done = source.ingest([], people.owner)

    assert dict(done.gone) == {"activity": 1, "student_exchange": 2}
    assert not Activity.objects.exists()
    assert Activity.history.filter(history_type="-").get().history_change_reason == "read_no_more"


def test_what_cannot_be_taken_over_is_listed_not_lost(people: People) -> None:
    source = Source()
    backwards = talks(source, end=PartialDate(2017, 1))
    orphan = replace(sheet(source)[2], number="9-9")
    unread = Unread(source.quote("意見"), "unknown_heading")

    done = source.ingest([backwards, orphan], people.owner, leftovers=[unread])

    assert done.leftovers == 3
    reasons = {item.reason for item in Leftover.objects.all()}
    assert reasons == {"ends_before_it_starts", "indicator_unknown", "unknown_heading"}
    assert Leftover.objects.get(reason="indicator_unknown").record is not None
    assert SourceRecord.objects.count() == 2

    again = source.ingest([talks(source), orphan], people.owner)

    assert again.leftovers == 1
    assert Activity.objects.count() == 1


def test_a_second_indicator_of_one_number_is_left_over(people: People) -> None:
    source = Source()
    first = sheet(source)[1]
    second = replace(first, evidence=source.quote("要人往来の回数"))

    done = source.ingest([first, second], people.owner)

    assert Indicator.objects.count() == 1
    assert done.document.leftovers.get().reason == "indicator_twice"


def test_bad_input_stores_nothing(people: People, home: Path) -> None:
    with pytest.raises(InputError):
        services.ingest(name="empty.txt", data=b"", by=people.owner)
    with pytest.raises(InputError):
        services.ingest(name="noise.txt", data=bytes(range(256)) * 64, by=people.owner)

    assert not StoredDocument.objects.exists()
    assert not (home / "files").exists()


def test_a_name_of_any_length_fits(people: People) -> None:
    source = Source(name="長" * 300 + ".txt")
    done = source.ingest([], people.owner)

    assert done.document.name.endswith("長.txt")


@pytest.mark.parametrize("person", ["outsider", "attache"])
def test_readers_and_attaches_may_not_ingest(people: People, person: str) -> None:
    with pytest.raises(DeniedError):
        services.ingest(name="a.txt", data="資料".encode(), by=getattr(people, person))


def test_nobody_files_a_document_above_their_clearance_or_elsewhere(people: People) -> None:
    for marking, organisation in ((2, people.ours), (0, people.theirs)):
        with pytest.raises(DeniedError):
            services.ingest(
                name="a.txt",
                data="資料".encode(),
                by=people.owner,
                organisation=organisation,
                marking=marking,
            )
    assert not StoredDocument.objects.exists()
