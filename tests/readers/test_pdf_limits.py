"""PDF files beyond what is read at most, and running lines kept out of sentences."""

from __future__ import annotations

import functools
import io
import operator

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from renkei.core.errors import InputError
from renkei.readers.pdf import reader
from renkei.readers.registry import read_bytes


def printed(*pages: list[str], head: str = "", numbered: bool = False) -> bytes:
    """Pages of lines, with a running head and page numbers if asked."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for number, lines in enumerate(pages, 1):
        if head:
            canvas.drawString(60, 810, head)
        for index, line in enumerate(lines):
            canvas.drawString(60, 760 - 16 * index, line)
        if numbered:
            canvas.drawCentredString(297, 30, f"- {number} -")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    with pytest.raises(InputError) as raised:
        read_bytes("a.pdf", printed(["one"], ["two"], ["three"]))
    assert raised.value.code == "RK122"


def test_too_much_text_is_refused_at_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_UNITS", 30)
    with pytest.raises(InputError) as raised:
        read_bytes("a.pdf", printed(["twenty characters, or so"], ["and twenty more of them"]))
    assert (raised.value.code, raised.value.params["page"]) == ("RK123", 2)


def test_page_numbers_go_and_a_running_head_stays_once() -> None:
    lines = [["a sentence that runs on", "over the page"], ["and ends here.", "x"], ["y", "z"]]
    text = read_bytes("a.pdf", printed(*lines, head="White paper, part 3", numbered=True)).text
    assert text.count("White paper, part 3") == 1
    assert "- 1 -" not in text
    assert "- 3 -" not in text
    for line in functools.reduce(operator.iadd, lines, []):
        assert line in text


def test_a_number_that_does_not_count_pages_stays() -> None:
    text = read_bytes(
        "a.pdf", printed(["people sent", "words", "1979"], ["more words", "2024"])
    ).text
    assert "1979" in text
    assert "2024" in text
