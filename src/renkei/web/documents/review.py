"""Checking what was read from a document, record by record, by rule, and by sample."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.documents import review_selectors as selectors
from renkei.apps.documents import review_services as services
from renkei.apps.documents.models import SourceRecord, StoredDocument, Verdict
from renkei.apps.documents.review_selectors import UNCHECKED, QueueFilter
from renkei.apps.documents.selectors import records
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import activities_of_records, may_correct
from renkei.core.errors import DeniedError, RenkeiError
from renkei.web.documents import checking, index
from renkei.web.documents.readings import readings
from renkei.web.documents.views import find
from renkei.web.labels import label, language
from renkei.web.paging import page_number
from renkei.web.requests import person

FIRST_OF_BULK = 10


def review(request: HttpRequest, pk: int) -> HttpResponse:
    """One record beside its printed words, with what can be said of it."""
    document = find(request, pk)
    progress = selectors.progress(request.user, document)
    form = checking.QueueForm(request.GET, progress)
    queue = checking.queue(request.user, document, form)
    record = _asked_record(request, document, queue)
    context = {
        "document": document,
        "trail": _trail(document),
        "form": form,
        "queue": queue,
        "progress": progress,
        "totals": checking.totals(progress),
        "may_review": may(request.user, services.RIGHT, document),
        "undo": _undo(request, document),
        "query": _query(request),
    }
    if record is not None:
        context |= _record_context(request, document, record, queue)
    return render(request, "documents/review.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """A verdict on one record; then the next one of the queue."""
    document = find(request, pk)
    record = _record(request, document, request.POST.get("record", ""))
    form = checking.QueueForm(request.GET, selectors.progress(request.user, document))
    queue = checking.queue(request.user, document, form)
    verdict = request.POST.get("verdict", "")
    activity = activities_of_records(request.user, [record]).get(record.pk)
    if verdict == Verdict.CORRECTED and not (activity and activity.touched):
        messages.error(request, _("Correct the activity first; then say that it was corrected."))
        return redirect(_address(request, pk, record.pk))
    try:
        services.review_record(
            by=person(request),
            record=record,
            verdict=verdict,
            seen=request.POST.get("seen", ""),
            reason=request.POST.get("reason", ""),
        )
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect(_address(request, pk, record.pk))
    following = queue.after(record)
    messages.success(request, _("%(verdict)s: line %(line)s.") % _told(verdict, record))
    return redirect(_address(request, pk, following))


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one's own latest verdict back, with its whole batch if it was given in bulk."""
    document = find(request, pk)
    by = person(request)
    latest = selectors.latest_by(by, document)
    if latest is None or str(latest.pk) != request.POST.get("review"):
        messages.error(request, _("There is nothing of yours to take back, or not that any more."))
        return redirect(_address(request, pk, None))
    try:
        if latest.batch is None:
            seen = services.stamp(latest.record, latest)
            services.withdraw(by=by, record=latest.record, seen=seen)
            number = 1
        else:
            number = services.withdraw_batch(by=by, document=document, batch=latest.batch)
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
    else:
        messages.success(
            request,
            ngettext(
                "Taken back: %(number)s record is unchecked again.",
                "Taken back: %(number)s records are unchecked again.",
                number,
            )
            % {"number": number},
        )
    return redirect(_address(request, pk, latest.record_id))


def bulk(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept all unchecked records of a rule, after saying how many they are."""
    document = find(request, pk)
    if not may(request.user, services.RIGHT, document):
        raise PermissionDenied
    rule = (request.POST if request.method == "POST" else request.GET).get("rule", "")
    if request.method == "POST":
        expected = request.POST.get("expected", "")
        try:
            services.bulk_accept(
                by=person(request),
                document=document,
                rule=rule,
                expected=int(expected) if expected.isascii() and expected.isdigit() else 0,
            )
        except RenkeiError as error:
            messages.error(request, error.message(language()))
            return redirect(
                f"{reverse('documents_review_bulk', args=[pk])}?{urlencode({'rule': rule})}"
            )
        messages.success(request, _("%(number)s records were accepted.") % {"number": expected})
        return redirect("documents_review", pk)
    rows = selectors.queue(request.user, document, QueueFilter(rule=rule, verdict=UNCHECKED))
    first = list(rows[:FIRST_OF_BULK]) if rule else []
    context = {
        "document": document,
        "trail": [*_trail(document), (reverse("documents_review", args=[pk]), _("Check"))],
        "rule": rule,
        "number": rows.count() if rule else 0,
        "first": index.entries(request.user, first),
    }
    return render(request, "documents/review_bulk.html", context)


def sample(request: HttpRequest, pk: int) -> HttpResponse:
    """What a sample of every rule or type says about the share of errors."""
    document = find(request, pk)
    group = request.GET.get("by", "")
    group = group if group in selectors.GROUPS else selectors.GROUPS[0]
    size = min(page_number(request.GET.get("size", "")), checking.LARGEST_SAMPLE)
    size = size if request.GET.get("size") else checking.SAMPLE_SIZE
    rows = [
        {
            "sample": one,
            "name": label(one.group, "record_type") if group == "type" else one.group,
            "drawn": len(one.records),
            "observed": _percent(one.share.observed),
            "interval": " – ".join(checking.percent(edge) for edge in one.share.interval or ()),
            "check": urlencode({group: one.group, "verdict": "", "sample": size, "by": group}),
        }
        for one in selectors.samples(request.user, document, group, size)
    ]
    context = {
        "document": document,
        "trail": [*_trail(document), (reverse("documents_review", args=[pk]), _("Check"))],
        "rows": rows,
        "group": group,
        "size": size,
        "largest": checking.LARGEST_SAMPLE,
    }
    return render(request, "documents/review_sample.html", context)


def _record_context(
    request: HttpRequest, document: StoredDocument, record: SourceRecord, queue: checking.Queue
) -> dict[str, object]:
    standing = selectors.standing(record)
    activity = activities_of_records(request.user, [record]).get(record.pk)
    return {
        "record": record,
        "entry": index.entries(request.user, [record])[0],
        "place": queue.number(record),
        "facts": checking.facts(record),
        "notes": [label(code, "note") for code in record.notes],
        "lines": checking.lines(document, record),
        "standing": standing,
        "history": selectors.history(request.user, record),
        "readings": readings(request.user, [record]),
        "seen": services.stamp(record, standing),
        "previous": queue.before(record),
        "next": queue.after(record),
        "correct": _correction(request, activity),
        "was_corrected": activity is not None and activity.touched,
    }


def _correction(request: HttpRequest, activity: Activity | None) -> str:
    if activity is None or not may_correct(request.user, activity):
        return ""
    return reverse("activities_correct", args=[activity.pk])


def _asked_record(
    request: HttpRequest, document: StoredDocument, queue: checking.Queue
) -> SourceRecord | None:
    """The record of the address, else the first of the queue."""
    asked = request.GET.get("record", "")
    if asked:
        return _record(request, document, asked)
    return _record(request, document, str(queue.places[0][1])) if queue.places else None


def _record(request: HttpRequest, document: StoredDocument, key: str) -> SourceRecord:
    try:
        return records(request.user, document).get(pk=page_number(key))
    except SourceRecord.DoesNotExist as error:
        raise Http404 from error


def _undo(request: HttpRequest, document: StoredDocument) -> dict[str, object] | None:
    latest = selectors.latest_by(request.user, document)
    if latest is None:
        return None
    return {"review": latest, "number": selectors.left_of_batch(request.user, latest)}


def _query(request: HttpRequest) -> str:
    """The filters of the address without the record."""
    kept = request.GET.copy()
    kept.pop("record", None)
    return kept.urlencode()


def _address(request: HttpRequest, pk: int, record: int | None) -> str:
    kept = request.GET.copy()
    kept.pop("record", None)
    if record is not None:
        kept["record"] = str(record)
    return f"{reverse('documents_review', args=[pk])}?{kept.urlencode()}"


def _told(verdict: str, record: SourceRecord) -> dict[str, object]:
    return {"verdict": label(verdict, "verdict"), "line": record.line}


def _percent(share: float | None) -> str:
    return "" if share is None else checking.percent(share)


def _trail(document: StoredDocument) -> list[tuple[str, str]]:
    return [
        (reverse("documents"), _("Documents")),
        (reverse("documents_one", args=[document.pk]), str(document)),
    ]
