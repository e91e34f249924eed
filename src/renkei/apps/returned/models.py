"""A sheet as it went out, the file that came back, and what differs between them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    """What a person said about a change."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Kept(models.Model):
    """A file of which somebody, at some time, had to do with; ``sha256`` is that of its bytes."""

    policy = models.ForeignKey("evaluation.Policy", on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        abstract = True


class PrintedSheet(Kept):
    """A sheet as it went out to be edited; ``digest`` tells its content, form and file format."""

    digest = models.CharField(max_length=64)
    ending = models.CharField(max_length=4)
    form = models.CharField(max_length=20)

    class Meta:
        verbose_name = _("sheet printed to be edited")
        verbose_name_plural = _("sheets printed to be edited")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["policy", "digest"], name="printed_sheet_once"),
        ]

    def __str__(self) -> str:
        return f"{self.policy_id} {self.at:%Y-%m-%d %H:%M} {self.ending}"


class ReturnedSheet(Kept):
    """A file that came back; it changes nothing by itself."""

    printed = models.ForeignKey(PrintedSheet, on_delete=models.PROTECT, related_name="returned")
    name = models.CharField(_("file"), max_length=255)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("sheet that came back")
        verbose_name_plural = _("sheets that came back")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["policy", "sha256"], name="returned_sheet_once"),
        ]

    def __str__(self) -> str:
        return self.name


class ProposedChange(models.Model):
    """One field that the file says otherwise than the sheet that went out.

    ``key`` tells which row of which ``kind`` of record; ``row`` is its key in the register, None
    for one that is not there. ``printed`` is what went out, ``held`` what the register said when
    the file came back, ``value`` what the file says. ``obstacle`` is a code of the glossary that
    tells why it cannot be taken over, "" where it can.
    """

    returned = models.ForeignKey(ReturnedSheet, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=30)
    key = models.JSONField(default=list)
    field = models.CharField(max_length=40)
    row = models.BigIntegerField(null=True)
    printed = models.JSONField(null=True)
    held = models.JSONField(null=True)
    value = models.JSONField(null=True)
    place = models.CharField(_("place in the file"), max_length=120)
    conflict = models.BooleanField(default=False)
    obstacle = models.CharField(max_length=40, blank=True)
    state = models.CharField(max_length=10, default=State.OPEN)
    reason = models.TextField(_("reason"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["position", "id"]
        verbose_name = _("proposed change of a sheet")
        verbose_name_plural = _("proposed changes of sheets")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="proposed_change_state_known",
                condition=models.Q(state__in=State.values),
                violation_error_message=_("This state is not known."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.field}"
