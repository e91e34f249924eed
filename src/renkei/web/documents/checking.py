"""The page on which records are checked: which one is next, what it says, how far one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents import review_selectors as reviews
from renkei.apps.documents.models import SourceRecord, StoredDocument, Verdict
from renkei.apps.documents.review_selectors import UNCHECKED, Progress, QueueFilter
from renkei.core import vocabulary
from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document
from renkei.web.dates import printed_date
from renkei.web.documents.passages import Passage, TextLine, around, text_lines
from renkei.web.documents.report_facts import CODED, DATES, names_of_report_fields
from renkei.web.fields import in_words, names_of_fields
from renkei.web.labels import label, language

LINES_AROUND = 12
CHARACTERS_AROUND = 3000
SAMPLE_SIZE = 20
LARGEST_SAMPLE = 500
_SHOWN_ELSEWHERE = {"type", "id", "rule", "notes", "evidence"}
_PARTNERS = {"partner", "partners", "co_operating", "code"}


class QueueForm(forms.Form):
    """Which records to check; the names are those of QueueFilter, and so of the address."""

    type = forms.ChoiceField(label=gettext_lazy("Kind of record"), required=False)
    rule = forms.ChoiceField(label=gettext_lazy("Rule"), required=False)
    verdict = forms.ChoiceField(label=gettext_lazy("Verdict"), required=False)
    noted = forms.BooleanField(
        label=gettext_lazy("Only where something was inferred"), required=False
    )
    sample = forms.IntegerField(
        required=False, min_value=1, max_value=LARGEST_SAMPLE, widget=forms.HiddenInput
    )
    by = forms.ChoiceField(
        required=False,
        choices=[(name, name) for name in reviews.GROUPS],
        widget=forms.HiddenInput,
    )

    def __init__(self, query: QueryDict, progress: Sequence[Progress]) -> None:
        asked = query.copy()
        asked.setdefault("verdict", UNCHECKED)
        super().__init__(asked, auto_id="check-%s")
        types = sorted({row.type for row in progress})
        rules = sorted({row.rule for row in progress})
        verdicts = [UNCHECKED, *Verdict.values]
        self._offer("type", [(code, label(code, "record_type")) for code in types])
        self._offer("rule", [(rule, rule) for rule in rules])
        self._offer("verdict", [(code, label(code, "verdict")) for code in verdicts])
        self.full_clean()

    def asked(self) -> QueueFilter:
        """What is asked for; a filter that is not understood is left out."""
        return QueueFilter(
            **{name: self.cleaned_data.get(name) or "" for name in ("type", "rule", "verdict")},
            noted=bool(self.cleaned_data.get("noted")),
        )

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Any")), *choices]


@dataclass(frozen=True, slots=True)
class Queue:
    """Keys of records in order of the text, each after its offset."""

    places: tuple[tuple[int, int], ...]

    def before(self, record: SourceRecord) -> int | None:
        """The nearest one before ``record``, which need not be in the queue itself."""
        index = bisect_left(self.places, (record.start, record.pk)) - 1
        return self.places[index][1] if index >= 0 else None

    def after(self, record: SourceRecord) -> int | None:
        """The nearest one after ``record``."""
        index = bisect_right(self.places, (record.start, record.pk))
        return self.places[index][1] if index < len(self.places) else None

    def number(self, record: SourceRecord) -> int | None:
        """Place of ``record``, counted from 1; None when the filters leave it out."""
        place = (record.start, record.pk)
        return self.places.index(place) + 1 if place in self.places else None


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of a record as it was read; ``coded`` where it has no other name than its code."""

    name: str
    value: str
    coded: bool


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all rules of a document."""

    total: int
    checked: int
    in_bulk: int

    @property
    def percent(self) -> int:
        """Whole per cent checked, rounded down: 100 only when all are."""
        return 100 * self.checked // self.total if self.total else 0


def queue(viewer: Viewer, document: StoredDocument, form: QueueForm) -> Queue:
    """The records that the filters leave, those of the sample only if one is asked for."""
    rows = reviews.queue(viewer, document, form.asked()).values_list("start", "pk")
    places = tuple(rows)
    size = form.cleaned_data.get("sample")
    if size:
        group = form.cleaned_data.get("by") or reviews.GROUPS[0]
        samples = reviews.samples(viewer, document, group, size)
        drawn = {pk for sample in samples for pk in sample.records}
        places = tuple(place for place in places if place[1] in drawn)
    return Queue(places)


def totals(progress: Sequence[Progress]) -> Totals:
    """How far the whole document is."""
    return Totals(
        sum(row.total for row in progress),
        sum(row.checked for row in progress),
        sum(row.in_bulk for row in progress),
    )


def facts(record: SourceRecord) -> list[Fact]:
    """What was read, field by field; empty fields are left out."""
    names = names_of_read_fields()
    return [
        Fact(names.get(field, field), words_of_field(field, value), field not in names)
        for field, value in record.payload.items()
        if field not in _SHOWN_ELSEWHERE and value not in (None, "", [], {})
    ]


def lines(document: StoredDocument, record: SourceRecord) -> list[TextLine]:
    """The printed words marked in the lines around them."""
    text = Document(DocumentRef(document.name, document.sha256), document.text)
    span = Span(record.start, record.end)
    window = around(text, span, LINES_AROUND, CHARACTERS_AROUND)
    return text_lines(text, window, [Passage(span, record.pk, "evidence")])


def percent(share: float) -> str:
    """0.0612 as "6.1 %"."""
    return f"{100 * share:.1f} %"


def words_of_field(field: str, value: Any) -> str:
    """The value of a field of a record as people read it; "" for none."""
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return "、".join(words_of_field(field, part) for part in value)
    if isinstance(value, dict):
        names = names_of_read_fields()
        told = [
            f"{names.get(name, name)} {words_of_field(name, part)}"
            for name, part in value.items()
            if part not in (None, "", [], {})
        ]
        return "、".join(told)
    if field in _PARTNERS:
        partner = vocabulary.load().partners.get(str(value))
        if partner is not None:
            return partner.ja if language() == "ja" else partner.en
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field == "kind":
        term = label(str(value), "kind")
        return term if term != value else label(str(value), "value_kind")
    if field in CODED:
        return label(str(value), CODED[field])
    return printed_date(str(value)) if field in DATES else in_words(field, value)


def names_of_read_fields() -> dict[str, str]:
    """Every field of a record that is read, with its name."""
    return (
        names_of_fields()
        | names_of_report_fields()
        | {
            "number": _("Number"),
            "name": _("Name"),
            "value": _("Value"),
            "unit": _("Unit"),
            "text": _("Printed words"),
            "partner": _("Partner"),
            "count": _("Number of people"),
            "reason": _("Reason"),
            "amount_yen": _("Amount (yen)"),
            "key": _("Heading"),
            "field_no": _("Field"),
            "indicator": _("Indicator"),
            "primary": _("Primary"),
            "mark": _("Mark"),
            "announced_field_no": _("Field in the heading"),
            "address": _("Address"),
            "listed_under": _("Listed under"),
            "items": _("Items"),
            "progress": _("Progress"),
            "item_parts": _("Items in parts"),
            "progress_parts": _("Progress in parts"),
        }
    )
