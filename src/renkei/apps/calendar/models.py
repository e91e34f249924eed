"""A feed: a person's view of the calendar at a secret address."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Feed(models.Model):
    """A kept view. The address is known to the person only; here is the hash of its secret.

    ``digest`` and ``changed_at`` tell when what the feed gives last became another, which a loss of
    rights does too and no change of a record shows.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="calendar_feeds"
    )
    name = models.CharField(_("name of the feed"), max_length=100)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    view = models.JSONField(default=dict)
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True, editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)
    last_read_on = models.DateField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name = _("calendar feed")
        verbose_name_plural = _("calendar feeds")

    def __str__(self) -> str:
        return self.name
