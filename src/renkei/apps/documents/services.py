"""Taking documents in: bytes are read, then document, records and register rows are stored at once.

Whole or not at all: the original is brought to disk first, where nothing refers to it yet; then one
transaction makes document, reading, records, leftovers and register rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db import transaction

from renkei import __version__
from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.documents import files, loading, proposals, reconcile
from renkei.apps.documents.models import (
    Leftover,
    Reading,
    ReadingProposal,
    SourceRecord,
    StoredDocument,
)
from renkei.apps.documents.proposal_models import OPEN
from renkei.apps.documents.review_services import end_for_new_reading
from renkei.apps.search.text import normalise
from renkei.core import pipeline
from renkei.core.errors import UsageError
from renkei.core.records import SheetField
from renkei.core.text.titles import document_title
from renkei.readers.registry import read_bytes

TITLE_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Ingested:
    """What one ingest did. Every count is by record type; ``there`` counts what was unchanged.

    ``gone`` are records that a better reading no longer finds. ``leftovers`` is the number of
    passages that looked like a record and were not understood or could not be taken over;
    ``proposed`` that of open proposals: what is read otherwise now and a person had touched.
    """

    document: StoredDocument
    is_new: bool
    new: Mapping[str, int]
    changed: Mapping[str, int]
    there: Mapping[str, int]
    gone: Mapping[str, int]
    leftovers: int
    proposed: int = 0

    @property
    def changed_anything(self) -> bool:
        """Whether the register is now another."""
        return self.is_new or bool(self.new or self.changed or self.gone)

    @property
    def records(self) -> int:
        """How many records the document has now."""
        return sum(sum(each.values()) for each in (self.new, self.changed, self.there))


def ingest(
    *,
    name: str,
    data: bytes,
    by: User,
    organisation: Organisation | None = None,
    marking: int = Marking.PUBLIC,
    published_year: int | None = None,
) -> Ingested:
    """Read ``data``, a file called ``name``, into the register.

    Raises InputError when it cannot be read and DeniedError when ``by`` may not add it; then
    nothing is stored. The same bytes again change nothing, unless they are now read better.
    """
    draft = StoredDocument(name=name, organisation=organisation, marking=marking)
    require(by, "documents.ingest", draft)
    document = read_bytes(name, data, published_year=published_year)
    return store(reading=pipeline.read_whole(document), data=data, draft=draft, by=by)


def store(*, reading: pipeline.Reading, data: bytes, draft: StoredDocument, by: User) -> Ingested:
    """Store what was read; ``draft`` carries organisation and marking of a new document."""
    source = reading.document
    files.keep(source.ref.sha256, data)
    found = reconcile.what_was_read(reading)
    with transaction.atomic():
        _complete(draft, reading, len(data), by)
        # ON CONFLICT DO NOTHING: of two processes with the same file the second waits here, then
        # finds the document of the first and has nothing to add
        StoredDocument.objects.bulk_create([draft], ignore_conflicts=True)
        stored = StoredDocument.objects.select_for_update().get(sha256=source.ref.sha256)
        latest = stored.readings.first()
        if latest is not None and latest.digest == found.digest:
            return _nothing_to_do(stored)
        if latest is not None:
            require(by, "documents.ingest", stored)
        outcome = _apply(stored, found, is_new=latest is None, by=by)
        audit.record(
            actor=by.username,
            action="ingest" if outcome.is_new else "read_again",
            object_type="document",
            object_id=stored.pk,
            name=stored.name,
            new=dict(outcome.new),
            changed=dict(outcome.changed),
            gone=dict(outcome.gone),
            leftovers=outcome.leftovers,
            proposed=outcome.proposed,
        )
    return outcome


@transaction.atomic
def correct_document(
    *, by: User, document: StoredDocument, title: str, organisation: Organisation | None
) -> StoredDocument:
    """Change what people say about a document: its title and the organisation that answers for it.

    Raises DeniedError, and UsageError for an empty title.
    """
    require(by, "documents.ingest", document)
    if not title.strip():
        raise UsageError("RK503", field="title", found=title, expected="")
    audit.record(
        actor=by.username,
        action="correct_document",
        object_type="document",
        object_id=document.pk,
        title=[document.title, title],
        organisation=[document.organisation_id, organisation.pk if organisation else None],
    )
    document.title = title.strip()[:500]
    document.organisation = organisation
    document.save(update_fields=["title", "organisation"])
    return document


def _complete(draft: StoredDocument, reading: pipeline.Reading, size: int, by: User) -> None:
    source = reading.document
    draft.sha256 = source.ref.sha256
    draft.name = source.ref.name[-255:]
    draft.size = size
    draft.media_type = source.media_type
    draft.encoding = source.encoding or ""
    draft.text = source.text
    draft.places = reconcile.places_json(source)
    draft.search_text = normalise(source.text)
    draft.form = reading.form
    draft.title = _title(reading)
    draft.ingested_by = by


def _title(reading: pipeline.Reading) -> str:
    """What the document calls itself: its own title with the policy's name, else the line naming it."""
    named: dict[str, str] = {}
    for record in reading.records:
        if isinstance(record, SheetField):
            named.setdefault(record.key, record.value)
    parts = [named[key] for key in ("表題", "施策名") if key in named]
    if parts and "様式番号" in named:
        parts.append(f"({named['様式番号']})")
    own = document_title(line.text for line in reading.document.lines)
    return (" ".join(parts) or own)[:TITLE_LENGTH]


def _nothing_to_do(stored: StoredDocument) -> Ingested:
    there = Counter(stored.records.values_list("type", flat=True))
    waiting = _open_proposals(stored)
    return Ingested(stored, False, {}, {}, there, {}, stored.leftovers.count(), waiting)


def _apply(stored: StoredDocument, found: reconcile.Found, *, is_new: bool, by: User) -> Ingested:
    run = Reading.objects.create(
        document=stored, software_version=__version__, digest=found.digest, counts=found.counts
    )
    plan = reconcile.compare(stored, run, found)
    unloaded: list[loading.Unloaded] = []
    must_stay: set[int] = set()
    for loader in reversed(loading.loaders()):
        must_stay |= loader.withdraw(plan.gone, by)
    reconcile.write(plan, must_stay)
    proposals.propose_withdrawal(record for record in plan.gone if record.pk in must_stay)
    proposals.end_withdrawals(plan.there)
    end_for_new_reading([*plan.changed, *plan.gone])
    for loader in loading.loaders():
        unloaded += loader.load(stored, plan.new, by)
        unloaded += loader.refresh(stored, plan.changed, by)
    _write_leftovers(stored, found, plan, unloaded)
    return Ingested(
        document=stored,
        is_new=is_new,
        new=_by_type(plan.new),
        changed=_by_type(plan.changed),
        there=_by_type(plan.there),
        gone=_by_type(plan.gone),
        leftovers=stored.leftovers.count(),
        proposed=_open_proposals(stored),
    )


def _open_proposals(stored: StoredDocument) -> int:
    return ReadingProposal.objects.filter(record__document=stored, state=OPEN).count()


def _by_type(records: list[SourceRecord]) -> Counter[str]:
    return Counter(record.type for record in records)


def _write_leftovers(
    stored: StoredDocument,
    found: reconcile.Found,
    plan: reconcile.Plan,
    unloaded: list[loading.Unloaded],
) -> None:
    """Replace the leftovers, but keep those of records that this reading found unchanged."""
    stored.leftovers.exclude(record__in=[record.pk for record in plan.there]).delete()
    rows = [Leftover(document=stored, **fields) for fields in found.leftovers]
    rows += [
        Leftover(
            document=stored,
            start=item.record.start,
            end=item.record.end,
            line=item.record.line,
            text=item.record.text,
            reason=item.reason,
            record=item.record,
        )
        for item in unloaded
    ]
    Leftover.objects.bulk_create(rows)
