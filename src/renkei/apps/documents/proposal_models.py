"""What a better reading would change in rows that a person has touched."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

OPEN, TAKEN, KEPT = "open", "taken", "kept"
STATES = (OPEN, TAKEN, KEPT)


class ReadingProposal(models.Model):
    """One field of one record is read otherwise now than what a person let hold in the register.

    ``field`` is "" where the record is read no more at all. ``held`` is what the register held
    when the reading came, ``read`` what is read now; ``words_before`` and ``words`` are the printed
    words of both readings. Answered proposals stay, with who, when and why.
    """

    record = models.ForeignKey(
        "documents.SourceRecord",
        verbose_name=_("record read"),
        on_delete=models.CASCADE,
        related_name="proposals",
    )
    field = models.CharField(max_length=40, blank=True)
    held = models.JSONField(null=True)
    read = models.JSONField(null=True)
    words_before = models.TextField()
    words = models.TextField(blank=True)
    state = models.CharField(max_length=10, default=OPEN)
    made_at = models.DateTimeField(_("time"), auto_now_add=True)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("proposal of a reading")
        verbose_name_plural = _("proposals of readings")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["record", "field"],
                condition=models.Q(state=OPEN),
                name="reading_proposal_one_open",
            ),
            models.CheckConstraint(
                name="reading_proposal_state_known", condition=models.Q(state__in=STATES)
            ),
            models.CheckConstraint(
                name="reading_proposal_answered_by_somebody",
                condition=models.Q(state=OPEN)
                | (models.Q(by__isnull=False) & ~models.Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record_id} {self.field} {self.state}"
