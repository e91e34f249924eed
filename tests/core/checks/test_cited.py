"""Citations of means, by year."""

import pytest

from renkei.core.checks.cited import circled, citations
from renkei.core.checks.samples import evaluation
from tests.core.checks.conftest import SubjectOf


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "①"), (20, "⑳"), (21, "㉑"), (35, "㉟"), (36, "㊱"), (51, "51")]
)
def test_numbers_are_printed_as_means_are(number: int, printed: str) -> None:
    assert circled(number) == printed


def test_a_citation_is_one_for_each_of_its_years(subject_of: SubjectOf) -> None:
    analysis = (
        "【測定指標１－１ 協議の回数 ＊】¶\n"
        "協議を重ねた。（令和３・４年度：港湾 測量経費（達成手段②））¶"
    )
    found = citations(subject_of(evaluation(analysis=analysis)))
    assert [(each.field, each.fiscal_year.start, each.key, each.number) for each in found] == [
        ("1", 2021, "港湾測量経費", 2),
        ("1", 2022, "港湾測量経費", 2),
    ]
