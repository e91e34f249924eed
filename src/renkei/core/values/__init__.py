"""Values that cannot be wrong by type: years, dates, money, quantities and kinds of absence."""

from renkei.core.values.absence import Absence
from renkei.core.values.eras import ERAS, Era, western_year
from renkei.core.values.fiscal_year import FiscalYear
from renkei.core.values.money import Yen
from renkei.core.values.numerals import decimal_text, parse_decimal, parse_int
from renkei.core.values.partial_date import PartialDate
from renkei.core.values.quantity import Quantity

__all__ = [
    "ERAS",
    "Absence",
    "Era",
    "FiscalYear",
    "PartialDate",
    "Quantity",
    "Yen",
    "decimal_text",
    "parse_decimal",
    "parse_int",
    "western_year",
]
