"""Checking what was read: who may, what counts, undo, two reviewers, and how sure a sample is."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from renkei.apps.audit.models import Event
from renkei.apps.documents import review_selectors as selectors
from renkei.apps.documents import review_services as reviews
from renkei.apps.documents.models import Review, SourceRecord, StoredDocument, Verdict
from renkei.apps.documents.review_selectors import UNCHECKED, QueueFilter
from renkei.apps.documents.sampling import Share
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.records import Source, consultation, students, talks
from tests.register import People


def stored(people: People, marking: int = 0, text: str = "") -> StoredDocument:
    """A document of the owner's organisation with an event, another, and students."""
    source = Source() if not text else Source(f"{Source().document.text}\n{text}", f"{text}.txt")
    records = [talks(source), consultation(source), *students(source)]
    return source.ingest(
        records, people.administrator, organisation=people.ours, marking=marking
    ).document


@pytest.fixture
def document(people: People) -> StoredDocument:
    return stored(people)


@pytest.fixture
def record(document: StoredDocument) -> SourceRecord:
    return document.records.order_by("start", "pk")[0]


def seen(record: SourceRecord) -> str:
    return reviews.stamp(record, selectors.standing(record))


def total(people: People, name: str) -> int:
    return sum(getattr(row, name) for row in selectors.progress(people.evaluator))


def test_nothing_counts_as_checked_that_nobody_checked(
    people: People, document: StoredDocument
) -> None:
    assert total(people, "total") == document.records.count() > 2
    assert total(people, "checked") == 0
    samples = selectors.samples(people.owner, document, "rule", 50)
    assert samples
    assert {one.share.observed for one in samples} == {None}


def test_a_verdict_is_kept_with_who_when_and_why(people: People, record: SourceRecord) -> None:
    review = reviews.review_record(
        by=people.owner, record=record, verdict="rejected", seen=seen(record), reason=" 別の月 "
    )

    assert (review.actor, review.reason, review.ended_at) == (people.owner, "別の月", None)
    assert review.at is not None
    event = Event.objects.get(action="review_record")
    assert (event.actor, event.data["verdict"], event.data["reason"]) == (
        "owner",
        "rejected",
        "別の月",
    )
    assert total(people, "rejected") == total(people, "checked") == 1


@pytest.mark.parametrize("verdict", Verdict.values)
def test_every_verdict_counts_as_its_own(
    people: People, record: SourceRecord, verdict: str
) -> None:
    reviews.review_record(
        by=people.planner, record=record, verdict=verdict, seen=seen(record), reason="照合"
    )
    assert total(people, verdict) == total(people, "checked") == 1


@pytest.mark.parametrize(
    ("verdict", "reason", "code"), [("rejected", "  ", "RK511"), ("perhaps", "x", "RK503")]
)
def test_what_cannot_be_a_verdict_is_refused(
    people: People, record: SourceRecord, verdict: str, reason: str, code: str
) -> None:
    with pytest.raises(UsageError, match=code):
        reviews.review_record(
            by=people.owner, record=record, verdict=verdict, seen=seen(record), reason=reason
        )
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("owner", True),
        ("teammate", True),
        ("colleague", False),
        ("outsider", False),
        ("attache", False),
        ("evaluator", True),
        ("other_evaluator", True),
        ("planner", True),
        ("administrator", True),
    ],
)
def test_who_may_review(people: People, record: SourceRecord, name: str, may: bool) -> None:
    by = getattr(people, name)

    def attempt() -> None:
        reviews.review_record(by=by, record=record, verdict="accepted", seen=seen(record))
        reviews.withdraw(by=by, record=record, seen=seen(record))
        reviews.bulk_accept(by=by, document=record.document, rule=record.rule, expected=number)

    number = record.document.records.filter(rule=record.rule).count()
    if may:
        attempt()
        assert total(people, "accepted") == number
        return
    for _ in range(2):
        with pytest.raises(DeniedError):
            attempt()
    with pytest.raises(DeniedError):
        reviews.bulk_accept(by=by, document=record.document, rule=record.rule, expected=number)
    assert not Review.objects.exists()


def test_above_clearance_nothing_is_seen_counted_or_written(people: People) -> None:
    document = stored(people, marking=2)
    record = document.records.all()[0]

    assert not selectors.queue(people.owner, document, QueueFilter()).exists()
    assert selectors.progress(people.owner) == []
    assert selectors.samples(people.owner, document, "rule", 5) == []
    with pytest.raises(DeniedError):
        reviews.review_record(by=people.owner, record=record, verdict="accepted", seen=seen(record))
    with pytest.raises(DeniedError):
        reviews.bulk_accept(by=people.planner, document=document, rule=record.rule, expected=1)
    reviews.review_record(
        by=people.administrator, record=record, verdict="accepted", seen=seen(record)
    )
    assert not selectors.history(people.owner, record).exists()
    assert selectors.history(people.administrator, record).count() == 1


def test_the_second_of_two_reviewers_is_told_and_overwrites_nothing(
    people: People, record: SourceRecord
) -> None:
    before = seen(record)
    reviews.review_record(by=people.owner, record=record, verdict="accepted", seen=before)

    with pytest.raises(ConflictError, match="RK502") as caught:
        reviews.review_record(
            by=people.planner, record=record, verdict="rejected", seen=before, reason="違う"
        )
    with pytest.raises(ConflictError):
        reviews.withdraw(by=people.planner, record=record, seen=before)

    assert "owner" in caught.value.message("ja")
    assert [one.verdict for one in Review.objects.all()] == ["accepted"]


def test_the_database_itself_lets_one_review_stand(people: People, record: SourceRecord) -> None:
    Review.objects.create(record=record, verdict="accepted", actor=people.owner)
    with pytest.raises(IntegrityError), transaction.atomic():
        Review.objects.create(record=record, verdict="accepted", actor=people.planner)


def test_a_changed_mind_replaces_the_verdict_and_keeps_the_old_one(
    people: People, record: SourceRecord
) -> None:
    reviews.review_record(by=people.owner, record=record, verdict="accepted", seen=seen(record))
    reviews.review_record(
        by=people.planner, record=record, verdict="rejected", seen=seen(record), reason="別の国"
    )

    told = [(one.verdict, one.ended_by) for one in selectors.history(people.owner, record)]
    assert told == [("rejected", ""), ("accepted", "planner")]
    assert (total(people, "accepted"), total(people, "rejected")) == (0, 1)
    assert total(people, "total") == record.document.records.count()


def test_a_review_taken_back_leaves_the_record_unchecked(
    people: People, record: SourceRecord
) -> None:
    reviews.review_record(by=people.owner, record=record, verdict="accepted", seen=seen(record))
    reviews.withdraw(by=people.owner, record=record, seen=seen(record))

    assert total(people, "checked") == 0
    assert selectors.latest_by(people.owner, record.document) is None
    assert Event.objects.filter(action="withdraw_review").count() == 1


def test_bulk_takes_only_what_is_unchecked_of_the_rule_and_can_be_taken_back(
    people: People, document: StoredDocument, record: SourceRecord
) -> None:
    reviews.review_record(
        by=people.owner, record=record, verdict="rejected", seen=seen(record), reason="別の国"
    )
    other = document.records.exclude(rule=record.rule)
    open_ones = document.records.filter(rule=record.rule).exclude(pk=record.pk)
    rule = record.rule if open_ones.exists() else other[0].rule
    number = selectors.queue(
        people.owner, document, QueueFilter(rule=rule, verdict=UNCHECKED)
    ).count()
    batch = reviews.bulk_accept(by=people.owner, document=document, rule=rule, expected=number)

    assert total(people, "accepted") == total(people, "in_bulk") == number
    assert total(people, "rejected") == 1
    latest = selectors.latest_by(people.owner, document)
    assert latest is not None
    assert selectors.left_of_batch(people.owner, latest) == number
    assert reviews.withdraw_batch(by=people.teammate, document=document, batch=batch) == number
    assert (total(people, "accepted"), total(people, "rejected")) == (0, 1)


def test_bulk_of_another_number_than_confirmed_writes_nothing(
    people: People, document: StoredDocument, record: SourceRecord
) -> None:
    for rule, expected in ((record.rule, 99), ("no.such.rule", 0), ("", 0)):
        with pytest.raises(ConflictError, match="RK512"):
            reviews.bulk_accept(by=people.owner, document=document, rule=rule, expected=expected)
    assert not Review.objects.exists()


def test_undoing_a_batch_keeps_what_was_looked_at_since(
    people: People, document: StoredDocument, record: SourceRecord
) -> None:
    number = document.records.filter(rule=record.rule).count()
    batch = reviews.bulk_accept(
        by=people.owner, document=document, rule=record.rule, expected=number
    )
    reviews.review_record(by=people.owner, record=record, verdict="accepted", seen=seen(record))

    assert reviews.withdraw_batch(by=people.owner, document=document, batch=batch) == number - 1
    assert selectors.standing(record) is not None


def test_a_record_that_is_read_differently_is_unchecked_again(people: People) -> None:
    source = Source()
    document = source.ingest([talks(source), consultation(source)], people.administrator).document
    for record in document.records.all():
        reviews.review_record(
            by=people.administrator, record=record, verdict="accepted", seen=seen(record)
        )
    stale = document.records.get(payload__title="国防相会談")
    before = seen(stale)
    source.ingest([talks(source, mode="video"), consultation(source)], people.administrator)

    assert total(people, "accepted") == 1
    ended = Review.objects.get(ended_at__isnull=False)
    assert (ended.record_id, ended.ended_by) == (stale.pk, "")
    with pytest.raises(ConflictError):
        reviews.review_record(
            by=people.administrator, record=stale, verdict="accepted", seen=before
        )


def test_a_record_that_is_no_longer_read_cannot_be_accepted(people: People) -> None:
    source = Source()
    document = source.ingest([talks(source), consultation(source)], people.administrator).document
    gone = document.records.get(payload__title="国防相会談")
    before = seen(gone)
    source.ingest([consultation(source)], people.administrator)

    with pytest.raises(ConflictError, match="RK502"):
        reviews.review_record(by=people.administrator, record=gone, verdict="accepted", seen=before)
    assert not Review.objects.exists()


def test_the_queue_is_filtered(people: People, document: StoredDocument) -> None:
    first, *rest = document.records.order_by("start", "pk")
    reviews.review_record(by=people.owner, record=first, verdict="accepted", seen=seen(first))
    SourceRecord.objects.filter(pk=rest[-1].pk).update(notes=["year_inferred"])

    def asked(**filters: object) -> list[int]:
        found = selectors.queue(people.owner, document, QueueFilter(**filters))  # type: ignore[arg-type]
        return [one.pk for one in found]

    assert asked() == [first.pk, *(one.pk for one in rest)]
    assert asked(verdict="accepted") == [first.pk]
    assert asked(verdict=UNCHECKED) == [one.pk for one in rest]
    assert asked(verdict="rejected") == []
    assert rest[-1].pk in asked(noted=True)
    assert asked(type="student_exchange") == [
        one.pk for one in [first, *rest] if one.type == "student_exchange"
    ]
    assert asked(rule="no.such.rule") == []


def test_progress_takes_the_same_queries_for_any_number_of_documents(people: People) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as caught:
            selectors.progress(people.owner)
        return len(caught)

    stored(people)
    one = queries()
    stored(people, text="別紙")
    assert queries() == one
    assert len({row.document for row in selectors.progress(people.owner)}) == 2


def test_a_sample_is_the_same_for_everyone_and_grows_by_adding(
    people: People, document: StoredDocument
) -> None:
    small = selectors.samples(people.owner, document, "type", 1)
    large = selectors.samples(people.planner, document, "type", 2)

    assert small == selectors.samples(people.planner, document, "type", 1)
    assert [one.records[0] for one in large] == [one.records[0] for one in small]
    assert {one.group: one.total for one in small} == {
        name: document.records.filter(type=name).count()
        for name in set(document.records.values_list("type", flat=True))
    }


def test_the_estimate_rests_on_what_was_looked_at_one_by_one(
    people: People, document: StoredDocument
) -> None:
    by_type = {one.group: one for one in selectors.samples(people.owner, document, "type", 2)}
    one, two = (SourceRecord.objects.get(pk=pk) for pk in by_type["activity"].records)
    reviews.review_record(
        by=people.owner, record=one, verdict="rejected", seen=seen(one), reason="別の月"
    )
    left = selectors.queue(people.owner, document, QueueFilter(rule=two.rule, verdict=UNCHECKED))
    reviews.bulk_accept(by=people.owner, document=document, rule=two.rule, expected=left.count())

    after = {one.group: one for one in selectors.samples(people.owner, document, "type", 2)}
    assert after["activity"].share == Share(1, 1)
    assert after["activity"].records == by_type["activity"].records


@pytest.mark.parametrize(
    ("wrong", "checked", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (1, 10, 0.0179, 0.4042),
        (5, 10, 0.2366, 0.7634),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),  # Newcombe, Statistics in Medicine 17 (1998), table I
        (15, 148, 0.0624, 0.1605),  # the same table
        (0, 20, 0.0, 0.1611),  # the same table
        (1, 29, 0.0061, 0.1718),  # the same table
    ],
)
def test_the_interval_against_known_values(
    wrong: int, checked: int, low: float, high: float
) -> None:
    interval = Share(wrong, checked).interval
    assert interval is not None
    assert interval == pytest.approx((low, high), abs=0.00006)


def test_without_a_check_there_is_no_estimate() -> None:
    assert Share(0, 0).observed is None
    assert Share(0, 0).interval is None
