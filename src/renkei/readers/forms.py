"""What a file is, told by its first bytes and never by its name."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file, and its name in sentences.

    ``extensions`` are those under which a file of this form is expected; one that promises
    another form is a mistake worth a sentence. Any other extension promises nothing.
    """

    code: str
    ja: str
    en: str
    media_type: str | None = None
    extensions: tuple[str, ...] = ()


_TEXT_EXTENSIONS = (".txt", ".text", ".csv", ".tsv", ".md", ".log")
_KNOWN: tuple[Form, ...] = (
    Form("text", "テキスト", "text", "text/plain", _TEXT_EXTENSIONS),
    Form("html", " HTML ", "HTML", "text/html", (".html", ".htm", ".xhtml")),
    Form("pdf", " PDF ", "a PDF", "application/pdf", (".pdf",)),
    Form(
        "docx",
        " Word 文書",
        "a Word document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        (".docx", ".docm"),
    ),
    Form(
        "xlsx",
        " Excel ブック",
        "an Excel workbook",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        (".xlsx", ".xlsm"),
    ),
    Form("zip", " ZIP 書庫", "a ZIP archive", None, (".zip",)),
    Form("ole", "旧形式の Office 文書", "an old Office document", None, (".doc", ".xls", ".ppt")),
    Form("rtf", " RTF 文書", "an RTF document", None, (".rtf",)),
    Form("png", " PNG 画像", "a PNG image", None, (".png",)),
    Form("jpeg", " JPEG 画像", "a JPEG image", None, (".jpg", ".jpeg")),
    Form("gif", " GIF 画像", "a GIF image", None, (".gif",)),
    Form("tiff", " TIFF 画像", "a TIFF image", None, (".tif", ".tiff")),
    Form("gzip", " gzip 圧縮ファイル", "gzip data", None, (".gz", ".tgz")),
    Form("7z", " 7z 書庫", "a 7z archive", None, (".7z",)),
    Form("program", "実行プログラム", "a program", None, (".exe",)),
    Form("postscript", " PostScript", "PostScript", None, (".ps",)),
    Form("binary", "文字ではないデータ", "data that is not text", None, (".bin",)),
)
FORMS: dict[str, Form] = {form.code: form for form in _KNOWN}
PROMISES: dict[str, str] = {
    extension: form.code for form in _KNOWN if form.media_type for extension in form.extensions
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"\x1f\x8b\x08", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"\x7fELF", "program"),
    (b"MZ\x90\x00", "program"),
    (b"%!PS", "postscript"),
)
_PDF_WITHIN = 1024  # bytes of junk that readers of PDF allow before the header
_HTML = re.compile(
    r"\A\s*+(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^<>]{0,500}-->\s*)*<(?:!doctype\s+html|html)\b", re.I
)
_HTML_WITHIN = 2048


def sniff(data: bytes) -> str:
    """The code of the form of ``data`` by its first bytes; "text" when nothing is recognised."""
    for magic, code in _MAGIC:
        if data.startswith(magic):
            return code
    return "pdf" if b"%PDF-" in data[:_PDF_WITHIN] else "text"


def looks_like_html(text: str) -> bool:
    """Whether a decoded text declares itself an HTML page at its beginning."""
    return _HTML.match(text[:_HTML_WITHIN]) is not None
