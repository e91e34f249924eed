"""Handling markings as words; the database keeps their order as numbers."""

from renkei.apps.accounts.choices import Marking

MARKINGS: dict[int, str] = {marking.value: marking.label for marking in Marking}
