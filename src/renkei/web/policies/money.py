"""What means of achievement cost in a year, asked by means, purpose, partner or means of exchange."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.evaluation.models import MeansAmount
from renkei.apps.planning.models import ActivityCost
from renkei.apps.projects import spending
from renkei.apps.projects.spending import Figure, Group, Sums, Way
from renkei.web.charts import Sample, amount_bars
from renkei.web.csv_file import Row, as_csv
from renkei.web.dates import fiscal_year
from renkei.web.labels import label, partner_label

DRAWN = 12
MILLION = 1_000_000
WAYS = {
    Way.MEANS: gettext_lazy("Means of achievement"),
    Way.PURPOSE: gettext_lazy("Policy and field"),
    Way.PARTNER: gettext_lazy("Partner"),
    Way.CATEGORY: gettext_lazy("Means of exchange"),
}


class LookForm(forms.Form):
    """What to look at; anything that is not understood is as if not asked."""

    by = forms.ChoiceField(choices=list(WAYS.items()), required=False)
    year = forms.IntegerField(required=False)


@dataclass(frozen=True, slots=True)
class Shown:
    """A group with its name, the sums that may be made, and what its activities cost."""

    name: str
    group: Group[Figure]
    sums: Sums
    costs: Group[ActivityCost] | None

    @property
    def cost(self) -> int | None:
        """What the activities of this group alone cost, as far as it was told."""
        rows = self.costs.wholly if self.costs else []
        return sum(row.yen for row in rows) if rows else None


@dataclass(frozen=True, slots=True)
class Asked:
    """The way and the year, the years that amounts are told of, and the groups."""

    way: Way
    year: int | None
    years: list[tuple[int, Sums]]
    rows: list[Shown]


def money(request: HttpRequest) -> HttpResponse:
    """The page."""
    asked = _asked(request)
    context = {
        "asked": asked,
        "rows": asked.rows,
        "ways": [(way, words, _address(way, asked.year)) for way, words in WAYS.items()],
        "years": [(year, row, _address(asked.way, year)) for year, row in asked.years],
        "chart": _chart(asked),
        "samples": [Sample("budget", _("Budget")), Sample("bar", _("Execution"))],
        "file": _address(asked.way, asked.year, "policies_money_csv"),
        "with_costs": any(row.costs for row in asked.rows),
        "trail": [(reverse("policies"), _("Evaluation"))],
    }
    return render(request, "policies/money.html", context)


def download(request: HttpRequest) -> HttpResponse:
    """The same rows, a figure to a line."""
    asked = _asked(request)
    target = io.BytesIO()
    as_csv(_table(asked), target)
    response = HttpResponse(target.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"renkei-money-{asked.way}-{asked.year or ''}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _asked(request: HttpRequest) -> Asked:
    form = LookForm(request.GET)
    found = form.cleaned_data if form.is_valid() else {}
    way = Way(found.get("by") or Way.MEANS)
    told = spending.told(request.user)
    years = spending.years(told)
    known = [year for year, _sums in years]
    executed = [year for year, row in years if row.executed is not None]
    year = found.get("year")
    if year not in known:
        year = next(iter(executed or known), None)
    if year is None:
        return Asked(way, None, years, [])
    figures = spending.figures(request.user, told, year)
    costs = spending.costs(request.user, year) if way in (Way.PARTNER, Way.CATEGORY) else []
    return Asked(way, year, years, _rows(way, figures, costs))


def _rows(way: Way, figures: list[Figure], costs: list[ActivityCost]) -> list[Shown]:
    """Groups with the largest sums first; what belongs to nothing comes last."""
    groups = {one.key: one for one in spending.grouped(figures, lambda row: row.keys(way))}
    of_costs = {
        one.key: one
        for one in spending.grouped(costs, lambda row: spending.activity_keys(row.activity, way))
    }
    rows = [
        Shown(
            _name(way, key),
            groups.get(key, Group(key)),
            spending.sums(groups[key].wholly if key in groups else ()),
            of_costs.get(key),
        )
        for key in dict.fromkeys((*groups, *of_costs))
    ]
    return sorted(rows, key=lambda row: (not row.group.key, -_size(row.sums), row.name))


def _size(sums: Sums) -> int:
    return max(sums.total or 0, sums.initial or 0, sums.executed or 0)


def _name(way: Way, key: str) -> str:
    if way is Way.PARTNER:
        return partner_label(key) if key else _("No partner is told")
    if way is Way.CATEGORY:
        return label(key, "category") if key else _("No means of exchange is told")
    return key


def _address(way: Way, year: int | None, name: str = "policies_money") -> str:
    return f"{reverse(name)}?by={way}" + (f"&year={year}" if year is not None else "")


def _chart(asked: Asked) -> SafeString | None:
    """The largest sums; what is shared is in none."""
    rows = [
        (row.name, _millions(row.sums.total or row.sums.initial), _millions(row.sums.executed))
        for row in asked.rows
        if row.group.key and _size(row.sums)
    ][:DRAWN]
    title = _("Budget and execution in millions of yen")
    spoken = "; ".join(
        f"{name}: {budget or '–'} / {executed or '–'}" for name, budget, executed in rows
    )
    return amount_bars(title, rows, description=spoken)


def _millions(yen: int | None) -> float | None:
    return None if yen is None else yen / MILLION


def _table(asked: Asked) -> Iterator[Row]:
    yield [
        _("Fiscal year"),
        str(WAYS[asked.way]),
        _("Shared by"),
        _("Means of achievement"),
        _("Policy"),
        _("Budget (yen)"),
        _("Kind of budget"),
        _("Execution (yen)"),
        _("Other sheets tell (budget / execution, yen)"),
        _("Indicators"),
        _("Activities"),
    ]
    for row in asked.rows:
        for figure in row.group.wholly:
            yield _line(asked, row, figure, 1)
        for figure, number in row.group.shared:
            yield _line(asked, row, figure, number)


def _line(asked: Asked, row: Shown, figure: Figure, shared: int) -> Row:
    return [
        fiscal_year(asked.year),
        row.name,
        shared,
        figure.means.name,
        str(figure.means.policy),
        figure.amount.budget_yen,
        _("initial") if figure.initial else _("total"),
        figure.amount.executed_yen,
        "; ".join(_other(figure.again)) if figure.differing else "",
        "; ".join(one.number for one in figure.indicators),
        len(figure.activities),
    ]


def _other(amounts: Iterable[MeansAmount]) -> Iterator[str]:
    for one in amounts:
        budget = "–" if one.budget_yen is None else str(one.budget_yen)
        executed = "–" if one.executed_yen is None else str(one.executed_yen)
        yield f"{budget} / {executed}"
