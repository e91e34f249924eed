"""Layouts from their files: those of the house by name, others by path."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from renkei.apps.publications.layout.model import Layout, Page
from renkei.apps.publications.layout.soundness import faults
from renkei.apps.publications.sheet import Sheet
from renkei.core.errors import UsageError

_FOLDER = files("renkei.apps.publications.layout") / "forms"
_ENDINGS = (".yml", ".yaml")


@cache
def shipped() -> Mapping[str, Layout]:
    """The layouts of the house by id, in the order of their file names."""
    texts = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted(_FOLDER.iterdir(), key=lambda path: path.name)
        if path.name.endswith(_ENDINGS)
    }
    layouts = (parse(text, name) for name, text in texts.items())
    return {layout.id: layout for layout in layouts}


def layout(name: str) -> Layout:
    """The layout of the house called ``name``, or that of a file.

    Raises UsageError RK436 for a name that there is not, RK437 for a file that is no layout.
    """
    path = Path(name)
    if path.suffix in _ENDINGS and path.is_file():
        return parse(path.read_text(encoding="utf-8"), path.name)
    if name not in shipped():
        raise UsageError("RK436", name=name, allowed=", ".join(shipped()))
    return shipped()[name]


def layout_of(sheet: Sheet) -> Layout:
    """The layout that suits a sheet: told by fields and figures, or by what was done alone."""
    figures = any(
        field.name or field.means or field.references or any(one.rows for one in field.indicators)
        for field in sheet.fields
    )
    suits = "fields" if figures else "indicators"
    return next(layout for layout in shipped().values() if layout.suits == suits)


def parse(text: str, name: str) -> Layout:
    """The layout written in ``text``. Raises UsageError RK437 telling what is wrong, and where."""
    try:
        made = _with_included(msgspec.yaml.decode(text.encode(), type=Layout))
    except (msgspec.DecodeError, UnicodeError, FileNotFoundError) as error:
        raise UsageError("RK437", name=name, reason=str(error)) from error
    fault = next(faults(made), None)
    if fault is not None:
        raise UsageError("RK437", name=name, reason=fault)
    return made


def _with_included(made: Layout) -> Layout:
    texts = ((_FOLDER / "pages" / name).read_bytes() for name in made.include)
    before = [page for text in texts for page in msgspec.yaml.decode(text, type=list[Page])]
    return msgspec.structs.replace(made, pages=(*before, *made.pages))
