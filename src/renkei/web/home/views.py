"""The home page: what changed, the figures, the map."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from renkei.apps.checking import selectors as checking
from renkei.apps.cycle import selectors as cycle
from renkei.apps.documents import selectors as documents
from renkei.apps.evaluation import selectors as evaluation
from renkei.apps.register import history, selectors
from renkei.web.home.figures import means_by_year
from renkei.web.home.worldmap import map_page
from renkei.web.paging import page_number
from renkei.web.requests import person

CHANGES = 6
DOCUMENTS = 5


def home(request: HttpRequest) -> HttpResponse:
    """Everything at one glance; for htmx only the map of another year."""
    asked = page_number(request.GET.get("year", ""))
    years = selectors.fiscal_years(request.user)
    year = asked if asked in years else None
    context = {"map": map_page(request.user, year), "years": years, "year": year}
    if request.headers.get("HX-Request") == "true":
        response = render(request, "home/_map.html", context)
    else:
        response = render(request, "home/home.html", context | _rest(request))
    patch_vary_headers(response, ("HX-Request",))
    return response


def _rest(request: HttpRequest) -> dict[str, object]:
    stored = documents.documents(request.user)
    return {
        "tasks": checking.tasks(person(request)),
        "deadlines": cycle.deadlines(person(request)),
        "means": means_by_year(selectors.counts_by_year_and_means(request.user)),
        "changes": history.recent(request.user, CHANGES, by_people=True),
        "documents": stored.order_by("-ingested_at", "-pk")[:DOCUMENTS],
        "document_total": stored.count(),
        "activity_total": selectors.visible_activities(request.user).count(),
        "partner_total": selectors.partners_seen(request.user).count(),
        "policy_total": evaluation.policies(request.user).count(),
    }
