"""Policies as evaluation sheets describe them: fields, indicators, means, budgets, ratings.

Every row points at the record it was read from (``record``), or was entered by hand (null).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from renkei.apps.accounts.choices import Marking
from renkei.apps.evaluation import choices


class FromRecord(models.Model):
    """What was read from a document, or entered by hand (no record)."""

    record = models.ForeignKey(
        "documents.SourceRecord",
        verbose_name=_("record read"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="%(class)s_rows",
    )
    touched = models.BooleanField(_("entered or corrected by a person"), default=False)

    class Meta:
        abstract = True


class Policy(models.Model):
    """One policy (施策) as one evaluation document describes it.

    Sheets of other years are other rows: a name in common is weak evidence for sameness.
    """

    name = models.CharField(_("policy"), max_length=300)
    number = models.CharField(_("number"), max_length=40, blank=True)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), null=True, blank=True)
    document = models.OneToOneField(
        "documents.StoredDocument",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="policy",
    )
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="policies",
    )
    marking = models.PositiveSmallIntegerField(
        _("handling marking"), choices=Marking.choices, default=Marking.PUBLIC
    )
    locked = models.BooleanField(_("decided"), default=False, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["name", "id"]
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="policy_has_name",
                condition=~models.Q(name=""),
                violation_error_message=_("A policy needs a name."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class PolicyField(models.Model):
    """A field (個別分野) of a policy, numbered as on the sheet."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="fields")
    number = models.PositiveSmallIntegerField(_("number"))
    name = models.CharField(_("name"), max_length=300)

    class Meta:
        ordering: ClassVar = ["policy", "number"]
        verbose_name = _("field of a policy")
        verbose_name_plural = _("fields of a policy")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["policy", "number"],
                name="policy_field_number_once",
                violation_error_message=_("This policy already has a field of this number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class Indicator(FromRecord):
    """An indicator (測定指標) or, with ``reference``, a reference indicator (参考指標)."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="indicators")
    field = models.ForeignKey(
        PolicyField, null=True, blank=True, on_delete=models.PROTECT, related_name="indicators"
    )
    position = models.PositiveSmallIntegerField(default=0)
    number = models.CharField(_("number"), max_length=20)
    name = models.CharField(_("name"), max_length=500)
    primary = models.BooleanField(_("primary indicator"), default=False)
    measure = models.CharField(_("measure"), max_length=12, blank=True)
    mark = models.CharField(_("mark"), max_length=10, blank=True)
    reference = models.BooleanField(_("reference indicator"), default=False)
    mid_term_target_year = models.CharField(_("mid-term target year"), max_length=20, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["policy", "position", "id"]
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["policy", "number"],
                name="indicator_number_once",
                violation_error_message=_("This policy already has an indicator of this number."),
            ),
            models.CheckConstraint(
                name="indicator_measure_known",
                condition=models.Q(measure__in=["", *choices.MEASURES]),
                violation_error_message=_("This code is not known."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class IndicatorValue(FromRecord):
    """A target or actual of one indicator, component and year.

    Either ``value`` is there, or ``absence`` says why not; zero is a value.
    """

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="values")
    component = models.CharField(_("component"), max_length=200, blank=True)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=16)
    value = models.DecimalField(_("value"), max_digits=24, decimal_places=6, null=True, blank=True)
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    text = models.TextField(_("as printed"), blank=True)
    absence = models.CharField(_("why there is no value"), max_length=16, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["indicator", "component", "fiscal_year", "kind", "id"]
        verbose_name = _("value of an indicator")
        verbose_name_plural = _("values of indicators")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="indicator_value_kind_known",
                condition=models.Q(kind__in=choices.VALUE_KINDS),
                violation_error_message=_("This code is not known."),
            ),
            models.CheckConstraint(
                name="indicator_value_or_absence",
                condition=models.Q(value__isnull=False, absence="")
                | models.Q(value__isnull=True, absence__in=choices.ABSENCES),
                violation_error_message=_("Give a value, or say why there is none; not both."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.fiscal_year} {self.kind} {self.text}"


class QualitativeTarget(FromRecord):
    """A yearly target in words: ``items`` were aimed at, ``progress`` was made."""

    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="targets")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), null=True, blank=True)
    items = models.JSONField(_("target"), default=list)
    progress = models.JSONField(_("progress"), default=list)

    class Meta:
        ordering: ClassVar = ["indicator", "fiscal_year", "id"]
        verbose_name = _("qualitative target")
        verbose_name_plural = _("qualitative targets")

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.fiscal_year}"


class Means(FromRecord):
    """A means of achievement (達成手段); ``indicators`` are the numbers it serves."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="means")
    field = models.ForeignKey(
        PolicyField, null=True, blank=True, on_delete=models.PROTECT, related_name="means"
    )
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    name = models.CharField(_("name"), max_length=500)
    start_fiscal_year = models.PositiveSmallIntegerField(
        _("first fiscal year"), null=True, blank=True
    )
    indicators = models.JSONField(_("indicators served"), default=list)
    review_number = models.CharField(_("review number"), max_length=40, blank=True)

    class Meta:
        ordering: ClassVar = ["policy", "field", "number", "id"]
        verbose_name = _("means of achievement")
        verbose_name_plural = _("means of achievement")

    def __str__(self) -> str:
        return self.name


class MeansAmount(models.Model):
    """Budget and execution of one means in one fiscal year, in yen; null is not printed."""

    means = models.ForeignKey(Means, on_delete=models.CASCADE, related_name="amounts")
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"))
    budget_yen = models.BigIntegerField(_("budget in yen"), null=True, blank=True)
    executed_yen = models.BigIntegerField(_("executed in yen"), null=True, blank=True)
    printed_unit = models.CharField(_("printed unit"), max_length=10, blank=True)

    class Meta:
        ordering: ClassVar = ["means", "fiscal_year", "id"]
        verbose_name = _("amount of a means")
        verbose_name_plural = _("amounts of means")

    def __str__(self) -> str:
        return f"{self.means_id} {self.fiscal_year}"


class MeansReference(FromRecord):
    """A means cited in the analysis of an indicator; ``means`` is the one it names, if found."""

    indicator = models.ForeignKey(
        Indicator, on_delete=models.CASCADE, related_name="means_references"
    )
    means = models.ForeignKey(
        Means, null=True, blank=True, on_delete=models.SET_NULL, related_name="references"
    )
    means_name = models.CharField(_("means as cited"), max_length=500)
    means_number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    fiscal_years = models.JSONField(_("fiscal years"), default=list)

    class Meta:
        ordering: ClassVar = ["indicator", "id"]
        verbose_name = _("means cited")
        verbose_name_plural = _("means cited")

    def __str__(self) -> str:
        return self.means_name


class BudgetLine(FromRecord):
    """A line of a budget table; ``amount_yen`` is null where the sheet prints no amount."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="budget_lines")
    table = models.CharField(_("table"), max_length=200, blank=True)
    account = models.CharField(_("account"), max_length=100, blank=True)
    organisation_name = models.CharField(_("organisation"), max_length=200, blank=True)
    item = models.CharField(_("item"), max_length=300, blank=True)
    label = models.CharField(_("label"), max_length=200, blank=True)
    fiscal_year = models.PositiveSmallIntegerField(_("fiscal year"), null=True, blank=True)
    amount_yen = models.BigIntegerField(_("amount in yen"), null=True, blank=True)
    printed = models.CharField(_("as printed"), max_length=100, blank=True)
    printed_unit = models.CharField(_("printed unit"), max_length=10, blank=True)
    outside_total = models.BooleanField(_("outside the total"), default=False)
    absence = models.CharField(_("why there is no amount"), max_length=16, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["policy", "position", "id"]
        verbose_name = _("budget line")
        verbose_name_plural = _("budget lines")

    def __str__(self) -> str:
        return f"{self.item} {self.label} {self.printed}"


class SheetField(FromRecord):
    """A header field of the sheet (施策名, 担当部局名, ...)."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="sheet_fields")
    key = models.CharField(_("field"), max_length=200)
    value = models.TextField(_("value"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["policy", "position", "id"]
        verbose_name = _("sheet field")
        verbose_name_plural = _("sheet fields")

    def __str__(self) -> str:
        return f"{self.key}: {self.value[:40]}"


class Rating(FromRecord):
    """The rating of a policy on a scale common to the ministries, with its reason."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="ratings")
    scheme = models.CharField(_("scheme"), max_length=120, blank=True)
    scale_value = models.PositiveSmallIntegerField(_("step of the scale"), null=True, blank=True)
    letter = models.CharField(_("letter"), max_length=10, blank=True)
    label = models.CharField(_("label"), max_length=200, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    subject = models.CharField(_("what is rated"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    history = HistoricalRecords(history_change_reason_field=models.TextField(null=True))

    class Meta:
        ordering: ClassVar = ["policy", "id"]
        verbose_name = _("rating")
        verbose_name_plural = _("ratings")

    def __str__(self) -> str:
        return f"{self.scheme} {self.label or self.scale_value}"


class Opinion(FromRecord):
    """One remark of the outside experts."""

    policy = models.ForeignKey(Policy, on_delete=models.CASCADE, related_name="opinions")
    text = models.TextField(_("remark"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["policy", "position", "id"]
        verbose_name = _("remark of an outside expert")
        verbose_name_plural = _("remarks of outside experts")

    def __str__(self) -> str:
        return self.text[:60]
