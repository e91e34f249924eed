"""The API object, its routers, and how errors are told."""

from __future__ import annotations

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from ninja import NinjaAPI
from ninja.security import django_auth

from renkei import __version__
from renkei.api import activities, documents, partners, policies
from renkei.core.errors import ConflictError, DeniedError, RenkeiError, UsageError
from renkei.core.errors.messages import Language

# The page that shows the description would need inline scripts, which the pages' policy forbids;
# openapi.json beside this file is the same description for any reader of it.
api = NinjaAPI(
    title="Renkei",
    version=__version__,
    description="Security co-operation and its policy evaluation, with evidence.",
    auth=django_auth,
    urls_namespace="api",
    docs_url=None,
)
api.add_router("/activities", activities.router)
api.add_router("/documents", documents.router)
api.add_router("/partners", partners.router)
api.add_router("/policies", policies.router)

STATUS: tuple[tuple[type[RenkeiError], int], ...] = (
    (DeniedError, 403),
    (ConflictError, 409),
    (RenkeiError, 422),
)


@api.exception_handler(RenkeiError)
def tell_error(request: HttpRequest, error: RenkeiError) -> HttpResponse:
    """Our own errors: status by class, sentence in the language of the request."""
    status = next(code for kind, code in STATUS if isinstance(error, kind))
    return _answer(request, error, status)


@api.exception_handler(ObjectDoesNotExist)
def tell_absence(request: HttpRequest, _error: ObjectDoesNotExist) -> HttpResponse:
    """The same for what is not there and for what the viewer may not see."""
    return _answer(request, UsageError("RK505", what="record", found=request.path), 404)


def _answer(request: HttpRequest, error: RenkeiError, status: int) -> HttpResponse:
    language: Language = "en" if translation.get_language() == "en" else "ja"
    shape = {"code": error.code, "message": error.message(language)}
    return api.create_response(request, shape, status=status)
