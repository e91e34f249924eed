"""People and activities; the fixtures are in tests/register.py."""

import django

django.setup()  # conftest files are loaded before pytest-django does it

from tests.register import home, people  # noqa: E402

__all__ = ["home", "people"]
