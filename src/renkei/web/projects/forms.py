"""Taking in a file, and linking a means of achievement to a project."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.evaluation.models import Means
from renkei.web.forms import required_messages
from renkei.web.upload import UploadField


class DataForm(forms.Form):
    """The file; its layout and year are read from it."""

    file = UploadField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "2-1 (budget and execution) or 3-1 (targets and results), as CSV or ZIP."
        ),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )


class MeansField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """A choice of means, each told with its policy."""

    def label_from_instance(self, obj: Means) -> str:
        """The policy and the means."""
        return f"{obj.policy} / {obj.name}"


class LinkForm(forms.Form):
    """Which means the project is, and why."""

    means = MeansField(label=gettext_lazy("Means of achievement"), queryset=None)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500)

    def __init__(self, *args: Any, means: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["means"]
        assert isinstance(field, MeansField)
        field.queryset = means
        field.empty_label = _("Choose a means")
        required_messages(self)
