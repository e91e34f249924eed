"""Addresses: sign-in, the API, and the pages."""

from django.urls import include, path

from renkei.api.urls import api

urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("api/", api.urls),
    path("", include("renkei.web.urls")),
]

handler400 = "renkei.web.errors.bad_request"
handler403 = "renkei.web.errors.forbidden"
handler404 = "renkei.web.errors.not_found"
handler500 = "renkei.web.errors.server_error"
