"""Forms of regional and country policies."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from renkei.apps.planning import selectors
from renkei.apps.planning.choices import ARMS, SubjectKind
from renkei.apps.planning.models import ExchangePolicy
from renkei.apps.planning.policies import Content
from renkei.apps.register.choices import CATEGORIES
from renkei.core import vocabulary
from renkei.core.planning.articles import PURPOSES
from renkei.web.labels import choices, label, language
from renkei.web.planning.paper_forms import OwnedForm, PaperForm, area

REGIONS = tuple(code for group, code in vocabulary.load().terms if group == "region")


def subject_name(kind: str, code: str) -> str:
    """What a policy is for, in words."""
    if kind == SubjectKind.REGION:
        return label(code, "region")
    if kind == SubjectKind.FRAMEWORK:
        entry = vocabulary.load().frameworks.get(code)
        return code if entry is None else entry.names[0] if language() == "ja" else entry.en
    partner = vocabulary.load().partners.get(code)
    return code if partner is None else partner.ja if language() == "ja" else partner.en


def subjects() -> list[tuple[str, list[tuple[str, str]]]]:
    """Everything a policy may be for, grouped; a value is kind and code with a colon."""

    def group(kind: SubjectKind, codes: Any) -> tuple[str, list[tuple[str, str]]]:
        rows = [(f"{kind}:{code}", subject_name(kind, code)) for code in codes]
        return label(str(kind), "subject_kind"), rows

    words = vocabulary.load()
    frameworks = [code for code, one in words.frameworks.items() if not one.parent]
    return [
        group(SubjectKind.REGION, REGIONS),
        group(SubjectKind.PARTNER, selectors.subjects().values_list("pk", flat=True)),
        group(SubjectKind.FRAMEWORK, frameworks),
    ]


class BeginForm(OwnedForm):
    """For whom, and who keeps it."""

    subject = forms.ChoiceField(label=_("Region, country or framework"), choices=subjects)
    title = forms.CharField(label=_("Title"), max_length=300)
    field_order = ("subject", "title", "organisation", "marking")


class PolicyForm(PaperForm):
    """What a draft says; a purpose or service arm that is left empty plays no part."""

    title = forms.CharField(label=_("Title"), max_length=300)
    objective = area(_("Objective"), required=False)
    approach = area(_("Approach"), 5, required=False)
    topics = area(
        _("Priority topics"), 4, required=False, help_text=_("One per line, the first first.")
    )
    means = forms.MultipleChoiceField(
        label=_("Means preferred"),
        required=False,
        choices=lambda: choices(CATEGORIES, "category"),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, article in PURPOSES.items():
            name = f"{label(code, 'purpose')} [{article}]"
            self.fields[f"purpose_{code}"] = area(name, 2, required=False)
        for code in ARMS:
            self.fields[f"arm_{code}"] = area(label(code, "service_arm"), 2, required=False)

    @property
    def purposes(self) -> list[forms.BoundField]:
        """The fields of the purposes."""
        return [self[f"purpose_{code}"] for code in PURPOSES]

    @property
    def arms(self) -> list[forms.BoundField]:
        """The fields of the service arms."""
        return [self[f"arm_{code}"] for code in ARMS]

    def content(self) -> Content:
        """What was entered."""
        data = self.cleaned_data
        return Content(
            objective=data["objective"],
            approach=data["approach"],
            topics=data["topics"].splitlines(),
            means=data["means"],
            purposes={code: data[f"purpose_{code}"] for code in PURPOSES},
            arms={code: data[f"arm_{code}"] for code in ARMS},
        )


def held(policy: ExchangePolicy) -> dict[str, Any]:
    """What the form shows of a policy."""
    shown = {
        "version": policy.paper.version,
        "title": policy.paper.title,
        "objective": policy.objective,
        "approach": policy.approach,
        "topics": "\n".join(policy.topics),
        "means": policy.means,
    }
    shown |= {f"purpose_{code}": text for code, text in policy.purposes.items()}
    return shown | {f"arm_{arm.arm}": arm.text for arm in policy.arms.all()}
