"""Partners: all with activities, and one with its years, timeline and students."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.register import selectors
from renkei.web.home.figures import means_by_year
from renkei.web.partners import figures

LISTED = 30


def partners(request: HttpRequest) -> HttpResponse:
    """Partners that have activities, by region."""
    rows = list(selectors.partners_with_counts(request.user))
    context = {"regions": figures.by_region(rows), "total": len(rows)}
    return render(request, "partners/list.html", context)


def one(request: HttpRequest, code: str) -> HttpResponse:
    """One partner."""
    partner = get_object_or_404(selectors.partners(), pk=code)
    counts = selectors.counts_by_year_and_means(request.user, partner.pk)
    activities = list(selectors.timeline(request.user, partner.pk).prefetch_related("partners"))
    context = {
        "partner": partner,
        "trail": [(reverse("partners"), _("Partners"))],
        "years": figures.years(counts, partner),
        "means": means_by_year(counts, partner.pk),
        "timeline": figures.drawn_timeline(activities, partner),
        "activities": activities[::-1][:LISTED],
        "total": len(activities),
        "agreements": [one for one in activities[::-1] if one.agreement],
        "students": figures.students(selectors.students(request.user).filter(partner=partner)),
    }
    return render(request, "partners/detail.html", context)
