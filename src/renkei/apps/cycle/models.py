"""What the year of a policy needs beside the sheet itself: its stage, who did what, and why."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from renkei.apps.cycle.choices import FULL, LOCKED, MONITORING, Stage, Standing, SuccessionKind


class Acted(models.Model):
    """Something a person did at a time."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        abstract = True


class PolicyYear(models.Model):
    """The work on one policy in one fiscal year; ``previous`` is the policy that it continues.

    ``revision`` counts how often it was opened again; ``evaluation_years`` are the years of the
    basic plan in which the policy is evaluated in full, in the others it is monitored.
    """

    policy = models.OneToOneField(
        "evaluation.Policy", on_delete=models.CASCADE, related_name="year"
    )
    previous = models.ForeignKey(
        "evaluation.Policy",
        verbose_name=_("continues"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="next_years",
    )
    basic_goal = models.CharField(_("basic goal"), max_length=300, blank=True)
    plan_start = models.PositiveSmallIntegerField(_("first year of the basic plan"), null=True)
    plan_end = models.PositiveSmallIntegerField(_("last year of the basic plan"), null=True)
    evaluation_years = models.JSONField(_("years of full evaluation"), default=list, blank=True)
    stage = models.CharField(_("stage"), max_length=20, default=Stage.PREPARE)
    scheme = models.CharField(_("rating scheme"), max_length=80, blank=True)
    reflection = models.TextField(_("reflection in the next year"), blank=True)
    revision = models.PositiveSmallIntegerField(default=1, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering: ClassVar = ["policy__name", "policy__fiscal_year", "id"]
        verbose_name = _("year of a policy")
        verbose_name_plural = _("years of policies")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="policy_year_stage_known",
                condition=models.Q(stage__in=Stage.values),
                violation_error_message=_("This stage is not known."),
            ),
            models.CheckConstraint(
                name="policy_year_plan_in_order",
                condition=models.Q(plan_end__isnull=True)
                | models.Q(plan_end__gte=models.F("plan_start")),
                violation_error_message=_("The basic plan ends before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.policy} {self.policy.fiscal_year}"

    @property
    def full(self) -> bool:
        """Evaluated in full this year, not only monitored."""
        return self.policy.fiscal_year in self.evaluation_years

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that this year goes through."""
        return FULL if self.full else MONITORING

    @property
    def locked(self) -> bool:
        """Decided: nothing of the sheet changes unless the year is opened again."""
        return self.stage in LOCKED


class Step(Acted):
    """A move from one stage to another; ``snapshot`` is the sheet as it was decided."""

    year = models.ForeignKey(PolicyYear, on_delete=models.CASCADE, related_name="steps")
    before = models.CharField(max_length=20)
    after = models.CharField(max_length=20)
    reason = models.TextField(_("reason"), blank=True)
    revision = models.PositiveSmallIntegerField()
    snapshot = models.JSONField(null=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("step of a year")
        verbose_name_plural = _("steps of years")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Deadline(models.Model):
    """Who owes a stage by when."""

    year = models.ForeignKey(PolicyYear, on_delete=models.CASCADE, related_name="deadlines")
    stage = models.CharField(_("stage"), max_length=20)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    due = models.DateField(_("due"))

    class Meta:
        ordering: ClassVar = ["due", "id"]
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["year", "stage"],
                name="deadline_once",
                violation_error_message=_("This stage already has a deadline."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.due}"

    @property
    def late(self) -> bool:
        """The day has passed where people are; who asks knows whether the stage is done."""
        return self.due < timezone.localdate()


class Succession(models.Model):
    """What became of an indicator: ``later`` is None for one that ended."""

    earlier = models.ForeignKey(
        "evaluation.Indicator", on_delete=models.CASCADE, related_name="successions"
    )
    later = models.ForeignKey(
        "evaluation.Indicator", null=True, on_delete=models.CASCADE, related_name="predecessions"
    )
    into = models.ForeignKey(
        "evaluation.Policy", on_delete=models.CASCADE, related_name="successions"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=SuccessionKind.choices)
    reason = models.TextField(_("reason"), blank=True)
    standing = models.CharField(max_length=20, default=Standing.PROPOSED)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now=True)

    class Meta:
        ordering: ClassVar = ["into", "earlier__position", "earlier_id", "id"]
        verbose_name = _("succession of an indicator")
        verbose_name_plural = _("successions of indicators")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["earlier", "later", "into"],
                name="succession_once",
                violation_error_message=_("This succession is there already."),
            ),
            models.CheckConstraint(
                name="succession_ended_has_no_later",
                condition=models.Q(kind="ended", later__isnull=True)
                | (~models.Q(kind="ended") & models.Q(later__isnull=False)),
                violation_error_message=_("An indicator that ended has no successor."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.earlier} → {self.later} ({self.kind})"


class TargetReason(Acted):
    """Why the target of a year has this level and this year."""

    indicator = models.ForeignKey(
        "evaluation.Indicator", on_delete=models.CASCADE, related_name="target_reasons"
    )
    fiscal_year = models.PositiveSmallIntegerField()
    reason = models.TextField(_("reason for level and year"))

    class Meta:
        verbose_name = _("reason of a target")
        verbose_name_plural = _("reasons of targets")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["indicator", "fiscal_year"], name="target_reason_once"),
        ]

    def __str__(self) -> str:
        return self.reason[:60]


class MarkReason(Acted):
    """Why the mark of an indicator departs from what its figures give."""

    indicator = models.OneToOneField(
        "evaluation.Indicator", on_delete=models.CASCADE, related_name="mark_reason"
    )
    mark = models.CharField(max_length=10)
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason of a mark")
        verbose_name_plural = _("reasons of marks")

    def __str__(self) -> str:
        return self.reason[:60]


class Figure(models.Model):
    """Where an entered value is from and, for a ratio, of what it is the ratio."""

    value = models.OneToOneField(
        "evaluation.IndicatorValue", on_delete=models.CASCADE, related_name="figure"
    )
    source = models.CharField(_("source"), max_length=300, blank=True)
    numerator = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    denominator = models.DecimalField(max_digits=24, decimal_places=6, null=True)

    class Meta:
        verbose_name = _("ground of a value")
        verbose_name_plural = _("grounds of values")

    def __str__(self) -> str:
        return self.source


class ProgressItem(Acted):
    """Progress told for one item of a target in words; ``item`` counts from 0."""

    target = models.ForeignKey(
        "evaluation.QualitativeTarget", on_delete=models.CASCADE, related_name="progress_items"
    )
    item = models.PositiveSmallIntegerField()
    text = models.TextField(_("progress"))

    class Meta:
        ordering: ClassVar = ["target", "item", "id"]
        verbose_name = _("item of progress")
        verbose_name_plural = _("items of progress")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["target", "item"], name="progress_item_once"),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Tick(Acted):
    """A point of the official checklist that a reviewer looked at."""

    year = models.ForeignKey(PolicyYear, on_delete=models.CASCADE, related_name="ticks")
    point = models.CharField(max_length=40)
    note = models.TextField(_("note"), blank=True)
    revision = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("point looked at")
        verbose_name_plural = _("points looked at")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "point", "revision"], name="tick_once"),
        ]

    def __str__(self) -> str:
        return self.point


class Answer(Acted):
    """What the ministry answers to a remark of the outside experts."""

    opinion = models.OneToOneField(
        "evaluation.Opinion", on_delete=models.CASCADE, related_name="answer"
    )
    text = models.TextField(_("answer"))

    class Meta:
        verbose_name = _("answer to a remark")
        verbose_name_plural = _("answers to remarks")

    def __str__(self) -> str:
        return self.text[:60]
