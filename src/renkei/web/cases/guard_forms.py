"""Forms of security, of telling others, of the report and of what follows."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.selectors import organisations
from renkei.apps.coordination.choices import (
    ACHIEVED,
    ITEMS,
    LESSON_TARGETS,
    PHASES,
    SECURITY_DECISIONS,
)
from renkei.core.coordination.leaving import RELEASABLE
from renkei.web.cases.action_forms import ActionForm, area
from renkei.web.labels import choices, marking_label
from renkei.web.upload import UploadField

AUDIENCES = tuple(map(str, RELEASABLE))


def day(label: Any, **options: Any) -> forms.DateField:
    """A day, chosen from a calendar."""
    return forms.DateField(label=label, widget=forms.DateInput({"type": "date"}), **options)


class ItemsForm(ActionForm):
    """A form that names items of the case: its fields, and attachments by name."""

    def items(self) -> list[tuple[str, str]]:
        """Fields, then attachments."""
        files = [(f"attachment:{row.pk}", row.name) for row in self.case.attachments.all()]
        return [*choices(ITEMS, "case_item"), *files]


class SecurityForm(ActionForm):
    """The officer's decision on one kind."""

    kind = forms.CharField(widget=forms.HiddenInput)
    decision = forms.ChoiceField(
        label=_("Decision"), choices=lambda: choices(SECURITY_DECISIONS, "security_decision")
    )
    note = forms.CharField(label=_("Condition or reason"), required=False, max_length=500)


class ReleaseForm(ItemsForm):
    """Whether an item may go to an audience."""

    item = forms.ChoiceField(label=_("Item"))
    audience = forms.ChoiceField(label=_("To whom"), choices=lambda: choices(AUDIENCES, "audience"))
    allowed = forms.TypedChoiceField(
        label=_("Release"),
        coerce=lambda text: text == "yes",
        choices=[("yes", _("May be told")), ("no", _("May not be told"))],
    )
    note = forms.CharField(label=_("Reason"), required=False, max_length=500)

    def prepare(self) -> None:
        """The items of this case."""
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = self.items()


class DrawInForm(ActionForm):
    """Tell the attachés."""

    phase = forms.ChoiceField(label=_("What about"), choices=lambda: choices(PHASES, "phase"))


class TellForm(ItemsForm):
    """Whom outside, and what."""

    audience = forms.ChoiceField(label=_("To whom"), choices=lambda: choices(AUDIENCES, "audience"))
    recipient = forms.CharField(label=_("Office and name"), max_length=200)
    phase = forms.ChoiceField(label=_("What about"), choices=lambda: choices(PHASES, "phase"))
    items_ = forms.MultipleChoiceField(
        label=_("What is told"),
        widget=forms.SelectMultiple({"size": 6}),
        help_text=_("Several with the Ctrl key."),
    )

    def prepare(self) -> None:
        """The items of this case."""
        field = self.fields["items_"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = self.items()

    def clean(self) -> dict[str, Any]:
        """The service calls them items; a form has a method of that name."""
        data: dict[str, Any] = super().clean() or {}
        if "items_" in data:
            data["items"] = data.pop("items_")
        return data


class AttachForm(ActionForm):
    """A file."""

    file = UploadField(label=_("File"))
    marking = forms.TypedChoiceField(
        label=_("Handling marking"),
        coerce=int,
        choices=lambda: [(int(one), marking_label(one)) for one in Marking],
    )


class ReportForm(ActionForm):
    """The result."""

    agreed = area(_("What was agreed"))
    achieved = forms.ChoiceField(
        label=_("Against the purpose"), choices=lambda: choices(ACHIEVED, "achieved")
    )
    evaluation = area(_("Grounds of the evaluation"))
    media_effect = area(_("Media effect"), required=False)
    cost_yen = forms.IntegerField(label=_("Cost in yen"), min_value=0, required=False)


class PromiseForm(ActionForm):
    """A promise with owner and day."""

    text = area(_("Promise"))
    organisation = forms.ModelChoiceField(
        label=_("Owner"), queryset=organisations(), empty_label=None
    )
    due = day(_("Due"))


class SettleForm(ActionForm):
    """A promise was kept, or is let go with a reason."""

    promise = forms.IntegerField(widget=forms.HiddenInput)
    kept_on = day(_("Kept on"), required=False, initial=timezone.localdate)
    reason = forms.CharField(
        label=_("Or let go, because"),
        required=False,
        max_length=500,
        help_text=_("Leave the day empty to let it go."),
    )


class LessonForm(ActionForm):
    """A lesson and where it is proposed."""

    text = area(_("Lesson"))
    target = forms.ChoiceField(
        label=_("Proposed to"), choices=lambda: choices(LESSON_TARGETS, "lesson_target")
    )
