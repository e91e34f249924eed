"""Which questions the page shows, from its address."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents.selectors import visible_documents
from renkei.apps.register import questions
from renkei.apps.register.questions import CONFLICT, DECIDED, KINDS, LINK, OPEN, READING, Asked
from renkei.web.documents.readings import field_name


class QuestionForm(forms.Form):
    """Names of the fields are those of ``Asked``, and so of the address."""

    state = forms.ChoiceField(label=gettext_lazy("State"), required=False)
    field = forms.ChoiceField(label=gettext_lazy("Field of the record"), required=False)
    partner = forms.ChoiceField(label=gettext_lazy("Partner"), required=False)
    documents = forms.ChoiceField(label=gettext_lazy("Documents"), required=False)

    def __init__(self, query: QueryDict, viewer: Viewer, numbers: dict[str, int]) -> None:
        super().__init__(query, auto_id="questions-%s")
        self.kind = _kind(query.get("kind", ""), numbers)
        self.which = DECIDED if query.get("state") == DECIDED else OPEN
        of = viewer, self.kind, self.which
        partners = sorted(questions.partners(*of), key=lambda one: one.name)
        self._offer("state", [(OPEN, _("Open")), (DECIDED, _("Decided"))])
        self._offer("field", [(code, field_name(code)) for code in questions.fields(*of)])
        self._offer("partner", [(partner.pk, partner.name) for partner in partners])
        self._offer("documents", _between(viewer, questions.document_pairs(*of)))
        if self.kind == LINK:
            del self.fields["field"]
        self.full_clean()

    def asked(self) -> Asked:
        """What is asked for; a filter that is not understood is left out."""
        told = {name: self.cleaned_data.get(name) or "" for name in ("field", "partner")}
        pair = str(self.cleaned_data.get("documents") or "")
        documents = tuple(int(pk) for pk in pair.split("-") if pk)
        return Asked(self.kind, self.which, documents=documents, **told)

    @property
    def narrowed(self) -> bool:
        """Whether the page shows less than all that is open of its kind."""
        asked = self.asked()
        return asked != Asked(asked.kind)

    def _offer(self, name: str, found: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = found if name == "state" else [("", _("Any")), *found]


def kind_names() -> dict[str, str]:
    """The kinds of questions, in the order in which they are offered."""
    return {
        CONFLICT: _("Sources that disagree"),
        LINK: _("Possibly the same event"),
        READING: _("Read otherwise than corrected"),
    }


def _kind(asked: str, numbers: dict[str, int]) -> str:
    """The kind in the address, else the first with open questions."""
    if asked in KINDS:
        return asked
    return next((kind for kind in KINDS if numbers[kind]), CONFLICT)


def _between(viewer: Viewer, pairs: Iterable[questions.Documents]) -> list[tuple[str, str]]:
    """Document pairs by name; one that may not be opened has no name to be chosen by."""
    names = {row.pk: str(row) for row in visible_documents(viewer).only("name", "title")}
    found = [
        ("-".join(map(str, pair)), " ＋ ".join(names[pk] for pk in pair))
        for pair in pairs
        if all(pk in names for pk in pair)
    ]
    return sorted(found, key=lambda one: one[1])
