"""Documents as they were received, what was read from them, and what was left over."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.choices import Marking
from renkei.apps.documents.proposal_models import ReadingProposal
from renkei.apps.documents.review_models import Review, Verdict
from renkei.apps.search.fields import SearchField

__all__ = [
    "Leftover", "Reading", "ReadingProposal", "Review", "SourceRecord", "StoredDocument", "Verdict",
]  # fmt: skip


class StoredDocument(models.Model):
    """One original. Its bytes lie under RENKEI_HOME/files by hash; ``text`` is the decoded text.

    All offsets of records count characters of ``text``. ``search_text`` is derived from it
    (see renkei.apps.search) and never shown.
    """

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    name = models.CharField(_("file name"), max_length=255)
    media_type = models.CharField(_("media type"), max_length=100)
    encoding = models.CharField(_("encoding"), max_length=40, blank=True)
    size = models.BigIntegerField(_("size in bytes"))
    text = models.TextField(_("text"))
    places = models.JSONField(default=list, blank=True)
    search_text = SearchField(editable=False)
    title = models.CharField(_("title"), max_length=500, blank=True)
    form = models.CharField(_("form"), max_length=60, blank=True)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="documents",
    )
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.PUBLIC
    )
    ingested_at = models.DateTimeField(_("ingested"), auto_now_add=True)
    ingested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("ingested by"),
        on_delete=models.PROTECT,
        related_name="documents",
    )

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="document_marking_known",
                condition=models.Q(marking__in=Marking.values),
                violation_error_message=_("This handling marking is not known."),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.name


class Reading(models.Model):
    """One run of the reading software over a document; ``counts`` are records by type."""

    document = models.ForeignKey(StoredDocument, on_delete=models.CASCADE, related_name="readings")
    software_version = models.CharField(_("software version"), max_length=80)
    digest = models.CharField(_("digest of what was read"), max_length=64)
    at = models.DateTimeField(_("time"), auto_now_add=True)
    counts = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("reading")
        verbose_name_plural = _("readings")

    def __str__(self) -> str:
        return f"{self.document} ({self.software_version})"


class SourceRecord(models.Model):
    """What the machine read at one place of one document. Nobody edits it; corrections live on
    the register rows that point here.

    ``record_id`` is the id of the interchange format; ``payload`` the whole record; ``start`` and
    ``end`` count characters of the document's text, end exclusive; ``reading`` is the latest
    reading that found it. ``before`` is what the reading before said of it, known only while a
    reading that changes it is stored.
    """

    before: dict[str, Any] | None = None

    document = models.ForeignKey(StoredDocument, on_delete=models.CASCADE, related_name="records")
    reading = models.ForeignKey(Reading, on_delete=models.PROTECT, related_name="records")
    record_id = models.CharField(max_length=120)
    type = models.CharField(_("type"), max_length=40)
    rule = models.CharField(_("rule"), max_length=80)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    line = models.PositiveIntegerField(_("line"))
    text = models.TextField(_("printed words"))
    payload = models.JSONField()
    notes = models.JSONField(default=list)
    page = models.PositiveIntegerField(_("page"), null=True)
    box = models.JSONField(null=True)
    sheet = models.CharField(_("sheet"), max_length=120, null=True)  # noqa: DJ001 - null: no workbook
    cell = models.CharField(_("cell"), max_length=20, null=True)  # noqa: DJ001 - null: no workbook

    class Meta:
        ordering: ClassVar = ["document", "start", "id"]
        verbose_name = _("record read")
        verbose_name_plural = _("records read")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["document", "record_id"],
                name="source_record_once",
                violation_error_message=_("This record of the document is already there."),
            ),
            models.CheckConstraint(
                name="source_record_span",
                condition=models.Q(end__gte=models.F("start")),
                violation_error_message=_("A passage cannot end before it starts."),
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["document", "start"], name="source_record_place"),
            models.Index(fields=["document", "type"], name="source_record_type"),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.record_id}"


class Leftover(models.Model):
    """Text that looked like a record and was not understood; never dropped in silence."""

    document = models.ForeignKey(StoredDocument, on_delete=models.CASCADE, related_name="leftovers")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    line = models.PositiveIntegerField(_("line"))
    text = models.TextField(_("printed words"))
    reason = models.CharField(_("reason"), max_length=200)
    record = models.ForeignKey(
        SourceRecord,
        verbose_name=_("record read"),
        null=True,
        on_delete=models.CASCADE,
        related_name="leftovers",
        help_text=_("Set where a record was read but the register could not take it."),
    )

    class Meta:
        ordering: ClassVar = ["document", "start", "id"]
        verbose_name = _("leftover")
        verbose_name_plural = _("leftovers")
        indexes: ClassVar = [
            models.Index(fields=["document", "start"], name="leftover_place"),
        ]

    def __str__(self) -> str:
        return f"{self.document_id}:{self.line} {self.reason}"
