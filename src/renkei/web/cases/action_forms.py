"""The small forms on the page of a case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.selectors import organisations
from renkei.apps.coordination.models import Case
from renkei.apps.coordination.selectors import delegates
from renkei.core.coordination.consulting import ANSWERS, Order
from renkei.web.forms import required_messages
from renkei.web.labels import choices

ANSWERED = tuple(map(str, ANSWERS))


def area(label: Any, **options: Any) -> forms.CharField:
    """Some lines of text."""
    return forms.CharField(label=label, widget=forms.Textarea({"rows": 3}), **options)


class ActionForm(forms.Form):
    """Something that is done about one case."""

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        required_messages(self)
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices that depend on the case."""


class MoveForm(ActionForm):
    """To another state; ``version`` is the one that was on the screen."""

    to = forms.CharField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = area(_("Reason"), required=False)


class RemarkForm(ActionForm):
    """Words in the thread."""

    text = area(_("Remark"))


class AskForm(ActionForm):
    """Whom to ask, by when."""

    organisations = forms.ModelMultipleChoiceField(
        label=_("To whom"),
        queryset=organisations(),
        widget=forms.SelectMultiple({"size": 6}),
        help_text=_("Several with the Ctrl key; in sequence they are asked in this order."),
    )
    due = forms.DateField(label=_("By when"), widget=forms.DateInput({"type": "date"}))
    order = forms.ChoiceField(
        label=_("Order"), choices=lambda: choices(map(str, Order), "consultation_order")
    )
    question = area(_("What is asked"), required=False)

    def prepare(self) -> None:
        """Everybody but the lead organisation, those with people first."""
        field = self.fields["organisations"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        others = organisations().exclude(pk=self.case.organisation_id)
        field.queryset = others.filter(users__is_active=True).distinct()

    def clean_organisations(self) -> list[Any]:
        """In the order in which they stand on the page."""
        return list(self.cleaned_data["organisations"])


class AnswerForm(ActionForm):
    """The answer of an organisation that was asked."""

    request = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(
        label=_("Answer"), choices=lambda: choices(ANSWERED, "consultation_outcome")
    )
    text = area(_("Remark or reason"), required=False)
    counter = area(_("Counter-proposal"), required=False)


class DelegateForm(ActionForm):
    """Who answers instead."""

    request = forms.IntegerField(widget=forms.HiddenInput)
    to: Any = forms.ModelChoiceField(label=_("Delegate"), queryset=None)

    def prepare(self) -> None:
        """Those who are cleared for the case."""
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = delegates(self.case)


class LinkForm(ActionForm):
    """Which activity of the register this is."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    activity = forms.IntegerField(
        label=_("Number of the activity"), help_text=_("It stands in the address of its page.")
    )
