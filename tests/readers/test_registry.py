"""One way in: files are known by what they hold, and every bad one gets its sentence."""

import contextlib
import os
import random
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import InputError
from renkei.readers import limits
from renkei.readers.registry import printable, read_bytes, read_file
from tests.readers.files import archive, bomb, encrypted_pdf, pdf

TEXT = "施策名\tパラグアイとの防衛交流\n".encode()
GOOD_PDF = pdf([(72, 700, "施策名 防衛交流")])
NOISE = random.Random(7).randbytes(3000)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
WORD = archive(word__document="<document><body><p><r><t>本文</t></r></p></body></document>")
BOOK = archive(
    xl__workbook='<workbook><sheets><sheet name="一" id="r1"/></sheets></workbook>',
    xl__worksheets__s1='<w><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></w>',
    **{
        "xl/_rels/workbook.xml.rels": '<a><Relationship Id="r1" Type="x/worksheet"'
        ' Target="worksheets/s1.xml"/></a>'
    },
)
BAD: list[tuple[str, bytes, str]] = [
    ("a.txt", b"", "RK103"),
    ("a.txt", b" \n\t\n", "RK104"),
    ("a.txt", b"\xef\xbb\xbf", "RK104"),
    ("a.txt", NOISE, "RK109"),
    ("a", NOISE, "RK109"),
    ("a.png", PNG, "RK109"),
    ("a.pdf", PNG, "RK109"),
    ("a.doc", OLE, "RK109"),
    ("a.rtf", b"{\\rtf1 a}", "RK109"),
    ("a.zip", archive(a="<a/>"), "RK109"),
    ("a.txt", GOOD_PDF, "RK108"),
    ("a.xlsx", GOOD_PDF, "RK108"),
    ("a.pdf", TEXT, "RK108"),
    ("a.xlsx", TEXT, "RK108"),
    ("a.docx", TEXT, "RK108"),
    ("a.docx", archive(xl__workbook="<workbook/>"), "RK108"),
    ("a.pdf", NOISE, "RK115"),
    ("a.pdf", b"%PDF-1.7\nnonsense\n%%EOF\n", "RK115"),
    ("a.pdf", GOOD_PDF[: len(GOOD_PDF) // 2], "RK113"),
    ("a.pdf", encrypted_pdf(), "RK114"),
    ("a.pdf", pdf(None, None), "RK116"),
    ("a.pdf", pdf([]), "RK104"),
    ("a.xlsx", NOISE, "RK117"),
    ("a.docx", b"PK\x03\x04" + NOISE, "RK117"),
    ("a.xlsx", archive(xl__workbook="<workbook>" * 9)[:90], "RK117"),
    ("a.xlsx", archive(other="<a/>"), "RK120"),
    ("a.docx", archive(word__document="<document><body>"), "RK120"),
    ("a.docx", archive(word__document="<document/>"), "RK120"),
    ("a.docx", archive(word__document="<?xml version='1.0' encoding='UTF-80'?><d/>"), "RK120"),
    ("a.xlsx", archive(xl__workbook="<workbook/>"), "RK120"),
    ("a.docx", archive(word__document="<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"), "RK120"),
    ("a.docx", bomb("word__document", 80 * limits.MIB), "RK118"),
    ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "RK119"),
]


# named by number: an archive carries the time of its making, and every worker makes its own
@pytest.mark.parametrize(("name", "data", "code"), BAD, ids=range(len(BAD)))
def test_bad_files_get_one_sentence(name: str, data: bytes, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(name, data)
    assert caught.value.code == code
    for message in (caught.value.message("ja"), caught.value.message("en")):
        assert name in message
        assert message.endswith(f"[{code}]")
        assert "\n" not in message
        assert "{" not in message


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.dat", "a", "令和4年度.text"])
def test_text_is_read_under_any_name_that_promises_nothing_else(name: str) -> None:
    document = read_bytes(name, TEXT)
    assert document.text == TEXT.decode()
    assert (document.ref.name, document.media_type, document.encoding) == (
        name,
        "text/plain",
        "utf-8",
    )


@pytest.mark.parametrize("name", ["a.pdf", "a.PDF", "a.dat", "a"])
def test_pdf_is_read_under_any_name_that_promises_nothing_else(name: str) -> None:
    assert read_bytes(name, GOOD_PDF).text.startswith("施策名 防衛交流")


def test_missing_directory_and_strange_paths(tmp_path: Path) -> None:
    for path, code in (
        (tmp_path / "ない.txt", "RK101"),
        (tmp_path, "RK102"),
        ("a\0b.txt", "RK107"),
        (tmp_path / ("長" * 300), "RK107"),
    ):
        with pytest.raises(InputError) as caught:
            read_file(path)
        assert caught.value.code == code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT)
    path.chmod(stat.S_IWUSR)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.code == "RK105"


def test_a_file_over_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(200 * limits.MIB)
    with pytest.raises(InputError) as caught:
        read_file(path)
    assert caught.value.code == "RK106"
    assert "200.0 MB" in caught.value.message("ja")
    assert "64.0 MB" in caught.value.message("en")


def test_a_device_without_end_is_refused_after_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renkei.readers.registry.MAX_BYTES", 1000)
    with pytest.raises(InputError) as caught:
        read_file("/dev/zero")
    assert caught.value.code == "RK106"


def test_a_line_of_a_million_characters_is_read(tmp_path: Path) -> None:
    path = tmp_path / "長.txt"
    path.write_text("第" * 1_000_000 + "\n終", "utf-8")
    document = read_file(path)
    assert document.line_count == 2
    assert document.line(2).text == "終"


def test_names_are_one_printable_line() -> None:
    assert printable("a\nb\x1b[31m.txt") == "a\ufffdb\ufffd[31m.txt"
    assert printable(os.fsdecode(b"\xff.txt")) == "\ufffd.txt"


def test_the_hash_is_of_the_bytes_and_the_year_is_kept() -> None:
    document = read_bytes("a.txt", TEXT, published_year=2022)
    assert len(document.ref.sha256) == 64
    assert document.published_year == 2022
    assert read_bytes("b.txt", TEXT).ref.sha256 == document.ref.sha256


def test_every_corpus_document_is_read_unchanged(corpus_path: Callable[[str], Path]) -> None:
    for path in sorted(corpus_path("").iterdir()):
        data = path.read_bytes()
        for codec in ("utf-8", "utf-16", "utf-16-le"):
            assert read_bytes(path.name, data.decode().encode(codec)).text == data.decode()


def test_corpus_in_the_old_encodings(corpus_path: Callable[[str], Path]) -> None:
    for path in sorted(corpus_path("").iterdir()):
        for codec in ("cp932", "euc_jis_2004"):
            text = path.read_text("utf-8").encode(codec, "ignore").decode(codec)
            assert read_bytes(path.name, text.encode(codec)).text == text


@given(st.sampled_from(["a.pdf", "a.docx", "a.xlsx"]), st.data())
def test_damaged_files_are_read_or_refused(name: str, data: st.DataObject) -> None:
    whole = {"a.pdf": GOOD_PDF, "a.docx": WORD, "a.xlsx": BOOK}[name]
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(damaged)))
        lost = data.draw(st.integers(0, 12))
        damaged[at : at + lost] = data.draw(st.binary(max_size=12))
    with contextlib.suppress(InputError):
        read_bytes(name, bytes(damaged))
