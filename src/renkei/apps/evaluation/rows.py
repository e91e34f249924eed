"""From a record of an evaluation document to the columns of its row, one function per type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from renkei.apps.evaluation.models import (
    BudgetLine,
    Indicator,
    IndicatorValue,
    Means,
    MeansReference,
    Opinion,
    QualitativeTarget,
    Rating,
    SheetField,
)

Payload = Mapping[str, Any]


def _indicator(payload: Payload) -> dict[str, Any]:
    return {
        "number": payload["number"],
        "name": payload["name"],
        "primary": payload.get("primary", False),
        "measure": payload.get("measure", ""),
        "mark": payload.get("mark", ""),
        "mid_term_target_year": payload.get("mid_term_target_year", ""),
    }


def _reference_indicator(payload: Payload) -> dict[str, Any]:
    return _indicator(payload) | {"reference": True}


def _value(payload: Payload) -> dict[str, Any]:
    value = payload.get("value")
    return {
        "component": payload.get("component", ""),
        "fiscal_year": payload.get("fiscal_year"),
        "kind": payload["kind"],
        "value": None if value is None else Decimal(value),
        "unit": payload.get("unit", ""),
        "text": payload["text"],
        "absence": payload.get("absence", "" if value is not None else "not_printed"),
    }


def _target(payload: Payload) -> dict[str, Any]:
    return {
        "fiscal_year": payload["fiscal_year"],
        "items": payload.get("items", []),
        "progress": payload.get("progress", []),
    }


def _means(payload: Payload) -> dict[str, Any]:
    return {
        "number": payload["number"],
        "name": payload["name"],
        "start_fiscal_year": payload.get("start_fiscal_year"),
        "indicators": payload.get("indicators", []),
        "review_number": payload.get("review_number", ""),
    }


def _reference(payload: Payload) -> dict[str, Any]:
    return {
        "means_name": payload["means_name"],
        "means_number": payload.get("means_number"),
        "fiscal_years": payload.get("fiscal_years", []),
    }


def _budget_line(payload: Payload) -> dict[str, Any]:
    return {
        "table": payload["table"],
        "account": payload.get("account", ""),
        "organisation_name": payload.get("organisation", ""),
        "item": payload.get("item", ""),
        "label": payload.get("label", ""),
        "fiscal_year": payload.get("fiscal_year"),
        "amount_yen": payload.get("amount_yen"),
        "printed": payload["printed"],
        "printed_unit": payload["printed_unit"],
        "outside_total": payload.get("outside_total", False),
        "absence": payload.get("absence", ""),
    }


def _sheet_field(payload: Payload) -> dict[str, Any]:
    return {"key": payload["key"], "value": payload["value"]}


def _rating(payload: Payload) -> dict[str, Any]:
    return {
        "scheme": payload["scheme"],
        "scale_value": payload.get("scale_value"),
        "letter": payload.get("letter", ""),
        "label": payload.get("label", ""),
        "reason": payload.get("reason", ""),
        "subject": payload.get("subject", ""),
    }


def _opinion(payload: Payload) -> dict[str, Any]:
    return {"text": payload["value"]}


ROWS: dict[str, tuple[type[models.Model], Callable[[Payload], dict[str, Any]]]] = {
    "indicator": (Indicator, _indicator),
    "reference_indicator": (Indicator, _reference_indicator),
    "means": (Means, _means),
    "indicator_value": (IndicatorValue, _value),
    "target": (QualitativeTarget, _target),
    "means_reference": (MeansReference, _reference),
    "budget_line": (BudgetLine, _budget_line),
    "sheet_field": (SheetField, _sheet_field),
    "rating": (Rating, _rating),
    "opinion": (Opinion, _opinion),
}
"""Record type -> model and columns, in the order in which rows can be made."""

OF_INDICATOR = {"indicator_value": "number", "target": "number", "means_reference": "indicator"}
"""Types whose rows hang on an indicator, and the field of the record that names its number."""


def problem(model: type[models.Model], columns: Mapping[str, Any]) -> str:
    """Why the database would refuse the columns, as a reason code; "" when it would not."""
    for name, value in columns.items():
        limit = getattr(model._meta.get_field(name), "max_length", None)
        if limit is not None and isinstance(value, str) and len(value) > limit:
            return "too_long"
    value = columns.get("value")
    if isinstance(value, Decimal) and not _fits(value):
        return "number_too_long"
    if model is IndicatorValue and (value is None) == (columns["absence"] == ""):
        return "value_and_absence"
    return ""


def _fits(value: Decimal) -> bool:
    """Whether numeric(24, 6) holds the value without rounding."""
    exponent = value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -6 and abs(value) < Decimal(10) ** 18
