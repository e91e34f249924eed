"""The forms of an evaluation year."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.cycle.choices import Stage, SuccessionKind
from renkei.apps.cycle.entries import Entered, schemes
from renkei.apps.evaluation.choices import ABSENCES
from renkei.apps.publications.scheme import LABELS
from renkei.web.forms import code_field, required_messages
from renkei.web.labels import choices


def area(label: Any, **options: Any) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(label=label, widget=forms.Textarea({"rows": 3}), **options)


class YearForm(forms.Form):
    """A form of the year of one policy; its errors name the field."""

    def __init__(self, *args: Any, organisations: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required_messages(self)
        if "organisation" in self.fields:
            field = self.fields["organisation"]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = organisations


class NothingForm(YearForm):
    """A button."""


class StepForm(YearForm):
    """Done with a stage; ``seen`` is the stage that was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput)
    reason = area(_("Reason"), required=False)


class BackForm(YearForm):
    """Back to an earlier stage."""

    seen = forms.CharField(widget=forms.HiddenInput)
    to = forms.ChoiceField(
        label=_("Back to"), choices=lambda: choices(map(str, Stage), "evaluation_stage")
    )
    reason = area(_("Reason"))


class ReasonForm(YearForm):
    """Opening again."""

    reason = area(_("Reason"))


class PlanForm(YearForm):
    """Basic goal and plan; the years are separated by commas."""

    basic_goal = forms.CharField(label=_("Basic goal"), required=False, max_length=300)
    start = forms.IntegerField(label=_("First year of the basic plan"))
    end = forms.IntegerField(label=_("Last year of the basic plan"))
    full = forms.RegexField(
        r"^\s*(\d{4}(\s*[,、]\s*\d{4})*)?\s*$",
        label=_("Years of full evaluation"),
        required=False,
        help_text=_("Years as 2026, separated by commas."),
        error_messages={"invalid": _("Write years as 2026, separated by commas.")},
    )


class DeadlineForm(YearForm):
    """Who owes what by when."""

    stage = forms.ChoiceField(
        label=_("Stage"), choices=lambda: choices(map(str, list(Stage)[:-1]), "evaluation_stage")
    )
    organisation: Any = forms.ModelChoiceField(label=_("Organisation"), queryset=None)
    due = forms.DateField(label=_("Due"), widget=forms.DateInput({"type": "date"}))


class SchemeForm(YearForm):
    """The rating scheme."""

    name = forms.ChoiceField(
        label=_("Rating scheme"), choices=lambda: [(name, name) for name in schemes()]
    )


class RatingForm(YearForm):
    """The rating of the policy."""

    scale_value = forms.TypedChoiceField(
        label=_("Rating"),
        coerce=int,
        choices=[(number, label) for number, label in enumerate(LABELS, 1)],
    )
    reason = area(_("Reason"))


class TextForm(YearForm):
    """A remark, or how the result is reflected."""

    text = area(_("Text"))


class AnswerForm(YearForm):
    """An answer to one remark."""

    opinion = forms.IntegerField(widget=forms.HiddenInput)
    text = area(_("Answer"))


class SuccessionForm(YearForm):
    """What became of one indicator."""

    succession = forms.IntegerField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Kind"), choices=lambda: choices(map(str, SuccessionKind), "succession")
    )
    reason = forms.CharField(label=_("Reason"), required=False, max_length=500)
    verdict = forms.CharField(widget=forms.HiddenInput, required=False)


class EntryForm(YearForm):
    """A part of an indicator; ``seen`` names what was on the screen."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=16)


class FigureForm(EntryForm):
    """A number, or why there is none."""

    component = forms.CharField(label=_("Component"), required=False, max_length=200)
    value = forms.DecimalField(label=_("Value"), required=False, max_digits=24, decimal_places=6)
    unit = forms.CharField(label=_("Unit"), required=False, max_length=40)
    absence = code_field(
        _("Why there is no value"), ABSENCES, "absence", _("There is a value"), required=False
    )

    def entered(self) -> Entered:
        """The figure that was given."""
        names = ("value", "unit", "absence", "source", "numerator", "denominator")
        data = self.cleaned_data
        return Entered(**{name: data[name] for name in names if name in data})


class TargetForm(FigureForm):
    """A target with its reason."""

    fiscal_year = forms.IntegerField(label=_("Fiscal year"))
    reason = area(_("Reason for level and year"))


class ActualForm(FigureForm):
    """An actual with its source; numerator and denominator are for shares."""

    numerator = forms.DecimalField(label=_("Numerator"), required=False)
    denominator = forms.DecimalField(label=_("Denominator"), required=False)
    source = forms.CharField(label=_("Source"), max_length=300)


class ItemsForm(EntryForm):
    """A target in words, one item per line."""

    items = area(_("Target in words"), help_text=_("One item per line."))
    fiscal_year = forms.IntegerField(label=_("Fiscal year"))
    reason = area(_("Reason for level and year"))


class ProgressForm(EntryForm):
    """Progress on one item of the target."""

    item = forms.TypedChoiceField(label=_("Item of the target"), coerce=int)
    text = area(_("Progress"))

    def __init__(self, *args: Any, items: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(n, f"{n + 1} {text[:40]}") for n, text in enumerate(items)]


class MarkForm(EntryForm):
    """The mark of an indicator."""

    mark = forms.CharField(label=_("Mark"), max_length=10)
    reason = area(
        _("Reason"), required=False, help_text=_("Needed where the mark departs from the figures.")
    )
