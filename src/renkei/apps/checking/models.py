"""What people did about findings. Nothing here changes an original: a corrected text is the
original with its standing edits, and every edit can be taken back.

A row stands until ``ended_at`` is set; ended rows stay as history.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Act(models.Model):
    """Something one person did about one document, for a reason, until it is taken back."""

    document = models.ForeignKey(
        "documents.StoredDocument",
        verbose_name=_("document"),
        on_delete=models.CASCADE,
        related_name="%(class)ss",
    )
    reason = models.TextField(_("reason"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    ended_at = models.DateTimeField(_("ended"), null=True, editable=False)
    ended_by = models.CharField(max_length=150, blank=True, editable=False)

    class Meta:
        abstract = True
        ordering: ClassVar = ["-at", "-id"]


class Edit(Act):
    """Characters ``start`` to ``end`` (exclusive) of the original should read ``text``.

    ``printed`` are these characters as printed. ``rule`` and ``fingerprint`` name the finding it
    answers.
    """

    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    printed = models.TextField(_("printed words"))
    text = models.TextField(_("corrected words"), blank=True)
    rule = models.CharField(_("rule"), max_length=80)
    fingerprint = models.CharField(max_length=32)

    class Meta(Act.Meta):
        verbose_name = _("correction of the text")
        verbose_name_plural = _("corrections of the text")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="edit_span",
                condition=models.Q(end__gte=models.F("start")),
                violation_error_message=_("A passage cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="edit_changes_something",
                condition=~models.Q(text=models.F("printed")),
                violation_error_message=_("The corrected words are those that are printed."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["document", "ended_at", "start"], name="edit_place"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.start} {self.printed} → {self.text}"


class DecisionKind(models.TextChoices):
    """What was decided about a finding. Their terms are in vocabulary/glossary.yml."""

    DISMISSED = "dismissed"
    TASK = "task"


class Decision(Act):
    """A finding dismissed, or given to somebody as a task.

    It holds for the same finding in the same words (``fingerprint``), also when the document is
    read anew. ``found`` are the words it was about, for the lists.
    """

    kind = models.CharField(_("decision"), max_length=20, choices=DecisionKind.choices)
    rule = models.CharField(_("rule"), max_length=80)
    fingerprint = models.CharField(max_length=32)
    found = models.TextField(_("printed words"), blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("given to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="check_tasks",
    )

    class Meta(Act.Meta):
        verbose_name = _("decision on a finding")
        verbose_name_plural = _("decisions on findings")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "fingerprint"],
                condition=models.Q(ended_at__isnull=True),
                name="decision_one_stands",
                violation_error_message=_("Somebody has decided on this finding already."),
            ),
            models.CheckConstraint(
                name="decision_kind_known",
                condition=models.Q(kind__in=DecisionKind.values),
                violation_error_message=_("This decision is not known."),
            ),
            models.CheckConstraint(
                name="decision_dismissed_with_reason",
                condition=~models.Q(kind=DecisionKind.DISMISSED) | ~models.Q(reason=""),
                violation_error_message=_("Dismissing a finding needs a reason."),
            ),
            models.CheckConstraint(
                name="decision_task_has_assignee",
                condition=~models.Q(kind=DecisionKind.TASK) | models.Q(assignee__isnull=False),
                violation_error_message=_("A task is given to somebody."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.rule} {self.document_id}"


class Clearance(Act):
    """The text as corrected was found fit to be decided and published.

    ``digest`` is that of the corrected text; a later edit makes the clearance void. ``signed`` are
    the open errors that somebody signed for, each with its words; then there is a reason.
    """

    digest = models.CharField(max_length=64)
    signed = models.JSONField(default=list, blank=True)

    class Meta(Act.Meta):
        verbose_name = _("clearance")
        verbose_name_plural = _("clearances")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document"],
                condition=models.Q(ended_at__isnull=True),
                name="clearance_one_stands",
                violation_error_message=_("The document has been cleared already."),
            ),
            models.CheckConstraint(
                name="clearance_signed_with_reason",
                condition=models.Q(signed=[]) | ~models.Q(reason=""),
                violation_error_message=_("Signing for open errors needs a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document_id} {self.digest[:12]}"
