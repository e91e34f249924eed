"""Splitting a line into entries: brackets, separators, months, headings."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renkei.core.grammar.entries import split_entries
from renkei.core.grammar.titles import event_ending
from renkei.core.vocabulary import load

ENDS = event_ending(load())


def shape(text):
    line = split_entries(text, 0, len(text), ENDS)
    return [
        "".join(f"{part.kind[0]}[{text[part.start : part.end]}]" for part in entry.parts)
        for entry in line.entries
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会談(6月)、訪日(7月)", ["t[会談]m[(6月)]", "t[訪日]m[(7月)]"]),
        ("会談(6月)及び訪日(7月)", ["t[会談]m[(6月)]", "t[訪日]m[(7月)]"]),
        ("会談(6月)。訪日(7月)。", ["t[会談]m[(6月)]", "t[訪日]m[(7月)]"]),
        ("会談(6月)訪日(7月)", ["t[会談]m[(6月)]", "t[訪日]m[(7月)]"]),
        ("会談(6月)(VTC)、訪日(7月)", ["t[会談]m[(6月)]g[(VTC)]", "t[訪日]m[(7月)]"]),
        ("会議(ARF)部会(6月)", ["t[会議]g[(ARF)]t[部会]m[(6月)]"]),
        ("会談(6月、訪日(7月)", ["t[会談]m[(6月]", "t[訪日]m[(7月)]"]),
        ("会談(6月", ["t[会談]m[(6月]"]),
        ("会談((港・国)総会)(6月)", ["t[会談]g[((港・国)総会)]m[(6月)]"]),
        ("会合(EWG)(甲(6月)、乙(7月))", ["t[会合]g[(EWG)]l[(甲(6月)、乙(7月))]"]),
        ("「甲、乙及び丙」に関する協議(6月)", ["t[「甲、乙及び丙」に関する協議]m[(6月)]"]),
        ("会議(6月)に参加、訪日(7月)", ["t[会議]m[(6月)]t[に参加]", "t[訪日]m[(7月)]"]),
        ("会談(6月、東京)", ["t[会談]g[東京]m[(6月、東京)]"]),
        ("会談(東京、6月)", ["t[会談]g[東京]m[(東京、6月)]"]),
        ("会談(6月))、訪日(7月)", ["t[会談]m[(6月)]", "t[訪日]m[(7月)]"]),
        ("、会談(6月)、、", ["t[会談]m[(6月)]"]),
        ("", []),
    ],
)
def test_split(text, expected):
    assert shape(text) == expected


def test_words_before_a_colon_head_the_line():
    text = "主催(等):会談(6月)、訪日(7月)"
    line = split_entries(text, 0, len(text), ENDS)
    assert line.heading is not None
    assert text[slice(*line.heading)] == "主催(等)"
    assert len(line.entries) == 2


def test_repairs_are_told():
    text = "会談(6月、訪日(7月)共同訓練(8月)"
    first, second, third = split_entries(text, 0, len(text), ENDS).entries
    assert (first.repaired, second.repaired, third.unseparated) == (True, False, True)


@given(st.text(alphabet="甲乙会談訪日()「」、。及び6月1～回:[] ", max_size=60))
@example("1月::")
@example("::1月")
@example("1月:[、1")
def test_no_word_is_lost_and_nothing_overlaps(text):
    line = split_entries(text, 0, len(text), ENDS)
    spans = sorted(
        {  # the date before several entries is in each of them
            (part.start, part.end)
            for entry in line.entries
            for part in entry.parts
            if part.kind != "group" or text[part.start] in "(["
        }
    )
    covered = set()
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert not covered & set(range(start, end))
        covered |= set(range(start, end))
    if line.heading is not None:
        covered |= set(range(*line.heading))
    lost = {text[index] for index in range(len(text)) if index not in covered}
    assert lost <= set("、。及び:)] ")
