"""Entering and correcting an activity."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import organisations, organisations_for
from renkei.apps.register import choices
from renkei.apps.register.models import Activity
from renkei.core import vocabulary
from renkei.core.errors import ValueFormError
from renkei.core.values import PartialDate
from renkei.web.forms import code_field, required_messages
from renkei.web.labels import language, marking_label

NOT_TOLD = gettext_lazy("Not told")
SEPARATORS = "、,，・;；\n"


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together under one heading."""

    name: str
    fields: list[forms.BoundField]


class PartialDateField(forms.CharField):
    """A year, a month or a day: as precise as known."""

    def clean(self, value: Any) -> str:
        """ISO text. The message of the house says what was found and how to write it."""
        text = str(super().clean(value)).strip()
        if not text:
            return ""
        try:
            return str(PartialDate.written(text))
        except ValueFormError as error:
            raise forms.ValidationError(error.message(language())) from error


class NamesField(forms.CharField):
    """Names or codes separated by 、; ``codes`` says what one of them means."""

    def clean(self, value: Any) -> list[str]:
        """The codes, in the order given, each once."""
        text = str(super().clean(value))
        for mark in SEPARATORS[1:]:
            text = text.replace(mark, SEPARATORS[0])
        words = [word.strip() for word in text.split(SEPARATORS[0]) if word.strip()]
        return list(dict.fromkeys(code for word in words for code in self.codes(word)))

    def codes(self, word: str) -> list[str]:
        """The codes that a word means. Raises ValidationError for one that means none."""
        raise NotImplementedError

    def unknown(self, message: str, word: str, names: Iterable[str]) -> forms.ValidationError:
        """What says that a word is not known, and which names are near it."""
        near = get_close_matches(word, list(names), n=3, cutoff=0.5)
        if near:
            message += " " + _("Did you mean: %(near)s?") % {"near": "、".join(near)}
        return forms.ValidationError(message)


class PartnersField(NamesField):
    """Names, ISO codes or compounds such as 日米豪."""

    def codes(self, word: str) -> list[str]:
        """Those of the partners."""
        known = vocabulary.load()
        if word.upper() in known.partners:
            return [word.upper()]
        english = next((p for p in known.partners.values() if p.en.lower() == word.lower()), None)
        if found := known.partner(word) or english:
            return [found.code]
        if several := known.split_compound(word):
            return [partner.code for partner in several]
        message = _("“%(word)s” is not a known partner.") % {"word": word}
        raise self.unknown(
            message, word, (n for p in known.partners.values() for n in (p.ja, p.en))
        )


class FrameworksField(NamesField):
    """Names or codes of frameworks such as ADMMプラス."""

    def codes(self, word: str) -> list[str]:
        """That of the framework."""
        known = vocabulary.load()
        wanted = word.lower()
        for code, entry in known.frameworks.items():
            if wanted in (code.lower(), entry.en.lower()):
                return [code]
        if found := known.framework(word):
            return [found.code]
        message = _("“%(word)s” is not a known framework.") % {"word": word}
        raise self.unknown(
            message, word, (n for f in known.frameworks.values() for n in (f.ja, f.en))
        )


class ActivityForm(forms.Form):
    """All fields that a person may enter; ``values`` gives them to the service."""

    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=500,
        help_text=gettext_lazy("As it would be printed, without the date."),
    )
    kind = code_field(
        gettext_lazy("Kind"), choices.KINDS, "kind", gettext_lazy("Choose"), required=True
    )
    category = code_field(
        gettext_lazy("Means"), choices.CATEGORIES, "category", NOT_TOLD, required=False
    )
    status = code_field(
        gettext_lazy("Status"), choices.STATUSES, "status", gettext_lazy("Choose"), initial="held"
    )
    start = PartialDateField(
        label=gettext_lazy("Start"),
        help_text=gettext_lazy("As precise as known: 2021, 2021-04 or 2021-04-01."),
    )
    end = PartialDateField(
        label=gettext_lazy("End"),
        required=False,
        help_text=gettext_lazy("Only if it lasted longer."),
    )
    partners = PartnersField(
        label=gettext_lazy("Partners"),
        help_text=gettext_lazy("Names or codes, separated by commas; compounds are understood."),
    )
    counterpart = forms.CharField(label=gettext_lazy("Counterpart"), max_length=500, required=False)
    level = code_field(gettext_lazy("Our level"), choices.LEVELS, "level", NOT_TOLD, required=False)
    direction = code_field(
        gettext_lazy("Direction"), choices.DIRECTIONS, "direction", NOT_TOLD, required=False
    )
    mode = code_field(gettext_lazy("Mode"), choices.MODES, "mode", NOT_TOLD, required=False)
    place = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    framework = forms.CharField(label=gettext_lazy("Framework"), max_length=200, required=False)
    ordinal = forms.IntegerField(
        label=gettext_lazy("Ordinal"),
        min_value=1,
        required=False,
        help_text=gettext_lazy("7 for the 7th meeting."),
    )
    agreement = code_field(
        gettext_lazy("Agreement"), choices.AGREEMENTS, "agreement", NOT_TOLD, required=False
    )
    organisation = forms.ModelChoiceField(
        label=gettext_lazy("Organisation"), queryset=organisations(), required=False
    )
    marking = forms.TypedChoiceField(label=gettext_lazy("Handling marking"), coerce=int)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [level for level in Marking if level <= by.clearance]
        marking = self.fields["marking"]
        assert isinstance(marking, forms.ChoiceField)
        marking.choices = [(int(level), marking_label(level)) for level in allowed]
        organisation = self.fields["organisation"]
        assert isinstance(organisation, forms.ModelChoiceField)
        organisation.queryset = organisations_for(by)
        organisation.required = not may(by, "register.enter_activity", Activity())
        organisation.empty_label = None if organisation.required else str(NOT_TOLD)
        required_messages(self)

    @property
    def groups(self) -> Iterator[Group]:
        """The visible fields under their headings."""
        yield Group(_("What and when"), self._bound("title kind category start end status"))
        yield Group(_("With whom"), self._bound("partners counterpart level direction"))
        yield Group(_("How and where"), self._bound("mode place framework ordinal agreement"))
        yield Group(_("Handling"), self._bound("organisation marking"))

    def values(self) -> dict[str, Any]:
        """The fields of the register, without organisation and marking."""
        apart = {"organisation", "marking", "version", "reason"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}

    def _bound(self, names: str) -> list[forms.BoundField]:
        return [self[name] for name in names.split()]


class CorrectionForm(ActivityForm):
    """The same, with the version that the person saw and the reason of the correction."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Reason of the correction"),
        max_length=100,
        help_text=gettext_lazy("In one sentence: what it rests on. It is shown in the history."),
    )

    @property
    def groups(self) -> Iterator[Group]:
        """The reason comes last."""
        yield from super().groups
        yield Group(_("Why"), self._bound("reason"))


def initial(activity: Activity) -> dict[str, Any]:
    """What the form shows of an activity."""
    plain = [*ActivityForm.base_fields, "version"]
    shown = {name: getattr(activity, name) for name in plain if name != "partners"}
    # in the order of the register, so that saving without a change changes nothing
    named = {partner.pk: partner.name for partner in activity.partners.all()}
    codes = (code for code in activity.partner_codes.split(";") if code in named)
    shown["partners"] = "、".join(named[code] for code in codes)
    return shown
