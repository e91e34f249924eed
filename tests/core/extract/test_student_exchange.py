"""Students per year, partner and direction."""

import pytest

from renkei.core.extract.student_exchange import read_student_exchange

RECEIVED = (
    "・外国人留学生の受入れ:課程に計1,012名の留学生を迎えた。"
    "(モンゴル7名、東ティモール4名及びセネガル1名)"
)
SENT = "・海外への留学:新たに留学した職員は総計９名である。(カナダ５名、ノルウェー３名及びチリ1名)"


def rows(text, read_with):
    found = read_with(read_student_exchange, text)
    return [
        (str(r.fiscal_year), r.direction, r.partner, r.count, r.evidence.text)
        for r in found.records
    ]


@pytest.mark.parametrize("year", ["令和4年度", "2022年度", "ＦＹ2022", "令和４（2022）年度"])
def test_partners_and_total_of_both_directions(year, read_with):
    text = f"●{year}は次のとおり留学生を交換した。\n\n{RECEIVED}\n\n{SENT}\n"
    assert rows(text, read_with) == [
        ("2022", "inbound", "TOTAL", 1012, "計1,012名"),
        ("2022", "inbound", "MNG", 7, "モンゴル7名"),
        ("2022", "inbound", "TLS", 4, "東ティモール4名"),
        ("2022", "inbound", "SEN", 1, "セネガル1名"),
        ("2022", "outbound", "TOTAL", 9, "総計９名"),
        ("2022", "outbound", "CAN", 5, "カナダ５名"),
        ("2022", "outbound", "NOR", 3, "ノルウェー３名"),
        ("2022", "outbound", "CHL", 1, "チリ1名"),
    ]


def test_each_list_takes_the_year_above_it(read_with):
    text = f"●平成30年度\n{RECEIVED}\n●令和元年度\n{RECEIVED}\n"
    assert {year for year, *_ in rows(text, read_with)} == {"2018", "2019"}


def test_a_year_in_the_line_itself_counts(read_with):
    text = "令和5年度の留学生の受入れは合計3名(モンゴル2名、チリ1名)であった。\n"
    assert [row[0] for row in rows(text, read_with)] == ["2023", "2023", "2023"]


def test_an_unknown_country_is_left_over(read_with):
    text = "●令和4年度\n・留学生の受入れ:合計5名(モンゴル2名、チリ2名、架空国1名)\n"
    found = read_with(read_student_exchange, text)
    assert [record.partner for record in found.records] == ["TOTAL", "MNG", "CHL"]
    assert [(item.evidence.text, item.reason) for item in found.leftovers] == [
        ("架空国1名", "partner_unknown")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "留学生の受入れは合計3名(モンゴル2名、チリ1名)であった。\n",
        "●令和4年度\n留学生を含む30名が研修に参加した。\n",
        "●令和4年度\n研修員の受入れ:合計5名(モンゴル2名、チリ3名)\n",
        "●令和4年度\n留学生の交流を今後も続ける。\n",
    ],
    ids=["no year", "no countries", "no students", "no figures"],
)
def test_nothing_is_read_where_something_is_missing(text, read_with):
    assert rows(text, read_with) == []
