"""Texts in every encoding Japanese offices use are read right, and damage is told exactly."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import InputError
from renkei.readers.encoding import decode

SENTENCE = "防衛大臣はペルーを訪問し、国防相と会談した（令和4年6月）。\n予算額は1,234千円である。\n"
CODECS = (
    "utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16", "utf-16-le", "utf-16-be",
    "utf-32",
)  # fmt: skip


@pytest.mark.parametrize("codec", CODECS)
@pytest.mark.parametrize("times", [1, 40, 4000])
def test_every_encoding_is_read_right(codec: str, times: int) -> None:
    text = SENTENCE * times
    assert decode("a.txt", text.encode(codec)) == (text, codec)


@pytest.mark.parametrize("codec", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
@pytest.mark.parametrize(
    "text", ["防衛省", "はい", "施策名\t国際協力\n", "日本・チリ防衛相会談（5月）"]
)
def test_short_texts_are_read_right(codec: str, text: str) -> None:
    assert decode("a.txt", text.encode(codec))[0] == text


def test_vendor_characters_are_read_in_every_seven_and_eight_bit_code() -> None:
    euc = "①Ⅲ㈱".encode("euc_jis_2004")
    seven = b"\x1b$B" + bytes(byte & 0x7F for byte in euc) + b"\x1b(B\n"
    assert decode("a.txt", seven) == ("①Ⅲ㈱\n", "iso2022_jp")
    assert decode("a.txt", "①と髙の①\n".encode("cp932"))[0] == "①と髙の①\n"
    assert decode("a.txt", "①の実績\n".encode("euc_jis_2004"))[0] == "①の実績\n"


def test_half_width_kana_in_seven_bits() -> None:
    data = b"\x1b(I" + "ｶﾞｲﾄﾞ".encode("shift_jis").translate(None) + b"\x1b(B"
    seven = bytes(byte & 0x7F if byte >= 0xA0 else byte for byte in data)
    assert decode("a.txt", seven)[0] == "ｶﾞｲﾄﾞ"


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["　" * 30 + "別紙\n", "plain words and 12 numbers\n", "防衛省\n", "国名\t数\n"]
)
def test_utf_16_without_a_mark(codec: str, text: str) -> None:
    assert decode("a.txt", text.encode(codec)) == (text, codec)


def test_plain_ascii_is_not_taken_for_utf_16() -> None:
    for text in ("B0D0F0B0D0F0", "Bush hid the facts", "a0b0c0d0" * 50):
        assert decode("a.txt", text.encode()) == (text, "utf-8")


@given(
    st.text(alphabet="防衛省はがのをにたアメリカ訪問会談、。（）12月\n", min_size=8, max_size=200)
)
def test_ladder_never_misreads_ordinary_japanese(text: str) -> None:
    text = "令和4年度の" + text
    for codec in ("utf-8", "utf-8-sig", "cp932", "euc_jp", "iso2022_jp", "utf-16"):
        assert decode("a.txt", text.encode(codec))[0] == text


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(InputError):
        text, _ = decode("a.txt", data)
        text.encode("utf-8")  # whatever is read can be stored and printed


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("国名\nチリ".encode() + b"\xed\xa0\x80" + "です".encode(), "RK111", 2),  # lone surrogate
        ("一行目\n二行目".encode() + b"\xff\xfe" + "三".encode() * 3, "RK111", 2),
        ("一行目\n二行目\0三".encode(), "RK112", 2),
        (b"abc\0def\n", "RK112", 1),
        (b"ab\0cd\0ef\0\0", "RK112", 1),
        (b"\xff\xfe" + b"\x00\xd8a\x00", "RK111", 1),
    ],
)
def test_damage_names_the_line(data: bytes, code: str, line: int) -> None:
    with pytest.raises(InputError) as caught:
        decode("壊.txt", data)
    assert caught.value.code == code
    assert f"{line} 行目" in caught.value.message("ja")
    assert f"line {line}" in caught.value.message("en")
    assert "壊.txt" in caught.value.message("ja")


def test_binary_is_said_to_be_binary() -> None:
    noise = bytes(range(256)) * 8
    with pytest.raises(InputError) as caught:
        decode("a.txt", noise)
    assert caught.value.code == "RK109"
