"""A report as read or as drafted: one linear text with spans, and the tables' cells."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from assistant.model.amount import Amount
from assistant.model.organisation import Level
from assistant.model.place import CellId, TextSpan
from assistant.model.statistics import Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; ``start`` is its offset in the report's text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)

    def span(self, start: int, end: int) -> TextSpan:
        """Span of the report's text for characters ``start`` to ``end`` of this paragraph."""
        return TextSpan(self.start + start, self.start + end, self.text[start:end])

    @property
    def whole(self) -> TextSpan:
        """Span of the whole paragraph."""
        return self.span(0, len(self.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One of the report's sections.

    number: the form's number of the section this one was recognised as, None if it is none of
    them. heading: the heading line as written, with its 一、. title: heading without marker.
    """

    number: int | None
    heading: Paragraph
    title: str
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A piece of the source that could not be read with certainty (Chinese reason)."""

    reason: str
    span: TextSpan | None = None
    cell: CellId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A whole report.

    text: the linear text all spans index into. For documents it holds the paragraphs and, row
    by row, the tables' cells. cells holds only what the source's tables hold: a cell missing in
    the source is missing here, a blank one is a blank Amount. tables: ids of the tables found.
    cell_spans: where a cell's text stands in ``text``, where known. declared: what the document
    itself carries beside its text: the officer's facts and last year's cells, None if nothing.
    """

    text: str
    year: int | None = None
    organisation: str = ""
    level: Level | None = None
    form: str | None = None
    title: Paragraph | None = None
    introduction: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    tables: tuple[str, ...] = ()
    cells: Mapping[CellId, Amount] = field(default_factory=dict[CellId, Amount])
    cell_spans: Mapping[CellId, TextSpan] = field(default_factory=dict[CellId, TextSpan])
    signature: Paragraph | None = None
    date_line: Paragraph | None = None
    date: datetime.date | None = None
    unreadable: tuple[Unreadable, ...] = ()
    declared: Statistics | None = None
    source: str = ""

    def section(self, number: int) -> Section | None:
        """The section with the form's number, None where it is missing."""
        return next((found for found in self.sections if found.number == number), None)

    def prose(self) -> Iterator[Paragraph]:
        """All paragraphs of prose: title, introduction, headings and section texts."""
        if self.title is not None:
            yield self.title
        yield from self.introduction
        for section in self.sections:
            yield section.heading
            yield from section.paragraphs
