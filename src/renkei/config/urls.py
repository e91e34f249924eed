"""Addresses: sign-in, the API, and the pages."""

from django.urls import include, path

from renkei.api.urls import api

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("api/", api.urls),
    path("", include("renkei.web.urls")),
]
