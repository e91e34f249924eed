"""Numbers as Japanese documents print them: full width, 元, △, commas, 万 and 億."""

from __future__ import annotations

import re
from decimal import Decimal

from renkei.core.errors import ValueFormError

WIDE = str.maketrans("０１２３４５６７８９，．％－−", "0123456789,.%--")
_MYRIADS = {"": 1, "千": 10**3, "万": 10**4, "億": 10**8, "兆": 10**12}
_PART = re.compile(r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<myriad>[千万億兆]?)")
_NEGATIVE = re.compile(r"^[△▲\-]")


def parse_int(text: str) -> int:
    """A year, month, day or ordinal: digits of any width, or 元 for 1. Raises ValueFormError."""
    plain = text.translate(WIDE).strip()
    if plain == "元":
        return 1
    if not plain.isascii() or not plain.isdigit():
        raise ValueFormError("RK304", found=text)
    return int(plain)


def parse_decimal(text: str) -> Decimal:
    """A printed number without its unit: "1,234", "△56.7", "266万", "1億2,000万".

    Raises ValueFormError when the text is anything else, also for commas out of place.
    """
    plain = text.translate(WIDE).replace(" ", "").replace("\u3000", "")
    negative = _NEGATIVE.match(plain)
    body = plain[1:] if negative else plain
    total, position, last = Decimal(0), 0, 10**13
    while position < len(body):
        part = _PART.match(body, position)
        scale = _MYRIADS[part["myriad"]] if part else 0
        if part is None or scale >= last:
            raise ValueFormError("RK304", found=text)
        total += Decimal(part["number"].replace(",", "")) * scale
        position, last = part.end(), scale
    if not body:
        raise ValueFormError("RK304", found=text)
    return -total if negative else total
