"""The forms by which the indicators of a year become others than those of the year before."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.cycle.changing import KINDS
from renkei.apps.cycle.choices import SuccessionKind
from renkei.apps.evaluation.choices import MEASURES
from renkei.web.forms import code_field
from renkei.web.labels import choices
from renkei.web.policies.year_forms import YearForm, area


class SuccessorForm(YearForm):
    """One more successor: of a split, or of several that were merged."""

    earlier: Any = forms.ModelChoiceField(label=_("Indicator of an earlier year"), queryset=None)
    later: Any = forms.ModelChoiceField(label=_("Indicator of this year"), queryset=None)
    kind = forms.ChoiceField(
        label=_("Kind"),
        choices=lambda: choices(
            [str(kind) for kind in SuccessionKind if kind != SuccessionKind.ENDED], "succession"
        ),
    )
    reason = forms.CharField(label=_("Reason"), max_length=500)

    def __init__(self, *args: Any, earlier: Any, later: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, rows in (("earlier", earlier), ("later", later)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows
            field.label_from_instance = _with_year  # type: ignore[method-assign, assignment]


class BecomeForm(YearForm):
    """Another name, another indicator in its place, or its end."""

    indicator: Any = forms.ModelChoiceField(label=_("Indicator"), queryset=None)
    kind = forms.ChoiceField(
        label=_("What becomes of it"), choices=lambda: choices(map(str, KINDS), "succession")
    )
    name = forms.CharField(label=_("New name"), max_length=500, required=False)
    measure = code_field(_("Kind"), MEASURES, "measure", _("Not told"), required=False)
    reason = area(_("Reason"))

    def __init__(self, *args: Any, indicators: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["indicator"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = indicators


class AddForm(YearForm):
    """An indicator that no earlier year had."""

    field: Any = forms.ModelChoiceField(label=_("Field"), queryset=None, required=False)
    number = forms.CharField(label=_("Number"), max_length=20)
    name = forms.CharField(label=_("Name"), max_length=500)
    measure = code_field(_("Kind"), MEASURES, "measure", _("Not told"), required=False)
    primary = forms.BooleanField(label=_("Primary indicator"), required=False)
    reason = area(_("Reason"))

    def __init__(self, *args: Any, fields: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["field"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = fields


def _with_year(row: Any) -> str:
    return f"{row.policy.fiscal_year} {row}"
