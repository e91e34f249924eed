"""The forms of the committee: seats, sessions, matters, decisions, follow-up."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.selectors import Viewer, organisations
from renkei.apps.committee import selectors
from renkei.apps.committee.choices import Ask, Body, Decision
from renkei.apps.documents.selectors import visible_documents
from renkei.web.forms import required_messages
from renkei.web.labels import choices


def day(label: Any, **options: Any) -> forms.DateField:
    """A day, chosen from a calendar."""
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}), **options)


class CommitteeForm(forms.Form):
    """A form of these pages; what a field lacks is said in the words of the house."""

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        kwargs.setdefault("use_required_attribute", False)
        super().__init__(*args, **kwargs)
        self.prepare(viewer)
        required_messages(self)

    def prepare(self, viewer: Viewer) -> None:
        """Fill choices that depend on the viewer."""
        del viewer
        field = self.fields.get("organisation")
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = organisations()


class SeatForm(CommitteeForm):
    """A seat of the committee or the section."""

    body = forms.ChoiceField(label=_("Body"), choices=lambda: choices(Body.values, "committee"))
    office = forms.CharField(label=_("Office"), max_length=120)
    organisation: Any = forms.ModelChoiceField(
        None, label=_("Organisation"), required=False, empty_label=_("None")
    )
    chair = forms.BooleanField(label=_("Chair"), required=False)
    since = day(_("Since"))


class LeavingForm(CommitteeForm):
    """Until when an office sits."""

    member = forms.IntegerField(widget=forms.HiddenInput)
    until = day(_("Until"))


class SessionForm(CommitteeForm):
    """A new session."""

    body = forms.ChoiceField(label=_("Body"), choices=lambda: choices(Body.values, "committee"))
    name = forms.CharField(label=_("Name of the session"), max_length=200)
    day = day(_("Day"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False)


class MatterForm(CommitteeForm):
    """A matter for the agenda: a paper, a case, or words alone."""

    title = forms.CharField(label=_("Matter"), max_length=300, required=False)
    paper: Any = forms.ModelChoiceField(
        None, label=_("Paper to adopt"), required=False, empty_label=_("None")
    )
    case: Any = forms.ModelChoiceField(
        None, label=_("Important case"), required=False, empty_label=_("None")
    )
    ask = forms.ChoiceField(
        label=_("Asked of the session"), choices=lambda: choices(Ask.values, "committee_ask")
    )
    documents: Any = forms.ModelMultipleChoiceField(
        None, label=_("Documents laid before it"), required=False
    )

    def prepare(self, viewer: Viewer) -> None:
        """Only what the viewer may see."""
        for name, rows in (
            ("paper", selectors.papers_to_adopt(viewer)),
            ("case", selectors.open_cases(viewer)[:200]),
            ("documents", visible_documents(viewer).defer("text", "search_text", "places")),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = rows


class DecisionForm(CommitteeForm):
    """What was decided about a matter."""

    matter = forms.IntegerField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=_("Decision"), choices=lambda: choices(Decision.values, "committee_decision")
    )
    text = forms.CharField(label=_("What was decided"), widget=forms.Textarea({"rows": 2}))
    effective_on = day(
        _("In force from"),
        required=False,
        help_text=_("Of a paper that is adopted; the day of the session if left empty."),
    )


class FollowUpForm(CommitteeForm):
    """What is to be done after a decision."""

    follow = forms.IntegerField(widget=forms.HiddenInput)
    what = forms.CharField(label=_("What is to be done"), max_length=300)
    organisation: Any = forms.ModelChoiceField(None, label=_("By"), empty_label=None)
    due = day(_("Due"))
