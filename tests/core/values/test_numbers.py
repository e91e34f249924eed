"""Printed numbers, amounts and quantities are read exactly or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import ValueFormError
from renkei.core.values import Quantity, Yen, decimal_text, parse_decimal, parse_int

WIDE = str.maketrans("0123456789,.%-", "０１２３４５６７８９，．％－")


@given(st.integers(-(10**17), 10**17))
def test_grouped_numbers_in_any_width(number: int) -> None:
    printed = f"{number:,}"
    for form in (printed, printed.translate(WIDE), printed.replace("-", "△"), str(number)):
        assert parse_decimal(form) == number


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=3))
def test_decimals_round_trip(number: Decimal) -> None:
    text = decimal_text(number)
    assert "E" not in text
    assert parse_decimal(text) == number
    assert not text.endswith(".")


@given(st.integers(0, 9999), st.integers(0, 9999), st.integers(0, 9999))
def test_myriads(trillion: int, million: int, ones: int) -> None:
    printed = f"{trillion}億{million:,}万{ones:,}"
    assert parse_decimal(printed) == trillion * 10**8 + million * 10**4 + ones


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("266万", 2_660_000),
        ("1億2,000万", 120_000_000),
        ("3百万", 3_000_000),
        ("2千", 2000),
        ("2億5千万", 250_000_000),
        ("1.5万", 15_000),
        ("△ 28", -28),
        ("▲0", 0),
        ("０", 0),
        ("80.2", Decimal("80.2")),
        ("1 2", 12),
    ],
)
def test_decimal_forms(printed: str, value: Decimal) -> None:
    assert parse_decimal(printed) == value
    assert str(parse_decimal(printed)) != "-0"


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "-",
        "△",
        "1,23",
        "1,2345",
        ",123",
        "1.",
        ".5",
        "1万2億",
        "万",
        "1-2",
        "12a",
        "―",
        "1e5",
        "+",
        "1.2.3",
        "①",
        "٣",
        "9" * 19,
        "9" * 100_000,
    ],
)
def test_what_is_no_number(printed: str) -> None:
    with pytest.raises(ValueFormError) as caught:
        parse_decimal(printed)
    assert caught.value.code == "RK304"


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("元", 1),
        ("２０２１", 2021),
        ("３", 3),
        ("十", 10),
        ("二十一", 21),
        ("百五", 105),
        ("二百", 200),
        ("二〇二一", 2021),
        ("七", 7),
        (" 12 ", 12),
    ],
)
def test_integers(printed: str, value: int) -> None:
    assert parse_int(printed) == value


@pytest.mark.parametrize(
    "printed", ["", "1.5", "-1", "元年", "2十", "十百", "²", "9" * 5000, "第一"]
)
def test_what_is_no_integer(printed: str) -> None:
    with pytest.raises(ValueFormError):
        parse_int(printed)


@given(st.integers(1, 999))
def test_kanji_integers(number: int) -> None:
    hundred, rest = divmod(number, 100)
    ten, one = divmod(rest, 10)
    digits = "〇一二三四五六七八九"
    printed = f"{digits[hundred]}百" if hundred > 1 else "百" * hundred
    printed += f"{digits[ten]}十" if ten > 1 else "十" * ten
    printed += digits[one] if one else ""
    assert parse_int(printed) == number


@given(st.integers(-(10**11), 10**11), st.sampled_from(["円", "千円", "百万円"]))
def test_money_is_whole_yen_in_its_printed_unit(amount: int, unit: str) -> None:
    printed = f"{amount:,}".replace("-", "△")
    yen = Yen.parse(printed.translate(WIDE), unit)
    factor = {"円": 1, "千円": 1000, "百万円": 1_000_000}[unit]
    assert (yen.amount_yen, yen.printed_unit) == (amount * factor, unit)


def test_money_with_a_fraction() -> None:
    assert Yen.parse("1,234.5", "百万円").amount_yen == 1_234_500_000
    with pytest.raises(ValueFormError):
        Yen.parse("0.5", "円")
    for printed, unit in (("12", "ドル"), ("－", "千円"), ("", "千円"), ("<375>", "百万円")):
        with pytest.raises(ValueFormError):
            Yen.parse(printed, unit)


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("80.2％", "80.2", "%"),
        ("266万件", "2660000", "件"),
        ("約30名", "30", "名"),
        ("1億2,000万円", "120000000", "円"),
        ("7,000 部", "7000", "部"),
        ("△3", "-3", ""),
        ("３回以上", "3", "回"),
        ("延べ1,234人", "1234", "人"),
        ("21", "21", ""),
        ("５カ国", "5", "カ国"),
        ("100％以上", "100", "%"),
        ("10 余名", "10", "余名"),
        ("0件", "0", "件"),
        ("2千人超", "2000", "人"),
    ],
)
def test_quantities(printed: str, value: str, unit: str) -> None:
    quantity = Quantity.parse(printed)
    assert (quantity.value_text, quantity.unit) == (value, unit)


@pytest.mark.parametrize("printed", ["", "約", "件", "3回4回", "1,23件", "―", "3～5回", "A評価"])
def test_what_is_no_quantity(printed: str) -> None:
    with pytest.raises(ValueFormError):
        Quantity.parse(printed)
