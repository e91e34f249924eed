"""Reading documents. The viewer comes first; nothing above their clearance comes out.

An attaché sees public documents only: a document tells of many partners at once.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from renkei.apps.accounts.selectors import Viewer, highest_without_partner
from renkei.apps.documents import files
from renkei.apps.documents.models import Leftover, SourceRecord, StoredDocument


def visible_documents(viewer: Viewer) -> QuerySet[StoredDocument]:
    """Documents the viewer may open."""
    return StoredDocument.objects.filter(marking__lte=highest_without_partner(viewer))


def documents(viewer: Viewer, text: str = "") -> QuerySet[StoredDocument]:
    """Visible documents by name, with ``record_count`` and ``leftover_count``, without their text.

    ``text`` is words that must all occur in the document.
    """
    rows = visible_documents(viewer)
    if text.strip():
        rows = rows.filter(search_text__words=text)
    return (
        rows.defer("text", "search_text", "places")
        .select_related("organisation", "ingested_by")
        .annotate(
            record_count=_number(SourceRecord.objects.all()),
            leftover_count=_number(Leftover.objects.all()),
        )
        .order_by("name", "pk")
    )


def document(viewer: Viewer, pk: int) -> StoredDocument:
    """One document with its text. Raises StoredDocument.DoesNotExist, also when not visible."""
    return (
        visible_documents(viewer)
        .defer("search_text")
        .select_related("organisation", "ingested_by")
        .get(pk=pk)
    )


def records(
    viewer: Viewer, document: StoredDocument, record_type: str = ""
) -> QuerySet[SourceRecord]:
    """Records of a document in order of the text; of one type if given."""
    rows = SourceRecord.objects.filter(
        document=document, document__in=visible_documents(viewer).values("pk")
    )
    if record_type:
        rows = rows.filter(type=record_type)
    return rows.order_by("start", "pk")


def record(viewer: Viewer, pk: int) -> SourceRecord:
    """One record with its document. Raises SourceRecord.DoesNotExist, also when not visible."""
    return (
        SourceRecord.objects.filter(document__in=visible_documents(viewer).values("pk"))
        .select_related("document")
        .get(pk=pk)
    )


def counts_by_type(viewer: Viewer, document: StoredDocument) -> dict[str, int]:
    """Number of records by type."""
    rows = records(viewer, document).order_by("type").values_list("type")
    return dict(rows.annotate(number=Count("pk")))


def leftovers(viewer: Viewer, document: StoredDocument) -> QuerySet[Leftover]:
    """What looked like a record and was not understood, in order of the text."""
    return Leftover.objects.filter(
        document=document, document__in=visible_documents(viewer).values("pk")
    ).order_by("start", "pk")


def original(viewer: Viewer, document: StoredDocument) -> bytes:
    """The bytes as they were received. Raises StoredDocument.DoesNotExist when not visible."""
    seen = visible_documents(viewer).only("sha256").get(pk=document.pk)
    return files.read(seen.sha256)


def _number(rows: QuerySet[Any]) -> Coalesce:
    """How many of ``rows`` each document has; joining both kinds at once would multiply them."""
    own = rows.filter(document=OuterRef("pk")).order_by().values("document")
    return Coalesce(Subquery(own.annotate(number=Count("pk")).values("number")), 0)


def all_records(viewer: Viewer, types: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """The records of all visible documents in the interchange format, of ``types`` if any."""
    rows = SourceRecord.objects.filter(document__in=visible_documents(viewer).values("pk"))
    if types:
        rows = rows.filter(type__in=types)
    ordered = rows.order_by("document_id", "start", "pk").values_list("payload", flat=True)
    return ordered.iterator(chunk_size=500)


def records_about(viewer: Viewer, partner: str, types: Collection[str]) -> QuerySet[SourceRecord]:
    """Records of ``types`` in visible documents that name ``partner`` (a code), with documents."""
    quoted = f'"{partner}"'
    return (
        SourceRecord.objects.filter(
            Q(payload__partner=partner)
            | Q(payload__partners__icontains=quoted)
            | Q(payload__members__icontains=quoted)
            | Q(payload__chairs__icontains=quoted),
            type__in=types,
            document__in=visible_documents(viewer).values("pk"),
        )
        .select_related("document")
        .defer("document__text", "document__search_text", "document__places")
        .order_by("document__name", "document_id", "start", "pk")
    )
