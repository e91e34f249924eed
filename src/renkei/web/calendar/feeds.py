"""Feeds: the person's own, and the address that a device fetches."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from renkei.apps.accounts.models import User
from renkei.apps.calendar import feeds as services
from renkei.apps.calendar.entries import Entry
from renkei.apps.calendar.ical import written
from renkei.apps.calendar.models import Feed
from renkei.core.errors import UsageError
from renkei.web.calendar.asked import read
from renkei.web.labels import choices, language, partner_label
from renkei.web.requests import person

_SHOWN_ONCE = "calendar_feed_address"
_GONE = "RK917"


def feeds(request: HttpRequest) -> HttpResponse:
    """The feeds of the person; a new one is made of the view in the address."""
    asked = read(request.GET, timezone.localdate())
    if request.method == "POST":
        return _made(request)
    new = request.session.pop(_SHOWN_ONCE, "")
    context = {
        "rows": [(feed, _view_words(feed)) for feed in services.own(person(request))],
        "new": new,
        "subscribe": new.replace("https:", "webcal:", 1).replace("http:", "webcal:", 1),
        "query": asked.only.parameters(),
        "view_words": _words(asked.only.parameters()),
        "problems": asked.problems,
        "trail": [(reverse("calendar"), _("Calendar"))],
    }
    response = render(
        request, "calendar/feeds.html", context, status=400 if asked.problems else 200
    )
    response["Cache-Control"] = "no-store"  # the page may show a secret
    return response


def _made(request: HttpRequest) -> HttpResponse:
    asked = read(request.POST, timezone.localdate())
    if asked.problems:
        messages.error(request, asked.problems[0])
        return redirect("calendar_feeds")
    try:
        _feed, token = services.make(
            by=person(request), name=request.POST.get("name", ""), view=asked.only
        )
    except UsageError as error:
        messages.error(request, error.message(language()))
        return redirect("calendar_feeds")
    address = request.build_absolute_uri(reverse("calendar_feed", args=[token]))
    request.session[_SHOWN_ONCE] = address
    return redirect("calendar_feeds")


@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    """Another name for a feed."""
    name = request.POST.get("name", "")
    return _done(
        request, pk, lambda by, feed: services.rename(by=by, feed=feed, name=name), _("Renamed.")
    )


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """The address gives nothing any more."""
    return _done(request, pk, lambda by, feed: services.revoke(by=by, feed=feed), _("Revoked."))


def _done(
    request: HttpRequest, pk: int, change: Callable[[User, Feed], None], words: str
) -> HttpResponse:
    feed = services.own(person(request)).filter(pk=pk).first()
    if feed is None:
        raise Http404
    try:
        change(person(request), feed)
        messages.success(request, words)
    except UsageError as error:
        messages.error(request, error.message(language()))
    return redirect("calendar_feeds")


@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponseBase:
    """The calendar itself, for whoever has the address: what its person may see at this moment."""
    try:
        found = services.opened(token)
    except UsageError as error:
        status = 410 if error.code == _GONE else 404
        return HttpResponse(
            error.message(language()), status=status, content_type="text/plain; charset=utf-8"
        )
    with translation.override(found.user.language or "ja"):
        done = written(found, timezone.localdate(), language(), lambda one: _address(request, one))
    etag = services.digest_of(done.data)
    services.note_read(found, etag, titles=done.titles, only_days=done.only_days)
    response = HttpResponse(done.data, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="renkei.ics"'
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = quote_etag(etag)
    changed = int(found.changed_at.timestamp()) if found.changed_at else None
    if changed is not None:
        response["Last-Modified"] = http_date(changed)
    kept = get_conditional_response(
        request, etag=quote_etag(etag), last_modified=changed, response=response
    )
    return kept or response


def _address(request: HttpRequest, one: Entry) -> str:
    name = "cases_one" if one.what == "case" else "activities_one"
    return request.build_absolute_uri(reverse(name, args=[one.pk]))


def _view_words(feed: Feed) -> str:
    return _words(services.view_of(feed).parameters())


def _words(view: dict[str, str]) -> str:
    """What a view is narrowed to."""
    names = {
        "text": _("Words"),
        "partner": _("Partner"),
        "means": _("Means"),
        "organisation": _("Organisation"),
    }
    means = dict(choices([view.get("means", "")], "category"))
    shown = {**view, **({"partner": partner_label(view["partner"])} if "partner" in view else {})}
    if "means" in view:
        shown["means"] = means[view["means"]]
    return " · ".join(f"{names[key]}: {value}" for key, value in shown.items()) or _("Everything")
