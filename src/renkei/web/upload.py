"""A file that comes in by a form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from renkei.core.errors import InputError
from renkei.readers.limits import size_text
from renkei.web.labels import language


class UploadField(forms.FileField):
    """Within the limit of the server. Empty files pass: the reader says it better."""

    def __init__(self, **options: Any) -> None:
        super().__init__(allow_empty_file=True, max_length=255, **options)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile[bytes]:
        """The file. Raises ValidationError with the house's sentence when it is too large."""
        file: UploadedFile[bytes] = super().clean(data, initial)
        limit = settings.RENKEI_UPLOAD_BYTES
        if (file.size or 0) > limit:
            sizes = {"size": size_text(file.size or 0), "limit": size_text(limit)}
            raise forms.ValidationError(
                InputError("RK106", name=file.name, **sizes).message(language())
            )
        return file
