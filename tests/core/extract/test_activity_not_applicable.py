"""Texts that are no lists of activities: nothing may be read from them."""

import pytest

from renkei.core.extract.activity_lists import read_activity_lists

PROSE = (
    "令和4年度\n首相は日加首脳会談(7月)では、地域の情勢を説明した。\n",
    "●令和4年度の実績\n事務総長は昨年の会合(6月)に続き、追加の拠出を求めた。\n",
    "(令和4年度)\n外相会談(5月及び9月)を通じて、協定の交渉を加速する。\n",
)
TABLES = (
    "\t令和3年度\t令和4年度\n会合の回数(4月～9月)\t3\t5\n",
    "令和4年度目標\n協議を2回行う(6月、11月)\n",
    "令和4年度当初予算\n国際会議の開催(10月)に必要な経費\n",
    "・令和4年度版年次報告(令和5年3月)\n",
)
WITHOUT_YEAR = (
    "<ブラジル>\n防衛相会談(6月)\n",
    "防衛相会談は令和4年度に行われた(6月)。\n",
    "出典:共同声明(令和4年5月12日)\n",
)


@pytest.mark.parametrize("text", PROSE + TABLES + WITHOUT_YEAR)
def test_nothing_is_read(text, read_with):
    found = read_with(read_activity_lists, text)
    assert list(found.records) == []


@pytest.mark.parametrize("text", PROSE)
def test_running_text_is_no_leftover_either(text, read_with):
    assert list(read_with(read_activity_lists, text).leftovers) == []


@pytest.mark.parametrize(
    "name",
    [
        "defense-exchange-basic-policy.txt",
        "defense-white-paper-2021-iii-3-1.txt",
        "mofa-evaluation-ii-1-fy2021.txt",
        "mofa-monitoring-i-2-fy2021.txt",
    ],
)
def test_other_documents_of_the_corpus_hold_no_lists(name, corpus_text, read_with):
    found = read_with(read_activity_lists, corpus_text(name))
    assert not found.records
    assert not found.leftovers


def test_what_looks_like_an_entry_is_left_over(read_with):
    text = "●令和4年度の実績\n<ブラジル>\n防衛相会談(6月)、国防次官訪日(14月)及び折衝中\n"
    found = read_with(read_activity_lists, text)
    assert [record.title for record in found.records] == ["防衛相会談"]
    assert [(item.evidence.text, item.reason) for item in found.leftovers] == [
        ("国防次官訪日(14月)", "date_not_understood"),
        ("折衝中", "entry_not_understood"),
    ]


def test_an_unknown_heading_is_left_over_and_its_entries_have_no_partner(read_with):
    text = "●令和4年度の実績\n<架空共和国>\n防衛相会談(6月)\n<その他>\n日米豪防衛相会談(7月)\n"
    found = read_with(read_activity_lists, text)
    assert [record.partners for record in found.records] == [(), ("USA", "AUS")]
    assert [(item.evidence.text, item.reason) for item in found.leftovers] == [
        ("<架空共和国>", "partner_unknown")
    ]
