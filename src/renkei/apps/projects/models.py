"""Projects, their amounts and goals, each from a line of a published file; and links to means.

A file holds for one review year. A newer file of the same year ends the older one, whose rows stay.
"""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class DataFile(models.Model):
    """One file taken in. Its original lies under its hash, as those of documents do."""

    name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    layout = models.CharField(_("layout"), max_length=8)
    review_year = models.PositiveSmallIntegerField(_("review year"))
    drifts = models.JSONField(_("departures from the layout"), default=list)
    faults = models.JSONField(_("lines left out"), default=list)
    rows = models.PositiveIntegerField(_("rows"), default=0)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)
    ended_at = models.DateTimeField(_("replaced"), null=True, editable=False)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("file of review data")
        verbose_name_plural = _("files of review data")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["layout", "review_year"],
                condition=models.Q(ended_at=None),
                name="data_file_holds_once",
                violation_error_message=_("Another file of this review year holds."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Project(models.Model):
    """A project by its number in the review data (予算事業ID), the same in every year."""

    number = models.CharField(_("project number"), max_length=20, unique=True)
    name = models.CharField(_("project"), max_length=500)
    ministry = models.CharField(_("ministry"), max_length=100, blank=True)

    class Meta:
        ordering: ClassVar = ["number"]
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    def __str__(self) -> str:
        return self.name


class FromLine(models.Model):
    """What a file tells of a project, with the line it stands on."""

    file = models.ForeignKey(DataFile, on_delete=models.CASCADE, related_name="%(class)ss")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="%(class)ss")
    line = models.PositiveIntegerField(_("line"))

    class Meta:
        abstract = True


class ProjectAmount(FromLine):
    """Yen of one budget year; null: the file tells none. Meanings as in core.review_sheets."""

    budget_year = models.PositiveSmallIntegerField(_("budget year"))
    initial = models.BigIntegerField(_("initial budget"), null=True)
    supplementary = models.BigIntegerField(_("supplementary budget"), null=True)
    carried_in = models.BigIntegerField(_("carried over from the year before"), null=True)
    reserve = models.BigIntegerField(_("reserve"), null=True)
    total = models.BigIntegerField(_("appropriation"), null=True)
    executed = models.BigIntegerField(_("executed"), null=True)
    carried_out = models.BigIntegerField(_("carried over to the year after"), null=True)
    requested = models.BigIntegerField(_("requested for the year after"), null=True)

    class Meta:
        ordering: ClassVar = ["project", "budget_year", "-file__review_year"]
        verbose_name = _("amounts of a project")
        verbose_name_plural = _("amounts of projects")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["file", "project", "budget_year"],
                name="project_amount_once",
                violation_error_message=_("The file tells this budget year already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.budget_year}"


class ProjectGoal(FromLine):
    """An activity, output or outcome with its series by year, as texts of the file."""

    number = models.CharField(_("number"), max_length=40, blank=True)
    level = models.CharField(_("level"), max_length=40, blank=True)
    goal = models.TextField(_("goal"), blank=True)
    indicator = models.TextField(_("indicator"), blank=True)
    unit = models.CharField(_("unit"), max_length=100, blank=True)
    direction = models.CharField(_("direction of improvement"), max_length=20, blank=True)
    texts = models.JSONField(default=dict)
    series = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["project", "line"]
        verbose_name = _("goal of a project")
        verbose_name_plural = _("goals of projects")

    def __str__(self) -> str:
        return self.indicator or self.goal


class ProjectLink(models.Model):
    """A person says that a means of achievement is this project. Stands until ``ended_at``."""

    means = models.ForeignKey(
        "evaluation.Means", on_delete=models.CASCADE, related_name="project_links"
    )
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="links")
    reason = models.TextField(_("reason"))
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
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("link of a means to a project")
        verbose_name_plural = _("links of means to projects")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["means", "project"],
                condition=models.Q(ended_at=None),
                name="project_link_once",
                violation_error_message=_("This means is linked to the project already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.means_id} → {self.project_id}"
