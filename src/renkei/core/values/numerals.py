"""Numbers as Japanese documents print them: full width, 元, △, commas, 万 and 億, 二十一."""

from __future__ import annotations

import re
from decimal import Decimal

from renkei.core.errors import ValueFormError

WIDE = str.maketrans("０１２３４５６７８９，．％－−＋", "0123456789,.%--+")
MOST_DIGITS = 18  # more than any budget in yen; keeps arithmetic exact and hostile input cheap
_SMALL = {"": 1, "百": 10**2, "千": 10**3}
_LARGE = {"": 1, "万": 10**4, "億": 10**8, "兆": 10**12}
_PART = re.compile(
    r"(?P<number>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"(?P<small>[百千]?)(?P<large>[万億兆]?)"
)
_NEGATIVE = ("△", "▲", "-")
_KANJI_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_KANJI_TENS = re.compile(r"(?:([0-9]?)百)?(?:([0-9]?)十)?([0-9]?)")


def parse_int(text: str) -> int:
    """A year, month, day or ordinal: digits of any width, 元 for 1, or kanji up to 九百九十九.

    Raises ValueFormError.
    """
    plain = text.translate(WIDE).strip()
    if plain == "元":
        return 1
    if plain.isascii() and plain.isdigit() and len(plain) <= MOST_DIGITS:
        return int(plain)
    kanji = plain.translate(_KANJI_DIGITS)
    if kanji != plain and kanji.isascii() and kanji.isdigit() and len(kanji) <= MOST_DIGITS:
        return int(kanji)  # positional: 二〇二一
    tens = _KANJI_TENS.fullmatch(kanji)
    if tens is None or not plain or plain.isascii() or any(c in "0123456789" for c in plain):
        raise ValueFormError("RK304", found=text)
    hundred, ten, one = tens.groups()
    return (
        (0 if hundred is None else int(hundred or 1) * 100)
        + (0 if ten is None else int(ten or 1) * 10)
        + int(one or 0)
    )


def parse_decimal(text: str) -> Decimal:
    """A printed number without its unit: "1,234", "△56.7", "266万", "1億2,000万", "3百万".

    Raises ValueFormError when the text is anything else, also for commas out of place.
    """
    plain = text.translate(WIDE).replace(" ", "").replace("\u3000", "")
    negative = plain.startswith(_NEGATIVE)
    body = plain[1:] if negative else plain
    if not body or sum(character in "0123456789" for character in body) > MOST_DIGITS:
        raise ValueFormError("RK304", found=text)
    total, position, last = Decimal(0), 0, 10**17
    while position < len(body):
        part = _PART.match(body, position)
        scale = _SMALL[part["small"]] * _LARGE[part["large"]] if part else 0
        if part is None or scale >= last:
            raise ValueFormError("RK304", found=text)
        total += Decimal(part["number"].replace(",", "")) * scale
        position, last = part.end(), scale
    return -total if negative and total else total


def decimal_text(value: Decimal) -> str:
    """A plain decimal string, exact, without an exponent or needless zeros: "80.2", "2660000"."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
