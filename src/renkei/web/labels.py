"""Terms for codes in the language of the page; the glossary holds them, not the translations."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import translation

from renkei.apps.accounts.choices import Marking
from renkei.core import vocabulary
from renkei.core.errors.messages import Language


def language() -> Language:
    """The language of the page: Japanese unless it is English."""
    return "en" if (translation.get_language() or "ja").startswith("en") else "ja"


def label(code: str, group: str) -> str:
    """The term of ``code`` in ``group`` of the glossary; a code that is not in it stands itself."""
    words = vocabulary.load()
    return words.label(code, language(), group) if (group, code) in words.terms else code


def definition(code: str, group: str) -> str:
    """What ``code`` means, in a sentence; the term itself where the glossary says no more."""
    term = vocabulary.load().terms.get((group, code))
    if term is None:
        return code
    return (term.definition_ja if language() == "ja" else term.definition_en) or label(code, group)


def choices(codes: Iterable[str], group: str) -> list[tuple[str, str]]:
    """Codes with their terms, for a form field."""
    return [(code, label(code, group)) for code in codes]


def marking_label(marking: int) -> str:
    """The term of a handling marking."""
    return label(Marking(marking).label, "marking")


def partner_label(code: str) -> str:
    """The name of a partner; a code that the vocabulary does not hold stands itself."""
    entry = vocabulary.load().partners.get(code)
    if entry is None:
        return code
    return entry.ja if language() == "ja" else entry.en


def partner_labels(codes: Iterable[str]) -> str:
    """Names of partners in one line."""
    return ("、" if language() == "ja" else ", ").join(map(partner_label, codes))
