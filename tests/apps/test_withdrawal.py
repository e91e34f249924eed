"""A rejected record leaves the register, unless others tell of the event, and comes back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renkei.apps.accounts.models import User
from renkei.apps.documents import review_selectors, review_services
from renkei.apps.documents.models import SourceRecord
from renkei.apps.register import listing, selectors, services
from renkei.apps.register.models import Activity, Conflict, RecordLink
from tests.apps.test_linking import Told, state
from tests.records import Source, students, talks
from tests.register import People


def verdict(by: User, record: SourceRecord, said: str) -> None:
    seen = review_services.stamp(record, review_selectors.standing(record))
    review_services.review_record(by=by, record=record, verdict=said, seen=seen, reason="別の月")


def take_back(by: User, record: SourceRecord) -> None:
    seen = review_services.stamp(record, review_selectors.standing(record))
    review_services.withdraw(by=by, record=record, seen=seen)


@pytest.fixture
def told(people: People) -> Told:
    told = Told(people)
    told.ingest()
    return told


def test_a_rejected_record_takes_its_activity_out_and_brings_it_back(people: People) -> None:
    source = Source()
    source.ingest([talks(source), *students(source)], people.owner, organisation=people.ours)
    activity, record = Activity.objects.get(), SourceRecord.objects.get(type="activity")
    services.correct_activity(
        by=people.owner, activity=activity, version=1, values={"place": "東京"}, reason="議事録"
    )
    verdict(people.owner, record, "rejected")
    asked = listing.ActivityFilter()
    assert listing.page(people.administrator, asked, 1).total == 0
    assert not selectors.partners_seen(people.owner).exists()
    with pytest.raises(Activity.DoesNotExist):
        selectors.activity(people.administrator, activity.pk)

    take_back(people.owner, record)
    back = selectors.activity(people.owner, activity.pk)
    assert (back.place, back.touched) == ("東京", True)
    reasons = list(back.history.values_list("history_change_reason", flat=True))
    assert reasons == ["restored", "別の月", "議事録", "read"]


def test_another_verdict_instead_of_the_rejection_brings_it_back_too(people: People) -> None:
    source = Source()
    source.ingest(students(source), people.owner, organisation=people.ours)
    record = SourceRecord.objects.first()
    assert record is not None
    before = selectors.students(people.owner).count()
    verdict(people.owner, record, "rejected")
    assert selectors.students(people.owner).count() == before - 1
    verdict(people.owner, record, "accepted")
    assert selectors.students(people.owner).count() == before


def test_other_sources_carry_the_activity(told: Told) -> None:
    owner, before = told.people.owner, state()
    pk, record = told.activity().pk, told.record(told.prose)
    verdict(owner, record, "rejected")
    left = selectors.visible_activities(owner).get(kind="meeting")
    assert (left.pk, left.mode, left.counterpart, left.place) == (pk, "phone", "", "")
    assert left.sources.count() == 1
    assert not Conflict.objects.exists()
    assert not RecordLink.objects.exists()

    take_back(owner, record)
    assert state() == before
    assert told.activity().pk == pk
    assert Conflict.objects.get().field == "mode"
    assert RecordLink.objects.get().state == "linked"


def test_a_rejected_record_that_is_read_otherwise_counts_again(people: People) -> None:
    source = Source()
    source.ingest([talks(source)], people.owner, organisation=people.ours)
    verdict(people.owner, SourceRecord.objects.get(), "rejected")
    source.ingest([replace(talks(source), mode="video")], people.owner)
    assert selectors.visible_activities(people.owner).get().mode == "video"
    assert review_selectors.standing(SourceRecord.objects.get()) is None


def test_a_rejected_record_is_linked_with_nothing_that_comes_later(people: People) -> None:
    told = Told(people)
    told.store(told.list, [told.first])
    verdict(people.owner, told.record(told.list), "rejected")
    told.store(told.prose, [told.second])
    assert selectors.visible_activities(people.owner).get().sources.count() == 1
    take_back(people.owner, told.record(told.list))
    assert selectors.visible_activities(people.owner).get().sources.count() == 2
