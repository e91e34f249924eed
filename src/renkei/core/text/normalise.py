"""Normalisation steps. Each takes a mapped text and returns one; none touches the original."""

from __future__ import annotations

import html
import re
import unicodedata

from renkei.core.text.mapped import MappedText, Replacement

# One character for one character, so that the offset map stays as it is. What is folded: full
# width ASCII, look-alike dashes, spaces, half-width punctuation. ー (long vowel) is a letter
# and stays; ～ and 〜 become ～ because ranges are printed with either.
_FOLD: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD.update(
    {
        ord(a): ord(b)
        for a, b in {
            "\u3000": " ",
            "\u00a0": " ",
            "～": "～",
            "〜": "～",
            "~": "～",
            "−": "-",
            "‐": "-",
            "‑": "-",
            "–": "-",
            "—": "-",
            "―": "-",
            "─": "-",
            "，": "、",
            "､": "、",
            "｡": "。",
            "｢": "「",
            "｣": "」",
            "･": "・",
            "〈": "<",
            "〉": ">",
            "≪": "《",
            "≫": "》",
        }.items()
    }
)
_HALF_KANA = re.compile("[\uff66-\uff9f]+")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--.{0,500}?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{1,10});")
_BREAKING = re.compile(r"</?(?:p|li|ul|ol|br|div|tr|table|h\d)\b", re.IGNORECASE)


def fold(text: str) -> str:
    """Fold widths and look-alikes, one character for one; ``len`` is unchanged."""
    return text.translate(_FOLD)


def normalise(mapped: MappedText) -> MappedText:
    """Fold widths and look-alikes, and half-width katakana with its sound marks.

    ①, ㈱ and other compatibility characters stay: their meaning is in their form.
    """
    kana = [
        Replacement(found.start(), found.end(), unicodedata.normalize("NFKC", found[0]))
        for found in _HALF_KANA.finditer(mapped.text)
    ]
    return (mapped.replace(kana) if kana else mapped).translate(_FOLD)


def strip_markup(mapped: MappedText) -> MappedText:
    """Take HTML remnants out: block tags become a line break, others nothing, entities characters.

    Only tag-shaped runs go; <オーストラリア> and <375> are printed words and stay.
    """
    if "<" not in mapped.text and "&" not in mapped.text:
        return mapped
    edits = [
        Replacement(m.start(), m.end(), "\n" if _BREAKING.match(m[0]) else "")
        for m in _TAG.finditer(mapped.text)
    ]
    taken = {(edit.start, edit.end) for edit in edits}
    for found in _ENTITY.finditer(mapped.text):
        character = html.unescape(found[0])
        inside = any(start <= found.start() < end for start, end in taken) if taken else False
        if character != found[0] and not inside:
            edits.append(Replacement(found.start(), found.end(), character))
    return mapped.replace(sorted(edits, key=lambda edit: edit.start))


_WRAP = re.compile(r"[ \t\u3000]*(?:\r\n|\n|\r)[ \t\u3000]*")


def join_wrapped(mapped: MappedText) -> MappedText:
    """Join all lines of one paragraph: breaks vanish, or become a space between two Latin words.

    The caller decides what a paragraph is; this only removes the breaks inside it.
    """
    edits = []
    for found in _WRAP.finditer(mapped.text):
        before = mapped.text[found.start() - 1 : found.start()]
        after = mapped.text[found.end() : found.end() + 1]
        latin = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
        edits.append(Replacement(found.start(), found.end(), " " if latin else ""))
    return mapped.replace(edits)
