"""Partners."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from renkei.api.schemas import PartnerOut, Problem
from renkei.apps.register import selectors

router = Router(tags=["partners"])


@router.get("", response=list[PartnerOut])
def list_partners(request: HttpRequest, year: int | None = None) -> list[dict[str, Any]]:
    """Partners with visible activities, most first; of one fiscal year if given."""
    rows = selectors.partners_with_counts(request.user, year)
    return [_shape(row, row.activity_count) for row in rows]  # type: ignore[attr-defined]  # annotated


@router.get("/{code}", response={200: PartnerOut, 404: Problem})
def show_partner(request: HttpRequest, code: str) -> dict[str, Any]:
    """One partner."""
    partner = selectors.partners().get(pk=code)
    return _shape(partner, selectors.timeline(request.user, code).count())


def _shape(partner: Any, activities: int) -> dict[str, Any]:
    names = ("code", "kind", "name_ja", "name_en", "region")
    return {name: getattr(partner, name) for name in names} | {"activities": activities}
