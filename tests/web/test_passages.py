"""Pages of a document and the passages on them lose and move nothing."""

from hypothesis import given
from hypothesis import strategies as st

from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document
from renkei.web.documents.passages import (
    PAGE_CHARACTERS,
    PAGE_LINES,
    Passage,
    around,
    page_at,
    pages,
    text_lines,
)

TEXTS = st.text(st.sampled_from("あい会談1 \n\r"), max_size=300)


def document(text: str) -> Document:
    return Document(DocumentRef("a.txt", "0" * 64), text)


@given(TEXTS)
def test_pages_join_to_the_whole_text(text: str) -> None:
    spans = pages(document(text))
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert spans[0].start == 0


def test_a_long_document_has_pages_of_whole_lines() -> None:
    text = "\n".join(f"行{number}" for number in range(13_000))
    spans = pages(document(text))
    assert len(spans) == -(-13_000 // PAGE_LINES)
    assert all(text[span.start - 1] == "\n" for span in spans[1:])


def test_a_line_of_a_million_characters_is_cut() -> None:
    text = "前\n" + "長" * 1_000_000 + "\n後"
    spans = pages(document(text))
    assert "".join(text[span.start : span.end] for span in spans) == text
    assert max(len(span) for span in spans) <= PAGE_CHARACTERS + 2


def test_the_page_of_an_offset() -> None:
    spans = pages(document("行\n" * 1000))
    assert page_at(spans, 0) == 0
    assert page_at(spans, spans[1].start) == 1
    assert page_at(spans, 10**9) == len(spans) - 1


@given(TEXTS, st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=6))
def test_marked_pieces_are_the_printed_words(text: str, ends: list[tuple[int, int]]) -> None:
    source = document(text)
    spans = [Span(min(a, b), max(a, b)) for a, b in ends if max(a, b) <= len(text) and a != b]
    passages = [Passage(span, key) for key, span in enumerate(spans)]
    lines = text_lines(source, Span(0, len(text)), passages)
    shown = ["".join(piece.text for piece in line.pieces) for line in lines]
    assert shown == [line.text for line in source.lines][: len(shown)]
    for passage in passages:
        words = "".join(
            piece.text for line in lines for piece in line.pieces if passage in piece.passages
        )
        printed = text[passage.span.start : passage.span.end]
        assert words == printed.replace("\n", "").replace("\r", "")


def test_the_closest_passage_decides_where_a_piece_leads() -> None:
    source = document("防衛相会談(5月)")
    outer, inner = Passage(Span(0, 9), 1), Passage(Span(6, 8), 2, "leftover")
    pieces = text_lines(source, Span(0, 9), [inner, outer])[0].pieces
    assert [(piece.text, piece.target) for piece in pieces] == [
        ("防衛相会談(", "e1"),
        ("5月", "o2"),
        (")", "e1"),
    ]


def test_the_surroundings_of_a_passage_hold_it() -> None:
    source = document("一\n二\n三\n四\n五")
    assert around(source, Span(4, 5), lines=1, characters=100) == Span(2, 7)
    long = document("あ" * 1000)
    assert around(long, Span(500, 510), lines=2, characters=20) == Span(480, 530)
