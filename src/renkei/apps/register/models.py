"""Partners, activities with their sources, and student exchange."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from renkei.apps.accounts.choices import Marking
from renkei.apps.register import choices
from renkei.apps.register.link_models import Conflict as Conflict
from renkei.apps.register.link_models import ConflictDecision as ConflictDecision
from renkei.apps.register.link_models import RecordLink as RecordLink
from renkei.apps.search.fields import SearchField


def known(field: str, codes: tuple[str, ...], name: str) -> models.CheckConstraint:
    """A constraint that ``field`` is empty or one of ``codes``."""
    return models.CheckConstraint(
        name=name,
        condition=models.Q(**{f"{field}__in": ["", *codes]}),
        violation_error_message=_("This code is not known."),
    )


UNDATED = date.min


class Partner(models.Model):
    """A country (ISO 3166-1 alpha-3), an organisation (NATO, ASEAN) or a region."""

    code = models.CharField(_("code"), max_length=20, primary_key=True)
    kind = models.CharField(_("kind"), max_length=12, default="country")
    iso_numeric = models.CharField(_("ISO numeric code"), max_length=3, blank=True)
    name_ja = models.CharField(_("name in Japanese"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120)
    region = models.CharField(_("region"), max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["code"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints: ClassVar = [known("kind", choices.PARTNER_KINDS, "partner_kind_known")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        english = (translation.get_language() or "ja").startswith("en")
        return self.name_en if english else self.name_ja


ORDERS = {
    "date": "sort_day",
    "title": "title",
    "partner": "partner_codes",
    "means": "category",
    "kind": "kind",
    "level": "level",
    "mode": "mode",
    "status": "status",
    "year": "sort_year",
    "changed": "updated_at",
}
"""What activities can be ordered by, and the column for it."""
FILTERED = [
    "id", "marking", "kind", "category", "level", "mode", "status", "sort_year", "organisation",
    "sort_day", "end_day", "withdrawn",
]  # fmt: skip


class Activity(models.Model):
    """One dated occurrence of co-operation with a partner.

    ``start`` and ``end`` are as precise as printed ("2021", "2021-04", "2021-04-01");
    ``start_day`` and ``end_day`` are the first and last day they can mean; ``sort_day`` and
    ``sort_year`` repeat start_day and fiscal_year without nulls, which databases sort differently.
    ``partner_codes`` repeats ``partners`` as "AUS;USA" so that history and sorting see it.
    ``version`` grows by one with every write and guards against two people correcting at once.
    ``touched`` is true once a person entered or corrected it: no reading changes it any more.
    ``withdrawn`` is true while a person's rejection of its only record stands; then nobody sees it.
    """

    title = models.CharField(_("title"), max_length=500)
    kind = models.CharField(_("kind"), max_length=30)
    category = models.CharField(_("means"), max_length=30, blank=True)
    partners = models.ManyToManyField(
        Partner, verbose_name=_("partners"), related_name="activities", blank=True
    )
    partner_codes = models.CharField(_("partners"), max_length=500, blank=True)
    framework = models.CharField(_("framework"), max_length=200, blank=True)
    start = models.CharField(_("start"), max_length=10, blank=True)
    end = models.CharField(_("end"), max_length=10, blank=True)
    start_day = models.DateField(null=True, blank=True, editable=False)
    end_day = models.DateField(null=True, blank=True, editable=False)
    sort_day = models.DateField(default=UNDATED, editable=False)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), null=True, blank=True)
    sort_year = models.PositiveSmallIntegerField(default=0, editable=False)
    mode = models.CharField(_("mode"), max_length=20, blank=True)
    level = models.CharField(_("level"), max_length=40, blank=True)
    counterpart = models.CharField(_("counterpart"), max_length=500, blank=True)
    direction = models.CharField(_("direction"), max_length=10, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    ordinal = models.PositiveIntegerField(_("ordinal"), null=True, blank=True)
    agreement = models.CharField(_("agreement"), max_length=40, blank=True)
    status = models.CharField(_("status"), max_length=12, default="held")
    section = models.CharField(_("section"), max_length=200, blank=True)
    listed_under = models.CharField(_("listed under"), max_length=200, blank=True)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="activities",
    )
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.PUBLIC
    )
    origin = models.CharField(_("origin"), max_length=10, default="read")
    touched = models.BooleanField(_("entered or corrected by a person"), default=False)
    withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)
    search_text = SearchField(editable=False, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    updated_at = models.DateTimeField(_("changed"), auto_now=True)

    history = HistoricalRecords(
        history_change_reason_field=models.TextField(null=True),
        excluded_fields=["search_text", "sort_day", "sort_year", "created_at", "updated_at"],
    )

    class Meta:
        ordering: ClassVar = ["-start_day", "-id"]
        verbose_name = _("activity")
        verbose_name_plural = _("activities")
        constraints: ClassVar = [
            known("kind", choices.KINDS, "activity_kind_known"),
            known("category", choices.CATEGORIES, "activity_category_known"),
            known("mode", choices.MODES, "activity_mode_known"),
            known("level", choices.LEVELS, "activity_level_known"),
            known("direction", choices.DIRECTIONS, "activity_direction_known"),
            known("status", choices.STATUSES, "activity_status_known"),
            known("origin", choices.ORIGINS, "activity_origin_known"),
            models.CheckConstraint(
                name="activity_marking_known",
                condition=models.Q(marking__in=Marking.values),
                violation_error_message=_("This handling marking is not known."),
            ),
            models.CheckConstraint(
                name="activity_ends_after_start",
                condition=models.Q(end_day__isnull=True)
                | models.Q(start_day__isnull=True)
                | models.Q(end_day__gte=models.F("start_day")),
                violation_error_message=_("An activity cannot end before it starts."),
            ),
            models.CheckConstraint(
                name="activity_has_title",
                condition=~models.Q(title=""),
                violation_error_message=_("An activity needs a title."),
            ),
        ]
        # One index per order of the list, with the marking so that pages of an unfiltered list
        # read nothing else; and all filters side by side, so that counting any combination of
        # them reads a tenth of the table (see listing.py, benchmarks/list_page.py).
        indexes: ClassVar = [
            *(
                models.Index(
                    fields=[field, "id", "marking", "withdrawn"], name=f"activity_by_{name}"
                )
                for name, field in ORDERS.items()
            ),
            models.Index(fields=FILTERED, name="activity_filters"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.start})" if self.start else self.title


class ActivitySource(models.Model):
    """A record of a document that tells of the activity."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="sources")
    record = models.OneToOneField(
        "documents.SourceRecord", on_delete=models.PROTECT, related_name="activity_source"
    )

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("source of an activity")
        verbose_name_plural = _("sources of activities")

    def __str__(self) -> str:
        return f"{self.activity_id} <- {self.record_id}"


class StudentExchange(models.Model):
    """Students of one fiscal year and direction; ``partner`` is empty on the printed total."""

    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    direction = models.CharField(_("direction"), max_length=10)
    partner = models.ForeignKey(
        Partner,
        verbose_name=_("partner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="student_exchanges",
    )
    count = models.PositiveIntegerField(_("number of students"))
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.PUBLIC
    )
    record = models.OneToOneField(
        "documents.SourceRecord",
        null=True,
        on_delete=models.PROTECT,
        related_name="student_exchange",
    )
    withdrawn = models.BooleanField(_("withdrawn"), default=False, editable=False)

    class Meta:
        ordering: ClassVar = ["-fiscal_year", "direction", "partner"]
        verbose_name = _("student exchange")
        verbose_name_plural = _("student exchange")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="student_exchange_direction_known",
                condition=models.Q(direction__in=choices.DIRECTIONS),
                violation_error_message=_("This code is not known."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fiscal_year} {self.direction} {self.partner_id or 'TOTAL'}: {self.count}"
