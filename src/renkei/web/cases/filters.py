"""The filters of the list of cases, from the address and back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django import forms
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.selectors import organisations
from renkei.apps.coordination.choices import PURPOSES, STATES
from renkei.apps.coordination.listing import DEFAULT_SORT, OPEN, CaseFilter
from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.selectors import partners
from renkei.web.activities.filters import ANY
from renkei.web.activities.table import Column
from renkei.web.forms import code_field
from renkei.web.labels import choices


def _states() -> list[tuple[str, Any]]:
    return [("", ANY), (OPEN, _("Everything open")), *choices(STATES, "lifecycle")]


class FilterForm(forms.Form):
    """Names of the fields are those of CaseFilter, and so of the address."""

    text = forms.CharField(
        label=_("Words"), max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(label=_("State"), choices=_states)
    partner = forms.ChoiceField(label=_("Partner"))
    means = code_field(_("Means"), CATEGORIES, "category", ANY)
    purpose = code_field(_("Purpose"), PURPOSES, "purpose", ANY)
    organisation = forms.ChoiceField(label=_("Lead organisation"))
    since = forms.DateField(label=_("From the day"), widget=forms.DateInput({"type": "date"}))
    until = forms.DateField(label=_("Until the day"), widget=forms.DateInput({"type": "date"}))
    sort = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, query: QueryDict) -> None:
        super().__init__(query, auto_id="filter-%s")
        named = sorted(partners(), key=lambda one: one.name)
        self._set_choices("partner", [(partner.pk, partner.name) for partner in named])
        owners = [(owner.code, owner.name) for owner in organisations()]
        self._set_choices("organisation", owners)
        for field in self.fields.values():
            field.required = False

    def asked(self) -> CaseFilter:
        """What is asked for; a filter that is not understood is left out."""
        self.full_clean()
        values = {name: str(value) for name, value in self.cleaned_data.items() if value}
        return CaseFilter(**{"sort": DEFAULT_SORT} | values)

    def problems(self) -> list[str]:
        """One sentence per filter that was not understood."""
        return [f"{self[name].label}: {self.data.get(name)}" for name in self.errors]

    def active(self, asked: CaseFilter) -> list[Active]:
        """The active filters in words."""
        plain = CaseFilter()
        return [
            Active(str(self.fields[name].label), self._shown(name, value), name)
            for name in self.fields
            if name != "sort" and (value := getattr(asked, name)) != getattr(plain, name)
        ]

    def _shown(self, name: str, value: str) -> str:
        field = self.fields[name]
        if not isinstance(field, forms.ChoiceField):
            return value
        return str(dict(cast(Iterable[tuple[Any, Any]], field.choices)).get(value, value))

    def _set_choices(self, name: str, found: list[tuple[Any, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", ANY), *found]


@dataclass(frozen=True, slots=True)
class Active:
    """A filter that is set; ``field`` is its name in the address."""

    name: str
    value: str
    field: str


def columns(asked: CaseFilter) -> list[Column]:
    """The columns of the list and where their heads lead."""
    names = {
        "date": gettext("Date"),
        "title": gettext("Title"),
        "partner": gettext("Partners"),
        "means": gettext("Means"),
        "state": gettext("State"),
    }
    return [
        Column(name, _address(asked.sorted_by(column)), _order(asked, column))
        for column, name in names.items()
    ]


def _address(asked: CaseFilter) -> str:
    query = urlencode(asked.parameters())
    return f"{reverse('cases')}?{query}" if query else reverse("cases")


def _order(asked: CaseFilter, column: str) -> str:
    if asked.column != column:
        return ""
    return "descending" if asked.descending else "ascending"
