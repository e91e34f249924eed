"""Partners: all with activities, and one with its years, timeline and students."""

from __future__ import annotations

from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from renkei.apps.documents.selectors import records_about
from renkei.apps.planning.in_force import policy_for
from renkei.apps.register import selectors
from renkei.web.home.figures import means_by_year
from renkei.web.partners import figures
from renkei.web.partners.profile import SHOWN, profile

NEWEST = (F("start_day").desc(nulls_last=True), F("pk").desc())
LISTED = 30
DRAWN = 400
"""How many activities the timeline shows at most; the list has all."""


def partners(request: HttpRequest) -> HttpResponse:
    """Partners that have activities, by region."""
    counts = selectors.counts_by_partner(request.user)
    context = {
        "regions": figures.by_region(selectors.partners().in_bulk(list(counts)), counts),
        "total": len(counts),
    }
    return render(request, "partners/list.html", context)


def one(request: HttpRequest, code: str) -> HttpResponse:
    """One partner."""
    partner = get_object_or_404(selectors.partners(), pk=code)
    counts = selectors.counts_by_year_and_means(request.user, partner.pk)
    rows = selectors.timeline(request.user, partner.pk)
    latest = list(rows.order_by(*NEWEST)[:DRAWN])
    total = sum(one.number for one in counts)
    context = {
        "partner": partner,
        "trail": [(reverse("partners"), _("Partners"))],
        "holding": policy_for(request.user, partner.pk, localdate()),
        "years": figures.years(counts, partner),
        "means": means_by_year(counts, partner.pk),
        "timeline": figures.drawn_timeline(latest[::-1], partner),
        "drawn": DRAWN if total > DRAWN else 0,
        "activities": latest[:LISTED],
        "total": total,
        "agreements": rows.exclude(agreement="").order_by(*NEWEST)[:LISTED],
        "profile": profile(records_about(request.user, partner.pk, SHOWN), partner.pk),
        "students": figures.students(selectors.students(request.user).filter(partner=partner)),
    }
    return render(request, "partners/detail.html", context)
