"""The audit trail: one row per write, without foreign keys, so that it outlives what it names."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Event(models.Model):
    """``actor`` did ``action`` to the object; ``data`` says with what."""

    at = models.DateTimeField(_("time"), auto_now_add=True, db_index=True)
    actor = models.CharField(_("who"), max_length=150)
    action = models.CharField(_("what"), max_length=60)
    object_type = models.CharField(max_length=60)
    object_id = models.CharField(max_length=80)
    data = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes: ClassVar = [
            models.Index(fields=["object_type", "object_id"], name="audit_event_object"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action} {self.object_id}"
