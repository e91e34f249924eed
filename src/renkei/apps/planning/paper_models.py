"""A paper that is drafted, reviewed, adopted and replaced; and the basic policy, which is one."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from renkei.apps.accounts.choices import Marking
from renkei.apps.planning.choices import PaperKind, PaperState


class Acted(models.Model):
    """Something a person did at a time."""

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(_("time"), auto_now_add=True)

    class Meta:
        abstract = True


class Paper(models.Model):
    """One version of a basic policy, of a policy or of a plan; ``previous`` is the one before it.

    ``effective_on`` is the first day it is in force, ``replaced_on`` the first day it is not;
    ``version`` grows with every write and guards against two people writing at once.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=PaperKind.choices)
    title = models.CharField(_("title"), max_length=300)
    state = models.CharField(_("state"), max_length=10, default=PaperState.DRAFT)
    previous = models.ForeignKey(
        "self",
        verbose_name=_("version before"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="following",
    )
    effective_on = models.DateField(_("in force from"), null=True, blank=True)
    replaced_on = models.DateField(_("replaced from"), null=True, blank=True)
    adopted_by = models.CharField(_("adopted by"), max_length=120, blank=True)
    reference = models.CharField(_("number of the document"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="papers",
    )
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.PUBLIC
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["kind", "title", "-effective_on", "-id"]
        verbose_name = _("paper")
        verbose_name_plural = _("papers")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="paper_state_known",
                condition=models.Q(state__in=PaperState.values),
                violation_error_message=_("This state is not known."),
            ),
            models.CheckConstraint(
                name="paper_has_title",
                condition=~models.Q(title=""),
                violation_error_message=_("A paper needs a title."),
            ),
            models.CheckConstraint(
                name="paper_in_force_has_day",
                condition=models.Q(state__in=("draft", "reviewed"))
                | models.Q(effective_on__isnull=False),
                violation_error_message=_("A paper in force needs its first day."),
            ),
            models.CheckConstraint(
                name="paper_replaced_after_start",
                condition=models.Q(replaced_on__isnull=True)
                | models.Q(replaced_on__gte=models.F("effective_on")),
                violation_error_message=_("A paper is replaced after it came into force."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_draft(self) -> bool:
        """Still being written."""
        return self.state == PaperState.DRAFT


class PaperStep(Acted):
    """A move of a paper from one state to another, or its beginning (``before`` is empty)."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="steps")
    before = models.CharField(max_length=10, blank=True)
    after = models.CharField(max_length=10)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("step of a paper")
        verbose_name_plural = _("steps of papers")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Article(models.Model):
    """An article or item of a basic policy; ``record`` is the provision it was read from."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="articles")
    position = models.PositiveSmallIntegerField()
    number = models.CharField(_("number"), max_length=60)
    title = models.CharField(_("title"), max_length=300, blank=True)
    text = models.TextField(_("text"), blank=True)
    role = models.CharField(max_length=20, default="article")
    record = models.ForeignKey(
        "documents.SourceRecord", null=True, on_delete=models.SET_NULL, related_name="articles"
    )

    class Meta:
        ordering: ClassVar = ["paper", "position", "id"]
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Amendment(models.Model):
    """The issue of a basic policy, or an amendment that went into it."""

    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, related_name="amendments")
    day = models.CharField(_("date"), max_length=10)
    reference = models.CharField(_("number of the document"), max_length=120, blank=True)
    role = models.CharField(max_length=10, default="amended")
    record = models.ForeignKey(
        "documents.SourceRecord", null=True, on_delete=models.SET_NULL, related_name="amendments"
    )

    class Meta:
        ordering: ClassVar = ["paper", "day", "id"]
        verbose_name = _("amendment")
        verbose_name_plural = _("amendments")

    def __str__(self) -> str:
        return f"{self.day} {self.reference}".strip()
