"""The register as `renkei demo` finds it: partners and organisations of the vocabulary."""

import django

django.setup()  # conftest files are loaded before pytest-django does it

from tests.register import activity, home, people  # noqa: E402

__all__ = ["activity", "home", "people"]
