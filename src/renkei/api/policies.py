"""Policies and their indicators."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from renkei.api.markings import MARKINGS
from renkei.api.schemas import IndicatorOut, PolicyOut, Problem
from renkei.apps.evaluation import selectors
from renkei.apps.evaluation.models import Indicator

router = Router(tags=["policies"])


@router.get("", response=list[PolicyOut], exclude_none=True)
def list_policies(request: HttpRequest) -> list[dict[str, Any]]:
    """Visible policies by name."""
    return [
        {
            "id": row.pk,
            "name": row.name,
            "number": row.number,
            "organisation": row.organisation.code if row.organisation else None,
            "document": row.document.name if row.document else None,
            "marking": MARKINGS[row.marking],
            "indicators": row.indicator_count,  # type: ignore[attr-defined]  # annotated
        }
        for row in selectors.policies(request.user)
    ]


@router.get(
    "/{int:policy_id}/indicators",
    response={200: list[IndicatorOut], 404: Problem},
    exclude_none=True,
)
def list_indicators(request: HttpRequest, policy_id: int) -> list[dict[str, Any]]:
    """Indicators of a policy in order of its sheet, with targets and actuals."""
    policy = selectors.policy(request.user, policy_id)
    return [_shape(row) for row in selectors.indicators(request.user, policy)]


def _shape(row: Indicator) -> dict[str, Any]:
    names = (
        "id", "number", "name", "primary", "measure", "mark", "reference", "mid_term_target_year",
    )  # fmt: skip
    return {name: getattr(row, name) for name in names} | {
        "field_no": row.field.number if row.field else None,
        "field_name": row.field.name if row.field else "",
        "values": list(row.values.all()),
        "targets": list(row.targets.all()),
    }
