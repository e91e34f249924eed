"""Parts of addresses."""

from __future__ import annotations

from django.urls import register_converter
from django.urls.converters import StringConverter


class DownloadForm(StringConverter):
    """The form of a list as a file."""

    regex = "csv|xlsx"


class SheetForm(StringConverter):
    """The form of a sheet as a file."""

    regex = "pdf|docx|xlsx"


class PictureForm(StringConverter):
    """The form of a picture as a file."""

    regex = "svg|png"


def register() -> None:
    """Make the converters known to Django, once."""
    register_converter(DownloadForm, "download_form")
    register_converter(SheetForm, "sheet_form")
    register_converter(PictureForm, "picture_form")
