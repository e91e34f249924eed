"""Forms of priorities: degrees with grounds, and the weights of a what-if."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.planning.assessing import Given
from renkei.core.planning.priority import HIGHEST
from renkei.core.planning.weights import FACTORS, INFLUENCES, NEEDS, Weights
from renkei.web.forms import required_messages
from renkei.web.labels import choices, definition, label
from renkei.web.planning.paper_forms import HouseForm, MarkedForm, OwnedForm, area, day_field

DEGREES = tuple(str(degree) for degree in range(HIGHEST + 1))


class DegreesForm(HouseForm):
    """A degree and its grounds for every factor."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for factor in FACTORS:
            self.fields[f"degree_{factor}"] = forms.TypedChoiceField(
                label=label(factor, "priority_factor"),
                coerce=int,
                choices=[
                    ("", "—"),
                    *(
                        (code, f"{code} {words}")
                        for code, words in choices(DEGREES, "priority_degree")
                    ),
                ],
                help_text=definition(factor, "priority_factor"),
            )
            self.fields[f"grounds_{factor}"] = area(_("Grounds"), 2)
        required_messages(self)

    @property
    def factors(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The two fields of each factor."""
        return [(self[f"degree_{factor}"], self[f"grounds_{factor}"]) for factor in FACTORS]

    def given(self) -> dict[str, Given]:
        """What was entered."""
        data = self.cleaned_data
        return {
            factor: Given(data[f"degree_{factor}"], data[f"grounds_{factor}"]) for factor in FACTORS
        }


class AssessForm(DegreesForm, OwnedForm):
    """A new assessment."""

    day = day_field(_("As of"))


class CorrectForm(DegreesForm):
    """A correction with its reason."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = area(_("Reason"), 2)


class WhatIfForm(HouseForm):
    """Other weights, tried without saving."""

    method = forms.ChoiceField(
        label=_("Interest and concern"), choices=lambda: choices(("larger", "mean"), "need_method")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for factor in FACTORS:
            self.fields[f"of_{factor}"] = forms.DecimalField(
                label=label(factor, "priority_factor"),
                min_value=0,
                max_value=100,
                max_digits=5,
                decimal_places=2,
                widget=forms.NumberInput({"step": "0.5", "inputmode": "decimal"}),
            )

    @property
    def needs(self) -> list[forms.BoundField]:
        """Weights of interest and concern."""
        return [self[f"of_{factor}"] for factor in NEEDS]

    @property
    def influences(self) -> list[forms.BoundField]:
        """Weights of influence."""
        return [self[f"of_{factor}"] for factor in INFLUENCES]

    def changed(self, weights: Weights) -> Weights:
        """``weights`` with what was entered."""
        of = {factor: Fraction(self.cleaned_data[f"of_{factor}"]) for factor in FACTORS}
        return weights.changed(self.cleaned_data["method"], of)


def shown(weights: Weights) -> dict[str, Any]:
    """What the form of a what-if begins with."""
    plain = {f"of_{factor}": f"{float(weights.of[factor]):g}" for factor in FACTORS}
    return {"method": weights.method, **plain}


class CostForm(MarkedForm):
    """What an activity cost."""

    yen = forms.IntegerField(label=_("Cost in yen"), min_value=0)
    basis = forms.CharField(label=_("What the figure rests on"), max_length=300)
    field_order = ("yen", "basis", "marking")
