"""One figure of an indicator: a number, or the reason why there is none. Zero is a number."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext

from renkei.core.errors import ValueFormError
from renkei.core.evaluation.indicators.kinds import Precision
from renkei.core.source import Evidence
from renkei.core.values import Absence, Quantity

_PERCENT = ("%", "％")
_DIGITS = 80  # sums of printed numbers stay exact, in whatever order they are added


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Exactly one of ``value`` and ``absence`` is there; Raises ValueFormError otherwise.

    ``numerator`` and ``denominator`` are those of a ratio, where the source tells them.
    """

    value: Decimal | None = None
    absence: Absence | None = None
    unit: str = ""
    precision: Precision = Precision.EXACT
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    text: str = ""
    evidence: Evidence | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.absence is None):
            raise ValueFormError("RK701", found=self.text or self.value)
        if self.value is not None and not self.value.is_finite():
            raise ValueFormError("RK701", found=self.value)
        if (self.numerator is None) != (self.denominator is None):
            raise ValueFormError("RK702", numerator=self.numerator, denominator=self.denominator)
        if self.denominator is not None and self.denominator == 0:
            raise ValueFormError("RK703")

    @classmethod
    def parse(cls, text: str, precision: Precision = Precision.EXACT) -> Cell:
        """From "75%", "9回"; a dash is a dash. Raises ValueFormError for what is neither."""
        if text.strip() in ("-", "－", "―", "—", "–"):
            return cls(absence=Absence.DASH, text=text, precision=precision)
        quantity = Quantity.parse(text)
        return cls(value=quantity.value, unit=quantity.unit, text=text, precision=precision)

    @classmethod
    def ratio(
        cls,
        numerator: Decimal,
        denominator: Decimal,
        unit: str = "%",
        precision: Precision = Precision.EXACT,
    ) -> Cell:
        """The share of ``numerator`` in ``denominator``, in percent or as a multiple."""
        if denominator == 0:
            raise ValueFormError("RK703")
        with localcontext(prec=_DIGITS):
            value = numerator / denominator * (100 if unit in _PERCENT else 1)
        return cls(
            value=value,
            unit=unit,
            numerator=numerator,
            denominator=denominator,
            precision=precision,
        )


def exact_sum(values: list[Decimal]) -> Decimal:
    """The sum without rounding."""
    with localcontext(prec=_DIGITS):
        return sum(values, Decimal(0))
