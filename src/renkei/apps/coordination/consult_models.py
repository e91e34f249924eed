"""Consultation of other organisations (合議, article 7(1))."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.core.coordination.consulting import Order


class Consultation(models.Model):
    """One round of asking: to whom, by when, at once or one after the other."""

    case = models.ForeignKey(
        "coordination.Case", on_delete=models.CASCADE, related_name="consultations"
    )
    order = models.CharField(_("order"), max_length=12, default=Order.PARALLEL.value)
    question = models.TextField(_("what is asked"), blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("consultation")
        verbose_name_plural = _("consultations")

    def __str__(self) -> str:
        return f"{self.case}: {self.order}"


class Request(models.Model):
    """One organisation that is asked. ``outcome`` is "" while it has not answered.

    ``delegate`` answers in its place; ``settlement`` says how an objection was settled.
    """

    consultation = models.ForeignKey(
        Consultation, on_delete=models.CASCADE, related_name="requests"
    )
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="requests",
    )
    position = models.PositiveSmallIntegerField(default=0)
    due = models.DateField(_("due"))
    outcome = models.CharField(max_length=20, blank=True)
    delegate = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("delegate"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="delegated_requests",
    )
    reminded_on = models.DateField(null=True, blank=True)
    settlement = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["consultation", "position", "id"]
        verbose_name = _("request for an answer")
        verbose_name_plural = _("requests for an answer")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["consultation", "organisation"],
                name="request_once",
                violation_error_message=_("This organisation is asked already."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["outcome", "due"], name="request_open"),
            models.Index(fields=["organisation", "outcome"], name="request_of"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.outcome or '?'}"

    @property
    def settled(self) -> bool:
        """Whether an objection was settled."""
        return bool(self.settlement)


class Answer(models.Model):
    """What was answered; the last one counts. ``actor`` is None where nobody answered in time."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="answers")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    outcome = models.CharField(max_length=20)
    text = models.TextField(_("remark or reason"), blank=True)
    counter = models.TextField(_("counter-proposal"), blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("answer")
        verbose_name_plural = _("answers")

    def __str__(self) -> str:
        return self.outcome
