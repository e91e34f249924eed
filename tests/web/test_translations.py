"""Every text of pages and code has a Japanese translation, and no template holds bare words."""

import re
from pathlib import Path

import pytest

from tools.messages import SOURCE, catalog, messages

TEMPLATES = sorted((SOURCE / "web" / "templates").rglob("*.html"))
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
JAPANESE = re.compile(r"[぀-ヿ㐀-鿿]")

# Texts that are the same in both languages.
SAME = {"SHA-256", "%(table)s, %(unit)s"}
# Templates that speak both languages at once, and words that are names.
BOTH_LANGUAGES = {"500.html"}
NAMES = {"連携", "Renkei", "English", "日本語", "CSV", "Excel", "SHA", "PDF", "SVG", "PNG"}


def test_every_text_has_a_japanese_translation() -> None:
    known = catalog()
    missing, foreign = [], []
    for context, message in messages():
        key = message if isinstance(message, str) else message[0]
        entry = known.get(key, context)
        text = entry.string if entry else ""
        text = text if isinstance(text, str) else text[0]
        if not text:
            missing.append(key)
        elif not JAPANESE.search(text) and key not in SAME:
            foreign.append(key)
    assert missing == []
    assert foreign == []


def test_translations_keep_their_placeholders() -> None:
    wrong = []
    for entry in catalog():
        key = entry.id if isinstance(entry.id, str) else entry.id[0] if entry.id else ""
        text = entry.string if isinstance(entry.string, str) else entry.string[0]
        if key and set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(key)):
            wrong.append(key)
    assert wrong == []


def test_nothing_is_translated_that_is_no_longer_said() -> None:
    said = {message if isinstance(message, str) else message[0] for _, message in messages()}
    known = {e.id if isinstance(e.id, str) else e.id[0] for e in catalog() if e.id}
    assert known - said == set()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_bare_words(path: Path) -> None:
    if path.name in BOTH_LANGUAGES:
        pytest.skip("speaks both languages")
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"{%\s*(blocktranslate|blocktrans)\b.*?{%\s*end\1\s*%}", "", text, flags=re.S)
    text = re.sub(r"{%\s*comment\b.*?{%\s*endcomment\s*%}", "", text, flags=re.S)
    text = re.sub(r"{%.*?%}|{{.*?}}|{#.*?#}", "", text, flags=re.S)
    spoken = re.findall(r'(?:aria-label|alt|placeholder|title)="([^"]*)"', text)
    words = re.findall(r"\w*[^\W\d_]\w*", " ".join([re.sub(r"<[^>]*>", " ", text), *spoken]))
    assert [word for word in words if word not in NAMES and len(word) > 1] == []
