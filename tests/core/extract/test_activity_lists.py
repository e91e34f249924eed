"""Lists of activities in four layouts of our own, record by record."""

import csv
from pathlib import Path

import pytest

from renkei.core.extract.activity_lists import read_activity_lists
from renkei.core.records import Activity

SAMPLES = Path(__file__).parent / "lists"
CUSTOMARY = {"year_inferred", "mode_inferred", "partner_from_heading"}


def row(record: Activity) -> dict[str, str]:
    values = {
        "line": record.evidence.line,
        "section": record.section,
        "listed_under": record.listed_under,
        "fiscal_year": record.fiscal_year,
        "start": record.start,
        "end": record.end,
        "partners": ";".join(record.partners),
        "kind": record.kind,
        "level": record.level,
        "mode": record.mode,
        "direction": record.direction,
        "status": record.status,
        "title": record.title,
        "place": record.place,
        "ordinal": record.ordinal,
        "counterpart": record.counterpart,
        "notes": ";".join(note for note in record.notes if note not in CUSTOMARY),
    }
    return {name: "" if value is None else str(value) for name, value in values.items()}


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("plain_western", ["entry_not_understood", "entry_not_understood"]),
        ("wrapped_single_year", ["partner_unknown", "date_not_understood"]),
        ("markup_cells", []),
        ("headings_and_dates_first", []),
    ],
)
def test_sample_reads_as_written_down(name, left, read_with):
    text = (SAMPLES / f"{name}.txt").read_text("utf-8")
    with (SAMPLES / f"{name}.tsv").open(encoding="utf-8", newline="") as table:
        expected = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = read_with(read_activity_lists, text)
    assert [row(record) for record in found.records] == expected
    assert [item.reason for item in found.leftovers] == left


def listed(entries, read_with, heading="<ブラジル>", year="令和4年度"):
    text = f"●{year}の交流実績\n{heading}\n{entries}\n"
    return [row(record) for record in read_with(read_activity_lists, text).records]


def test_joined_entries_share_one_date_and_form(read_with):
    first, second = listed(
        "日ブラジル防衛当局間協議及び第2回日ブラジル海洋対話(VTC)(6月)", read_with
    )
    assert first["start"] == second["start"] == "2022-06"
    assert first["mode"] == second["mode"] == "video"
    assert first["notes"] == "date_shared;mode_shared"
    assert second["notes"] == ""


def test_three_joined_entries_share_one_date(read_with):
    rows = listed(
        "防衛相会談(4月)、海軍参謀長訪日、空軍参謀長訪日及び陸軍参謀長訪日(9月)", read_with
    )
    assert [r["start"] for r in rows] == ["2022-04", "2022-09", "2022-09", "2022-09"]


def test_an_entry_without_a_date_stays_without_one(read_with):
    (first, second) = listed("防衛相会談(4月)、第3回日ブラジル次官級協議", read_with)
    assert first["start"] == "2022-04"
    assert second["start"] == ""
    assert second["notes"] == "date_not_printed"


def test_and_within_a_title_does_not_part_it(read_with):
    (only,) = listed("装備・技術協力及び共同訓練に関する覚書署名(2月)", read_with)
    assert only["title"] == "装備・技術協力及び共同訓練に関する覚書署名"
    assert only["kind"] == "signing"
    assert only["start"] == "2023-02"


def test_signing_and_entry_into_force_are_two_events(read_with):
    rows = listed("日ブラジル情報保護協定署名・発効(8月)", read_with)
    assert [r["kind"] for r in rows] == ["signing", "entry_into_force"]
    assert {r["start"] for r in rows} == {"2022-08"}


def test_brackets_come_in_any_order(read_with):
    forms = (
        "第4回三者会合セミナー(9月)(陸幕長)(VTC)",
        "第4回三者会合セミナー(VTC)(陸幕長)(9月)",
        "第4回三者会合セミナー(陸幕長、VTC)(9月)",
        "第4回三者会合セミナー（９月、陸幕長、ＶＴＣ）",
    )
    for printed in forms:
        (only,) = listed(printed, read_with)
        assert (only["level"], only["mode"], only["ordinal"]) == ("chief_ground", "video", "4")
        assert (only["title"], only["start"]) == ("第4回三者会合セミナー", "2022-09")


def test_partners_of_compound_and_heading_are_united(read_with):
    (only,) = listed("日米ブラジル防衛相会談(ブラジリア)(7月)", read_with)
    assert only["partners"] == "BRA;USA"
    assert only["place"] == "ブラジリア"


def test_fiscal_year_in_any_form(read_with):
    for year in ("令和4年度", "令和４年度", "2022年度", "ＦＹ2022", "R4年度", "令和4(2022)年度"):
        (only,) = listed("防衛相会談(1月)", read_with, year=year)
        assert (only["fiscal_year"], only["start"]) == ("2022", "2023-01")


def test_evidence_of_one_of_several_dates_ends_at_that_date(read_with):
    text = "●令和4年度の交流実績\n<ブラジル>\n防衛相会談(6月及び11月)、国防次官訪日(7月)\n"
    found = read_with(read_activity_lists, text).records
    assert [r.evidence.text for r in found] == [
        "防衛相会談(6月",
        "防衛相会談(6月及び11月",
        "国防次官訪日(7月)",
    ]


def test_what_is_inferred_is_noted(read_with):
    text = "●令和4年度の交流実績\n<ブラジル>\n防衛相電話会談(令和5年1月)、国防次官訪日(7月)\n"
    printed, inferred = read_with(read_activity_lists, text).records
    assert printed.notes == ("partner_from_heading",)
    assert inferred.notes == ("year_inferred", "mode_inferred", "partner_from_heading")


def test_dates_in_front_are_quoted_with_the_title(read_with):
    text = "●令和4年度の実績\n・6月、9月 日ブラジル防衛相会談(ブラジリア)\n"
    found = read_with(read_activity_lists, text).records
    assert [str(r.start) for r in found] == ["2022-06", "2022-09"]
    assert {r.evidence.text for r in found} == {"6月、9月 日ブラジル防衛相会談(ブラジリア)"}
