"""The same content as text, Word, Excel, HTML and PDF gives the same records."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.readers.registry import read_bytes
from tests.core.extract.sheets.sheet_samples import TABBED
from tests.golden.content import Content, from_lines, plain
from tests.golden.layouts import LAYOUTS
from tests.golden.office import excel, page, word
from tests.golden.printed import by_reportlab, by_typst

SAMPLES = Path(__file__).parents[2] / "src/renkei/config/sample/documents"
CONTENTS = {
    name: from_lines((SAMPLES / f"{name}.txt").read_text("utf-8"))
    for name in ("mihon-hakusho", "mihon-jizen-bunseki")
} | {
    "tabbed": from_lines(TABBED),
    **LAYOUTS,
}
FORMATS: dict[str, Callable[[Content], bytes]] = {
    "a.docx": word,
    "a.xlsx": excel,
    "a.html": page,
    "typst.pdf": by_typst,
    "reportlab.pdf": by_reportlab,
}


_TAG = re.compile(r"<[^<>]*>")  # of HTML, whose evidence is its source


def facts(name: str, data: bytes) -> list[dict[str, Any]]:
    shapes = list(to_json_all(read(read_bytes(name, data)).records))
    for shape in shapes:
        del shape["id"]
        shape["evidence"] = "".join(_TAG.sub("", shape["evidence"]["text"]).split())
    return shapes


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_same_records(content: Content, name: str) -> None:
    expected = facts("a.txt", plain(content).encode())
    assert len(expected) > 8
    assert facts(name, FORMATS[name](content)) == expected
