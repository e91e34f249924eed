"""PDF lines with pages and boxes; HTML pages as they are printed, mapped to their source."""

from renkei.core.source import Place
from renkei.core.text.prepared import prepare
from renkei.readers.registry import read_bytes
from tests.readers.files import pdf

PAGE = """<!DOCTYPE html>
<html lang="ja"><head><title>題</title><style>p{}</style></head><body>
<script>if (a < b) { document.write("<p>出ない</p>") }</script>
<h1>令和4年度&nbsp;政策評価</h1>
<p>チリとの<b>防衛相
会談</b>（5月）<!-- 注 <p>出ない</p> --> を
行った &lt;内数&gt;</p>
<table><tr><th>区分</th><th colspan="2">予算</th><th>計</th></tr>
<tr><td>当初</td><td>1</td><td>2</td><td>3</td></tr></table>
<ruby>邦人<rp>(</rp><rt>ほうじん</rt></ruby> United
States
</body></html>
"""


def test_pdf_lines_have_pages_and_boxes() -> None:
    data = pdf([(72, 742, "令和4年度"), (72, 700, "区分"), (200, 700, "△28")], [(72, 742, "𠮷野①")])
    document = read_bytes("a.pdf", data)
    assert document.text.split() == ["令和4年度", "区分", "△28", "𠮷野①"]
    assert "区分\t△28\n" in document.text
    pages = [place.page for _, place in document.places]
    assert pages == [1, 1, 2]
    for span, place in document.places:
        assert document.text[span.start : span.end].strip()
        assert place.box is not None
        left, top, right, bottom = place.box
        assert 60 < left < right < 595
        assert 80 < top < bottom < 160
    evidence = document.evidence(document.places[2][0])
    assert (evidence.text, evidence.place.page) == ("𠮷野①", 2)


def test_a_scanned_page_among_others_is_a_gap() -> None:
    document = read_bytes("a.pdf", pdf([(72, 700, "一")], None, [(72, 700, "三")]))
    [(span, reason)] = document.gaps
    assert reason == "scanned_page"
    assert document.text[: span.start].strip() == "一"
    assert document.text[span.end :].strip() == "三"


def test_html_keeps_its_source_and_prints_its_words() -> None:
    document = read_bytes("a.html", PAGE.encode("cp932"))
    assert document.text == PAGE
    assert document.media_type == "text/html"
    source = prepare(document)
    lines = [line.strip(" ") for line in source.text.splitlines() if line.strip()]
    assert lines == [
        "令和4年度 政策評価",
        "チリとの防衛相会談(5月) を行った <内数>",
        "区分\t予算\t\t計",
        "当初\t1\t2\t3",
        "邦人 United States",
    ]
    start = source.text.index("防衛相会談")
    evidence = source.evidence(start, start + 5)
    assert evidence.text == "防衛相\n会談"
    assert evidence.line == 5
    assert evidence.place == Place()


def test_html_without_end_tags_or_ends() -> None:
    for page in (
        "<html><p>一<p>二<script>三",
        "<html><!-- <p>一",
        "<html><p>一<",
        "<html>&#x110000;&a;",
    ):
        document = read_bytes("a.htm", page.encode())
        prepare(document)
    assert "二" in prepare(read_bytes("a.htm", "<p>一<p>二<script>三".encode())).text


def test_text_with_remnants_of_markup_is_text() -> None:
    text = 'a\t<p>&lt;豪州&gt;</p> <ul style="x"><li>会談</li></ul> <NATO> <EU> <375> <豪州>'
    document = read_bytes("a.txt", text.encode())
    assert document.media_type == "text/plain"
    words = prepare(document).text.split()
    assert words == ["a", "<豪州>", "会談", "<NATO>", "<EU>", "<375>", "<豪州>"]
