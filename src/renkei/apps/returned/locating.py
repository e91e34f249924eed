"""Which row of the register a record of a file is about, and what the row says now."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import models

from renkei.apps.evaluation.models import (
    BudgetLine,
    Indicator,
    IndicatorValue,
    Means,
    Opinion,
    Policy,
    QualitativeTarget,
    Rating,
    SheetField,
)
from renkei.apps.returned.facts import Fields

Find = Callable[[Policy, list[Any], Fields], "models.QuerySet[Any]"]
MODELS: dict[str, type[models.Model]] = {
    "indicator": Indicator,
    "reference_indicator": Indicator,
    "indicator_value": IndicatorValue,
    "target": QualitativeTarget,
    "means": Means,
    "budget_line": BudgetLine,
    "sheet_field": SheetField,
    "rating": Rating,
    "opinion": Opinion,
}


def indicator_of(policy: Policy, kind: str, key: list[Any]) -> Indicator | None:
    """The indicator that a value or a target hangs on."""
    if kind not in ("indicator_value", "target"):
        return None
    return policy.indicators.filter(number=key[0]).first()


def row_of(policy: Policy, kind: str, key: list[Any], fields: Fields) -> Any:
    """The one row of the register that says this; None where there is none, or more than one."""
    found = list(_FIND[kind](policy, key, fields)[:2]) if kind in _FIND else []
    if kind in ("sheet_field", "opinion"):
        found = _by_words(policy, kind, fields)
    return found[0] if len(found) == 1 else None


def raw(kind: str, field: str, row: Any) -> Any:
    """What the row says of a field, as JSON; None where there is no row."""
    if row is None:
        return None
    if kind == "indicator_value":
        told = {"value": _number(row.value), "unit": row.unit, "absence": row.absence}
        return told | {"text": row.text}
    if kind == "budget_line":
        names = ("amount_yen", "printed", "absence")
        return {name: getattr(row, name) for name in names}
    name, _, year = field.partition(":")
    if year:
        amount = row.amounts.filter(fiscal_year=int(year)).first()
        return None if amount is None else getattr(amount, name)
    return getattr(row, name)


def _number(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def _indicators(policy: Policy, key: list[Any], fields: Fields) -> models.QuerySet[Any]:
    return policy.indicators.filter(number=key[0])


def _values(policy: Policy, key: list[Any], fields: Fields) -> models.QuerySet[Any]:
    number, kind, year, component = key
    found = IndicatorValue.objects.filter(indicator__policy=policy, indicator__number=number)
    return found.filter(kind=kind, fiscal_year=year, component=component)


def _targets(policy: Policy, key: list[Any], fields: Fields) -> models.QuerySet[Any]:
    found = QualitativeTarget.objects.filter(indicator__policy=policy, indicator__number=key[0])
    return found.filter(fiscal_year=key[1])


def _means(policy: Policy, key: list[Any], fields: Fields) -> models.QuerySet[Any]:
    found = policy.means.filter(number=key[1])
    return found.filter(field__number=key[0]) if found.count() > 1 else found


def _budget_lines(policy: Policy, key: list[Any], fields: Fields) -> models.QuerySet[Any]:
    table, account, organisation, item, label, year, outside = key
    found = policy.budget_lines.filter(fiscal_year=year, outside_total=outside)
    for name, value in (
        ("item", item),
        ("account", account),
        ("organisation_name", organisation),
        ("label", label),
        ("table", table),
    ):
        narrowed = found.filter(**{name: value})
        if narrowed.exists():
            found = narrowed
    told = fields.get("amount_yen") or {}
    return found.filter(amount_yen=told.get("amount_yen"))


def _ratings(policy: Policy, key: list[Any], fields: Fields) -> models.QuerySet[Any]:
    return policy.ratings.filter(subject=key[0])


def _by_words(policy: Policy, kind: str, fields: Fields) -> list[Any]:
    name = "value" if kind == "sheet_field" else "text"
    rows = policy.sheet_fields.all() if kind == "sheet_field" else policy.opinions.all()
    wanted = _plain(fields.get(name) or "")
    return [row for row in rows if wanted and _plain(getattr(row, name)) == wanted]


def _plain(words: str) -> str:
    return "".join(unicodedata.normalize("NFKC", words).split())


_FIND: dict[str, Find] = {
    "indicator": _indicators,
    "reference_indicator": _indicators,
    "indicator_value": _values,
    "target": _targets,
    "means": _means,
    "budget_line": _budget_lines,
    "rating": _ratings,
}
