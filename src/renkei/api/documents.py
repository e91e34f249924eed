"""Documents, the records read from them, and what was left over."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Router

from renkei.api.markings import MARKINGS
from renkei.api.schemas import DocumentDetail, DocumentOut, LeftoverOut, Problem
from renkei.apps.documents import selectors
from renkei.apps.documents.models import Leftover

router = Router(tags=["documents"])


@router.get("", response=list[DocumentOut], exclude_none=True)
def list_documents(request: HttpRequest, text: str = "") -> list[dict[str, Any]]:
    """Visible documents; with ``text`` those in which every word of it occurs."""
    return [_shape(row) for row in selectors.documents(request.user, text)]


@router.get("/{int:document_id}", response={200: DocumentDetail, 404: Problem}, exclude_none=True)
def show_document(request: HttpRequest, document_id: int) -> dict[str, Any]:
    """One document with its text."""
    found = selectors.document(request.user, document_id)
    counted = selectors.documents(request.user).get(pk=document_id)
    return _shape(counted) | {"text": found.text}


@router.get("/{int:document_id}/records", response={200: list[dict[str, Any]], 404: Problem})
def list_records(request: HttpRequest, document_id: int, type: str = "") -> list[dict[str, Any]]:
    """Records in the interchange format, in order of the text; of one type if given."""
    found = selectors.document(request.user, document_id)
    return [record.payload for record in selectors.records(request.user, found, type)]


@router.get("/{int:document_id}/leftovers", response={200: list[LeftoverOut], 404: Problem})
def list_leftovers(request: HttpRequest, document_id: int) -> QuerySet[Leftover]:
    """What looked like a record and was not understood."""
    found = selectors.document(request.user, document_id)
    return selectors.leftovers(request.user, found)


def _shape(row: Any) -> dict[str, Any]:
    names = ("id", "name", "title", "sha256", "media_type", "encoding", "size", "ingested_at")
    return {name: getattr(row, name) for name in names} | {
        "marking": MARKINGS[row.marking],
        "organisation": row.organisation.code if row.organisation else None,
        "records": row.record_count,
        "leftovers": row.leftover_count,
    }
