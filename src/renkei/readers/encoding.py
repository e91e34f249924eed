"""Which of the Japanese encodings a text is in: a strict ladder, no statistics over languages.

Order matters. ISO-2022-JP is valid ASCII, so its escape sequences are looked for before UTF-8.
UTF-16 without a mark can be valid in anything but UTF-8 without NUL, so it must look like Japanese
to be believed.
EUC-JP and Shift_JIS overlap; where both are valid the reading with more kana wins.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from renkei.core.errors import InputError
from renkei.readers.forms import FORMS

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPE = re.compile(rb"\x1b(\$@|\$B|\$\(D|\([BJI])")
_SAMPLE = 1 << 16
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_USUAL = re.compile("[\t\n\r\x20-\x7e\u2010-\u266f\u3000-\u30ff\u4e00-\u9fff\uff01-\uff5e]")
_WITH_ZERO = frozenset("\t\n\r\u3000一").union(map(chr, range(0x20, 0x7F)))
_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def decode(name: str, data: bytes) -> tuple[str, str]:
    """The text of ``data`` and the name of its encoding.

    Raises InputError RK109 for binary data, RK112 for NUL characters in what is text otherwise,
    RK111 when no encoding fits.
    """
    for text, encoding in _candidates(data):
        if _is_noise(text):
            raise _binary(name)
        nul = text.find("\0")
        if nul >= 0:
            offset = len(text[:nul].encode(encoding))
            raise InputError("RK112", name=name, line=text.count("\n", 0, nul) + 1, offset=offset)
        return text, encoding
    if _is_noise(data[:_SAMPLE].decode("latin-1")):
        raise _binary(name)
    raise _nothing_fits(name, data)


def _is_noise(text: str) -> bool:
    """Whether more than one character in fifty is a control character; in random bytes five are."""
    sample = text[:_SAMPLE]
    return len(_CONTROL.findall(sample)) * 50 > len(sample)


def _binary(name: str) -> InputError:
    found = FORMS["binary"]
    return InputError("RK109", name=name, found_ja=found.ja, found_en=found.en)


def _candidates(data: bytes) -> Iterator[tuple[str, str]]:
    """Readings of ``data`` from the most to the least certain."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = _strict(data, encoding)
            if text is not None:
                yield text, encoding
            return  # a mark that lies is a damaged file, not another encoding
    if _ESCAPE.search(data):
        text = _iso_2022_jp(data)
        if text is not None:
            yield text, "iso2022_jp"
    text = _strict(data, "utf-8")
    if text is not None and "\0" not in text:
        yield text, "utf-8"
        return
    wide = _unmarked_utf_16(data)
    if wide is not None:
        yield wide
    if text is not None:
        yield text, "utf-8"
        return
    narrow = [
        (text, encoding)
        for encoding in ("euc_jp", "cp932", "euc_jis_2004")
        if (text := _strict(data, encoding)) is not None
    ]
    yield from sorted(narrow, key=lambda item: _kana_share(item[0]), reverse=True)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _kana_share(text: str) -> float:
    sample = text[:_SAMPLE]
    return len(_KANA.findall(sample)) / max(1, len(sample))


def _unmarked_utf_16(data: bytes) -> tuple[str, str] | None:
    """UTF-16 without a byte order mark, if it reads as ordinary Japanese or ASCII.

    A NUL byte rules out every other encoding of text, so with one the test is milder. Without
    one a quarter must be kana and nothing may be odd; what is all ASCII stays ASCII ("B0D0F0"
    would be "あいう", but real texts of any length have kanji with high bytes).
    """
    if len(data) % 2 or not data:
        return None
    sample = data[:_SAMPLE]
    nul = b"\0" in sample
    if not nul and sample.isascii():
        return None
    readings = [
        (_usual_share(text), _kana_share(text), encoding)
        for encoding in ("utf-16-le", "utf-16-be")
        if (text := sample.decode(encoding, "replace"))
    ]
    usual, kana, encoding = max(readings)  # the wrong order of bytes makes odd characters
    if nul and not _explains_zeroes(sample.decode(encoding, "replace")):
        return None
    if usual < (0.9 if nul else 0.98) or kana < (0 if nul else 0.25):
        return None
    whole = _strict(data, encoding)
    return None if whole is None else (whole, encoding)


def _explains_zeroes(text: str) -> bool:
    """Whether the characters with a zero byte are those that Japanese texts have: ASCII, U+3000, 一."""
    holders = [
        character for character in text if ord(character) & 0xFF == 0 or character < "\u0100"
    ]
    plain = sum(character in _WITH_ZERO for character in holders)
    return plain * 10 >= len(holders) * 9


def _usual_share(text: str) -> float:
    return len(_USUAL.findall(text)) / len(text)


def _iso_2022_jp(data: bytes) -> str | None:
    """ISO-2022-JP, also with the characters vendors add in row 13 (①, ㈱, Ⅲ).

    The standard codec refuses row 13; the same bytes as EUC of JIS X 0213 have it.
    """
    text = _strict(data, "iso2022_jp_ext")
    if text is not None:
        return text
    parts = _ESCAPE.split(data)
    euc = [parts[0]]
    for mode, run in zip(parts[1::2], parts[2::2], strict=True):
        if mode in (b"(B", b"(J"):
            euc.append(run)
            continue
        prefix = {b"(I": b"\x8e", b"$(D": b"\x8f"}.get(mode, b"")
        step = 1 if mode == b"(I" else 2
        lines = run.replace(b"\r\n", b"\n").split(b"\n")  # a break ends two-byte mode in practice
        euc.append(b"\n".join(_high(line, prefix, step) for line in lines))
    return _strict(b"".join(euc), "euc_jis_2004")


def _high(run: bytes, prefix: bytes, step: int) -> bytes:
    high = bytes(byte | 0x80 for byte in run)
    if not prefix:
        return high
    return b"".join(prefix + high[i : i + step] for i in range(0, len(high), step))


def _nothing_fits(name: str, data: bytes) -> InputError:
    """Where the most far-reaching reading stopped, counting lines by line feeds."""
    offset = 0
    for encoding in ("utf-8", "cp932", "euc_jp"):
        try:
            data.decode(encoding)
        except UnicodeDecodeError as error:
            offset = max(offset, error.start)
    line = data.count(b"\n", 0, offset) + 1
    byte = f"0x{data[offset]:02X}"
    return InputError("RK111", name=name, line=line, offset=offset, byte=byte)
