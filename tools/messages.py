"""The texts of the pages and their translations: `python -m tools.messages` brings the .po in step.

Works without GNU gettext: Django turns a template into something like Python, Babel reads that.
New texts are added without a translation, texts no longer used are dropped; the tests in tests/web
fail until every text has a Japanese one.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "renkei"
PO = SOURCE / "locale" / "ja" / "LC_MESSAGES" / "django.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
}
Message = tuple[str | None, str | tuple[str, ...]]


def messages() -> dict[Message, list[str]]:
    """Every text that is translated (its context, and it or its two numbers): where it stands."""
    found: dict[Message, list[str]] = {}
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.html")]):
        for message in _in_file(path):
            places = found.setdefault(message, [])
            place = str(path.relative_to(SOURCE.parent.parent))
            if place not in places:
                places.append(place)
    return found


def catalog() -> Catalog:
    """The Japanese translations as they stand."""
    with PO.open("rb") as source:
        return read_po(source, locale="ja", abort_invalid=True)


def main() -> None:
    """Bring the .po in step and say what is missing."""
    old = catalog() if PO.exists() else Catalog(locale="ja")
    fresh = Catalog(locale="ja", project="Renkei", charset="utf-8", fuzzy=False)
    missing = 0
    for (context, message), places in sorted(messages().items(), key=lambda item: item[1][0]):
        known = old.get(message if isinstance(message, str) else message[0], context)
        string = known.string if known else ""
        fresh.add(message, string, [(place, 1) for place in places], context=context)
        missing += not string
    PO.parent.mkdir(parents=True, exist_ok=True)
    with PO.open("wb") as target:
        write_po(target, fresh, width=100, omit_header=False, include_lineno=False)
    print(f"{len(fresh)} texts, {missing} without a Japanese translation: {PO}")


def _in_file(path: Path) -> Iterator[Message]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        text = "\n".join(line.lstrip() for line in templatize(text).splitlines())
    source = io.BytesIO(text.encode())
    for _, function, message, _ in extract_python(source, KEYWORDS, (), {"encoding": "utf-8"}):
        yield from _message(function, message)


def _message(function: object, message: object) -> Iterator[Message]:
    parts = message if isinstance(message, tuple) else (message,)
    words = [part for part in parts if isinstance(part, str)]
    if not words or not words[0]:
        return
    function = str(function)
    if function.startswith("pgettext"):
        yield words[0], words[1]
    elif function.startswith("ngettext"):
        yield None, (words[0], words[1])
    else:
        yield None, words[0]


if __name__ == "__main__":
    main()
