"""One event, one activity, all its sources: made by rules, explained, decided and taken back."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.documents import services as services_of_documents
from renkei.apps.documents.models import Reading, SourceRecord, StoredDocument
from renkei.apps.register import decisions, export, selectors, services
from renkei.apps.register.models import Activity, ActivitySource, RecordLink
from renkei.core.errors import ConflictError, DeniedError, UsageError
from renkei.core.records import Activity as Record
from renkei.core.values import PartialDate
from tests.records import Source
from tests.register import People

LIST_TEXT = "交流の一覧\n（チリ）防衛相電話会談（6月）、海幕長チリ訪問（9月）"
PROSE_TEXT = "概観\n2018年6月には国防大臣とテレビ会談を行った。9月には海幕長が訪問した。"


def talks(source: Source, words: str, **other: Any) -> Record:
    fields: dict[str, Any] = {
        "title": "防衛相電話会談", "kind": "meeting", "category": "high_level",
        "partners": ("CHL",), "start": PartialDate(2018, 6), "mode": "phone",
        "level": "minister",
    }  # fmt: skip
    return Record(evidence=source.quote(words), rule="test.talks", **(fields | other))


def visit(source: Source, words: str) -> Record:
    return Record(
        evidence=source.quote(words), rule="test.visit", title="海幕長チリ訪問", kind="visit",
        partners=("CHL",), start=PartialDate(2018, 9), level="chief_maritime",
        direction="outbound", mode="in_person",
    )  # fmt: skip


class Told:
    """A list and running text that tell of the same talks, one by telephone, one by video."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.list = Source(LIST_TEXT, "list.txt")
        self.prose = Source(PROSE_TEXT, "prose.txt")
        self.first = talks(self.list, "防衛相電話会談（6月")
        self.second = talks(
            self.prose, "テレビ会談", title="日チリ防衛相テレビ会談", mode="video",
            counterpart="国防大臣", place="東京",
        )  # fmt: skip

    def ingest(self, *, of_prose: Any = None, marking: int = 0) -> None:
        self.store(self.list, [self.first, visit(self.list, "海幕長チリ訪問")])
        self.store(self.prose, [of_prose or self.second], marking=marking)

    def store(self, source: Source, records: list[Record], **other: Any) -> StoredDocument:
        ours = self.people.ours
        return source.ingest(records, self.people.owner, organisation=ours, **other).document

    def activity(self) -> Activity:
        return Activity.objects.get(kind="meeting")

    def record(self, source: Source) -> SourceRecord:
        name = source.document.ref.sha256
        return SourceRecord.objects.get(document__sha256=name, payload__kind="meeting")


@pytest.fixture
def told(people: People) -> Told:
    return Told(people)


def exported(viewer: User) -> list[dict[str, Any]]:
    rows = selectors.visible_activities(viewer).order_by("pk")
    return [json.loads(line) for line in export.json_lines(viewer, rows)]


def state() -> set[tuple[object, ...]]:
    """The register without keys: sources and fields of every activity."""
    return {
        (
            frozenset(source.record.record_id for source in activity.sources.all()),
            activity.title, activity.mode, activity.start, activity.counterpart,
            activity.place, activity.partner_codes, activity.search_text,
            frozenset(partner.pk for partner in activity.partners.all()),
        )
        for activity in Activity.objects.all()
    }  # fmt: skip


def wipe() -> None:
    for model in (ActivitySource, Activity, SourceRecord, Reading, StoredDocument):
        model._default_manager.all().delete()


def test_two_documents_make_one_activity_with_both_sources(told: Told) -> None:
    told.ingest()
    activity = told.activity()
    assert activity.sources.count() == 2
    assert (activity.counterpart, activity.place) == ("国防大臣", "東京")
    assert Activity.objects.count() == 2
    link = RecordLink.objects.get()
    assert link.state == "linked"
    assert link.differed == ["mode"]
    assert {"partners", "kind", "level", "start"} <= set(link.matched)


def test_both_statements_stay_in_the_file(told: Told) -> None:
    told.ingest()
    line = next(line for line in exported(told.people.owner) if line["kind"] == "meeting")
    assert {source["text"] for source in line["sources"]} == {"防衛相電話会談（6月", "テレビ会談"}
    (conflict,) = line["conflicts"]
    assert conflict["field"] == "mode"
    said = {item["value"]: item["evidence"]["text"] for item in conflict["values"]}
    assert said == {"phone": "防衛相電話会談（6月", "video": "テレビ会談"}


def test_no_order_of_documents_matters(told: Told) -> None:
    told.ingest()
    first, lines = state(), exported(told.people.owner)
    wipe()
    told.store(told.prose, [told.second])
    told.store(told.list, [told.first, visit(told.list, "海幕長チリ訪問")])
    assert state() == first
    for one in (again := exported(told.people.owner)) + lines:
        del one["id"]
    assert sorted(again, key=str) == sorted(lines, key=str)


def test_somebody_decides_with_a_reason_and_takes_it_back(told: Told) -> None:
    told.ingest()
    owner, before = told.people.owner, told.activity()
    other = {"phone": "video", "video": "phone"}[before.mode]

    def decide(value: str, reason: str, version: int, by: User = owner) -> None:
        decisions.decide_conflict(
            by=by, activity=before, version=version, field="mode", value=value, reason=reason
        )

    with pytest.raises(UsageError, match="RK504"):
        decide(other, " ", before.version)
    with pytest.raises(UsageError, match="RK503"):
        decide("in_person", "なんとなく", before.version)
    with pytest.raises(DeniedError):
        decide(other, "議事録による", before.version, told.people.colleague)
    decide(other, "議事録による", before.version)

    decided = told.activity()
    assert decided.mode == other
    assert decided.history.first().history_change_reason == "議事録による"
    assert not decided.touched
    line = next(line for line in exported(owner) if line["kind"] == "meeting")
    assert line["conflicts"][0]["decided"] == {"value": other, "reason": "議事録による"}
    with pytest.raises(ConflictError):
        decide(before.mode, "別の資料による", before.version)

    decisions.take_back_decision(
        by=owner, activity=decided, version=decided.version, field="mode", reason="資料の誤り"
    )
    assert told.activity().mode == before.mode
    actions = set(Event.objects.values_list("action", flat=True))
    assert {"decide_conflict", "take_back_decision"} <= actions


def test_a_decision_outlives_another_reading(told: Told) -> None:
    told.ingest()
    before = told.activity()
    other = {"phone": "video", "video": "phone"}[before.mode]
    decisions.decide_conflict(
        by=told.people.owner, activity=before, version=before.version, field="mode", value=other,
        reason="議事録による",
    )  # fmt: skip
    told.store(told.list, [talks(told.list, "防衛相電話会談（6月", section="2")])
    after = told.activity()
    assert (after.mode, after.section) == (other, "2")


def test_sources_are_parted_and_joined_again(told: Told) -> None:
    told.ingest()
    owner = told.people.owner
    first, second = told.record(told.list), told.record(told.prose)
    parted = decisions.part(by=owner, record=second, from_=first, reason="別の会談")
    assert Activity.objects.filter(kind="meeting").count() == 2
    assert (parted.mode, parted.sources.count()) == ("video", 1)
    assert first.activity_source.activity.mode == "phone"
    assert first.activity_source.activity.counterpart == ""

    told.store(told.list, [talks(told.list, "防衛相電話会談（6月", section="2")])
    assert Activity.objects.filter(kind="meeting").count() == 2, "a reading does not overrule"

    link = RecordLink.objects.get(state="apart")
    assert (link.by, link.reason) == (owner, "別の会談")
    decisions.take_back_link(by=owner, link=link, reason="同じ会談だった")
    assert told.activity().sources.count() == 2
    assert RecordLink.objects.get().state == "linked"


def test_what_cannot_be_told_apart_is_proposed_and_joined_by_a_person(told: Told) -> None:
    twice = [talks(told.list, "防衛相電話会談（6月"), talks(told.list, "電話会談")]
    told.store(told.list, twice)
    told.store(told.prose, [talks(told.prose, "テレビ会談", title="日チリ防衛相電話会談")])
    assert Activity.objects.count() == 3
    proposals = list(RecordLink.objects.filter(state="proposed"))
    assert len(proposals) == 2
    pair = proposals[0]
    decisions.join(by=told.people.owner, one=pair.one, other=pair.other, reason="日付が同じ")
    assert Activity.objects.count() == 2
    assert RecordLink.objects.get(pk=pair.pk).state == "joined"
    decisions.take_back_link(
        by=told.people.owner, link=RecordLink.objects.get(pk=pair.pk), reason="誤り"
    )
    assert Activity.objects.count() == 3


def test_a_correction_stays_when_another_document_comes(told: Told) -> None:
    told.store(told.list, [told.first])
    before = told.activity()
    services.correct_activity(
        by=told.people.owner, activity=before, version=before.version,
        values={"title": "防衛相会談（訂正）"}, reason="件名の誤り",
    )  # fmt: skip
    told.store(told.prose, [told.second])
    after = told.activity()
    assert after.pk == before.pk
    assert (after.title, after.counterpart, after.sources.count()) == ("防衛相会談（訂正）", "", 2)


def test_records_of_two_markings_stay_apart(told: Told) -> None:
    told.ingest(marking=1)
    assert Activity.objects.filter(kind="meeting").count() == 2
    assert RecordLink.objects.get().state == "proposed"
    first, second = told.record(told.list), told.record(told.prose)
    with pytest.raises(UsageError, match="RK508"):
        decisions.join(by=told.people.owner, one=first, other=second, reason="同じ会談")


def test_a_record_that_is_read_no_more_leaves_the_other_source(told: Told) -> None:
    told.ingest()
    told.store(told.prose, [])
    activity = told.activity()
    assert activity.sources.count() == 1
    assert (activity.mode, activity.counterpart) == ("phone", "")
    assert RecordLink.objects.count() == 0


MONTHS = st.lists(
    st.tuples(st.sampled_from(["phone", "video", "in_person"]), st.integers(6, 7)), max_size=3
)


@pytest.mark.django_db
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(MONTHS, MONTHS, MONTHS)
def test_three_documents_in_any_order(
    people: People, a: list[Any], b: list[Any], c: list[Any]
) -> None:
    results = []
    for order in permutations([a, b, c]):
        wipe()
        for months in order:
            name = "abc"[[a, b, c].index(months)]
            source = Source("。".join(f"{name}第{n}の会談" for n in range(3)), f"{name}.txt")
            records = [
                talks(source, f"{name}第{n}の会談", mode=mode, start=PartialDate(2018, month))
                for n, (mode, month) in enumerate(months)
            ]
            source.ingest(records, people.owner)
        results.append(state())
    assert all(result == results[0] for result in results)


def test_the_corpus_tells_of_events_together(
    people: People, corpus_path: Callable[[str], Path]
) -> None:
    names = [path.name for path in sorted(corpus_path("").glob("*.txt"))]
    for name in names:
        services_of_documents.ingest(
            name=name, data=corpus_path(name).read_bytes(), by=people.administrator
        )
    lines = exported(people.administrator)
    linked = [x for x in lines if len({s["document"]["sha256"] for s in x["sources"]}) > 1]
    assert len(linked) >= 160
    for line in linked:
        by_document = Counter(source["document"]["sha256"] for source in line["sources"])
        assert max(by_document.values()) == 1
    fields = Counter(conflict["field"] for line in linked for conflict in line["conflicts"])
    assert fields["mode"] >= 5
    assert fields["start"] >= 1
