"""Where a place of a document is shown."""

from __future__ import annotations

from django.urls import reverse


def address_of(document_id: int, line: int, offset: int) -> str:
    """The page of a document that shows a place in it, at the line."""
    return f"{reverse('documents_one', args=[document_id])}?at={offset}#L{line}"
