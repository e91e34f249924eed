"""Proposing and changing a case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.accounts.selectors import organisations, organisations_for
from renkei.apps.coordination.choices import PURPOSES
from renkei.apps.coordination.models import Case
from renkei.apps.coordination.starting import LONGEST_SERIES
from renkei.apps.register.choices import CATEGORIES, DIRECTIONS, KINDS
from renkei.web.activities.forms import NOT_TOLD, Group, PartialDateField, PartnersField
from renkei.web.forms import code_field, required_messages
from renkei.web.labels import marking_label, partner_labels

APART = ("organisation", "marking", "version", "reason", "years", "previous")


class CaseForm(forms.Form):
    """The fields of a case; only the title is needed for an idea."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=300)
    partners = PartnersField(
        label=gettext_lazy("Partners"),
        required=False,
        help_text=gettext_lazy("Names or codes, separated by commas; compounds are understood."),
    )
    category = code_field(
        gettext_lazy("Means"), CATEGORIES, "category", gettext_lazy("Not decided"), required=False
    )
    kind = code_field(
        gettext_lazy("Kind"), KINDS, "kind", gettext_lazy("Not decided"), required=False
    )
    start = PartialDateField(
        label=gettext_lazy("Start"),
        required=False,
        help_text=gettext_lazy("As precise as known: 2021, 2021-04 or 2021-04-01."),
    )
    end = PartialDateField(label=gettext_lazy("End"), required=False)
    purpose = code_field(
        gettext_lazy("Purpose"), PURPOSES, "purpose", gettext_lazy("Not decided"), required=False
    )
    aim = forms.CharField(
        label=gettext_lazy("What it is to achieve"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    principal = forms.CharField(
        label=gettext_lazy("Principal"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("The office or person that leads our side."),
    )
    unit = forms.CharField(label=gettext_lazy("Our unit"), max_length=120, required=False)
    participants = forms.IntegerField(
        label=gettext_lazy("Participants"), min_value=1, required=False
    )
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    direction = code_field(
        gettext_lazy("Direction"), DIRECTIONS, "direction", NOT_TOLD, required=False
    )
    framework = forms.CharField(label=gettext_lazy("Framework"), max_length=200, required=False)
    ordinal = forms.IntegerField(label=gettext_lazy("Ordinal"), min_value=1, required=False)
    cost_yen = forms.IntegerField(label=gettext_lazy("Cost in yen"), min_value=0, required=False)
    marking = forms.TypedChoiceField(label=gettext_lazy("Handling marking"), coerce=int)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marking = self.fields["marking"]
        assert isinstance(marking, forms.ChoiceField)
        marking.choices = [
            (int(level), marking_label(level)) for level in Marking if level <= by.clearance
        ]
        required_messages(self)

    @property
    def groups(self) -> Iterator[Group]:
        """The visible fields under their headings."""
        yield Group(_("The idea"), self._bound("title partners category kind start end"))
        yield Group(_("What for"), self._bound("purpose aim"))
        yield Group(_("Who and where"), self._bound("principal unit participants place direction"))
        yield Group(_("More"), self._bound("framework ordinal cost_yen"))

    def values(self) -> dict[str, Any]:
        """The fields of a case."""
        return {name: value for name, value in self.cleaned_data.items() if name not in APART}

    def _bound(self, names: str) -> list[forms.BoundField]:
        return [self[name] for name in names.split()]


class ProposalForm(CaseForm):
    """A new case, or one a year for some years."""

    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Lead organisation"), queryset=organisations(), empty_label=None
    )
    years = forms.IntegerField(
        label=gettext_lazy("Yearly, for so many years"),
        min_value=1,
        max_value=LONGEST_SERIES,
        initial=1,
        help_text=gettext_lazy("More than 1 proposes one a year: the 2nd, the 3rd and so on."),
    )
    previous = forms.IntegerField(widget=forms.HiddenInput, required=False)
    gap = forms.CharField(widget=forms.HiddenInput, max_length=120, required=False)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = organisations_for(by)

    @property
    def groups(self) -> Iterator[Group]:
        """Lead, marking and series come last."""
        yield from super().groups
        yield Group(_("Handling"), self._bound("organisation marking years"))


class ChangeForm(CaseForm):
    """The same, with the version that the person saw and the reason."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Reason of the change"),
        max_length=200,
        help_text=gettext_lazy("In one sentence. It is shown in the thread."),
    )

    @property
    def groups(self) -> Iterator[Group]:
        """The reason comes last."""
        yield from super().groups
        yield Group(_("Handling"), self._bound("marking reason"))


def initial(case: Case) -> dict[str, Any]:
    """What the form shows of a case."""
    shown = {name: getattr(case, name) for name in CaseForm.base_fields if name != "partners"}
    return shown | {"partners": partner_labels(case.codes), "version": case.version}
