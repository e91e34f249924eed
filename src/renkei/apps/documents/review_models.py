"""Who checked which record, when, and what they found."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Verdict(models.TextChoices):
    """What a person found. Their terms are in vocabulary/glossary.yml."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"


class Review(models.Model):
    """One verdict of one person on one record, as it was read at that time.

    A review stands until it is replaced, taken back, or the record is read differently; then
    ``ended_at`` is set, and ``ended_by`` names the person ("" when a new reading ended it).
    ``batch`` is set where many records were accepted in one step without looking at each.
    """

    record = models.ForeignKey(
        "documents.SourceRecord",
        verbose_name=_("record read"),
        on_delete=models.CASCADE,
        related_name="reviews",
    )
    verdict = models.CharField(_("verdict"), max_length=20, choices=Verdict.choices)
    reason = models.TextField(_("reason"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="reviews",
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    batch = models.UUIDField(null=True, editable=False, db_index=True)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    ended_by = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["record"],
                condition=models.Q(ended_at__isnull=True),
                name="review_one_stands",
                violation_error_message=_("Somebody has checked this record already."),
            ),
            models.CheckConstraint(
                name="review_verdict_known",
                condition=models.Q(verdict__in=Verdict.values),
                violation_error_message=_("This verdict is not known."),
            ),
            models.CheckConstraint(
                name="review_rejected_with_reason",
                condition=~models.Q(verdict=Verdict.REJECTED) | ~models.Q(reason=""),
                violation_error_message=_("A rejection needs a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.verdict} {self.actor_id}"
