"""Findings of a document: looked at one by one, corrected, dismissed or given as a task."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from renkei.apps.accounts.rights import may
from renkei.apps.checking import selectors, services
from renkei.apps.checking.selectors import Judged
from renkei.apps.documents.models import StoredDocument
from renkei.core.errors import DeniedError, RenkeiError, UsageError
from renkei.web.documents import finding_list
from renkei.web.documents.reader import attachment
from renkei.web.documents.views import find
from renkei.web.labels import language
from renkei.web.paging import page_number
from renkei.web.requests import person


def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """The list, and one finding beside its words."""
    document = find(request, pk)
    found = selectors.look(request.user, document)
    judged = selectors.judged(request.user, document, found)
    form = finding_list.FindingFilter(request.GET, judged)
    shown = [each for each in judged if form.wanted(each)]
    context = {
        "document": document,
        "trail": _trail(document),
        "form": form,
        "rows": finding_list.rows(shown, found),
        "counts": finding_list.counts(judged),
        "seen": found.digest,
        "edit_number": selectors.edits(request.user, document).count(),
        "clearance": selectors.clearance(request.user, document),
        "may_decide": may(request.user, services.RIGHT, document),
        "query": _kept(request),
    }
    current = _current(request, shown)
    if current is not None:
        index = shown.index(current)
        context |= _one(request, document, current) | {
            "places": finding_list.places(document, found, current),
            "number": index + 1,
            "previous": shown[index - 1].finding.fingerprint if index else "",
            "next": shown[index + 1].finding.fingerprint if index + 1 < len(shown) else "",
        }
    return render(request, "documents/findings.html", context)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Accept, correct, dismiss or give away one finding; then the next of the list."""
    document = find(request, pk)
    acts = {"accept": _accept, "correct": _correct, "dismiss": _dismiss, "task": _task}
    act = acts.get(request.POST.get("act", ""))
    if act is None:
        raise Http404
    done = _try(request, lambda: act(request, document))
    following = request.POST.get("next" if done else "finding", "")
    return redirect(_address(request, pk, following))


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """End an edit, a decision or a clearance."""
    document = find(request, pk)
    kind = request.POST.get("kind", "")
    row = selectors.act(request.user, document, kind, page_number(request.POST.get("act", "")))
    if row is None:
        raise Http404
    if _try(request, lambda: services.take_back(by=person(request), act=row)):
        messages.success(request, _("Taken back."))
    if kind == "edit":
        return redirect("documents_corrections", pk)
    return redirect(_address(request, pk, request.POST.get("finding", "")))


@require_POST
def clear(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that the text as corrected may be decided and published."""
    document = find(request, pk)

    def act() -> None:
        services.clear(
            by=person(request),
            document=document,
            seen=request.POST.get("seen", ""),
            reason=request.POST.get("reason", ""),
        )

    if _try(request, act):
        messages.success(request, _("The document is cleared."))
    return redirect(_address(request, pk, ""))


def corrections(request: HttpRequest, pk: int) -> HttpResponse:
    """Every correction of the text: who, when, why; and the corrected text to download."""
    document = find(request, pk)
    standing = list(selectors.edits(request.user, document))
    context = {
        "document": document,
        "trail": [*_trail(document), (reverse("documents_findings", args=[pk]), _("Findings"))],
        "rows": finding_list.in_context(document, standing),
        "past": finding_list.in_context(
            document, list(selectors.past_edits(request.user, document))
        ),
        "may_decide": may(request.user, services.RIGHT, document),
    }
    return render(request, "documents/corrections.html", context)


def corrected(request: HttpRequest, pk: int) -> HttpResponse:
    """The corrected text in UTF-8, as a download."""
    document = find(request, pk)
    text = selectors.look(request.user, document).revision.document.text
    response = HttpResponse(text.encode("utf-8", "surrogatepass"), content_type="text/plain")
    stem = document.name.rpartition(".")[0] or document.name
    response.headers["Content-Disposition"] = attachment(f"{stem}-corrected.txt")
    return response


def _accept(request: HttpRequest, document: StoredDocument) -> None:
    made = services.accept(by=person(request), document=document, **_which(request))
    text = ngettext("Corrected in %(number)s place.", "Corrected in %(number)s places.", len(made))
    messages.success(request, text % {"number": len(made)})


def _correct(request: HttpRequest, document: StoredDocument) -> None:
    place = request.POST.get("place", "")
    services.correct(
        by=person(request),
        document=document,
        place=int(place) if place.isascii() and place.isdigit() else -1,
        text=request.POST.get("text", "").replace("\r\n", "\n"),
        reason=request.POST.get("reason", ""),
        **_which(request),
    )
    messages.success(request, _("Corrected."))


def _dismiss(request: HttpRequest, document: StoredDocument) -> None:
    reason = request.POST.get("reason", "")
    services.dismiss(by=person(request), document=document, reason=reason, **_which(request))
    messages.success(request, _("Dismissed; the reason is kept with the finding."))


def _task(request: HttpRequest, document: StoredDocument) -> None:
    key = page_number(request.POST.get("assignee", ""))
    assignee = next((one for one in selectors.helpers(document) if one.pk == key), None)
    if assignee is None:
        raise UsageError("RK525", user="?")
    services.assign(
        by=person(request),
        document=document,
        assignee=assignee,
        reason=request.POST.get("reason", ""),
        **_which(request),
    )
    messages.success(request, _("Given to %(who)s.") % {"who": assignee})


def _try(request: HttpRequest, act: Callable[[], object]) -> bool:
    """Do ``act``; what it refuses becomes a message."""
    try:
        act()
    except DeniedError as error:
        raise PermissionDenied from error
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return False
    return True


def _which(request: HttpRequest) -> dict[str, str]:
    return {
        "fingerprint": request.POST.get("finding", ""),
        "seen": request.POST.get("seen", ""),
    }


def _one(request: HttpRequest, document: StoredDocument, each: Judged) -> dict[str, object]:
    finding = each.finding
    return {
        "current": each,
        "title": finding.rule.title.text(language()),
        "message": finding.message.text(language()) if finding.message else "",
        "explanation": finding.rule.explanation.text(language()),
        "people": selectors.helpers(document),
    }


def _current(request: HttpRequest, shown: list[Judged]) -> Judged | None:
    """The finding of the address, else the first of the list."""
    asked = request.GET.get("finding", "")
    matching = (each for each in shown if each.finding.fingerprint == asked)
    return next(matching, shown[0] if shown else None)


def _kept(request: HttpRequest) -> str:
    """The filters of the address without the finding."""
    kept = request.GET.copy()
    kept.pop("finding", None)
    return kept.urlencode()


def _address(request: HttpRequest, pk: int, finding: str) -> str:
    kept = request.GET.copy()
    kept.pop("finding", None)
    if finding:
        kept["finding"] = finding
    return f"{reverse('documents_findings', args=[pk])}?{kept.urlencode()}"


def _trail(document: StoredDocument) -> list[tuple[str, str]]:
    return [
        (reverse("documents"), _("Documents")),
        (reverse("documents_one", args=[document.pk]), str(document)),
    ]
