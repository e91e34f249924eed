"""The form of an indicator's question: which activities it counts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.core import vocabulary
from renkei.core.evaluation.counting import Question
from renkei.core.evaluation.counting.question import CODES
from renkei.web.activities.forms import FrameworksField, PartnersField
from renkei.web.forms import required_messages
from renkei.web.labels import choices, partner_label

RULES = (
    ("any", _("any of them takes part")),
    ("all", _("all of them take part, perhaps with others")),
    ("only", _("they alone take part")),
)
_NAMES = {
    "kind": _("Kind"),
    "category": _("Means"),
    "level": _("Level"),
    "mode": _("Mode"),
    "direction": _("Direction"),
    "agreement": _("Agreement"),
    "status": _("Status"),
}


COUNTS = (
    ("activities", _("activities, each once")),
    ("partners", _("partners that took part, each once")),
)


class QuestionForm(forms.Form):
    """Conditions of a question; an empty one leaves its field open."""

    partners = PartnersField(
        label=_("Partners"), required=False, help_text=_("Names or codes, separated by 、")
    )
    partner_rule = forms.ChoiceField(label=_("Partners of an activity"), choices=RULES)
    framework = FrameworksField(
        label=_("Framework"), required=False, help_text=_("Names or codes, separated by 、")
    )
    count = forms.ChoiceField(label=_("What counts"), choices=COUNTS, required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, title in _NAMES.items():
            self.fields[name] = forms.MultipleChoiceField(
                label=title,
                required=False,
                choices=choices(CODES[name], name),
                widget=forms.CheckboxSelectMultiple,
            )
        self.fields["mode"].help_text = _("None chosen: in person, by telephone and video alike.")
        required_messages(self)

    def question(self) -> Question:
        """The question that was filled in. Only for a valid form."""
        data = self.cleaned_data
        told: dict[str, Any] = {name: frozenset(data[name]) for name in _NAMES}
        told["status"] = told["status"] or frozenset({"held"})
        return Question(
            **told,
            partners=frozenset(data["partners"]),
            partner_rule=data["partner_rule"],
            framework=frozenset(data["framework"]),
            count=data["count"] or "activities",
        )


def initial(question: Question, version: int) -> dict[str, Any]:
    """What the form shows of a question."""
    told: dict[str, Any] = {name: sorted(getattr(question, name)) for name in _NAMES}
    names = "、".join(partner_label(code) for code in sorted(question.partners))
    known = vocabulary.load().frameworks
    return {
        **told,
        "partners": names,
        "framework": "、".join(known[code].ja for code in sorted(question.framework)),
        "count": question.count,
        "partner_rule": question.partner_rule,
        "version": version,
    }


def in_words(question: Question) -> list[tuple[str, str]]:
    """(condition, what it asks for) of a question, in the language of the page."""
    words = vocabulary.load()
    told = []
    if question.partners:
        names = "、".join(partner_label(code) for code in sorted(question.partners))
        rule = dict(RULES)[question.partner_rule]
        told.append((str(_("Partners")), f"{names}（{rule}）"))
    for name, title in _NAMES.items():
        codes = sorted(getattr(question, name))
        if codes:
            labels = dict(choices(codes, name))
            told.append((str(title), "、".join(labels[code] for code in codes)))
    if question.framework:
        names = "、".join(words.frameworks[code].ja for code in sorted(question.framework))
        told.append((str(_("Framework")), names))
    if question.count != "activities":
        told.append((str(_("What counts")), str(dict(COUNTS)[question.count])))
    return told
