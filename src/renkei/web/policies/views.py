"""Evaluations: all policies, one of them, its sheet as a file."""

from __future__ import annotations

from csp.decorators import csp_update
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from renkei.apps.cycle import selectors as cycle
from renkei.apps.evaluation import selectors
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications import counted, html
from renkei.apps.publications.builders import BUILDERS
from renkei.apps.publications.selectors import get_sheet, in_form, places_of
from renkei.apps.publications.sheet import Form, Sheet
from renkei.apps.returned import services as returned
from renkei.core.errors import RenkeiError
from renkei.web.documents.addresses import address_of
from renkei.web.labels import language
from renkei.web.policies import measures, presentation
from renkei.web.policies.budget_pictures import budget_pictures
from renkei.web.policies.marks import marks
from renkei.web.requests import person

_OFFICE = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}


def policies(request: HttpRequest) -> HttpResponse:
    """All evaluated policies."""
    rows = selectors.policies(request.user).prefetch_related("fields", "ratings")
    return render(request, "policies/list.html", {"policies": rows})


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """One policy: header, budget, rating, fields with indicators and means, remarks."""
    policy = find(request, pk)
    ratings = [
        (rating, presentation.scale(rating), presentation.source_of(rating))
        for rating in policy.ratings.select_related("record").order_by("id")
    ]
    context = {
        "policy": policy,
        "year": cycle.year_of(request.user, policy),
        "changed": cycle.changed(request.user, policy),
        "may_begin": cycle.may_begin(request.user, policy),
        "trail": _trail(),
        "sheet_fields": policy.sheet_fields.select_related("record"),
        "marks": marks(request.user, policy),
        "legend": measures.legend(),
        "budgets": presentation.budget_tables(policy.budget_lines.all()),
        "budget_pictures": budget_pictures(policy.budget_lines.all()),
        "overall": [one for one in ratings if not one[0].subject],
        "partial": [one for one in ratings if one[0].subject],
        "fields": presentation.fields(request.user, policy),
        "opinions": policy.opinions.select_related("record"),
    }
    return render(request, "policies/detail.html", context)


def sheet(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """The official sheet as a file, as the form of the address (?form=) or as the policy is."""
    policy = find(request, pk)
    try:
        data = _file(request, policy, form)
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("policies_one", pk)
    response = HttpResponse(data, content_type=MEDIA_TYPES[form])
    name = f"{policy.name[:60]}.{form}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


@csp_update({"style-src": [html.STYLE_HASH]})  # type: ignore[arg-type]  # its types know no pk
def page(request: HttpRequest, pk: int) -> HttpResponse:
    """The official sheet to read: every figure that was read leads to the words it came from."""
    policy = find(request, pk)
    try:
        found = _sheet(request, policy)
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("policies_one", pk)
    places = places_of(request.user, policy)
    beside = [(one.text, _opened(policy, one)) for one in counted.lines(request.user, policy)]
    return HttpResponse(
        html.build(found, address_of=lambda record: _address(places, record), beside=beside)
    )


def _file(request: HttpRequest, policy: Policy, form: str) -> bytes:
    """The file; Word and Excel bear the mark by which they may come back edited."""
    found = _sheet(request, policy)
    if form in returned.ENDINGS:
        return returned.send_out(by=person(request), policy=policy, sheet=found, ending=form)
    return BUILDERS[form](found, None)


def _sheet(request: HttpRequest, policy: Policy) -> Sheet:
    found = get_sheet(request.user, policy.pk)
    asked = request.GET.get("form", "")
    return in_form(found, Form(asked)) if asked in set(Form) else found


def _opened(policy: Policy, one: counted.Counted) -> str:
    """Where a count opens into its activities."""
    return reverse("policies_count", args=[policy.pk, one.indicator]) + f"?year={one.year}#answer"


def _address(places: dict[int, tuple[int, int, int]], record: int) -> str:
    return address_of(*places[record]) if record in places else ""


def find(request: HttpRequest, pk: int) -> Policy:
    """The policy, or 404 for what is not there and what may not be seen."""
    try:
        return selectors.policy(request.user, pk)
    except Policy.DoesNotExist as error:
        raise Http404 from error


def _trail() -> list[tuple[str, str]]:
    return [(reverse("policies"), _("Evaluation"))]
