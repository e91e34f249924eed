"""What the page of findings shows: the list as filtered, and the one that is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.checking.findings import Checked
from renkei.apps.checking.models import Edit
from renkei.apps.checking.selectors import Judged
from renkei.apps.documents.models import StoredDocument
from renkei.core.checks import SEVERITIES
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document
from renkei.web.documents.passages import Passage, TextLine, around, text_lines
from renkei.web.labels import label, language

LINES_AROUND = 4
CHARACTERS_AROUND = 600
PLACES_SHOWN = 12
STATES = ("open", "task", "dismissed")


@dataclass(frozen=True, slots=True)
class Row:
    """A finding in the list."""

    key: str
    severity: str
    title: str
    words: str
    line: int | None
    count: int
    state: str


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """One place of a finding: its line, its words in the original and the lines around it."""

    number: int
    line: int
    words: str
    lines: list[TextLine]


class FindingFilter(forms.Form):
    """Which findings the list holds."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    severity = forms.ChoiceField(label=gettext_lazy("Weight"), required=False)
    family = forms.ChoiceField(label=gettext_lazy("Family"), required=False)

    def __init__(self, query: QueryDict, judged: Sequence[Judged]) -> None:
        asked = query.copy()
        asked.setdefault("state", "open")
        super().__init__(asked, auto_id="findings-%s")
        families = sorted({each.finding.rule.family for each in judged})
        self._offer("state", STATES, "finding_state")
        self._offer("severity", SEVERITIES, "severity")
        self._offer("family", families, "rule_family")
        self.full_clean()

    def _offer(self, name: str, codes: Sequence[str], group: str) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Any")), *((code, label(code, group)) for code in codes)]

    def wanted(self, each: Judged) -> bool:
        """Whether the list holds ``each``; a filter that is not understood is left out."""
        has = {
            "state": each.state,
            "severity": each.finding.severity,
            "family": each.finding.rule.family,
        }
        return all(self.cleaned_data.get(name) in (None, "", has[name]) for name in has)


def rows(judged: Sequence[Judged], found: Checked) -> list[Row]:
    """The list, in the order of ``judged``."""
    return [_row(each, found) for each in judged]


def counts(judged: Sequence[Judged]) -> list[dict[str, object]]:
    """How many findings of each weight are still open, gravest first."""
    number = Counter(each.finding.severity for each in judged if each.state != "dismissed")
    return [
        {"code": code, "name": label(code, "severity"), "number": number[code]}
        for code in SEVERITIES
    ]


def places(document: StoredDocument, found: Checked, each: Judged) -> list[PlaceShown]:
    """The first places of a finding with the original text around them."""
    text = _document(document)
    return [
        PlaceShown(
            number,
            text.line_at(span.start),
            document.text[span.start : span.end],
            text_lines(
                text,
                around(text, span, LINES_AROUND, CHARACTERS_AROUND),
                [Passage(span, number, "evidence")],
            ),
        )
        for number, span in enumerate(found.spans(each.finding)[:PLACES_SHOWN])
    ]


def in_context(document: StoredDocument, edits: Sequence[Edit]) -> list[dict[str, object]]:
    """Edits with their line and the words before and after them."""
    text = _document(document)
    return [
        {
            "edit": edit,
            "line": text.line_at(edit.start),
            "before": " ".join(document.text[max(0, edit.start - 20) : edit.start].split()),
            "after": " ".join(document.text[edit.end : edit.end + 20].split()),
        }
        for edit in edits
    ]


def _row(each: Judged, found: Checked) -> Row:
    finding = each.finding
    return Row(
        key=finding.fingerprint,
        severity=finding.severity,
        title=finding.rule.title.text(language()),
        words=" ".join((finding.found or "").split()),
        line=_line(found, each),
        count=finding.count,
        state=each.state,
    )


def _line(found: Checked, each: Judged) -> int | None:
    """The line of the first place, as the corrected text counts its lines."""
    places = each.finding.places
    return found.revision.document.line_at(places[0].start) if places else None


def _document(document: StoredDocument) -> Document:
    return Document(DocumentRef(document.name, document.sha256), document.text)
