"""Coverage: partner by means by year as a heat map, and the gaps with what to propose."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.coordination import selectors as cases
from renkei.apps.coordination.models import Case
from renkei.apps.planning import coverage as found
from renkei.apps.planning.coverage import Coverage, Number
from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.models import Partner
from renkei.core import vocabulary
from renkei.core.planning.gaps import Gap, GapKind
from renkei.core.values import FiscalYear
from renkei.web.charts.strip import strip
from renkei.web.dates import fiscal_year_short
from renkei.web.labels import label, language, partner_label

SPAN, LONGEST = 5, 10
BACK, FURTHEST = 3, 20


class LookForm(forms.Form):
    """What to look at; anything that is not understood is as if not asked."""

    last = forms.IntegerField(label=gettext_lazy("Up to the fiscal year"), required=False)
    span = forms.IntegerField(
        label=gettext_lazy("Years shown"), required=False, min_value=1, max_value=LONGEST
    )
    back = forms.IntegerField(
        label=gettext_lazy("A gap after so many years"),
        required=False,
        min_value=1,
        max_value=FURTHEST,
    )
    region = forms.ChoiceField(label=gettext_lazy("Region"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        region = self.fields["region"]
        assert isinstance(region, forms.ChoiceField)
        known = [(code, label(code, "region")) for code in found.regions()]
        region.choices = [("", _("All")), *known]


@dataclass(frozen=True, slots=True)
class Cell:
    """One partner and means over the years."""

    picture: SafeString
    held: int
    words: str
    address: str


@dataclass(frozen=True, slots=True)
class Row:
    """A partner with a cell per means; None where there is nothing."""

    partner: Partner
    cells: list[Cell | None]


@dataclass(frozen=True, slots=True)
class ShownGap:
    """A gap in words, with the case that was proposed from it, or the address to propose one."""

    name: str
    words: str
    why: str
    case: Case | None
    address: str


def coverage(request: HttpRequest) -> HttpResponse:
    """The heat map and the list of gaps."""
    form = LookForm(request.GET or None)
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    now = FiscalYear.of(localdate()).start
    last = asked.get("last") or now
    span, back = asked.get("span") or SPAN, asked.get("back") or BACK
    seen = found.coverage(
        request.user, range(last - span + 1, last + 1), region=asked.get("region", "")
    )
    means = [code for code in CATEGORIES if any(key[1] == code for key in seen.numbers)]
    gaps = _gaps(request, now, back)
    context = {
        "look": form if form.is_bound else LookForm({"last": last, "span": span, "back": back}),
        "means": means,
        "rows": [Row(one, [_cell(seen, one, code) for code in means]) for one in seen.partners],
        "first": seen.years[0],
        "last": last,
        "back": back,
        "gaps": gaps,
        "may_propose": cases.may_propose(request.user),
        "trail": [(reverse("planning"), _("Planning"))],
    }
    return render(request, "planning/coverage.html", context, status=400 if form.errors else 200)


def _cell(seen: Coverage, partner: Partner, means: str) -> Cell | None:
    numbers = [seen.of(partner.pk, means, year) for year in seen.years]
    if not any(one.held or one.planned for one in numbers):
        return None
    asked = urlencode({"partner": partner.pk, "means": means})
    return Cell(
        picture=strip([(one.held, one.planned) for one in numbers]),
        held=sum(one.held for one in numbers),
        words="、".join(_said(year, one) for year, one in zip(seen.years, numbers, strict=True)),
        address=f"{reverse('activities')}?{asked}",
    )


def _said(year: int, one: Number) -> str:
    words = f"{fiscal_year_short(year)} {one.held}"
    return f"{words}/{one.planned}" if one.planned else words


def _gaps(request: HttpRequest, now: int, back: int) -> list[tuple[str, str, list[ShownGap]]]:
    """(name, how it is found, gaps) of each kind that has any."""
    rows = found.found_gaps(request.user, now, back)
    proposed = _proposed(request, {one.key for one in rows})
    how = _how(back)
    return [
        (label(kind, "gap"), how[kind], [_shown(one, proposed) for one in rows if one.kind == kind])
        for kind in GapKind
        if any(one.kind == kind for one in rows)
    ]


def _how(back: int) -> dict[GapKind, str]:
    return {
        GapKind.PLAN_OPEN: _("Planned for this year in a plan in force, and not held so often yet."),
        GapKind.NO_HIGH_LEVEL: _(
            "Countries with activity in the register whose last high-level exchange is %(n)s "
            "fiscal years back or more."
        ) % {"n": back},
        GapKind.AGREEMENT_IDLE: _(
            "An agreement was signed or came into force, and nothing was held with the partner for "
            "%(n)s fiscal years."
        ) % {"n": back},
        GapKind.FRAMEWORK_MISSED: _(
            "Frameworks that we attended before, in each of the last %(n)s fiscal years without an "
            "activity held. The register may lack it: look before you propose."
        ) % {"n": back},
    }  # fmt: skip


def _proposed(request: HttpRequest, keys: Iterable[str]) -> dict[str, Case]:
    rows = cases.visible_cases(request.user).filter(gap__in=list(keys)).order_by("pk")
    return {row.gap: row for row in rows}


def _shown(gap: Gap, proposed: dict[str, Case]) -> ShownGap:
    name = _name(gap)
    asked = {"means": gap.means, "gap": gap.key}
    asked |= {"framework" if gap.kind == GapKind.FRAMEWORK_MISSED else "partner": gap.subject}
    return ShownGap(
        name=name,
        words=_words(gap),
        why=gap.key,
        case=proposed.get(gap.key),
        address=f"{reverse('cases_new')}?{urlencode({k: v for k, v in asked.items() if v})}",
    )


def _name(gap: Gap) -> str:
    if gap.kind != GapKind.FRAMEWORK_MISSED:
        return partner_label(gap.subject)
    known = vocabulary.load().frameworks.get(gap.subject)
    if known is None:
        return gap.subject
    return known.ja if language() == "ja" else known.en


def _words(gap: Gap) -> str:
    year = fiscal_year_short(gap.year) if gap.year else ""
    match gap.kind:
        case GapKind.NO_HIGH_LEVEL if gap.year is None:
            return _("none in the register")
        case GapKind.NO_HIGH_LEVEL:
            return _("last in %(year)s") % {"year": year}
        case GapKind.AGREEMENT_IDLE:
            last = _("last activity in %(year)s") % {"year": year} if year else _("no activity")
            return f"{label(gap.about, 'agreement')} · {last}"
        case GapKind.FRAMEWORK_MISSED:
            years = "・".join(fiscal_year_short(one) for one in gap.years)
            return _("no attendance in %(year)s") % {"year": years}
        case GapKind.PLAN_OPEN:
            means = label(gap.means, "category")
            return _("%(project)s: %(n)s more (%(means)s)") % {
                "project": gap.about, "n": gap.short, "means": means,
            }  # fmt: skip
