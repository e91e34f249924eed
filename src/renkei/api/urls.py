"""The API object and its routers."""

from __future__ import annotations

from ninja import NinjaAPI
from ninja.security import django_auth

from renkei import __version__

api = NinjaAPI(
    title="Renkei",
    version=__version__,
    description="Security co-operation and its policy evaluation, with evidence.",
    auth=django_auth,
    urls_namespace="api",
)
