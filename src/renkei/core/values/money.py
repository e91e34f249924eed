"""Money is whole yen, with the unit it was printed in. Binary floats are never used."""

from __future__ import annotations

from dataclasses import dataclass

from renkei.core.errors import ValueFormError
from renkei.core.values.numerals import parse_decimal

UNITS: dict[str, int] = {"円": 1, "千円": 10**3, "百万円": 10**6, "億円": 10**8, "兆円": 10**12}


@dataclass(frozen=True, slots=True)
class Yen:
    """``amount_yen`` whole yen, printed as a number of ``printed_unit``."""

    amount_yen: int
    printed_unit: str = "円"

    def __post_init__(self) -> None:
        if self.printed_unit not in UNITS:
            raise ValueFormError("RK303", found=self.printed_unit)

    @classmethod
    def parse(cls, text: str, unit: str) -> Yen:
        """From the printed number and its unit ("229,629", "千円"); △ and - are negative.

        Raises ValueFormError for anything else, also for a fraction of a yen.
        """
        if unit not in UNITS:
            raise ValueFormError("RK303", found=unit)
        amount = parse_decimal(text) * UNITS[unit]
        if amount != amount.to_integral_value():
            raise ValueFormError("RK303", found=text)
        return cls(int(amount), unit)
