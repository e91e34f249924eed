"""Long strange input: time grows with its length and nothing is raised."""

import time

import pytest

from renkei.core.extract.activity_lists import read_activity_lists
from renkei.core.extract.research_exchange import read_research_exchange
from renkei.core.extract.standard_sheet import read_standard_sheet
from renkei.core.extract.student_exchange import read_student_exchange

HEAD = "●令和4年度の実績\n<ブラジル>\n防衛相会談(6月)\n"
UNITS = {
    "open brackets": "(",
    "closing brackets": ")",
    "open months": "(6月",
    "open quotes": "「",
    "blanks": "(6月" + " " * 50,
    "separators": "、及び",
    "months": "6月、",
    "digits": "(1、2、",
    "ranges": "(6月～",
    "titles": "防衛相会談及び",
    "nested": "会合(対話(",
    "headings": "●令和4年度\n",
    "names": "測定指標\n③\n",
    "angles": "<ア",
    "tabs": "\t会合の充実\t",
    "bullets": "・>・>",
    "students": "留学生の受入れ、",
    "keys": "施策名\t",
    "periods": "【令和4年度から",
    "wrapped": "防衛相会談(6月)、防衛\n",
    "joined": "A(5月、\n",
}
FAMILIES = (
    read_activity_lists,
    read_student_exchange,
    read_research_exchange,
    read_standard_sheet,
)


def seconds(family, text, read_with):
    start = time.process_time()
    read_with(family, text)
    return time.process_time() - start


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.__name__)
def test_time_is_linear(family, unit, read_with):
    small = HEAD + unit * (5_000 // len(unit))
    large = HEAD + unit * (40_000 // len(unit))
    base = seconds(family, small, read_with)
    took = seconds(family, large, read_with)
    # eight times the text; a quadratic pattern would take sixty-four times as long
    assert took < 24 * max(base, 0.02)


def test_a_million_characters_in_one_line(read_with):
    text = HEAD + "空幕長訪問(8月)、" * 20_000
    found = read_with(read_activity_lists, text)
    assert len(found.records) == 20_001
