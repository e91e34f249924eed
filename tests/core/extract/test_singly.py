"""Talks with several partners in one breath: one with each, unless they met as three sides."""

from typing import Any

import pytest

from renkei.core.extract.narrative import read_narrative
from tests.core.extract.conftest import Reader

HEAD = "2　各国との協力\n\n(1)多国間の会議\n"


@pytest.fixture
def partners(read_with: Reader) -> Any:
    """Partners and titles of the talks that a sentence tells."""

    def read(sentence: str) -> list[tuple[tuple[str, ...], str]]:
        found = read_with(read_narrative, f"{HEAD}{sentence}\n").records
        return [(one.partners, one.title) for one in found if getattr(one, "kind", "") == "meeting"]

    return read


def test_bilateral_talks_beside_a_conference_are_one_with_each(partners: Any) -> None:
    found = partners("2031年11月、佐藤防衛大臣は、チリ及びペルーの国防大臣との二国間会談を行った。")
    assert {codes for codes, _ in found} == {("CHL",), ("PER",)}


def test_each_of_several_ministers_is_a_talk(partners: Any) -> None:
    found = partners(
        "2031年6月、佐藤防衛大臣は、チリ、ペルー及びケニアの各国防大臣とそれぞれ電話会談を実施した。"
    )
    assert {codes for codes, _ in found} == {("CHL",), ("PER",), ("KEN",)}
    assert all("ケニア" not in title for codes, title in found if codes != ("KEN",))


def test_a_talk_of_three_sides_is_one(partners: Any) -> None:
    found = partners(
        "2031年7月、佐藤防衛大臣は、スミス米国防長官、ジョーンズ国防大臣との間で、"
        "日米豪3か国防衛相テレビ会談を実施した。"
    )
    assert [codes for codes, _ in found] == [("USA", "AUS")]
