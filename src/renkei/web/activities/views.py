"""Activities: the list and one of them."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renkei.apps.planning.priorities import visible_costs
from renkei.apps.register import history, listing, selectors
from renkei.apps.register.models import Activity
from renkei.web.activities import downloads, presentation, several
from renkei.web.activities.filters import FilterForm, chips
from renkei.web.activities.sources import sources
from renkei.web.activities.table import columns
from renkei.web.documents.readings import readings
from renkei.web.paging import Pager, page_number


def activities(request: HttpRequest) -> HttpResponse:
    """The list; for htmx only its results."""
    form = FilterForm(request.GET, request.user)
    asked = form.asked()
    page = listing.page(request.user, asked, page_number(request.GET.get("page", "")))
    context = {
        "form": form,
        "asked": asked,
        "rows": page.items,
        "pager": Pager(page.number, page.pages, page.total, listing.PER_PAGE),
        "chips": chips(form, asked),
        "problems": form.problems(),
        "columns": columns(asked),
        "may_enter": selectors.may_enter(request.user),
    }
    partial = request.headers.get("HX-Request") == "true"
    template = "activities/_results.html" if partial else "activities/list.html"
    response = render(request, template, context)
    patch_vary_headers(response, ("HX-Request",))
    return response


def download(request: HttpRequest, form: str) -> FileResponse:
    """Exactly what the list shows, all pages of it, as CSV or Excel."""
    asked = FilterForm(request.GET, request.user).asked()
    rows = listing.matching(request.user, asked)
    return downloads.response(rows, form, request.build_absolute_uri("/"))


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One activity with its sources and its history."""
    activity = find(request, pk)
    records = [source.record for source in selectors.sources(request.user, activity)]
    may_correct = selectors.may_correct(request.user, activity)
    by_code = {partner.pk: partner for partner in selectors.partners()}
    versions = history.versions(request.user, activity)
    context = {
        "activity": activity,
        "trail": trail(),
        "facts": presentation.facts(activity, _partner_links(activity), records),
        "linking": several.context(request.user, activity, records, by_code),
        "sources": sources(request.user, records),
        "readings": readings(request.user, records),
        "notes": presentation.explained(presentation.notes(records)),
        "versions": presentation.told(versions, by_code, may_correct),
        "may_correct": may_correct,
        "cost": visible_costs(request.user).filter(activity=activity).first(),
    }
    return render(request, "activities/detail.html", context)


def find(request: HttpRequest, pk: int) -> Activity:
    """The activity, or 404 for what is not there and what may not be seen."""
    try:
        return selectors.activity(request.user, pk)
    except Activity.DoesNotExist as error:
        raise Http404 from error


def trail() -> list[tuple[str, str]]:
    """The way to a page below the list."""
    return [(reverse("activities"), _("Activities"))]


def _partner_links(activity: Activity) -> SafeString:
    return render_to_string("partials/partners.html", {"partners": activity.partners.all()})
