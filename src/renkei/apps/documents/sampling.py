"""How sure a sample makes us of the share of errors."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054
"""Quantile of the standard normal distribution that leaves 2.5 % on either side."""


@dataclass(frozen=True, slots=True)
class Share:
    """``wrong`` of ``checked`` records were found wrong."""

    wrong: int
    checked: int

    @property
    def observed(self) -> float | None:
        """The share seen, 0 to 1; None while nothing was checked."""
        return self.wrong / self.checked if self.checked else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Between which shares (0 to 1) the true one lies at 95 %; None while nothing was checked.

        The score interval of E. B. Wilson, "Probable Inference, the Law of Succession, and
        Statistical Inference", Journal of the American Statistical Association 22 (1927),
        209-212, without continuity correction. It holds for few records and for none wrong, where
        the textbook interval has no width. That records are drawn from a finite document is not
        used, so the interval is rather too wide than too narrow.
        """
        if not self.checked:
            return None
        number = self.checked
        share = self.wrong / number
        square = Z_95**2 / number
        middle = (share + square / 2) / (1 + square)
        half = Z_95 / (1 + square) * sqrt(share * (1 - share) / number + square / (4 * number))
        return max(middle - half, 0.0), min(middle + half, 1.0)
