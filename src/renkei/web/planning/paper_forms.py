"""Forms for the way of a paper and for the articles of a basic policy."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.accounts.selectors import organisations
from renkei.web.forms import required_messages
from renkei.web.labels import marking_label


def area(label: Any, rows: int = 3, **options: Any) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(label=label, widget=forms.Textarea({"rows": rows}), **options)


def day_field(label: Any, **options: Any) -> forms.DateField:
    """A day, with the picker of the browser."""
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}), **options)


class HouseForm(forms.Form):
    """Says which field is empty; the browser does not say it first in its own words."""

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        required_messages(self)


class PaperForm(HouseForm):
    """Something done to a paper; ``version`` is the one that was on the screen."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class StepForm(PaperForm):
    """A step with its reason."""

    reason = area(_("Reason"), 2)


class AdoptForm(PaperForm):
    """Adopting: from which day, by whom."""

    effective_on = day_field(_("In force from"))
    adopted_by = forms.CharField(label=_("Adopted by"), max_length=120)
    reason = area(_("Reason"), 2)


class MarkedForm(HouseForm):
    """How a new thing is handled: up to the clearance of the person."""

    marking = forms.TypedChoiceField(label=_("Handling marking"), coerce=int)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marking = self.fields["marking"]
        assert isinstance(marking, forms.TypedChoiceField)
        marking.choices = [
            (int(level), marking_label(level)) for level in Marking if level <= by.clearance
        ]


class OwnedForm(MarkedForm):
    """Who keeps a new thing, and how it is handled."""

    organisation: Any = forms.ModelChoiceField(
        label=_("Organisation"), queryset=organisations(), required=False
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        self.fields["organisation"].initial = by.organisation_id


class FromDocumentForm(HouseForm):
    """A basic policy from the articles of a document."""

    document: Any = forms.ModelChoiceField(
        label=_("Document"), queryset=None, empty_label=_("Choose a document")
    )
    title = forms.CharField(label=_("Title"), max_length=300, required=False)

    def __init__(self, *args: Any, documents: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["document"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = documents


class TypedForm(OwnedForm):
    """A basic policy of which the first article is typed."""

    title = forms.CharField(label=_("Title"), max_length=300)
    number = forms.CharField(label=_("Number of the article"), max_length=60)
    heading = forms.CharField(label=_("Title of the article"), max_length=300, required=False)
    text = area(_("Text"), 6, required=False)
    field_order = ("title", "number", "heading", "text", "organisation", "marking")


class ArticleForm(PaperForm):
    """One article of a draft."""

    number = forms.CharField(
        label=_("Number of the article"),
        max_length=60,
        help_text=_("With all its marks, as 2(2)(ア)①."),
    )
    title = forms.CharField(label=_("Title of the article"), max_length=300, required=False)
    text = area(_("Text"), 10, required=False)


class AmendmentForm(PaperForm):
    """When and by which document it was amended."""

    day = forms.CharField(
        label=_("Date"), help_text=_("As precise as known: 2021, 2021-04 or 2021-04-01.")
    )
    reference = forms.CharField(label=_("Number of the document"), max_length=120, required=False)
    role = forms.ChoiceField(
        label=_("Kind"), choices=[("amended", _("Amended")), ("issued", _("Issued"))]
    )
