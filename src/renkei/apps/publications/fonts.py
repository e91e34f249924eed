"""The fonts a sheet is set in, and which characters they can print.

A missing font or character is an error with one sentence, never an empty box on paper.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

import renkei.assets
from renkei.core.errors import InputError

FOLDER = Path(renkei.assets.__file__).parent / "fonts"
FILES = (
    "NotoSansJP-Regular.ttf",
    "NotoSansJP-Bold.ttf",
    "NotoSerifJP-Regular.ttf",
    "NotoSerifJP-Bold.ttf",
)
_NOT_DRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Mn"}


def require(text: str) -> None:
    """Raise InputError when a font is not there or cannot print a character of ``text``."""
    for name in FILES:
        if not (FOLDER / name).is_file():
            raise InputError("RK411", name=name, folder=FOLDER)
    covered = characters(FOLDER / FILES[0]) & characters(FOLDER / FILES[2])
    missing = sorted({c for c in text if ord(c) not in covered and _is_drawn(c)})
    if missing:
        listed = "、".join(f"{c}（U+{ord(c):04X}）" for c in missing[:5])
        raise InputError("RK412", found=listed)


def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in _NOT_DRAWN


@cache
def characters(path: Path) -> frozenset[int]:
    """Code points of the font's character map (OpenType cmap, formats 4 and 12)."""
    data = path.read_bytes()
    start = _table(data, b"cmap")
    found: set[int] = set()
    for index in range(struct.unpack_from(">H", data, start + 2)[0]):
        offset = start + struct.unpack_from(">I", data, start + 4 + 8 * index + 4)[0]
        kind = struct.unpack_from(">H", data, offset)[0]
        if kind == 4:
            found |= _segments(data, offset)
        elif kind == 12:
            found |= _groups(data, offset)
    return frozenset(found)


def _table(data: bytes, tag: bytes) -> int:
    count = struct.unpack_from(">H", data, 4)[0]
    for index in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        if name == tag:
            return int(offset)
    raise InputError("RK411", name=tag.decode(), folder=FOLDER)


def _segments(data: bytes, offset: int) -> set[int]:
    """Format 4: segments of the basic plane; the last one (U+FFFF) is a stop mark."""
    count = struct.unpack_from(">H", data, offset + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", data, offset + 14)
    starts = struct.unpack_from(f">{count}H", data, offset + 16 + 2 * count)
    return {
        code for a, b in zip(starts, ends, strict=True) if b != 0xFFFF for code in range(a, b + 1)
    }


def _groups(data: bytes, offset: int) -> set[int]:
    """Format 12: groups of the whole range."""
    count = struct.unpack_from(">I", data, offset + 12)[0]
    found: set[int] = set()
    for index in range(count):
        first, last, _ = struct.unpack_from(">III", data, offset + 16 + 12 * index)
        found.update(range(first, last + 1))
    return found
