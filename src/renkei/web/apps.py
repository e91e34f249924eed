"""The Django app that carries templates, static files and template tags."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages have no models of their own."""

    name = "renkei.web"
    label = "web"
