"""Information security, what was released, who was told and who looked (articles 7(2) to 7(6))."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.choices import Marking
from renkei.apps.coordination.acted import Acted


class SecurityDecision(Acted):
    """The officer's decision on one of the four kinds; the last one counts."""

    kind = models.CharField(max_length=30)
    decision = models.CharField(_("decision"), max_length=12)
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("decision on security")
        verbose_name_plural = _("decisions on security")

    def __str__(self) -> str:
        return f"{self.kind}: {self.decision}"


class Release(Acted):
    """Whether an item (a field, or "attachment:" and its key) may go to an audience; the last counts."""

    item = models.CharField(max_length=40)
    audience = models.CharField(max_length=20)
    allowed = models.BooleanField()
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("decision on release")
        verbose_name_plural = _("decisions on release")

    def __str__(self) -> str:
        return f"{self.item} → {self.audience}: {self.allowed}"


class Telling(Acted):
    """Who was told what: ``words`` are the items as they were told, ``phase`` plan or result."""

    audience = models.CharField(max_length=20)
    phase = models.CharField(max_length=10)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="tellings"
    )
    recipient = models.CharField(_("to whom"), max_length=200, blank=True)
    words = models.JSONField(default=dict)
    marking = models.PositiveSmallIntegerField(choices=Marking.choices)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("telling")
        verbose_name_plural = _("tellings")

    def __str__(self) -> str:
        return f"{self.audience}: {self.recipient or self.user}"


class Attachment(Acted):
    """A file of the case, kept by its hash."""

    name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    marking = models.PositiveSmallIntegerField(_("handling marking"), choices=Marking.choices)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.name


class View(models.Model):
    """Somebody looked at the case, or took an attachment, on a day; ``times`` counts."""

    case = models.ForeignKey("coordination.Case", on_delete=models.CASCADE, related_name="views")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=40, default="case")
    day = models.DateField()
    times = models.PositiveIntegerField(default=1)
    last_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["-last_at", "-id"]
        verbose_name = _("look at a case")
        verbose_name_plural = _("looks at cases")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["case", "user", "what", "day"], name="view_once_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.day}: {self.what}"
