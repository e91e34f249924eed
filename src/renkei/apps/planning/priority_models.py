"""Assessments of partners (article 4(1)(イ)) and what activities cost."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from renkei.apps.accounts.choices import Marking
from renkei.apps.planning.paper_models import Acted
from renkei.core.planning.priority import HIGHEST
from renkei.core.planning.weights import FACTORS


class Assessment(models.Model):
    """What was thought of a partner on a day; a later day is another assessment."""

    partner = models.ForeignKey(
        "register.Partner",
        verbose_name=_("partner"),
        on_delete=models.PROTECT,
        related_name="assessments",
    )
    day = models.DateField(_("as of"))
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.INTERNAL
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering: ClassVar = ["-day", "-id"]
        verbose_name = _("assessment")
        verbose_name_plural = _("assessments")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["partner", "day", "marking"],
                name="assessment_once_a_day",
                violation_error_message=_("There is an assessment of this day already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id} {self.day}"


class Degree(models.Model):
    """The degree of one factor, with its grounds, its author and when it was given."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="degrees")
    factor = models.CharField(_("factor"), max_length=20)
    value = models.PositiveSmallIntegerField(_("degree"))
    grounds = models.TextField(_("grounds"))
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["assessment", "id"]
        verbose_name = _("degree")
        verbose_name_plural = _("degrees")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment", "factor"], name="degree_once"),
            models.CheckConstraint(
                name="degree_factor_known", condition=models.Q(factor__in=FACTORS)
            ),
            models.CheckConstraint(name="degree_in_range", condition=models.Q(value__lte=HIGHEST)),
            models.CheckConstraint(name="degree_has_grounds", condition=~models.Q(grounds="")),
        ]

    def __str__(self) -> str:
        return f"{self.factor} {self.value}"


class ActivityCost(Acted):
    """What an activity of the register cost, and what the figure rests on."""

    activity = models.OneToOneField(
        "register.Activity", on_delete=models.CASCADE, related_name="cost"
    )
    yen = models.PositiveBigIntegerField(_("cost in yen"))
    basis = models.CharField(_("what the figure rests on"), max_length=300)
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.INTERNAL
    )

    class Meta:
        verbose_name = _("cost of an activity")
        verbose_name_plural = _("costs of activities")

    def __str__(self) -> str:
        return f"{self.activity_id}: {self.yen}"
