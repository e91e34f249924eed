"""What the forms of all pages share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from renkei.core.errors import RenkeiError
from renkei.web.labels import choices, language

Words = str | Promise


def code_field(
    name: Words, codes: tuple[str, ...], group: str, empty: Words, **options: Any
) -> Any:
    """A choice among codes of the glossary; without a choice the value is ""."""
    return forms.ChoiceField(
        label=name,  # type: ignore[arg-type]  # the stubs name a private class
        choices=lambda: [("", empty), *choices(codes, group)],
        **options,
    )


def explain(form: forms.Form, error: RenkeiError) -> None:
    """Show an error of the house at the field it is about, else above the form."""
    field = str(error.params.get("field", ""))
    message = error.message(language())
    form.add_error(field if field in form.fields else None, message)


def required_messages(form: forms.Form) -> None:
    """Say which field is empty and what belongs there, instead of "this field is required"."""
    for field in form.fields.values():
        field.error_messages["required"] = _("Enter “%(name)s”.") % {"name": field.label}
