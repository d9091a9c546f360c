"""Makes the Report out of a source of any format."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import AssistantError
from assistant.files.blocks import Grid, Source, strip_blanks
from assistant.files.labels import labels_of
from assistant.files.reading_words import ReadingWords, reading_words
from assistant.files.recognise_tables import TableReading, read_tables
from assistant.files.report_names import guess_year, organisation_of, year_in
from assistant.files.report_outline import Outline, read_outline
from assistant.files.section_titles import SectionTitles
from assistant.files.text_lines import Vocabulary
from assistant.forms import Form, FormRegistry
from assistant.model import Paragraph, Report, Unreadable

_FEWEST_LABELS = 2
_LONGEST_CELL = 60


@dataclass(frozen=True)
class Recogniser:
    """The labels and titles of all forms, prepared once for any number of reports."""

    forms: FormRegistry

    def vocabulary(self) -> Vocabulary:
        """Labels by which formats without tables of their own find theirs."""
        labels = tuple(labels_of(form) for form in self.forms.forms)
        return Vocabulary(labels, SectionTitles.of(self.forms.forms))

    def report(self, source: Source, year: int | None = None) -> Report:
        """The report a source holds. year: what the caller knows, if the title does not tell."""
        vocabulary = self.vocabulary()
        grids, lines, unknown = _split(source, vocabulary)
        words = reading_words()
        outline = read_outline(lines, vocabulary.titles, source.text, words)
        found_year = _year(outline, lines, year)
        tables = self._tables(grids, vocabulary, found_year)
        form = self._form(tables, found_year)
        return _compose(source, outline, _Findings(found_year, tables, form, unknown, words))

    def _tables(
        self, grids: Sequence[Grid], vocabulary: Vocabulary, year: int | None
    ) -> TableReading | None:
        """The grids read as tables of the form they fit best, of the year's form in doubt."""
        if not grids:
            return None
        readings = [read_tables(grids, labels) for labels in vocabulary.forms]
        best = max(reading.fit for reading in readings)
        fitting = [reading for reading in readings if reading.fit == best]
        in_force = [
            reading for reading in fitting if year is not None and reading.form.holds_in(year)
        ]
        chosen = (in_force if in_force else fitting)[-1]
        return chosen if chosen.cells else None

    def _form(self, tables: TableReading | None, year: int | None) -> Form | None:
        if tables is not None:
            return tables.form
        try:
            return None if year is None else self.forms.for_year(year)
        except AssistantError:
            return None


@dataclass(frozen=True, slots=True)
class _Findings:
    """What was found beside the outline."""

    year: int | None
    tables: TableReading | None
    form: Form | None
    unknown: tuple[Unreadable, ...]
    words: ReadingWords


def _split(
    source: Source, vocabulary: Vocabulary
) -> tuple[list[Grid], list[Paragraph], tuple[Unreadable, ...]]:
    """Official tables, lines of prose, and tables of no form."""
    grids: list[Grid] = []
    lines: list[Paragraph] = []
    unknown: list[Unreadable] = []
    for block in source.blocks:
        if isinstance(block, Paragraph):
            lines.append(block)
        elif vocabulary.count(cell for row in block.rows for cell in row) >= _FEWEST_LABELS:
            grids.append(block)
        else:
            lines.extend(_lines_of(block))
            unknown.extend(_unknown_table(block))
    return grids, lines, tuple(unknown)


def _lines_of(grid: Grid) -> list[Paragraph]:
    """Prose that a page laid out as a table."""
    cells = [cell for row in grid.rows for cell in row]
    prose = len(cells) == 1 or any(len(cell.content) > _LONGEST_CELL for cell in cells)
    if not prose:
        return []
    return [Paragraph(start=cell.start, text=cell.text) for cell in cells if cell.content]


def _unknown_table(grid: Grid) -> list[Unreadable]:
    filled = [cell for row in grid.rows for cell in row if cell.content]
    if not filled or _lines_of(grid):
        return []
    shown = filled[0].content[:20]
    reason = f"有一张表（开头是“{shown}”）不是年报的统计表，没有核对"
    return [Unreadable(reason=reason, span=filled[0].span)]


def _year(outline: Outline, lines: Sequence[Paragraph], known: int | None) -> int | None:
    titled = None if outline.title is None else year_in(outline.title.text)
    if titled is not None:
        return titled
    if known is not None:
        return known
    return guess_year(lines, outline.tail.date)


def _organisation(outline: Outline, words: ReadingWords) -> str:
    named = "" if outline.title is None else organisation_of(outline.title.text, words)
    if named:
        return named
    signature = outline.tail.signature
    return "" if signature is None else strip_blanks(signature.text)


def _compose(source: Source, outline: Outline, found: _Findings) -> Report:
    organisation = _organisation(outline, found.words)
    tables = found.tables
    return Report(
        text=source.text,
        year=found.year,
        organisation=organisation,
        level=found.words.level_of(organisation),
        form=None if found.form is None else found.form.id,
        title=outline.title,
        introduction=outline.introduction,
        sections=outline.sections,
        tables=() if tables is None else tables.tables,
        cells={} if tables is None else tables.cells,
        cell_spans={} if tables is None else tables.spans,
        signature=outline.tail.signature,
        date_line=outline.tail.date_line,
        date=outline.tail.date,
        unreadable=(
            *source.unreadable,
            *found.unknown,
            *(() if tables is None else tables.problems),
        ),
        source=source.name,
    )
