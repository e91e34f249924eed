"""Who asks."""

from __future__ import annotations

from django.http import HttpRequest

from renkei.apps.accounts.models import User


def person(request: HttpRequest) -> User:
    """The person who is signed in; every page that calls this requires it."""
    assert isinstance(request.user, User)
    return request.user
