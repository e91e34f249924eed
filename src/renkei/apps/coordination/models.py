"""A case (案件) and what was done about it."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from renkei.apps.accounts.choices import Marking
from renkei.apps.coordination.acted import Acted
from renkei.apps.coordination.choices import PURPOSES, STATES
from renkei.apps.coordination.consult_models import Answer as Answer
from renkei.apps.coordination.consult_models import Consultation as Consultation
from renkei.apps.coordination.consult_models import Request as Request
from renkei.apps.coordination.guard_models import Attachment as Attachment
from renkei.apps.coordination.guard_models import Release as Release
from renkei.apps.coordination.guard_models import SecurityDecision as SecurityDecision
from renkei.apps.coordination.guard_models import Telling as Telling
from renkei.apps.coordination.guard_models import View as View
from renkei.apps.coordination.result_models import Item as Item
from renkei.apps.coordination.result_models import Lesson as Lesson
from renkei.apps.coordination.result_models import Meeting as Meeting
from renkei.apps.coordination.result_models import Promise as Promise
from renkei.apps.coordination.result_models import Report as Report
from renkei.apps.register.choices import CATEGORIES, DIRECTIONS, KINDS
from renkei.apps.register.models import UNDATED, known
from renkei.apps.search.fields import SearchField
from renkei.core.coordination.states import ENDED, State

ORDERS = {
    "date": "sort_day",
    "title": "title",
    "partner": "partner_codes",
    "means": "category",
    "state": "state",
    "changed": "updated_at",
}
"""What cases can be ordered by, and the column for it."""
FILTERED = ["id", "marking", "kind", "category", "state", "organisation", "sort_day", "end_day"]


class Case(models.Model):
    """One activity that somebody plans.

    ``start`` and ``end`` are as precise as known; the days are the first and last they can mean.
    ``version`` grows with every change and every move, so that the second of two people learns
    that the first was there. ``previous`` is the case that this one repeats.
    """

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=30, blank=True)
    category = models.CharField(_("means"), max_length=30, blank=True)
    purpose = models.CharField(_("purpose"), max_length=40, blank=True)
    aim = models.TextField(_("what it is to achieve"), blank=True)
    partners = models.ManyToManyField(
        "register.Partner", verbose_name=_("partners"), related_name="cases", blank=True
    )
    partner_codes = models.CharField(_("partners"), max_length=300, blank=True)
    start = models.CharField(_("start"), max_length=10, blank=True)
    end = models.CharField(_("end"), max_length=10, blank=True)
    start_day = models.DateField(null=True, blank=True, editable=False)
    end_day = models.DateField(null=True, blank=True, editable=False)
    sort_day = models.DateField(default=UNDATED, editable=False)
    place = models.CharField(_("place"), max_length=200, blank=True)
    direction = models.CharField(_("direction"), max_length=10, blank=True)
    principal = models.CharField(_("principal"), max_length=120, blank=True)
    unit = models.CharField(_("unit"), max_length=120, blank=True)
    participants = models.PositiveIntegerField(_("participants"), null=True, blank=True)
    cost_yen = models.PositiveBigIntegerField(_("cost in yen"), null=True, blank=True)
    framework = models.CharField(_("framework"), max_length=200, blank=True)
    ordinal = models.PositiveIntegerField(_("ordinal"), null=True, blank=True)
    gap = models.CharField(_("gap it was proposed from"), max_length=120, blank=True)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("lead organisation"),
        on_delete=models.PROTECT,
        related_name="cases",
    )
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.INTERNAL
    )
    state = models.CharField(_("state"), max_length=20, default=State.PROPOSED.value)
    proposed_on = models.DateField(_("proposed on"))
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    previous = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="sequels"
    )
    activity = models.OneToOneField(
        "register.Activity", null=True, blank=True, on_delete=models.PROTECT, related_name="case"
    )
    search_text = SearchField(editable=False, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    history = HistoricalRecords(
        history_change_reason_field=models.TextField(null=True),
        excluded_fields=["search_text", "sort_day", "created_at", "updated_at"],
    )

    class Meta:
        ordering: ClassVar = ["-start_day", "-id"]
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        constraints: ClassVar = [
            known("kind", KINDS, "case_kind_known"),
            known("category", CATEGORIES, "case_category_known"),
            known("purpose", PURPOSES, "case_purpose_known"),
            known("direction", DIRECTIONS, "case_direction_known"),
            known("state", STATES, "case_state_known"),
            models.CheckConstraint(
                name="case_has_title",
                condition=~models.Q(title=""),
                violation_error_message=_("A case needs a title."),
            ),
            models.CheckConstraint(
                name="case_ends_after_start",
                condition=models.Q(end_day__isnull=True)
                | models.Q(start_day__isnull=True)
                | models.Q(end_day__gte=models.F("start_day")),
                violation_error_message=_("A case cannot end before it starts."),
            ),
        ]
        # one index per order, and all filters side by side, as the register has them
        indexes: ClassVar = [
            *(
                models.Index(fields=[field, "id", "marking"], name=f"case_by_{name}")
                for name, field in ORDERS.items()
            ),
            models.Index(fields=FILTERED, name="case_filters"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def ended(self) -> bool:
        """Closed or cancelled: nothing changes any more."""
        return self.state in ENDED

    @property
    def codes(self) -> list[str]:
        """Codes of the partners in the order given."""
        return [code for code in self.partner_codes.split(";") if code]

    @property
    def exact(self) -> bool:
        """Whether the days are known."""
        return len(self.start) == len("2026-04-01") and len(self.end) in (0, len("2026-04-01"))

    @property
    def event_day(self) -> date | None:
        """The first day that it can be held on."""
        return self.start_day


class Move(Acted):
    """From one state to another; the first has no state before."""

    before = models.CharField(max_length=20, blank=True)
    after = models.CharField(max_length=20)
    reason = models.TextField(_("reason"), blank=True)

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("move of a case")
        verbose_name_plural = _("moves of cases")

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Remark(Acted):
    """Words in the thread of a case."""

    text = models.TextField(_("remark"))

    class Meta:
        ordering: ClassVar = ["at", "id"]
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")

    def __str__(self) -> str:
        return self.text[:60]
