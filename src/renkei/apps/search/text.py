"""What is indexed and what is asked for: both go through the same normalisation."""

from __future__ import annotations

import unicodedata


def normalise(*parts: str) -> str:
    """NFKC and case-folded; white space and NUL become one space; parts end in a line break.

    No word of a query holds white space, so nothing matches across two parts.
    """
    return "\n".join(" ".join(_fold(part).split()) for part in parts if part)


def words(query: str) -> list[str]:
    """The words of a query, each of which must occur; order and repetition do not matter."""
    return sorted(set(_fold(query).split()))


def bigrams(text: str) -> str:
    """Every two neighbouring characters of normalised text, and the last one alone."""
    return " ".join(text[i : i + 2] for i in range(len(text)))


def is_plain(word: str) -> bool:
    """Whether FTS5's ``ascii`` tokenizer keeps every character, so that a match is exact."""
    return all(char > "\x7f" or char.isalnum() for char in word)


def phrase(word: str) -> str | None:
    """``word`` as an FTS5 phrase over :func:`bigrams`; None when no character is a token."""
    if not any(char > "\x7f" or char.isalnum() for char in word):
        return None
    if len(word) == 1:
        return f'"{word}" *'
    pairs = " ".join(word[i : i + 2] for i in range(len(word) - 1))
    return '"' + pairs.replace('"', '""') + '"'


def _fold(text: str) -> str:
    # casefold may leave compatibility forms behind, so normalise on both sides of it
    folded = unicodedata.normalize("NFKC", text.replace("\0", " ")).casefold()
    return unicodedata.normalize("NFKC", folded)
