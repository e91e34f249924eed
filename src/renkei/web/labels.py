"""Terms for codes in the language of the page; the glossary holds them, not the translations."""

from __future__ import annotations

from functools import lru_cache

from django.utils import translation

from renkei.core.errors.messages import Language
from renkei.core.vocabulary import Vocabulary, load


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The vocabulary, read once per process."""
    return load()


def language() -> Language:
    """The language of the page: Japanese unless it is English."""
    return "en" if (translation.get_language() or "ja").startswith("en") else "ja"


def label(code: str, group: str) -> str:
    """The term of ``code`` in ``group`` of the glossary; "" for an empty code."""
    return vocabulary().label(code, language(), group=group) if code else ""


def choices(codes: tuple[str, ...], group: str) -> list[tuple[str, str]]:
    """Codes with their terms, for a form field."""
    return [(code, label(code, group)) for code in codes]
