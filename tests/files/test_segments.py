from hypothesis import given
from hypothesis import strategies as st

from assistant.files.segments import Segment, segments
from assistant.model import Paragraph, TextSpan

TEXT = "收到申请3件，办结2件。"
PARAGRAPH = Paragraph(start=10, text=TEXT)


def _span(start: int, end: int) -> TextSpan:
    return TextSpan(10 + start, 10 + end, TEXT[start:end])


def test_a_paragraph_without_spans_is_one_piece() -> None:
    assert (Segment(TEXT),) == segments(PARAGRAPH, [])


def test_a_span_is_cut_out_and_names_its_index() -> None:
    assert (Segment("收到申请"), Segment("3", (0,)), Segment("件，办结2件。")) == segments(
        PARAGRAPH, [_span(4, 5)]
    )


def test_overlapping_spans_share_the_piece_they_share() -> None:
    found = segments(PARAGRAPH, [_span(0, 5), _span(4, 6)])

    assert [("收到申请", (0,)), ("3", (0, 1)), ("件", (1,)), ("，办结2件。", ())] == [
        (piece.text, piece.marks) for piece in found
    ]


def test_only_the_part_of_a_span_inside_the_paragraph_counts() -> None:
    longer = TextSpan(0, 40, "一" * 40)

    assert (Segment(TEXT, (0,)),) == segments(PARAGRAPH, [longer])
    assert (Segment(TEXT),) == segments(PARAGRAPH, [TextSpan(0, 9, "一" * 9)])


def test_a_span_without_length_marks_the_character_it_stands_before() -> None:
    assert ("办", (0,)) == [(p.text, p.marks) for p in segments(PARAGRAPH, [_span(7, 7)])][1]
    assert ("。", (0,)) == [(p.text, p.marks) for p in segments(PARAGRAPH, [_span(12, 12)])][-1]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted), max_size=5))
def test_the_pieces_put_together_are_the_paragraph(edges: list[list[int]]) -> None:
    spans = [_span(start, end) for start, end in edges]

    found = segments(PARAGRAPH, spans)

    assert TEXT == "".join(piece.text for piece in found)
    for index, span in enumerate(spans):
        marked = "".join(piece.text for piece in found if index in piece.marks)
        assert span.quote in {marked, ""}
