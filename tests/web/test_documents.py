"""Documents: adding, bad input, reading with passages and records linked both ways."""

import io
from collections.abc import Callable
from zipfile import ZipFile, ZipInfo

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import Leftover, StoredDocument
from renkei.apps.register.models import Activity
from tests.register import People
from tests.web.conftest import LIST

Opens = Callable[[User], Client]


def send(client: Client, name: str, data: bytes) -> str:
    file = SimpleUploadedFile(name, data)
    answer = client.post("/documents/new", {"file": file, "marking": "0"}, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def broken_workbook() -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w") as book:
        book.writestr(ZipInfo("xl/workbook.xml"), "<workbook>")
    return whole.getvalue()[:40]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("noise.bin", bytes(range(256)) * 40),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj <<"),
        ("broken.xlsx", broken_workbook()),
        ("broken.docx", b"PK\x03\x04 and nothing more"),
    ],
    ids=["empty", "noise", "pdf", "xlsx", "docx"],
)
def test_bad_input_gets_the_form_again_with_one_sentence(
    people: People, client_of: Opens, name: str, data: bytes
) -> None:
    page = send(client_of(people.administrator), name, data)
    assert page.count("field__error") == 1
    assert "[RK1" in page
    assert name in page
    assert "Traceback" not in page
    assert not StoredDocument.objects.exists()


def test_a_file_over_the_limit_is_refused(
    people: People, client_of: Opens, settings: object
) -> None:
    settings.RENKEI_UPLOAD_BYTES = 10  # type: ignore[attr-defined]
    assert "[RK106]" in send(client_of(people.administrator), "a.txt", b"a" * 11)


@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_japanese_encodings_are_read(people: People, client_of: Opens, encoding: str) -> None:
    page = send(client_of(people.administrator), "list.txt", LIST.encode(encoding))
    assert "資料を読み込みました" in page
    assert "海軍司令官訪日" in page


def test_the_same_document_again_says_so(people: People, client_of: Opens) -> None:
    client = client_of(people.administrator)
    send(client, "list.txt", LIST.encode())
    before = Activity.objects.count()
    assert "既に登録されています" in send(client, "again.txt", LIST.encode())
    assert Activity.objects.count() == before


def test_readers_may_not_add(people: People, client_of: Opens) -> None:
    client = client_of(people.outsider)
    assert client.get("/documents/new").status_code == 403
    assert "/documents/new" not in client.get("/documents/").content.decode()


def test_passages_lead_to_records_and_records_to_passages(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    stored = document()
    page = client_of(people.owner).get(f"/documents/{stored.pk}/").content.decode()
    for record in stored.records.all():
        assert f'href="#e{record.pk}"' in page or record.type != "activity"
        assert f'id="e{record.pk}"' in page
        assert f"?at={record.start}#L{record.line}" in page
    for one in Activity.objects.all():
        assert f'href="/activities/{one.pk}/"' in page


def test_a_long_document_comes_in_pages_and_opens_at_a_line(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    stored = document("\n".join(f"第{number}行の文" for number in range(1, 3001)))
    client = client_of(people.owner)
    page = client.get(f"/documents/{stored.pk}/?line=2500").content.decode()
    assert 'id="L2500" class="asked"' in page
    assert "第2500行の文" in page
    assert "第2行の文" not in page
    for wrong in ("99999", "x", "-1", ""):
        assert client.get(f"/documents/{stored.pk}/?line={wrong}").status_code == 200
        assert client.get(f"/documents/{stored.pk}/?at={wrong}").status_code == 200
        assert client.get(f"/documents/{stored.pk}/?page={wrong}").status_code == 200


def test_markup_in_a_document_is_only_text(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    stored = document("題\n<script>alert(1)</script>\n<b>太字</b>")
    page = client_of(people.owner).get(f"/documents/{stored.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_original_comes_back_byte_by_byte(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    stored = document()
    answer = client_of(people.owner).get(f"/documents/{stored.pk}/original")
    assert answer.content == LIST.encode()
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_documents_are_found_by_their_words(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    document()
    client = client_of(people.owner)
    assert "list.txt" in client.get("/documents/?text=チリ").content.decode()
    assert "list.txt" not in client.get("/documents/?text=ペルー").content.decode()


def test_the_reason_of_a_leftover_is_told_in_words(people: People, client_of: Opens) -> None:
    client = client_of(people.administrator)
    send(client, "list.txt", LIST.encode())
    document = StoredDocument.objects.get()
    Leftover.objects.create(
        document=document, start=0, end=3, line=1, text="某会談", reason="event_not_understood"
    )
    page = client.get(f"/documents/{document.pk}/leftovers").content.decode()
    assert "案件として読めない文" in page
    assert "event_not_understood" not in page


def test_an_unknown_form_is_kept_found_and_says_why_nothing_was_read(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    stored = document("港の話\n\n船が着いた。荷を下ろした。\n", "harbour.txt")
    client = client_of(people.outsider)
    page = client.get(f"/documents/{stored.pk}/").content.decode()
    assert "この資料からは何も読み取っていません" in page
    assert "荷を下ろした。" in page
    assert "harbour.txt" in client.get("/documents/?text=荷を下ろ").content.decode()
