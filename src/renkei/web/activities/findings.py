"""What is wrong among the activities of the register."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from renkei.apps.counting.selectors import silent
from renkei.apps.register.checking import findings as found_in
from renkei.web.labels import language
from renkei.web.paging import Pager, page_number

PER_PAGE = 50


def findings(request: HttpRequest) -> HttpResponse:
    """The list, gravest first; each finding leads to its activities."""
    found = found_in(request.user, timezone.localdate())
    pages = max(1, -(-len(found) // PER_PAGE))
    number = min(page_number(request.GET.get("page", "")), pages)
    shown = found[(number - 1) * PER_PAGE : number * PER_PAGE]
    context = {
        "trail": [(reverse("activities"), _("Activities"))],
        "pager": Pager(number, pages, len(found), PER_PAGE),
        "total": len(found),
        "silent": silent(request.user),
        "rows": [
            {
                "severity": one.finding.severity,
                "title": one.finding.rule.title.text(language()),
                "message": one.finding.message.text(language()) if one.finding.message else "",
                "activities": one.activities,
            }
            for one in shown
        ],
    }
    return render(request, "activities/findings.html", context)
