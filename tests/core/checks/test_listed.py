"""Kinds of activities that sentences name, against those that lists hold."""

import pytest

from renkei.core.checks.listed import lists_of
from renkei.core.checks.samples import lists
from renkei.core.vocabulary import load
from tests.core.checks.conftest import SubjectOf

_YEAR = (
    "●令和3年度\n<ドイツ>\n第2回日独局長級外務・防衛当局間協議(5月)\n"
    "<チリ>\n防衛相電話会談(6月)及び国防大臣訪日(7月)\n<ペルー>\n日ペルー親善訓練(8月)"
)


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("チリ、ドイツ等の諸外国と防衛相電話会談を実施", [("防衛相電話会談", ["DEU", "CHL"])]),
        ("ペルー及びチリとの親善訓練の実施", [("親善訓練", ["CHL", "PER"])]),
        ("日独防衛相電話会談を行った", [("防衛相電話会談", ["DEU"])]),
        ("諸外国との防衛相電話会談を行った", []),
        ("チリの港で親善訓練を行った", []),
    ],
)
def test_a_sentence_names_kinds_with_their_partners(
    text: str, cited: list[tuple[str, list[str]]], subject_of: SubjectOf
) -> None:
    held = lists_of(subject_of(lists(_YEAR)))
    found = [(each.kind, [code for code, _ in each.partners]) for each in held.cited(text, load())]
    assert found == cited


def test_a_kind_may_be_cited_without_its_rank(subject_of: SubjectOf) -> None:
    held = lists_of(subject_of(lists(_YEAR)))
    assert held.has("外務・防衛当局間協議", "DEU")
    assert not held.has("外務・防衛当局間協議", "CHL")


def test_the_same_kind_in_another_mode_is_told(subject_of: SubjectOf) -> None:
    held = lists_of(subject_of(lists(_YEAR)))
    other = held.otherwise("防衛相テレビ会談", "CHL")
    assert other is not None
    assert other.title == "防衛相電話会談"
    assert held.otherwise("防衛相テレビ会談", "PER") is None
