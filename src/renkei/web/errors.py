"""Error pages: what happened and what to do, in the language of the reader."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template
from django.utils.translation import gettext as _


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return _page(
        request,
        400,
        _("This request could not be read"),
        _("The address or the form held something that does not fit. Go back and try again."),
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return _page(
        request,
        403,
        _("You may not do this"),
        _("Your role does not include it. Ask an administrator if you need it for your work."),
    )


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404; also what is above the reader's clearance, so that nobody learns that it exists."""
    return _page(
        request,
        404,
        _("This page was not found"),
        _("The address is wrong, the record was withdrawn, or it is not open to you."),
    )


def server_error(request: HttpRequest) -> HttpResponse:
    """500, in both languages and without the database, which may be what failed."""
    return HttpResponse(get_template("errors/500.html").render(), status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that was open too long or came from elsewhere."""
    return _page(
        request,
        403,
        _("The form was open too long"),
        _("For your safety nothing was saved. Open the page again and repeat the entry."),
    )


def _page(request: HttpRequest, code: int, heading: str, explanation: str) -> HttpResponse:
    context = {"code": code, "heading": heading, "explanation": explanation}
    return render(request, "errors/page.html", context, status=code)
