"""The question of an indicator, what it answered when it was decided, and cited activities."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class IndicatorQuestion(models.Model):
    """Which activities an indicator counts; ``text`` is a Question without its fiscal year."""

    indicator = models.OneToOneField(
        "evaluation.Indicator", on_delete=models.CASCADE, related_name="question"
    )
    text = models.TextField(_("question"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        verbose_name = _("question of an indicator")
        verbose_name_plural = _("questions of indicators")

    def __str__(self) -> str:
        return self.text


class KeptCount(models.Model):
    """The answer for one fiscal year as it stood when the policy was decided.

    ``keys`` are lists of ids of activities, one list for each event counted once; ``revision`` is
    that of the decision.
    """

    indicator = models.ForeignKey(
        "evaluation.Indicator", on_delete=models.CASCADE, related_name="kept_counts"
    )
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    question = models.TextField(_("question"))
    number = models.PositiveIntegerField(_("number"))
    keys = models.JSONField(default=list)
    revision = models.PositiveSmallIntegerField()
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["indicator", "fiscal_year", "-revision"]
        verbose_name = _("kept count")
        verbose_name_plural = _("kept counts")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["indicator", "fiscal_year", "revision"], name="kept_count_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year}: {self.number}"


class Citation(models.Model):
    """An activity that the progress of a year's target cites.

    ``item`` is the item of the target, counted from 0; none for the target as a whole. An activity
    stands under one item of a target.
    """

    target = models.ForeignKey(
        "evaluation.QualitativeTarget", on_delete=models.CASCADE, related_name="citations"
    )
    activity = models.ForeignKey(
        "register.Activity", on_delete=models.CASCADE, related_name="citations"
    )
    item = models.PositiveSmallIntegerField(null=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["target", "activity__start", "activity_id"]
        verbose_name = _("cited activity")
        verbose_name_plural = _("cited activities")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["target", "activity"],
                name="citation_once",
                violation_error_message=_("This activity is cited there already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.target_id}: {self.activity_id}"
