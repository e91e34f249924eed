"""Activities."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from renkei.api.schemas import ActivityDetail, ActivityList, Problem
from renkei.apps.register import export, history, listing, selectors

router = Router(tags=["activities"])


class Asked(Schema):
    """Filters; empty means any. Several narrow one another."""

    text: str = Field("", description="Words that must all occur")
    partner: str = Field("", description="Code of a partner, such as AUS")
    means: str = ""
    kind: str = ""
    level: str = ""
    mode: str = ""
    status: str = ""
    year: int | None = Field(None, description="Fiscal year")
    organisation: str = Field("", description="Code of the organisation that owns it")
    since: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="First day, inclusive")
    until: str = Field("", pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="Last day, inclusive")
    sort: str = Field(listing.DEFAULT_SORT, description="A column, with - in front: descending")


@router.get("", response=ActivityList, exclude_none=True)
def list_activities(
    request: HttpRequest,
    asked: Query[Asked],
    page: Annotated[int, Field(ge=1)] = 1,
    per_page: Annotated[int, Field(ge=1, le=500)] = listing.PER_PAGE,
) -> dict[str, Any]:
    """One page of the activities the viewer may see."""
    wanted = listing.ActivityFilter(**asked.dict())
    found = listing.page(request.user, wanted, page, per_page)
    rows = selectors.with_sources(
        request.user,
        selectors.visible_activities(request.user)
        .filter(pk__in=[item.pk for item in found.items])
        .select_related("organisation"),
    )
    by_key = {row.pk: row for row in rows}
    return {
        "page": {"number": found.number, "pages": found.pages, "total": found.total},
        "items": [export.as_json(by_key[item.pk]) for item in found.items],
    }


@router.get("/{int:activity_id}", response={200: ActivityDetail, 404: Problem}, exclude_none=True)
def show_activity(request: HttpRequest, activity_id: int) -> dict[str, Any]:
    """One activity with its sources and history; 404 also for what the viewer may not see."""
    found = selectors.with_sources(
        request.user,
        selectors.visible_activities(request.user).select_related("organisation"),
    ).get(pk=activity_id)
    versions = history.versions(request.user, found)
    return export.as_json(found) | {"version": found.version, "history": versions}
