"""A better reading changes what nobody touched and proposes the rest."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.documents import proposals
from renkei.apps.documents.models import ReadingProposal, SourceRecord
from renkei.apps.evaluation.models import BudgetLine, IndicatorValue, Policy, SheetField
from renkei.apps.evaluation.services import correct
from renkei.apps.register import decisions, selectors, services
from renkei.apps.register.models import Activity
from renkei.core.errors import ConflictError, DeniedError, UsageError
from renkei.core.records import BudgetLine as LineRecord
from renkei.core.records import Record
from renkei.core.records import SheetField as FieldRecord
from tests.apps.test_linking import Told
from tests.records import Source, sheet, talks
from tests.register import People


class Corrected:
    """Talks that the owner corrected to have been by telephone, then read as by video."""

    def __init__(self, people: People) -> None:
        self.people = people
        self.source = Source()
        self.read(talks(self.source))
        activity = Activity.objects.get()
        services.correct_activity(
            by=people.owner, activity=activity, version=1,
            values={"mode": "phone", "place": "東京"}, reason="議事録",
        )  # fmt: skip

    def read(self, *records: Record) -> int:
        ours = self.people.ours
        done = self.source.ingest(list(records), self.people.administrator, organisation=ours)
        return done.proposed

    def again(self, **fields: Any) -> int:
        return self.read(replace(talks(self.source), **fields))

    def answer(self, by: User | None = None, *, take: bool = True) -> ReadingProposal:
        (row,) = proposals.open_proposals(self.people.owner)
        return proposals.answer(
            by=by or self.people.owner, proposal=row, take=take, reason="原文を確認"
        )


@pytest.fixture
def corrected(people: People) -> Corrected:
    return Corrected(people)


def held() -> tuple[str, str]:
    activity = Activity.objects.get()
    return activity.mode, activity.place


def test_what_a_person_corrected_is_proposed_with_both_words(corrected: Corrected) -> None:
    assert corrected.again(mode="video", section="2") == 2
    assert held() == ("phone", "東京")
    rows = {row.field: row for row in proposals.open_proposals(corrected.people.owner)}
    mode = rows["mode"]
    assert (mode.held, mode.read) == ("phone", "video")
    assert mode.words_before == mode.words == "国防相会談（5月"
    assert rows["section"].read == "2"


def test_what_is_read_as_corrected_is_not_proposed(corrected: Corrected) -> None:
    assert corrected.again(mode="phone") == 0


def test_a_proposal_is_taken_over_as_a_correction(corrected: Corrected) -> None:
    corrected.again(mode="video")
    done = corrected.answer()
    assert (done.state, done.by, done.reason) == ("taken", corrected.people.owner, "原文を確認")
    assert held() == ("video", "東京")
    assert Activity.objects.get().history.first().history_change_reason == "原文を確認"
    event = Event.objects.get(action="answer_proposal")
    assert event.data["read"] == "video"
    with pytest.raises(ConflictError):
        proposals.answer(by=corrected.people.owner, proposal=done, take=False, reason="やはり")


def test_a_proposal_is_kept_off(corrected: Corrected) -> None:
    corrected.again(mode="video")
    assert corrected.answer(take=False).state == "kept"
    assert held() == ("phone", "東京")
    assert corrected.again(mode="video") == 0, "the same reading asks no second time"
    assert corrected.again(mode="phone_or_video") == 1, "another one does"


def test_the_latest_reading_is_what_is_proposed(corrected: Corrected) -> None:
    corrected.again(mode="video")
    assert corrected.again(mode="phone_or_video") == 1
    assert [row.read for row in ReadingProposal.objects.all()] == ["phone_or_video"]
    assert corrected.again(mode="phone") == 0


@pytest.mark.parametrize("name", ["colleague", "outsider", "attache"])
def test_who_may_not_answer(corrected: Corrected, name: str) -> None:
    corrected.again(mode="video")
    with pytest.raises(DeniedError):
        corrected.answer(getattr(corrected.people, name))
    assert held() == ("phone", "東京")


def test_evaluation_may_keep_but_not_correct_activities(corrected: Corrected) -> None:
    corrected.again(mode="video")
    with pytest.raises(DeniedError):
        corrected.answer(corrected.people.evaluator)
    assert held() == ("phone", "東京")
    assert corrected.answer(corrected.people.evaluator, take=False).state == "kept"


def test_an_answer_needs_a_reason(corrected: Corrected) -> None:
    corrected.again(mode="video")
    row = ReadingProposal.objects.get()
    with pytest.raises(UsageError, match="RK504"):
        proposals.answer(by=corrected.people.owner, proposal=row, take=True, reason=" ")


def test_what_is_read_no_more_is_proposed_for_withdrawal(corrected: Corrected) -> None:
    assert corrected.read() == 1
    assert held() == ("phone", "東京")
    corrected.answer()
    people = corrected.people
    assert not selectors.visible_activities(people.owner).exists()
    review = SourceRecord.objects.get().reviews.get()
    assert (review.verdict, review.reason) == ("rejected", "原文を確認")


def test_what_is_read_again_is_no_longer_proposed_for_withdrawal(corrected: Corrected) -> None:
    assert corrected.read() == 1
    assert corrected.read(talks(corrected.source)) == 0


def test_all_are_answered_or_none(corrected: Corrected) -> None:
    corrected.again(mode="video", place="大阪")
    owner = corrected.people.owner
    rows = list(proposals.open_proposals(owner))
    with pytest.raises(ConflictError, match="RK512"):
        proposals.answer_all(by=owner, proposals=rows, take=True, reason="確認", expected=1)
    assert proposals.answer_all(by=owner, proposals=rows, take=True, reason="確認", expected=2) == 2
    assert held() == ("video", "大阪")


def test_a_longer_quotation_is_the_same_record(people: People) -> None:
    source = Source()
    source.ingest([talks(source)], people.owner, organisation=people.ours)
    before = Activity.objects.get()
    services.correct_activity(
        by=people.owner, activity=before, version=1, values={"place": "東京"}, reason="議事録"
    )
    longer = replace(talks(source), evidence=source.quote("国防相会談（5月）"), mode="video")
    done = source.ingest([longer], people.owner)
    assert (dict(done.new), dict(done.changed), dict(done.gone)) == ({}, {"activity": 1}, {})
    row = ReadingProposal.objects.get()
    assert (row.field, row.words_before, row.words) == (
        "mode",
        "国防相会談（5月",
        "国防相会談（5月）",
    )
    assert not source.ingest([longer], people.owner).changed_anything


def test_a_corrected_value_of_a_sheet_is_proposed(people: People) -> None:
    source = Source()
    records = sheet(source)
    source.ingest(records, people.administrator, organisation=people.ours)
    value = IndicatorValue.objects.get(kind="actual")
    correct(by=people.evaluator, row=value, version=1, values={"value": 4}, reason="集計漏れ")
    place = next(i for i, one in enumerate(records) if getattr(one, "text", "") == "0回")
    records[place] = replace(records[place], value=Decimal(6))  # type: ignore[call-arg]
    source.ingest(records, people.administrator)
    row = ReadingProposal.objects.get()
    assert (row.field, row.held, row.read) == ("value", "4", "6")
    proposals.answer(by=people.evaluator, proposal=row, take=True, reason="原文を確認")
    value.refresh_from_db()
    assert value.value == Decimal(6)


def decide(told: Told, value: str) -> None:
    activity = told.activity()
    decisions.decide_conflict(
        by=told.people.owner, activity=activity, version=activity.version, field="mode",
        value=value, reason="議事録による",
    )  # fmt: skip


def test_a_decided_value_holds_when_its_source_is_read_otherwise(people: People) -> None:
    told = Told(people)
    told.ingest()
    decide(told, "video")
    told.store(told.prose, [replace(told.second, mode="phone")])
    assert told.activity().mode == "video"
    row = ReadingProposal.objects.get()
    assert (row.field, row.held, row.read) == ("mode", "video", "phone")
    proposals.answer(by=people.owner, proposal=row, take=True, reason="原文を確認")
    assert told.activity().mode == "phone"
    assert not told.activity().decisions.exists()


def test_a_decided_sheet_stays_and_what_is_read_otherwise_is_told(people: People) -> None:
    source = Source()
    records = sheet(source)
    source.ingest(records, people.administrator, organisation=people.ours)
    policy = Policy.objects.get()
    Policy.objects.update(locked=True)
    counts = {model: model.objects.count() for model in (IndicatorValue, BudgetLine, SheetField)}

    place = next(i for i, one in enumerate(records) if getattr(one, "text", "") == "0回")
    records[place] = replace(records[place], value=Decimal(6))  # type: ignore[call-arg]
    told = next(i for i, one in enumerate(records) if isinstance(one, FieldRecord))
    records[told] = replace(records[told], value="別の名")  # type: ignore[call-arg]
    gone = next(i for i, one in enumerate(records) if isinstance(one, LineRecord))
    del records[gone]
    done = source.ingest(records, people.administrator)

    assert {model: model.objects.count() for model in counts} == counts
    assert IndicatorValue.objects.get(kind="actual").value == 0
    assert not policy.sheet_fields.filter(value="別の名").exists()
    assert done.document.leftovers.filter(reason="policy_decided").exists()
    row = ReadingProposal.objects.get(field="value", record__type="indicator_value")
    assert (row.held, row.read) == ("0", "6")
    with pytest.raises(UsageError, match="RK752"):
        proposals.answer(by=people.evaluator, proposal=row, take=True, reason="原文を確認")
