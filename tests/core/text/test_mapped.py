"""The way back holds through any chain of steps, compared with a map of every character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.source import Span
from renkei.core.text import MappedText, Replacement

Ranges = list[tuple[int, int]]  # of each character: where it begins and ends in the original


@st.composite
def steps(draw: st.DrawFn, length: int) -> list[Replacement]:
    """Some non-overlapping replacements of a text of ``length`` characters."""
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Replacement(a, b, draw(st.text("あいウx\n", max_size=4))) for a, b in pairs]


def naive(text: str, ranges: Ranges, edits: list[Replacement]) -> tuple[str, Ranges]:
    """What replacing means, character by character."""
    out, made, position = [], [], 0
    for edit in edits:
        out.append(text[position : edit.start])
        made += ranges[position : edit.start]
        if edit.end > edit.start:
            whole = (ranges[edit.start][0], ranges[edit.end - 1][1])
        elif edit.start < len(ranges):
            whole = (ranges[edit.start][0],) * 2
        else:
            whole = (ranges[-1][1],) * 2 if ranges else (0, 0)
        out.append(edit.by)
        made += [whole] * len(edit.by)
        position = edit.end
    return "".join(out) + text[position:], made + ranges[position:]


@given(st.data(), st.text("防衛相会談（5月）\n", max_size=30))
def test_spans_agree_with_a_map_of_every_character(data: st.DataObject, text: str) -> None:
    mapped, expected = MappedText.of(text), text
    ranges: Ranges = [(index, index + 1) for index in range(len(text))]
    for _ in range(data.draw(st.integers(0, 4))):
        if not expected:
            break
        edits = data.draw(steps(len(expected)))
        mapped = mapped.replace(edits)
        expected, ranges = naive(expected, ranges, edits)
    assert mapped.text == expected
    for start in range(len(expected)):
        assert mapped.origin(start) == ranges[start][0]
        for end in range(start + 1, len(expected) + 1):
            stop = max(ranges[end - 1][1], ranges[start][0])
            assert mapped.span(start, end) == Span(ranges[start][0], stop)


@given(st.data(), st.text("防衛相会談（5月）\n", min_size=1, max_size=30))
def test_a_slice_maps_as_the_whole(data: st.DataObject, text: str) -> None:
    mapped = MappedText.of(text, 7).replace(data.draw(steps(len(text))))
    start = data.draw(st.integers(0, len(mapped.text)))
    end = data.draw(st.integers(start, len(mapped.text)))
    part = mapped.slice(start, end)
    assert part.text == mapped.text[start:end]
    for low in range(len(part.text)):
        for high in range(low + 1, len(part.text) + 1):
            assert part.span(low, high) == mapped.span(start + low, start + high)


def test_every_character_of_a_replacement_maps_to_all_it_replaced() -> None:
    mapped = MappedText.of("㍻元年").replace([Replacement(0, 1, "平成")])
    assert mapped.text == "平成元年"
    assert [mapped.span(i, i + 1) for i in range(4)] == [
        Span(0, 1), Span(0, 1), Span(1, 2), Span(2, 3),
    ]  # fmt: skip


def test_what_was_taken_out_is_within_a_span_over_it_and_not_beside_it() -> None:
    mapped = MappedText.of("<b>会</b>談").replace([Replacement(0, 3, ""), Replacement(4, 8, "")])
    assert mapped.text == "会談"
    assert mapped.span(0, 1) == Span(3, 4)
    assert mapped.span(0, 2) == Span(3, 9)
    assert mapped.span(1, 1) == Span(8, 8)
    assert mapped.span(2, 2) == Span(9, 9)


def test_steps_that_leave_the_text_alone_leave_the_map_small() -> None:
    mapped = MappedText.of("x" * 1000)
    same = mapped.replace([Replacement(i, i, "") for i in range(0, 1000, 3)])
    assert same.here == (0,)


def test_an_empty_text_has_a_place() -> None:
    empty = MappedText.of("abc", 5).replace([Replacement(0, 3, "")])
    assert (empty.text, empty.span(0, 0)) == ("", Span(5, 5))
    assert MappedText.of("abc", 5).slice(2, 2).span(0, 0) == Span(7, 7)


@pytest.mark.parametrize("edits", [[(2, 3), (1, 2)], [(0, 2), (1, 3)], [(3, 2)]])
def test_overlapping_or_unordered_replacements_are_refused(edits: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="ascending"):
        MappedText.of("abcd").replace([Replacement(a, b, "") for a, b in edits])


def test_a_text_of_another_length_cannot_take_the_map() -> None:
    with pytest.raises(ValueError, match="length"):
        MappedText.of("abc").with_text("ab")
