"""How much is read at most, and sizes in words."""

from __future__ import annotations

MIB = 1024 * 1024
MAX_BYTES = 64 * MIB  # of one file; the longest official volume published as text is under 10 MiB
MAX_EXPANDED = 256 * MIB  # of all members of one .docx or .xlsx together
MAX_RATIO = 200  # expanded to packed, of one member over RATIO_FLOOR; office XML stays under 60
RATIO_FLOOR = 8 * MIB
MAX_MEMBERS = 20_000
MAX_DRAWN = 50_000  # objects and path segments of one page; a page of tables has a few thousand
MAX_CROSSINGS = (
    20_000  # ruling lines down times along; a table of 100 rows and 30 columns has 3,131
)
MAX_PAGES = 3_000  # of one PDF; the longest official volume has some 800
MAX_UNITS = 32 * MIB  # characters of one PDF; the longest volume has 5 million
MAX_PIXELS = 12_000_000  # of a page drawn for an OCR engine; A4 at 300 dpi has 8.7 million


def size_text(size: int) -> str:
    """``size`` bytes for people: "512 B", "12.3 KB", "200.0 MB" (steps of 1024)."""
    if size < 1024:
        return f"{size} B"
    if size < MIB:
        return f"{size / 1024:.1f} KB"
    return f"{size / MIB:.1f} MB"
