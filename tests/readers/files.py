"""Files made for the tests of readers, written by hand or by other libraries than ours."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

Placed = tuple[float, float, str]  # points from the left and the bottom of the page


def pdf(*pages: Sequence[Placed] | None, size: float = 10) -> bytes:
    """A PDF whose pages hold placed words in a CJK font that is not embedded; None is a scan."""
    objects: list[bytes] = [b"", b""]
    kids = []
    objects.append(
        b"<</Type/Font/Subtype/Type0/BaseFont/HeiseiMin-W3/Encoding/UniJIS-UTF16-H"
        b"/DescendantFonts[4 0 R]>>"
    )
    objects.append(
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/HeiseiMin-W3/DW 1000/FontDescriptor 5 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 5>>>>"
    )
    objects.append(
        b"<</Type/FontDescriptor/FontName/HeiseiMin-W3/Flags 4/FontBBox[0 -120 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 700/StemV 80>>"
    )
    objects.append(
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 1>>stream\n\x80\nendstream"
    )
    for words in pages:
        content = b"q 400 0 0 600 90 100 cm /I Do Q" if words is None else _content(words, size)
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(content), content))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>/XObject<</I 6 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _with_table(objects)


def _content(words: Sequence[Placed], size: float) -> bytes:
    parts = [
        b"BT /F %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET"
        % (size, x, y, text.encode("utf-16-be").hex().encode())
        for x, y, text in words
    ]
    return b"\n".join(parts)


def _with_table(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    out.write(b"trailer\n<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def encrypted_pdf() -> bytes:
    """A PDF that asks for a password nobody has."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 0/Kids[]>>",
        b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (b"61" * 32, b"62" * 32),
    ]
    identity = b"00112233445566778899aabbccddeeff"
    return _with_table(objects, b"/Encrypt 3 0 R/ID[<%s><%s>]" % (identity, identity))


def archive(**members: bytes | str) -> bytes:
    """A ZIP archive of XML ``members``; two underscores in a name stand for a slash."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members.items():
            path = name if "/" in name else name.replace("__", "/") + ".xml"
            file.writestr(path, content)
    return out.getvalue()


def bomb(part: str, size: int) -> bytes:
    """A ZIP archive with an office part of ``size`` zero bytes."""
    return archive(**{part: bytes(size)})
