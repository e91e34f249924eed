"""How a figure is printed: the same words in the PDF and in the cells of the workbook.

Zero, a dash, nothing printed and not applicable are four different things and look it.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from renkei.apps.publications.sheet import Figure
from renkei.core.values import Absence

ABSENT: dict[Absence | None, str] = {
    Absence.DASH: "－",
    Absence.NOT_PRINTED: "",
    Absence.NOT_APPLICABLE: "／",
    None: "",
}
LEGEND = "「0」は零、「－」は計上又は設定のないもの、「／」は該当のないもの、空欄は記載のないもの。"
MYRIAD = 10_000
LAST_CIRCLED = 20
_PRINTED_DECIMALS = re.compile(r"\d\.(?P<decimals>\d{1,6})")


def shown(figure: Figure | None, *, outside: bool = False) -> str:
    """The figure as printed: "1,234", "△56", "80.2%", "266万件", "－"; < > when ``outside``."""
    if figure is None:
        return ""
    if figure.value is None:
        return ABSENT[figure.absence]
    number = f"{abs(_scaled(figure)):,.{decimals(figure)}f}"
    text = f"<{number}>" if outside else number
    return f"{'△' if figure.value < 0 else ''}{text}{_myriad(figure)}{_unit(figure)}"


def number_format(figure: Figure, *, outside: bool = False) -> str:
    """The spreadsheet format that shows the whole value as the sheet prints it."""
    digits = "#,##0" + ("." + "0" * decimals(figure) if decimals(figure) else "")
    body = f'"<"{digits}">"' if outside else digits
    unit = f'"{_unit(figure)}"' if figure.unit else ""
    return f'{body}{unit};"△"{body}{unit}'


def decimals(figure: Figure) -> int:
    """Decimal places to print: as many as the source printed ("8.0倍"), and all of the value."""
    if figure.value is None:
        return 0
    exponent = _scaled(figure).normalize().as_tuple().exponent
    needed = -exponent if isinstance(exponent, int) else 0
    printed = _PRINTED_DECIMALS.search(unicodedata.normalize("NFKC", figure.printed or ""))
    return max(0, needed, len(printed["decimals"]) if printed else 0)


def circled(number: int | None) -> str:
    """① to ⑳, (21) and on; "" for none."""
    if number is None:
        return ""
    return chr(ord("①") + number - 1) if 1 <= number <= LAST_CIRCLED else f"({number})"


def _scaled(figure: Figure) -> Decimal:
    value = figure.value or Decimal(0)
    return value / MYRIAD if _myriad(figure) else value


def _myriad(figure: Figure) -> str:
    """万 where the source counted in 万 and nothing is lost by it."""
    whole = figure.value is not None and figure.value % MYRIAD == 0
    return "万" if whole and figure.value and "万" in (figure.printed or "") else ""


def _unit(figure: Figure) -> str:
    return unicodedata.normalize("NFKC", figure.unit)
