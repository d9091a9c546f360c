"""Cuts a paragraph where findings and readings begin and end, for marks in a document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.model import Paragraph, TextSpan


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a paragraph. marks: which of the spans cover it, by their index."""

    text: str
    marks: tuple[int, ...] = ()


def segments(
    paragraph: Paragraph, spans: Sequence[TextSpan | None], cuts: Iterable[int] = ()
) -> tuple[Segment, ...]:
    """The paragraph in pieces, none of which lies half inside a span.

    cuts: further offsets inside the paragraph where a piece must end. A span without length
    marks the character it stands before.
    """
    covers = [(index, *_inside(paragraph, span)) for index, span in enumerate(spans) if span]
    covers = [cover for cover in covers if cover[1] < cover[2]]
    edges = {0, len(paragraph.text), *cuts}
    edges |= {edge for _, start, end in covers for edge in (start, end)}
    ordered = sorted(edge for edge in edges if 0 <= edge <= len(paragraph.text))
    return tuple(
        Segment(paragraph.text[start:end], _marks(covers, start, end))
        for start, end in pairwise(ordered)
    )


def _inside(paragraph: Paragraph, span: TextSpan) -> tuple[int, int]:
    """The part of a span that lies in the paragraph, as offsets into it."""
    start, end = span.start - paragraph.start, span.end - paragraph.start
    if start == end and 0 <= start <= len(paragraph.text):
        start = min(start, max(len(paragraph.text) - 1, 0))
        end = start + 1
    return max(start, 0), min(end, len(paragraph.text))


def _marks(covers: Iterable[tuple[int, int, int]], start: int, end: int) -> tuple[int, ...]:
    return tuple(index for index, first, last in covers if first <= start and end <= last)
