"""Adding a document."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.accounts.selectors import organisations, organisations_for
from renkei.web.forms import required_messages
from renkei.web.labels import marking_label
from renkei.web.upload import UploadField


class UploadForm(forms.Form):
    """The file, and how it is handled."""

    file = UploadField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "Text, PDF, Word or Excel. The original is kept; adding it twice does no harm."
        ),
    )
    marking = forms.TypedChoiceField(label=gettext_lazy("Handling marking"), coerce=int)
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Organisation that answers for it"),
        queryset=organisations(),
        required=False,
    )
    published_year = forms.IntegerField(
        label=gettext_lazy("Year of publication"),
        min_value=1868,
        max_value=2200,
        required=False,
        help_text=gettext_lazy("Only if the document does not say it itself."),
    )

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [level for level in Marking if level <= by.clearance]
        marking = self.fields["marking"]
        assert isinstance(marking, forms.ChoiceField)
        marking.choices = [(int(level), marking_label(level)) for level in allowed]
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = organisations_for(by)
        organisation.empty_label = _("Not told")
        required_messages(self)
        self.fields["file"].error_messages["required"] = _("Choose a file.")
