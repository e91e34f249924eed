"""How records of different documents were found to tell of one event, and what people decided."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

LINKED, PROPOSED, JOINED, APART = "linked", "proposed", "joined", "apart"
STATES = (LINKED, PROPOSED, JOINED, APART)
BY_PEOPLE = (JOINED, APART)


class RecordLink(models.Model):
    """Two records that are one event, may be, or are not.

    ``linked`` and ``proposed`` come from the rules and are made anew with every reading; ``joined``
    and ``apart`` are decisions with a reason, which go before the rules until they are taken back.
    ``matched`` and ``differed`` name fields. ``one`` stands before ``other`` in the order of
    documents' hashes, so that a pair has one row.
    """

    one = models.ForeignKey("documents.SourceRecord", on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey("documents.SourceRecord", on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=10)
    strength = models.CharField(max_length=10, blank=True)
    matched = models.JSONField(default=list)
    differed = models.JSONField(default=list)
    reason = models.TextField(_("reason"), blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("link of two records")
        verbose_name_plural = _("links of two records")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["one", "other"], name="record_link_once"),
            models.CheckConstraint(
                name="record_link_state_known", condition=models.Q(state__in=STATES)
            ),
            models.CheckConstraint(
                name="record_link_decided_by_somebody",
                condition=~models.Q(state__in=BY_PEOPLE)
                | (models.Q(by__isnull=False) & ~models.Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} {self.state} {self.other_id}"


class Conflict(models.Model):
    """The sources of an activity differ on ``field``; kept in step by ``conflicts.note``.

    It stands as long as they differ, also once somebody decided which value holds.
    """

    activity = models.ForeignKey(
        "register.Activity", on_delete=models.CASCADE, related_name="conflicts"
    )
    field = models.CharField(max_length=20)

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("conflict of sources")
        verbose_name_plural = _("conflicts of sources")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "field"], name="conflict_once"),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.field}"


class ConflictDecision(models.Model):
    """Which of the values that the sources of an activity tell holds, and why.

    Once no source tells the value the decision rests, until sources come together again; but
    where it was a new reading that changed the source it is ``pinned`` and holds.
    """

    activity = models.ForeignKey(
        "register.Activity", on_delete=models.CASCADE, related_name="decisions"
    )
    field = models.CharField(max_length=20)
    value = models.JSONField()
    pinned = models.BooleanField(default=False, editable=False)
    reason = models.TextField(_("reason"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now=True)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("decision on a conflict")
        verbose_name_plural = _("decisions on conflicts")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["activity", "field"], name="conflict_decided_once"),
            models.CheckConstraint(
                name="conflict_decided_with_reason", condition=~models.Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.activity_id} {self.field}"
