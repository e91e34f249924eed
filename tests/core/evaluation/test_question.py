"""A question is one line of text that means one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.errors import RenkeiError
from renkei.core.evaluation.counting import Dates, Question, Years
from renkei.core.evaluation.counting.question import CODES
from renkei.core.values import FiscalYear, PartialDate


def subsets(name: str) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(CODES[name]), max_size=3)


YEARS = st.lists(st.integers(1990, 2040), min_size=2, max_size=2).map(
    lambda ends: Years(*map(FiscalYear, sorted(ends)))
)
QUESTIONS = st.builds(
    Question,
    **{name: subsets(name) for name in CODES if name != "status"},
    status=subsets("status").filter(bool),
    partners=st.frozensets(st.sampled_from(["AUS", "USA", "NATO"]), min_size=1),
    partner_rule=st.sampled_from(["any", "all", "only"]),
    framework=st.frozensets(st.sampled_from(["ADMM-Plus", "ARF"])),
    fiscal_year=st.none() | YEARS,
    dates=st.none() | st.just(Dates(PartialDate(2020, 4), PartialDate(2021, 3, 15))),
    count=st.sampled_from(["activities", "partners"]),
)


@given(QUESTIONS)
def test_a_question_is_written_and_read_back_equal(question: Question) -> None:
    assert Question.parse(str(question)) == question


def test_equal_questions_have_one_text_however_they_were_written() -> None:
    one = Question.parse("level=summit,minister ;partners=only:米国; fiscal_year=令和2年度")
    other = Question.parse("fiscal_year=2020..2020; partners=only:USA; level=minister, summit")
    assert str(one) == str(other)
    assert one.status == {"held"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("colour=blue", "RK741"),
        ("kind", "RK741"),
        ("kind=", "RK741"),
        ("kind=party", "RK742"),
        ("partners=アトランティス", "RK742"),
        ("partners=mostly:USA", "RK742"),
        ("framework=Nowhere Pact", "RK742"),
        ("count=money", "RK742"),
        ("fiscal_year=2021..2020", "RK743"),
        ("dates=2021-04..2021-03", "RK743"),
        ("dates=soon", "RK302"),
        ("fiscal_year=last", "RK301"),
        ("kind=visit; kind=meeting", "RK744"),
    ],
)
def test_what_is_no_question_is_refused_by_its_code(text: str, code: str) -> None:
    with pytest.raises(RenkeiError, match=code):
        Question.parse(text)


def test_a_question_about_no_status_at_all_is_refused() -> None:
    with pytest.raises(RenkeiError, match="RK742"):
        Question(status=frozenset())
