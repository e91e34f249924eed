"""Forms of the medium-term plan and its projects."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.selectors import organisations
from renkei.apps.planning.models import MediumPlan, Project
from renkei.apps.planning.plans import InYear, Planned
from renkei.apps.register.choices import CATEGORIES
from renkei.core.planning.articles import PURPOSES
from renkei.web.activities.forms import PartnersField
from renkei.web.labels import choices, partner_labels
from renkei.web.planning.paper_forms import HouseForm, OwnedForm, PaperForm, area


class BeginForm(OwnedForm):
    """Title, programme and years."""

    title = forms.CharField(label=_("Title"), max_length=300)
    programme = forms.CharField(label=_("Build-up programme"), max_length=200)
    start_year = forms.IntegerField(label=_("First fiscal year"), min_value=1950, max_value=2200)
    end_year = forms.IntegerField(label=_("Last fiscal year"), min_value=1950, max_value=2200)
    field_order = ("title", "programme", "start_year", "end_year", "organisation", "marking")


class PlanForm(PaperForm):
    """Structure, direction, and the frame of each year."""

    structure = area(_("Structure for planning and carrying out"), required=False)
    direction = area(_("Direction of budgets"), required=False)

    def __init__(self, *args: Any, plan: MediumPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.years = plan.years
        for year in plan.years:
            self.fields[f"frame_{year}"] = forms.IntegerField(
                label=gettext("Frame of %(year)s in yen") % {"year": year},
                min_value=0,
                required=False,
            )

    def frames(self) -> dict[int, int]:
        """Yen per year, of the years told."""
        told = {year: self.cleaned_data[f"frame_{year}"] for year in self.years}
        return {year: yen for year, yen in told.items() if yen is not None}


class ProjectForm(PaperForm):
    """One project with its years."""

    title = forms.CharField(label=_("Title"), max_length=300)
    partners = PartnersField(
        label=_("Partners"),
        help_text=_("Names or codes, separated by commas; compounds are understood."),
    )
    means = forms.ChoiceField(label=_("Means"), choices=lambda: choices(CATEGORIES, "category"))
    purpose = forms.ChoiceField(label=_("Purpose"), choices=lambda: choices(PURPOSES, "purpose"))
    start_year = forms.IntegerField(label=_("First fiscal year"))
    end_year = forms.IntegerField(label=_("Last fiscal year"))
    organisation: Any = forms.ModelChoiceField(
        label=_("Lead organisation"), queryset=organisations()
    )
    budget_item = forms.CharField(label=_("Budget item"), max_length=120, required=False)
    grounds = area(_("Grounds"), required=False)

    def __init__(self, *args: Any, plan: MediumPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.span = plan.years
        for year in plan.years:
            self.fields[f"times_{year}"] = forms.IntegerField(
                label=gettext("Activities in %(year)s") % {"year": year},
                min_value=0,
                required=False,
            )
            self.fields[f"yen_{year}"] = forms.IntegerField(
                label=gettext("Cost in %(year)s, yen") % {"year": year}, min_value=0, required=False
            )

    @property
    def main(self) -> list[forms.BoundField]:
        """The fields that are not of one year."""
        return [
            self[name] for name in self.fields if name.rpartition("_")[0] not in ("times", "yen")
        ]

    @property
    def years(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields of each year."""
        return [(self[f"times_{year}"], self[f"yen_{year}"]) for year in self.span]

    def planned(self) -> Planned:
        """What was entered."""
        data = dict(self.cleaned_data)
        years = {}
        for year in self.span:
            times, yen = data.pop(f"times_{year}"), data.pop(f"yen_{year}")
            if times is not None or yen is not None:
                years[year] = InYear(times or 0, yen)
        data.pop("version")
        return Planned(years=years, **data)


class YearForm(HouseForm):
    """Whether a year's request takes a project in."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    row = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(label=_("Reason"), max_length=300)


def held(project: Project) -> dict[str, Any]:
    """What the form shows of a project."""
    names = ("title", "means", "purpose", "start_year", "end_year", "budget_item", "grounds")
    shown = {name: getattr(project, name) for name in names}
    shown |= {"organisation": project.organisation_id, "partners": partner_labels(project.partners)}
    for row in project.project_years.all():
        shown |= {f"times_{row.fiscal_year}": row.times, f"yen_{row.fiscal_year}": row.yen}
    return shown
