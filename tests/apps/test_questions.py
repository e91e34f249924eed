"""What waits for a person: found by kind, state, field, partner and documents, for who may see it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from renkei.apps.accounts.choices import Marking
from renkei.apps.documents.models import StoredDocument
from renkei.apps.register import decisions, questions, services
from renkei.apps.register.models import Activity, RecordLink
from renkei.apps.register.questions import CONFLICT, DECIDED, LINK, OPEN, READING, Asked
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.apps.test_linking import Told
from tests.records import Source, talks
from tests.register import People


@pytest.fixture
def told(people: People) -> Told:
    made = Told(people)
    made.ingest()
    return made


@pytest.fixture
def likely(people: People) -> RecordLink:
    """Talks told once in running text, and twice in a list: it may be either of the two."""
    made = Told(people)
    twice = made.list.quote("海幕長チリ訪問")
    made.store(made.list, [made.first, replace(made.first, evidence=twice)])
    made.store(made.prose, [replace(made.second, mode="phone", counterpart="", place="")])
    link = RecordLink.objects.filter(state="proposed").first()
    assert link is not None
    return link


def found(viewer: Any, *asked: Any, **more: Any) -> int:
    return questions.questions(viewer, Asked(*asked, **more)).count()


def decide(told: Told) -> None:
    activity = told.activity()
    decisions.decide_conflict(
        by=told.people.owner, activity=activity, version=activity.version, field="mode",
        value="video", reason="議事録による",
    )  # fmt: skip


def test_a_conflict_is_open_until_it_is_decided_and_again_after(told: Told) -> None:
    owner = told.people.owner
    assert questions.open_numbers(owner) == {CONFLICT: 1, LINK: 0, READING: 0}
    decide(told)
    assert questions.open_numbers(owner)[CONFLICT] == 0
    (row,) = questions.questions(owner, Asked(CONFLICT, DECIDED))
    assert (row.activity, row.field) == (told.activity(), "mode")
    activity = told.activity()
    decisions.take_back_decision(
        by=owner, activity=activity, version=activity.version, field="mode", reason="誤り"
    )
    assert questions.question(owner, CONFLICT, row.pk) == row
    assert questions.open_numbers(owner)[CONFLICT] == 1


def test_a_corrected_activity_is_decided(told: Told) -> None:
    activity = told.activity()
    services.correct_activity(
        by=told.people.owner, activity=activity, version=activity.version,
        values={"mode": "phone"}, reason="議事録",
    )  # fmt: skip
    assert found(told.people.owner, CONFLICT, OPEN) == 0
    assert found(told.people.owner, CONFLICT, DECIDED) == 1


def test_conflicts_by_field_partner_and_documents(told: Told) -> None:
    owner = told.people.owner
    pair = tuple(sorted(StoredDocument.objects.values_list("pk", flat=True)))
    assert questions.fields(owner, CONFLICT, OPEN) == ["mode"]
    assert [one.pk for one in questions.partners(owner, CONFLICT, OPEN)] == ["CHL"]
    assert questions.document_pairs(owner, CONFLICT, OPEN) == [pair]
    assert found(owner, field="mode", partner="CHL", documents=pair) == 1
    assert found(owner, field="start") == 0
    assert found(owner, partner="NZL") == 0
    assert found(owner, documents=(pair[0], 0)) == 0


def test_links_by_partner_and_documents(people: People, likely: RecordLink) -> None:
    pair = tuple(sorted((likely.one.document_id, likely.other.document_id)))
    number = RecordLink.objects.filter(state="proposed").count()
    assert questions.open_numbers(people.owner)[LINK] == number
    assert questions.fields(people.owner, LINK, OPEN) == []
    assert [one.pk for one in questions.partners(people.owner, LINK, OPEN)] == ["CHL"]
    assert questions.document_pairs(people.owner, LINK, OPEN) == [pair]
    assert found(people.owner, LINK, partner="CHL", documents=pair) == number
    assert found(people.owner, LINK, partner="NZL") == 0
    assert found(people.owner, LINK, documents=(pair[0], 0)) == 0


def test_readings_by_field_partner_and_document(people: People) -> None:
    source = Source()
    document = source.ingest([talks(source)], people.owner, organisation=people.ours).document
    services.correct_activity(
        by=people.owner, activity=Activity.objects.get(), version=1,
        values={"mode": "phone"}, reason="議事録",
    )  # fmt: skip
    source.ingest([replace(talks(source), mode="video")], people.owner)
    assert questions.open_numbers(people.outsider)[READING] == 1
    assert questions.fields(people.owner, READING, OPEN) == ["mode"]
    assert [one.pk for one in questions.partners(people.owner, READING, OPEN)] == ["NZL"]
    assert questions.document_pairs(people.owner, READING, OPEN) == [(document.pk,)]
    assert found(people.owner, READING, field="mode", partner="NZL", documents=(document.pk,)) == 1
    assert found(people.owner, READING, partner="CHL") == 0


def test_nobody_is_asked_about_what_they_may_not_see(people: People) -> None:
    told = Told(people)
    told.ingest(marking=Marking.PUBLIC)
    StoredDocument.objects.filter(name="prose.txt").update(marking=Marking.INTERNAL)
    assert found(people.owner) == 1
    assert found(people.colleague) == 1
    assert found(people.outsider) == 0, "one of its sources is above their clearance"
    (row,) = questions.questions(people.owner, Asked())
    assert questions.question(people.outsider, CONFLICT, row.pk) is None
    assert questions.open_numbers(people.nobody) == {CONFLICT: 0, LINK: 0, READING: 0}


def test_a_proposal_is_answered_once(people: People, likely: RecordLink) -> None:
    with pytest.raises(UsageError, match="RK504"):
        decisions.answer_link(by=people.owner, link=likely, same=True, reason=" ")
    for stranger in (people.colleague, people.outsider):
        with pytest.raises(DeniedError):
            decisions.answer_link(by=stranger, link=likely, same=True, reason="議事録")
    decisions.answer_link(by=people.owner, link=likely, same=True, reason="議事録")
    with pytest.raises(ConflictError, match="RK502"):
        decisions.answer_link(by=people.teammate, link=likely, same=False, reason="別の日")
    (row,) = questions.questions(people.owner, Asked(LINK, DECIDED))
    assert (row.pk, row.state, row.by) == (likely.pk, "joined", people.owner)
    assert row.one.document != row.other.document


def test_a_refused_proposal_stays_apart(people: People, likely: RecordLink) -> None:
    decisions.answer_link(by=people.owner, link=likely, same=False, reason="別の日")
    assert not Activity.objects.filter(sources__record=likely.one).filter(
        sources__record=likely.other
    )
    assert RecordLink.objects.get(pk=likely.pk).state == "apart"
