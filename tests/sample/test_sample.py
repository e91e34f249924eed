"""The sample set: what a newcomer finds, twice the same, and not the same for every role."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from renkei.apps.accounts import services as accounts
from renkei.apps.accounts.choices import Marking
from renkei.apps.documents.models import Leftover, SourceRecord, StoredDocument
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications import excel, pdf, selectors
from renkei.apps.register.models import Activity, Partner, StudentExchange
from renkei.apps.register.selectors import visible_activities
from renkei.config import sample
from renkei.core import pipeline, vocabulary
from renkei.core.errors import DeniedError
from renkei.core.records import Activity as ActivityRecord
from renkei.readers.registry import read_bytes
from tests.register import People


@pytest.fixture
def loaded(people: People) -> sample.LoadResult:
    accounts.sync_organisations(
        (entry.code, entry.ja, entry.en)
        for entry in vocabulary.load().organisations.values()
        if not entry.until
    )
    return sample.load(by=accounts.command_line_user())


def test_it_holds_what_a_newcomer_looks_for(loaded: sample.LoadResult, people: People) -> None:
    assert loaded.changed
    assert Activity.objects.count() > 500
    assert Activity.objects.filter(kind__in=["signing", "entry_into_force"]).count() > 40
    years = StudentExchange.objects.values_list("fiscal_year", flat=True)
    assert set(years) >= {2019, 2020, 2021}
    names = set(Policy.objects.values_list("name", flat=True))
    assert names >= {"北米地域外交", "国際の平和と安定に対する取組"}
    assert Policy.objects.count() == 4
    regions = set(Partner.objects.filter(activities__isnull=False).values_list("region", flat=True))
    assert len(regions) > 5
    _check_words()
    _check_totals()
    _check_clearances(people)


def _check_words() -> None:
    """Every record quotes its words, and nothing of our own documents is left over."""
    texts = dict(StoredDocument.objects.values_list("pk", "text"))
    for record in SourceRecord.objects.all():
        assert texts[record.document_id][record.start : record.end] == record.text
    assert [(item.text, item.reason) for item in Leftover.objects.all()] == []
    read = set(SourceRecord.objects.values_list("document__name", flat=True))
    assert {"mihon-seisaku-hyoka.txt", "mihon-jizen-bunseki.txt"} < read


def _check_totals() -> None:
    """Printed totals of students are the sums."""
    for total in StudentExchange.objects.filter(partner=None):
        parts = StudentExchange.objects.filter(
            fiscal_year=total.fiscal_year, direction=total.direction
        ).exclude(partner=None)
        assert sum(part.count for part in parts) == total.count


def _check_clearances(people: People) -> None:
    """Roles see a difference; what is not public is made up and says so."""
    counts = [
        visible_activities(viewer).count()
        for viewer in (people.nobody, people.outsider, people.planner, people.administrator)
    ]
    assert counts[0] == 0
    assert 0 < counts[1] < counts[2] < counts[3] == Activity.objects.count()
    hidden = Activity.objects.exclude(marking=Marking.PUBLIC)
    assert hidden.count() == 6
    assert all("（見本）" in activity.title for activity in hidden)


def test_loading_again_changes_nothing(loaded: sample.LoadResult) -> None:
    before = Activity.objects.count(), SourceRecord.objects.count(), Activity.history.count()
    again = sample.load(by=accounts.command_line_user())
    assert not again.changed
    assert (
        Activity.objects.count(), SourceRecord.objects.count(), Activity.history.count()
    ) == before  # fmt: skip


def test_every_policy_prints_as_both_files(loaded: sample.LoadResult) -> None:
    viewer = accounts.command_line_user()
    for policy in Policy.objects.all():
        made = selectors.get_sheet(viewer, policy.pk)
        assert pdf.build(made).startswith(b"%PDF-")
        assert excel.build(made).startswith(b"PK")


def test_what_a_sheet_tells_of_activities_reads_back_to_them(loaded: sample.LoadResult) -> None:
    policy = Policy.objects.get(document__name="mihon-seisaku-hyoka.txt")
    made = selectors.get_sheet(accounts.command_line_user(), policy.pk)
    told = []
    for indicator in made.fields[0].indicators:
        told.append("\n\t施策の進捗状況(実績)\t目標\t達成\n")
        for target in indicator.targets:
            told += [f"●{target.year}の交流実績", "", *target.progress, ""]
        told += [indicator.name, "", "③", ""]
    reading = pipeline.read(read_bytes("told.txt", "\n".join(told).encode()))

    read = Counter(
        (record.title, str(record.start), str(record.end or ""), record.partners, record.mode)
        for record in reading.records
        if isinstance(record, ActivityRecord)
    )
    held = Counter(
        (row.title, row.start, row.end, tuple(row.partner_codes.split(";")), row.mode)
        for row in Activity.objects.filter(sources__record__document=policy.document_id)
    )
    assert sum(held.values()) > 30
    assert read == held


@pytest.mark.parametrize("path", sorted(sample.DOCUMENTS.glob("*.txt")), ids=lambda path: path.name)
def test_documents_of_our_own_say_that_they_are_samples(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("【見本】")
    assert "実在しません" in lines[2]


def test_nobody_loads_it_without_the_right(people: People) -> None:
    with pytest.raises(DeniedError):
        sample.load(by=people.outsider)
    assert not StoredDocument.objects.exists()
