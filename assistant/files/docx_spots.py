"""Leads from characters of a report's text back to the runs of the Word document it was read in."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.files.read_docx import Element, Origin, run_pieces, shown_runs
from assistant.model import TextSpan


@dataclass(frozen=True, slots=True)
class Spot:
    """One character: number ``index`` of the text of ``part``, which is a part of ``run``."""

    run: Element
    part: Element
    index: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """What shows a span: its first and last character, or a paragraph where it has none."""

    paragraph: Element
    first: Spot | None = None
    last: Spot | None = None


class Spots:
    """Knows where every character that is no blank stands.

    Reading joins, drops and widens blanks, and nothing else; so the other characters of an
    origin are those of its paragraphs, one by one.
    """

    def __init__(
        self, text: str, read: Sequence[Origin], paragraphs: Sequence[Sequence[Element]]
    ) -> None:
        self._offsets: list[int] = []
        self._spots: list[Spot] = []
        known = zip(read, paragraphs, strict=True)
        self._origins = [(origin, held) for origin, held in known if held]
        self._ends = [origin.end for origin, _ in self._origins]
        self._top = Stretch(self._origins[0][1][0]) if self._origins else None
        for origin, held in self._origins:
            self._align(text, origin, held)

    def _align(self, text: str, origin: Origin, paragraphs: Sequence[Element]) -> None:
        offsets = [at for at in range(origin.start, origin.end) if not text[at].isspace()]
        spots = [spot for spot, sign in _characters(paragraphs) if not sign.isspace()]
        if len(offsets) == len(spots):
            if spots and not self._spots:
                self._top = Stretch(paragraphs[0], spots[0], spots[-1])
            self._offsets += offsets
            self._spots += spots

    def stretch(self, span: TextSpan | None) -> Stretch | None:
        """What shows a span; the top of the document for what has no place."""
        if span is None or not self._origins:
            return self._top
        first = bisect_left(self._offsets, span.start)
        behind = bisect_left(self._offsets, span.end)
        paragraph = self._paragraph_at(span.start)
        if first == behind:
            return Stretch(paragraph)
        return Stretch(paragraph, self._spots[first], self._spots[behind - 1])

    def _paragraph_at(self, offset: int) -> Element:
        # The origin that ends behind the offset; a blank cell ends where it begins.
        index = bisect_left(self._ends, offset)
        later = bisect_right(self._ends, offset)
        inside = (i for i in range(index, later + 1) if i < len(self._origins))
        starts = [i for i in inside if self._origins[i][0].start <= offset]
        chosen = starts[0] if starts else min(index, len(self._origins) - 1)
        return self._origins[chosen][1][0]


def _characters(paragraphs: Sequence[Element]) -> Iterator[tuple[Spot, str]]:
    for paragraph in paragraphs:
        for run in shown_runs(paragraph):
            for part, text in run_pieces(run):
                for index, sign in enumerate(text):
                    yield Spot(run, part, index), sign
