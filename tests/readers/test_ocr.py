"""Scanned pages: refused without a recogniser, read with one, and the boxes stay those of the page."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from renkei.core.errors import InputError
from renkei.readers import ocr
from renkei.readers.ocr import Recognised
from renkei.readers.registry import read_bytes


def scanned(pages: int, with_text: int = 0) -> bytes:
    """Pages that are pictures, and then pages with text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    picture = ImageReader(Image.new("L", (620, 877), 255))
    for _ in range(pages):
        canvas.drawImage(picture, 0, 0, *A4)
        canvas.showPage()
    for _ in range(with_text):
        canvas.drawString(72, 720, "printed words of a page with a text layer")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(picture: bytes) -> Sequence[Recognised]:
    """A recogniser that finds one line in the middle of whatever it is given."""
    with Image.open(io.BytesIO(picture)) as image:
        width, height = image.size
    return [
        Recognised("recognised words", (0, height / 2, width, height)),
        Recognised(" ", (0, 0, 1, 1)),
    ]


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr, "recogniser", lambda: lines)


def test_a_scan_is_refused_in_one_sentence() -> None:
    with pytest.raises(InputError) as raised:
        read_bytes("scan.pdf", scanned(2))
    assert raised.value.code == "RK116"


def test_a_few_scanned_pages_are_gaps_and_the_others_are_read() -> None:
    document = read_bytes("mixed.pdf", scanned(1, with_text=2))
    assert [reason for _, reason in document.gaps] == ["scanned_page"]
    assert "printed words" in document.text


@pytest.mark.usefixtures("plugged")
def test_a_recogniser_reads_what_has_no_text_and_only_that() -> None:
    document = read_bytes("mixed.pdf", scanned(1, with_text=1))
    assert document.gaps == ()
    assert document.text.split("\n")[0] == "recognised words"
    assert document.text.count("recognised words") == 1
    (_, place), *_ = document.places
    assert place.page == 1
    assert place.box == pytest.approx((0, A4[1] / 2, A4[0], A4[1]), abs=1)


def test_no_recogniser_is_installed_with_renkei() -> None:
    assert ocr.recogniser() is None
