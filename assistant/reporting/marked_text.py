"""The report's text cut where findings and numbers begin and end, in lines and rows of cells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby, pairwise
from typing import TypeAlias

from assistant.model import Report, TextSpan
from assistant.reporting.safe_text import visible

_Span: TypeAlias = tuple[int, int, int]
"""Start, end, index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A piece of text. marks: the spans that cover it; begins: those that begin with it."""

    text: str
    marks: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A title, heading or paragraph (one row of one cell), or a table as the text holds it.

    The text knows no merged cells, so rows may differ in length.
    """

    kind: str
    rows: tuple[tuple[tuple[Cut, ...], ...], ...]


def marked_blocks(report: Report, spans: Sequence[TextSpan | None]) -> Iterator[Block]:
    """The whole text in blocks; of blank lines only those where a span begins."""
    text = visible(report.text)
    cutter = _Cutter(text, spans)
    for kind, lines in groupby(_lines(text), partial(_kind, text, _special(report))):
        rows = [tuple(map(cutter.cuts, _cells(text, *line))) for line in lines]
        if kind == "table":
            yield Block(kind=kind, rows=tuple(rows))
            continue
        for row in rows:
            if kind or any(cut.begins for cut in row[0]):
                yield Block(kind=kind if kind else "p", rows=(row,))


def _special(report: Report) -> dict[int, str]:
    """Offsets at which lines of a kind of their own begin."""
    special = {section.heading.start: "heading" for section in report.sections}
    last = ((report.signature, "signature"), (report.date_line, "date"))
    special |= {line.start: kind for line, kind in last if line is not None}
    return special if report.title is None else special | {report.title.start: "title"}


def _kind(text: str, special: Mapping[int, str], line: tuple[int, int]) -> str:
    """What a line is; nothing where it is blank."""
    start, end = line
    written = text[start:end]
    if "\t" in written:
        return "table"
    if not written.strip():
        return ""
    first = start + len(written) - len(written.lstrip())
    return special.get(start, special.get(first, "p"))


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for cell in text[start:end].split("\t"):
        yield start, start + len(cell)
        start += len(cell) + 1


class _Cutter:
    """Cuts stretches of a text that are asked for from front to back."""

    def __init__(self, text: str, spans: Sequence[TextSpan | None]) -> None:
        self._text = text
        known = ((span.start, span.end, index) for index, span in enumerate(spans) if span)
        self._waiting = sorted(known, reverse=True)
        self._open: list[_Span] = []

    def cuts(self, stretch: tuple[int, int]) -> tuple[Cut, ...]:
        """The stretch in pieces, none of which lies half inside a span."""
        start, end = stretch
        self._open = [span for span in self._open if span[1] >= start]
        entering = list(self._entering(end))
        edges = {start, end}
        edges |= {edge for span in (*self._open, *entering) for edge in span[:2]}
        points = [a for a, b, _ in (*self._open, *entering) if a == b]
        ordered = sorted(edge for edge in (*edges, *set(points)) if start <= edge <= end)
        pairs = list(pairwise(ordered)) if len(ordered) > 1 else [(start, end)]
        entering.reverse()
        return tuple(self._cut(left, right, entering) for left, right in pairs)

    def _entering(self, end: int) -> Iterator[_Span]:
        while self._waiting and self._waiting[-1][0] <= end:
            yield self._waiting.pop()

    def _cut(self, left: int, right: int, entering: list[_Span]) -> Cut:
        """Of spans without length an empty piece tells, and nothing else does."""
        while entering and entering[-1][0] <= left:
            self._open.append(entering.pop())
        self._open = [span for span in self._open if span[1] > left or span[0] == left]
        covering = [
            (a, index) for a, b, index in self._open if right <= b and (a == b) == (left == right)
        ]
        return Cut(
            text=self._text[left:right],
            marks=tuple(index for _, index in covering),
            begins=tuple(index for a, index in covering if a == left),
        )
