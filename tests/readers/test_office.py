"""Word and Excel: rows, merged cells, addresses, and the words cells show."""

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from docx import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from renkei.core.source import Place
from renkei.core.text import Document
from renkei.readers.cellformat import shown
from renkei.readers.registry import read_bytes
from tests.readers.files import archive

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _word(word: object) -> Document:
    out = io.BytesIO()
    word.save(out)  # type: ignore[attr-defined]
    return read_bytes("a.docx", out.getvalue())


def _place_of(document: Document, words: str) -> Place:
    start = document.text.index(words)
    return next(place for span, place in document.places if span.start <= start < span.end)


def test_word_paragraphs_and_tables_in_order() -> None:
    word = WordDocument()
    word.add_paragraph("令和4年度政策評価書")
    table = word.add_table(rows=3, cols=3)
    for row, words in zip(
        table.rows, (("区分", "3年度", "4年度"), ("予算", "1", "2"), ("", "3", "")), strict=True
    ):
        for cell, text in zip(row.cells, words, strict=True):
            cell.text = text
    word.add_paragraph("以上")
    document = _word(word)
    assert document.text == "令和4年度政策評価書\n区分\t3年度\t4年度\n予算\t1\t2\n\t3\t\n以上\n"
    assert _place_of(document, "4年度\n") == Place(sheet="表1", cell="C1")


def test_word_merged_cells_stand_once_and_keep_their_columns() -> None:
    word = WordDocument()
    table = word.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "見出し"
    table.cell(0, 2).text = "右"
    table.cell(1, 0).text, table.cell(1, 1).text, table.cell(1, 2).text = "い", "ろ", "は"
    assert _word(word).text.splitlines() == ["見出し\t\t右", "い\tろ\tは"]
    word = WordDocument()
    table = word.add_table(rows=2, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "縦"
    table.cell(0, 1).text, table.cell(1, 1).text = "上", "下"
    assert _word(word).text.splitlines() == ["縦\t上", "\t下"]


def test_word_prints_neither_deleted_words_nor_ruby_nor_field_codes() -> None:
    runs = (
        "<w:r><w:t>残</w:t></w:r><w:del><w:r><w:delText>消</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>加</w:t></w:r></w:ins>"
        "<w:r><w:ruby><w:rt><w:r><w:t>ほうじん</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>邦人</w:t></w:r></w:rubyBase></w:ruby></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>輸送</w:t></w:r></w:hyperlink>"
    )
    word = WordDocument()
    word.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>"))
    assert _word(word).text.startswith("残加邦人輸送\n")


def test_word_pages_where_the_last_layout_is_marked() -> None:
    word = WordDocument()
    word.add_paragraph("一ページ")
    paragraph = word.add_paragraph()
    run = paragraph.add_run()
    run.add_break(WD_BREAK.PAGE)
    run._r.append(parse_xml(f"<w:lastRenderedPageBreak {nsdecls('w')}/>"))
    word.add_paragraph("二ページ")
    document = _word(word)
    assert _place_of(document, "一ページ").page == 1
    assert _place_of(document, "二ページ").page == 2


def test_word_footnotes_follow_the_text() -> None:
    note = '<footnote type="separator"><p><r><t>線</t></r></p></footnote>'
    note += "<footnote><p><r><t>注の文</t></r></p></footnote>"
    data = archive(
        word__document="<document><body><p><r><t>本文</t></r></p></body></document>",
        word__footnotes=f"<footnotes>{note}</footnotes>",
    )
    assert read_bytes("a.docx", data).text == "本文\n注の文\n"


def test_nesting_without_end_is_a_broken_file() -> None:
    depth = 3000
    data = archive(
        word__document=f"<document><body><p>{'<r>' * depth}{'</r>' * depth}</p></body></document>"
    )
    with pytest.raises(Exception, match="RK120"):
        read_bytes("a.docx", data)


def _book(path: Path) -> Document:
    return read_bytes(path.name, path.read_bytes())


def test_excel_shows_what_cells_show(tmp_path: Path) -> None:
    path = tmp_path / "予算.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("予算")
        sheet.write_row("A1", ["区分", "3年度", "4年度"])
        sheet.write("A2", "当初予算")
        sheet.write("B2", 229629, book.add_format({"num_format": "#,##0"}))
        sheet.write("C2", -28, book.add_format({"num_format": '#,##0;"△"#,##0'}))
        sheet.write("A3", "割合")
        sheet.write("B3", 0.802, book.add_format({"num_format": "0.0%"}))
        sheet.write_datetime(
            "C3", date(2021, 4, 1), book.add_format({"num_format": '[$-411]ggge"年"m"月"'})
        )
        sheet.write_formula("A5", "=1+1", None, 2)
    document = _book(path)
    assert (
        document.text
        == "予算\n区分\t3年度\t4年度\n当初予算\t229,629\t△28\n割合\t80.2%\t令和3年4月\n\n2\n\n"
    )
    assert _place_of(document, "△28") == Place(sheet="予算", cell="C2")


def test_excel_merged_ranges_stand_once_and_empty_columns_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "表"
    sheet["B2"], sheet["H2"], sheet["B3"], sheet["H3"] = "測定指標", "目標", "会談", "3回"
    sheet.merge_cells("B2:F2")
    hidden = book.create_sheet("選択肢")
    hidden["A1"] = "隠"
    hidden.sheet_state = "hidden"
    book.save(path)
    document = _book(path)
    assert document.text == "表\n測定指標\t目標\n会談\t3回\n\n"
    assert _place_of(document, "3回") == Place(sheet="表", cell="H3")
    assert [reason for _, reason in document.gaps] == ["hidden_sheet"]


def test_excel_leaves_out_readings_and_what_a_merge_hides() -> None:
    strings = (
        "<si><t>防衛省</t><rPh><t>ボウエイショウ</t></rPh></si>"
        "<si><r><t>国</t></r><r><t>名</t></r></si>"
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>内_x000D_</t></is></c><c r="B2"/></row>'
    )
    merged = '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'
    relation = '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/s1.xml"/>'
    data = archive(
        xl__workbook='<workbook><sheets><sheet name="一" id="r1"/></sheets></workbook>',
        xl__sharedStrings=f"<sst>{strings}</sst>",
        xl__worksheets__s1=f"<worksheet><sheetData>{rows}</sheetData>{merged}</worksheet>",
        **{"xl/_rels/workbook.xml.rels": f"<Relationships>{relation}</Relationships>"},
    )
    assert read_bytes("a.xlsx", data).text == "一\n防衛省\n内\n\n"


def test_long_cells_keep_their_entries_apart_and_short_ones_do_not(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    entries = [
        "日チリ防衛相会談（5月）、海軍司令官訪日（6月）、統幕長チリ訪問（7月）" * 3,
        "次の段落",
    ]
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("表")
        sheet.write_row("A1", ["3年度\n当初予算額", "\n".join(entries)])
    assert _book(path).text == "表\n3年度 当初予算額\t" + "\n".join(entries) + "\n\n"


@pytest.mark.parametrize(
    ("stored", "pattern", "words"),
    [
        ("1234567", "General", "1234567"),
        ("0.80200000000000005", "General", "0.802"),
        ("0.80200000000000005", "0.0%", "80.2%"),
        ("1234.5", "#,##0", "1,235"),
        ("-3", "#,##0;▲#,##0", "▲3"),
        ("0", '#,##0;△#,##0;"－"', "－"),
        ("2660000", '#,##0,"千件"', "2,660千件"),
        ("12", '0"人"', "12人"),
        ("3", '"第"0"回"', "第3回"),
        ("44287", "yyyy/m/d", "2021/4/1"),
        ("44287", "[$-411]ge.m.d;@", "R3.4.1"),
        ("43585", '[$-411]ggge"年"m"月"d"日"', "平成31年4月30日"),
        ("44287.5", "h:mm", "12:00"),
        ("44287", 'm"月"', "4月"),
        ("1.5", "# ?/?", "1.5"),
        ("1e400", "0", "1e400"),
        ("文字", "0", "文字"),
        ("1", "[Red][<1]0;0", "1"),
        ("99999999", "yyyy/m/d", "99999999"),
    ],
)
def test_number_formats(stored: str, pattern: str, words: str) -> None:
    assert shown(stored, pattern) == words


def _graph_paper(path: Path, **cells: str) -> str:
    """The text of a sheet; a name like A1_C2 is a merged range."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for area, words in cells.items():
        sheet[area.split("_")[0]] = words
        if "_" in area:
            sheet.merge_cells(area.replace("_", ":"))
    book.save(path)
    return _book(path).text.partition("\n")[2]


def test_excel_tables_on_graph_paper_keep_their_own_columns(tmp_path: Path) -> None:
    """Two forms ruled at different columns: neither gives the other empty cells."""
    text = _graph_paper(
        tmp_path / "a.xlsx",
        A1_C1="施策名",
        D1_L1="航路標識の維持",
        A2_B2="区分",
        C2_G2="令和5年度",
        H2_L2="令和6年度",
        A3_B3="予算",
        C3_G3="12",
        H3_L3="15",
    )
    assert text.startswith("施策名\t航路標識の維持\n区分\t令和5年度\t令和6年度\n予算\t12\t15\n")


def test_excel_text_that_goes_on_beside_a_merged_cell_is_one_cell(tmp_path: Path) -> None:
    text = _graph_paper(tmp_path / "a.xlsx", A1="灯台の修理", A2="浮標の交換", B1_B2="③")
    assert text.startswith("灯台の修理\n浮標の交換\t③\n")
