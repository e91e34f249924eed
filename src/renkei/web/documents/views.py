"""Documents: the list, adding one, one with its text, its records, its leftovers."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.accounts.rights import may
from renkei.apps.documents import selectors, services
from renkei.apps.documents.models import StoredDocument
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.documents import index, reader
from renkei.web.documents.forms import UploadForm
from renkei.web.labels import language
from renkei.web.paging import Pager, page_number
from renkei.web.requests import person

PER_PAGE = 100


def documents(request: HttpRequest) -> HttpResponse:
    """All documents, or those that hold the words looked for."""
    text = request.GET.get("text", "")[:200]
    context = {
        "documents": selectors.documents(request.user, text),
        "text": text,
        "may_add": may(request.user, "documents.ingest"),
    }
    return render(request, "documents/list.html", context)


def add(request: HttpRequest) -> HttpResponse:
    """Add a document; on bad input the form again, with one clear sentence."""
    by = person(request)
    if not may(by, "documents.ingest"):
        raise PermissionDenied
    form = UploadForm(
        request.POST or None,
        request.FILES or None,
        by=by,
        initial={"organisation": by.organisation_id, "marking": 0},
    )
    if request.method == "POST" and form.is_valid():
        try:
            done = _ingest(request, form)
        except DeniedError as error:
            form.add_error("organisation", error.message(language()))
        except RenkeiError as error:
            form.add_error("file", error.message(language()))
        else:
            return redirect("documents_one", done.pk)
    context = {"form": form, "trail": _trail()}
    return render(request, "documents/add.html", context)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One page of the text with what was read from it."""
    stored = find(request, pk)
    context = {
        "document": stored,
        "trail": _trail(),
        "part": reader.part(request.user, stored, request.GET),
        "counts": index.counts(request.user, stored),
        "leftover_total": selectors.leftovers(request.user, stored).count(),
        "policy": index.policy_of(request.user, stored),
    }
    return render(request, "documents/detail.html", context)


def records(request: HttpRequest, pk: int) -> HttpResponse:
    """The index of the records read, of one type if asked."""
    stored = find(request, pk)
    wanted = request.GET.get("type", "")
    rows = selectors.records(request.user, stored, wanted)
    total = rows.count()
    pages = max(1, -(-total // PER_PAGE))
    number = min(page_number(request.GET.get("page", "")), pages)
    shown = list(rows[(number - 1) * PER_PAGE : number * PER_PAGE])
    context = {
        "document": stored,
        "trail": [*_trail(), (reverse("documents_one", args=[pk]), str(stored))],
        "entries": index.entries(request.user, shown),
        "pager": Pager(number, pages, total, PER_PAGE),
        "counts": index.counts(request.user, stored),
        "wanted": wanted,
    }
    return render(request, "documents/records.html", context)


def leftovers(request: HttpRequest, pk: int) -> HttpResponse:
    """What looked like a record and was not understood."""
    stored = find(request, pk)
    context = {
        "document": stored,
        "trail": [*_trail(), (reverse("documents_one", args=[pk]), str(stored))],
        "leftovers": index.leftovers(selectors.leftovers(request.user, stored)),
    }
    return render(request, "documents/leftovers.html", context)


def original(request: HttpRequest, pk: int) -> HttpResponse:
    """The bytes as they were received, always as a download and never shown as a page."""
    stored = find(request, pk)
    response = HttpResponse(
        selectors.original(request.user, stored), content_type="application/octet-stream"
    )
    response.headers["Content-Disposition"] = reader.attachment(stored.name)
    return response


def find(request: HttpRequest, pk: int) -> StoredDocument:
    """The document, or 404 for what is not there and what may not be seen."""
    try:
        return selectors.document(request.user, pk)
    except StoredDocument.DoesNotExist as error:
        raise Http404 from error


def _ingest(request: HttpRequest, form: UploadForm) -> StoredDocument:
    file = form.cleaned_data["file"]
    done = services.ingest(
        name=file.name,
        data=file.read(),
        by=person(request),
        organisation=form.cleaned_data["organisation"],
        marking=form.cleaned_data["marking"],
        published_year=form.cleaned_data["published_year"],
    )
    found = {"new": sum(done.new.values()), "there": sum(done.there.values())}
    if done.changed_anything:
        messages.success(request, _("The document was read: %(new)s new records.") % found)
    else:
        text = _("This document was already here; its %(there)s records stay as they are.")
        messages.info(request, text % found)
    return done.document


def _trail() -> list[tuple[str, str]]:
    return [(reverse("documents"), _("Documents"))]
