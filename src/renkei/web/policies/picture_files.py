"""Pictures of a policy as files, under the rights of its page."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.evaluation import selectors
from renkei.apps.evaluation.models import Policy
from renkei.core.errors import RenkeiError
from renkei.web.dates import fiscal_year
from renkei.web.labels import language, marking_label
from renkei.web.pictures import Picture, file_name, send
from renkei.web.policies import budget_pictures, measures
from renkei.web.policies.marks import KEY as MARKS
from renkei.web.policies.marks import marks
from renkei.web.policies.views import find


def file(request: HttpRequest, pk: int, key: str, form: str) -> HttpResponse:
    """One picture of the page as SVG or PNG."""
    policy = find(request, pk)
    picture = _picture(request.user, policy, key)
    if picture is None:
        raise Http404
    year = fiscal_year(policy.fiscal_year)
    foot = [" · ".join(filter(None, (policy.name, year, _stamp(policy))))]
    if policy.document is not None:
        foot.append(_("Source: %(document)s") % {"document": policy.document})
    try:
        return send(
            picture,
            form,
            name=file_name(policy.name, picture.title, str(policy.fiscal_year or "")),
            foot=foot,
        )
    except RenkeiError as error:
        messages.error(request, error.message(language()))
        return redirect("policies_one", pk)


def _stamp(policy: Policy) -> str:
    """The marking of what is not public goes with the picture."""
    return marking_label(policy.marking) if policy.marking else ""


def _picture(viewer: Viewer, policy: Policy, key: str) -> Picture | None:
    """The picture that an address names; None where the page has none of this name."""
    kind, *rest = key.split("-")
    if key == MARKS:
        found = marks(viewer, policy, linked=False)
        return found.picture if found else None
    pictures: list[Picture | None] = []
    if kind == budget_pictures.KEY:
        pictures = [*budget_pictures.budget_pictures(policy.budget_lines.all())]
    elif kind == measures.KEY and rest and rest[0].isdecimal():
        indicator = selectors.indicators(viewer, policy).filter(pk=int(rest[0])).first()
        pictures = [one.picture for one in measures.measures(indicator)] if indicator else []
    return next((one for one in pictures if one and one.key == key), None)
