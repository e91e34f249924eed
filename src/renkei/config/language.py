"""Which language a page is in: the person's choice, else the browser's cookie, else Japanese.

Django's LocaleMiddleware would let Accept-Language decide; a browser set to English is no choice.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers


def language_of(request: HttpRequest) -> str:
    """A language code of settings.LANGUAGES."""
    known = {code for code, _ in settings.LANGUAGES}
    user = getattr(request, "user", None)
    for choice in (
        getattr(user, "language", ""),
        request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""),
    ):
        if choice in known:
            return str(choice)
    return settings.LANGUAGE_CODE


class LanguageMiddleware:
    """Activates the language of the request and says it in Content-Language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request in its language."""
        language = language_of(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Cookie",))
        return response
