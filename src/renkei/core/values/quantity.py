"""A number with its unit: 80.2%, 266万件, 21 (no unit printed)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from renkei.core.errors import ValueFormError
from renkei.core.values.numerals import WIDE, parse_decimal

_PRINTED = re.compile(
    r"(?P<number>[△▲\-]?\d[\d,]*(?:\.\d+)?(?:[千万億兆]\d*[\d,]*)*)(?P<unit>[^\d\s]*)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """``value`` in ``unit`` ("" when none was printed)."""

    value: Decimal
    unit: str = ""

    @classmethod
    def parse(cls, text: str) -> Quantity:
        """From "80.2％", "266万件", "△3", "1,234人". Raises ValueFormError."""
        found = _PRINTED.fullmatch(text.translate(WIDE).strip())
        if found is None:
            raise ValueFormError("RK304", found=text)
        return cls(parse_decimal(found["number"]), found["unit"])

    @property
    def value_text(self) -> str:
        """The value as a plain decimal string: "80.2", "2660000"; never an exponent."""
        return f"{self.value.normalize():f}"
