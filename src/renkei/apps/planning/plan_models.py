"""The medium-term exchange plan (article 10): its years, projects, and what goes into each year."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.planning.paper_models import Paper


class MediumPlan(models.Model):
    """The content of one paper: a plan for the same years as the build-up programme it names."""

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, related_name="plan")
    programme = models.CharField(_("build-up programme"), max_length=200)
    start_year = models.PositiveSmallIntegerField(_("first fiscal year"))
    end_year = models.PositiveSmallIntegerField(_("last fiscal year"))
    structure = models.TextField(_("structure for planning and carrying out"), blank=True)
    direction = models.TextField(_("direction of budgets"), blank=True)

    class Meta:
        ordering: ClassVar = ["-start_year", "-id"]
        verbose_name = _("medium-term plan")
        verbose_name_plural = _("medium-term plans")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plan_years_in_order",
                condition=models.Q(end_year__gte=models.F("start_year")),
                violation_error_message=_("A plan cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.start_year}-{self.end_year}"

    @property
    def years(self) -> range:
        """The fiscal years of the plan."""
        return range(self.start_year, self.end_year + 1)


class YearDirection(models.Model):
    """What the budget of one year of a plan is to be, as a frame."""

    plan = models.ForeignKey(MediumPlan, on_delete=models.CASCADE, related_name="directions")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    yen = models.PositiveBigIntegerField(_("frame in yen"))

    class Meta:
        ordering: ClassVar = ["plan", "fiscal_year"]
        verbose_name = _("frame of a year")
        verbose_name_plural = _("frames of years")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "fiscal_year"], name="direction_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year}: {self.yen}"


class Project(models.Model):
    """A main project of a plan; ``partners`` are codes of the register."""

    plan = models.ForeignKey(MediumPlan, on_delete=models.CASCADE, related_name="projects")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(_("title"), max_length=300)
    partners = models.JSONField(_("partners"), default=list)
    means = models.CharField(_("means"), max_length=30)
    purpose = models.CharField(_("purpose"), max_length=30)
    start_year = models.PositiveSmallIntegerField(_("first fiscal year"))
    end_year = models.PositiveSmallIntegerField(_("last fiscal year"))
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("lead organisation"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    budget_item = models.CharField(_("budget item"), max_length=120, blank=True)
    grounds = models.TextField(_("grounds"), blank=True)

    class Meta:
        ordering: ClassVar = ["plan", "position", "id"]
        verbose_name = _("project of a plan")
        verbose_name_plural = _("projects of plans")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="project_years_in_order",
                condition=models.Q(end_year__gte=models.F("start_year")),
                violation_error_message=_("A project cannot end before it begins."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class ProjectYear(models.Model):
    """One year of a project: how often, at what cost, and whether the year asks for it.

    ``deferred`` says that the request of the year leaves it out, with the reason.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="project_years")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    times = models.PositiveSmallIntegerField(_("number of activities"), default=0)
    yen = models.PositiveBigIntegerField(_("cost in yen"), null=True, blank=True)
    deferred = models.BooleanField(_("left out of the request"), default=False)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering: ClassVar = ["project", "fiscal_year"]
        verbose_name = _("year of a project")
        verbose_name_plural = _("years of projects")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "fiscal_year"], name="project_year_once"),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year}: {self.yen}"
