"""Excel's number formats: the words a cell shows, which are not what it stores.

229629 under ``#,##0`` is printed 229,629; 0.802 under ``0.0%`` is 80.2%; a day under
``[$-411]ggge"年"m"月"`` is 令和3年4月. Only printed words can be evidence. Formats with fractions,
exponents or conditions fall back to the plain number. (ECMA-376 part 1, 18.8.30 and 18.8.31.)
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from renkei.core.errors import ValueFormError
from renkei.core.values.eras import era_of

BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss",
    27: "ge.m.d", 28: 'ggge"年"m"月"d"日"', 29: 'ggge"年"m"月"d"日"', 30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"',
    35: 'm"月"d"日"', 36: "ge.m.d", 50: "ge.m.d", 51: 'ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"',
    53: 'm"月"d"日"', 54: 'ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"',
    57: "ge.m.d", 58: 'ggge"年"m"月"d"日"',
}  # fmt: skip
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]{0,255})"|\\(?P<escaped>.)|\[\$(?P<currency>[^\-\]]{0,20})[^\]]{0,20}\]|\[[^\]]{0,40}\]|_.|\*.'
    r"|(?P<ampm>AM/PM|A/P)|(?P<date>y+|m+|d+|g+|e+|h+|s+|aaaa?)|(?P<number>[#0?][#0?,.]*|\.[0#?]+)"
    r"|(?P<percent>%)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_UNSUPPORTED = re.compile(r"E[+\-]|/[#?0-9]|\[[<>=]", re.IGNORECASE)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = "月火水木金土日"
_LAST_SERIAL = 2_958_465  # 31 December 9999


def shown(stored: str, pattern: str, *, from_1904: bool = False) -> str:
    """The words shown for the number ``stored`` under ``pattern``; ``stored`` if it is none."""
    try:
        number = Decimal(repr(float(stored)))
    except ValueError:
        return stored
    if not number.is_finite():
        return stored
    sections = _sections(pattern)
    if len(sections) > 1 and number < 0:
        section, number = sections[1], -number
    elif len(sections) > 2 and number == 0:
        section = sections[2]
    else:
        section = sections[0]
    tokens = list(_TOKEN.finditer(section))
    if section.strip().lower() in ("", "general", "@") or _UNSUPPORTED.search(section):
        return _general(number)
    if any(token["date"] for token in tokens) and not any(token["number"] for token in tokens):
        return _date(number, tokens, from_1904) or _general(number)
    return _number(number, tokens)


def _sections(pattern: str) -> list[str]:
    """``pattern`` at its semicolons, except quoted or escaped ones."""
    sections = [""]
    for token in _TOKEN.finditer(pattern):
        if token[0] == ";":
            sections.append("")
        else:
            sections[-1] += token[0]
    return sections


def _general(number: Decimal) -> str:
    """Up to eleven significant digits, as Excel shows a number without format."""
    rounded = number if number == number.to_integral_value() else _significant(number)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _significant(number: Decimal) -> Decimal:
    places = 10 - number.adjusted()
    return number.quantize(Decimal(1).scaleb(-places)) if 0 < places < 25 else number


def _number(number: Decimal, tokens: list[re.Match[str]]) -> str:
    parts: list[str] = []
    digits = "".join(token["number"] or "" for token in tokens)
    percents = sum(token["percent"] is not None for token in tokens)
    placed = False
    for token in tokens:
        if token["number"]:
            if not placed:
                parts.append(_digits(number.scaleb(2 * percents), digits))
            placed = True
        else:
            parts.append(_literal(token))
    return "".join(parts).strip()


def _digits(number: Decimal, pattern: str) -> str:
    whole, _, fraction = pattern.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    number = number.scaleb(-3 * thousands)
    places, least = len(fraction.rstrip(",")), len(fraction.rstrip(",").rstrip("#?"))
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    while places > least and text.endswith("0"):
        text, places = text[:-1], places - 1
    text = text.rstrip(".")
    if "0" not in whole and text in ("0", "-0"):
        return ""
    return text


def _literal(token: re.Match[str]) -> str:
    for name in ("quoted", "escaped", "currency", "percent", "plain", "date", "ampm"):
        if token[name] is not None:
            return token[name]
    return ""


def _date(number: Decimal, tokens: list[re.Match[str]], from_1904: bool) -> str | None:
    """The day and time of a serial number; None when it is no day."""
    serial = number + (1462 if from_1904 else 0)
    if not 0 <= serial <= _LAST_SERIAL:
        return None
    first = datetime(1899, 12, 30 if serial >= 61 else 31)  # noqa: DTZ001 - 1900 counts as leap
    at = first + timedelta(seconds=int((serial * 86400).to_integral_value()))
    halves = any(token["ampm"] for token in tokens)
    parts: list[str] = []
    previous = ""
    for index, token in enumerate(tokens):
        field = (token["date"] or "").lower()
        if field:
            following = next((t["date"].lower() for t in tokens[index + 1 :] if t["date"]), "")
            minutes = field in ("m", "mm") and (previous[:1] == "h" or following[:1] == "s")
            parts.append(_field("minute" if minutes else field, at, halves, len(field)))
            previous = field
        elif token["ampm"]:
            parts.append("AM" if at.hour < 12 else "PM")
        else:
            parts.append(_literal(token))
    return "".join(parts).strip()


def _field(field: str, at: datetime, halves: bool, width: int) -> str:
    if field[0] in "ge":
        return _era_field(field, at)
    if field == "minute":
        return f"{at.minute:0{width}d}"
    if field[0] == "y":
        return f"{at.year}" if width > 2 else f"{at.year % 100:02d}"
    if field[0] == "a" or (field[0] == "d" and width > 2):
        weekday = _WEEKDAYS[at.weekday()]
        return weekday if width == 3 else f"{weekday}曜日"
    if field[0] == "m" and width > 2:
        return _MONTHS[at.month - 1]
    hour = (at.hour % 12 or 12) if halves else at.hour
    value = {"m": at.month, "d": at.day, "h": hour, "s": at.second}[field[0]]
    return f"{value:0{min(width, 2)}d}"


def _era_field(field: str, at: datetime) -> str:
    try:
        era, year = era_of(at.date())
    except ValueFormError:
        return str(at.year) if field[0] == "e" else ""
    if field[0] == "e":
        return f"{year:0{len(field)}d}" if len(field) < 3 else str(year)
    return {1: era.letter, 2: era.name[0]}.get(len(field), era.name)
