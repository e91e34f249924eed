"""The filters of the list of activities, from the address and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.register import choices, selectors
from renkei.apps.register.listing import DEFAULT_SORT, ActivityFilter
from renkei.web.dates import fiscal_year
from renkei.web.forms import code_field

ANY = _("Any")


class FilterForm(forms.Form):
    """Names of the fields are those of ActivityFilter, and so of the address."""

    text = forms.CharField(
        label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    partner = forms.ChoiceField(label=_("Partner"))
    year = forms.TypedChoiceField(label=_("Fiscal year"), coerce=int, empty_value=None)
    means = code_field(_("Means"), choices.CATEGORIES, "category", ANY)
    kind = code_field(_("Kind"), choices.KINDS, "kind", ANY)
    level = code_field(_("Level"), choices.LEVELS, "level", ANY)
    mode = code_field(_("Mode"), choices.MODES, "mode", ANY)
    status = code_field(_("Status"), choices.STATUSES, "status", ANY)
    sort = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, query: QueryDict, viewer: Viewer) -> None:
        super().__init__(query, auto_id="filter-%s")
        partners = sorted(selectors.partners_seen(viewer), key=lambda one: one.name)
        years = selectors.fiscal_years(viewer)
        self._set_choices("partner", [(partner.pk, partner.name) for partner in partners])
        self._set_choices("year", [(year, fiscal_year(year)) for year in years])
        for field in self.fields.values():
            field.required = False

    def asked(self) -> ActivityFilter:
        """What is asked for; a filter that is not understood is left out."""
        self.full_clean()
        values: dict[str, Any] = {k: v for k, v in self.cleaned_data.items() if v}
        return ActivityFilter(**{"sort": DEFAULT_SORT} | values)

    def problems(self) -> list[str]:
        """One sentence per filter that was not understood."""
        return [f"{self[name].label}: {self.data.get(name)}" for name in self.errors]

    def _set_choices(self, name: str, found: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", ANY), *found]


@dataclass(frozen=True, slots=True)
class Chip:
    """An active filter and the address of the list without it."""

    name: str
    value: str
    address: str


def chips(form: FilterForm, asked: ActivityFilter) -> list[Chip]:
    """The active filters in words."""
    plain = ActivityFilter()
    active = [name for name in asked.parameters() if name in form.fields and name != "sort"]
    return [
        Chip(
            str(form.fields[name].label),
            _shown(form, name, getattr(asked, name)),
            address(replace(asked, **{name: getattr(plain, name)})),
        )
        for name in active
    ]


def address(asked: ActivityFilter) -> str:
    """The address of the list that shows what is asked for."""
    query = urlencode(asked.parameters())
    return f"{reverse('activities')}?{query}" if query else reverse("activities")


def _shown(form: FilterForm, name: str, value: Any) -> str:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        return str(value)
    choices = dict(cast(Iterable[tuple[Any, Any]], field.choices))
    return str(choices[value])
