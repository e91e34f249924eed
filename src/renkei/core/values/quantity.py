"""A number with its unit: 80.2%, 266万件, 21 (no unit printed)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from renkei.core.errors import ValueFormError
from renkei.core.values.numerals import WIDE, decimal_text, parse_decimal

# Words that say how exact a number is are no part of its value or unit; ``text`` of a record
# keeps them.
_PRINTED = re.compile(
    r"(?:約|およそ|おおよそ|おおむね|概ね|延べ|のべ|計|第)?\s{0,9}"
    r"(?P<number>[△▲\-]?\s{0,9}[0-9][0-9,.]*(?:[百千]?[万億兆][0-9,.]*|[百千][0-9,.]*)*)\s{0,9}"
    r"(?P<unit>[^\d\s]*?)"
    r"(?:以上|以下|以内|未満|超|程度|余り|余|前後|強|弱)?"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` in ``unit`` ("" when none was printed)."""

    value: Decimal
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """From "80.2％", "約266万件", "△3", "1,234人以上". Raises ValueFormError."""
        found = _PRINTED.fullmatch(text.translate(WIDE).strip())
        if found is None:
            raise ValueFormError("RK304", found=text)
        return cls(parse_decimal(found["number"]), found["unit"])

    @property
    def value_text(self) -> str:
        """The value as a plain decimal string: "80.2", "2660000"; never an exponent."""
        return decimal_text(self.value)
