"""What every deed about a case has."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Acted(models.Model):
    """Something a person did about a case at a time."""

    case = models.ForeignKey(
        "coordination.Case", on_delete=models.CASCADE, related_name="%(class)ss"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        abstract = True
