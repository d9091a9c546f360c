"""Plain text and Markdown: tables by tabs, bars, spaces, or with one cell to a line."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from assistant.files.blocks import Block, Cell, Grid, Row, Source, strip_blanks
from assistant.files.cell_text import looks_like_amount
from assistant.files.text_lines import (
    Vocabulary,
    bar_cells,
    has_bars,
    is_below_first_row,
    is_prose,
    is_rule,
    spaced_cells,
    split_lines,
    tab_cells,
)
from assistant.model import Paragraph

_FEWEST_LABELS = 2
_FEWEST_LABELS_UNMARKED = 3
_LINES_OF_A_LABEL = 4
_LONGEST_PIECE = 30
_TOO_MANY_SINGLE = 0.5


def source_of_text(text: str, vocabulary: Vocabulary, name: str = "") -> Source:
    """The text with its tables found; ``text`` stays as it is, offsets index into it."""
    blocks = tuple(_Scan(text, vocabulary).blocks())
    return Source(text=text, blocks=blocks, name=name)


@dataclass
class _Scan:
    """One pass over the lines of a text."""

    text: str
    vocabulary: Vocabulary
    lines: list[Paragraph] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = split_lines(self.text)

    def blocks(self) -> Iterator[Block]:
        index = 0
        while index < len(self.lines):
            grid, end = self._grid_at(index)
            if grid is not None:
                yield grid
                index = end
                continue
            end = max(end, index + 1)
            yield from self.lines[index:end]
            index = end

    def _grid_at(self, index: int) -> tuple[Grid | None, int]:
        """The table beginning at a line, and the line behind it or behind what is none."""
        text = self.lines[index].text
        if has_bars(text) or is_rule(text):
            return self._bar_grid(index)
        if self.vocabulary.is_heading(strip_blanks(text)):
            return None, index
        if "\t" in text and not is_prose(text):
            return self._tab_grid(index)
        if self.vocabulary.is_label(strip_blanks(text)) and self._tabs_follow(index):
            return self._tab_grid(index)
        return self._unmarked_grid(index)

    def _tabs_follow(self, index: int) -> bool:
        """Whether the next line that is not empty holds tabs."""
        behind = self.lines[index + 1 : index + 4]
        filled = [line.text for line in behind if strip_blanks(line.text) or "\t" in line.text]
        return bool(filled) and "\t" in filled[0]

    def _official(self, rows: Sequence[Row], fewest: int) -> bool:
        return self.vocabulary.count(cell for row in rows for cell in row) >= fewest

    def _bar_grid(self, index: int) -> tuple[Grid | None, int]:
        end = index
        rows: list[Row] = []
        while end < len(self.lines):
            line = self.lines[end]
            second = end == index + 1 and is_below_first_row(line.text)
            if not second and not is_rule(line.text):
                if not has_bars(line.text):
                    break
                rows.append(bar_cells(line))
            end += 1
        official = self._official(rows, _FEWEST_LABELS)
        return (Grid(tuple(rows)) if official else None), end

    def _tab_grid(self, index: int) -> tuple[Grid | None, int]:
        end = self._tab_region_end(index)
        lines = self.lines[index:end]
        single = _one_cell_a_line(lines)
        rows = self._single_cells(lines) if single else self._tab_rows(lines)
        if not self._official(rows, _FEWEST_LABELS):
            return None, end
        if single and not _rows_are_told(rows):
            return Grid((self._stream(lines),), rows_known=False), end
        return Grid(tuple(rows)), end

    def _tab_region_end(self, index: int) -> int:
        """Behind the last line that belongs to the tabbed lines from ``index`` on."""
        end = last = index
        while end < len(self.lines) and self._continues(end):
            end += 1
            if strip_blanks(self.lines[end - 1].text) or "\t" in self.lines[end - 1].text:
                last = end
        return last

    def _continues(self, index: int) -> bool:
        text = self.lines[index].text
        content = strip_blanks(text)
        if self.vocabulary.is_heading(content):
            return False
        if "\t" in text:
            return not is_prose(text)
        if not content or self.vocabulary.is_label(content):
            return True
        if looks_like_amount(content):
            return index > 0 and "\t" in self.lines[index - 1].text
        return self._continues_label(index)

    def _continues_label(self, index: int) -> bool:
        """Whether a line is the rest of a label begun in the tabbed line before."""
        if index == 0:
            return False
        before, text = self.lines[index - 1].text, self.lines[index].text
        cut = strip_blanks(before.rpartition("\t")[2])
        if not cut or looks_like_amount(cut) or is_prose(text):
            return False
        if self.vocabulary.is_label(cut + strip_blanks(text).split("\t")[0]):
            return True
        return "\t" in before and len(text) <= _LONGEST_PIECE and not self._is_heading(text)

    @staticmethod
    def _is_heading(text: str) -> bool:
        return text.lstrip()[1:2] in {"、", "．"} or text.lstrip()[2:3] == "、"

    def _tab_rows(self, lines: Sequence[Paragraph]) -> list[Row]:
        rows: list[Row] = []
        for line in lines:
            cells = tab_cells(line)
            if rows and self._broken_label(rows[-1][-1], cells[0]):
                rows[-1] = (*rows[-1][:-1], self._joined(rows[-1][-1], cells[0]), *cells[1:])
            elif strip_blanks(line.text) or "\t" in line.text:
                rows.append(cells)
        return rows

    def _broken_label(self, first: Cell, second: Cell) -> bool:
        is_label = self.vocabulary.is_label
        if looks_like_amount(first.content) or looks_like_amount(second.content):
            return False
        if is_label(first.content) or is_label(second.content):
            return False
        return is_label(first.content + second.content)

    def _joined(self, first: Cell, second: Cell) -> Cell:
        return Cell(first.start, self.text[first.start : second.start + len(second.text)])

    def _single_cells(self, lines: Sequence[Paragraph]) -> list[Row]:
        """Rows of cells that stand one to a line, an empty line between rows."""
        rows: list[list[Cell]] = [[]]
        for line in lines:
            if "\t" in line.text:
                tab = line.text.index("\t") + 1
                rows[-1].append(Cell(line.start + tab, line.text[tab:].rstrip("\t")))
            elif not strip_blanks(line.text):
                rows.append([])
            elif rows[-1] and not self.vocabulary.is_label(rows[-1][-1].content):
                whole = Cell(line.start, line.text)
                rows[-1][-1] = self._joined(rows[-1][-1], whole)
            else:
                rows[-1].append(Cell(line.start, line.text))
        return [tuple(row) for row in rows if row]

    def _stream(self, lines: Sequence[Paragraph]) -> Row:
        """All cells one after the other; an empty line may be a blank cell."""
        cells: list[Cell] = []
        for filled, group in groupby(lines, _is_cell):
            if filled:
                cells.extend(cell for row in self._single_cells(list(group)) for cell in row)
            else:
                cells.extend(Cell(line.start, line.text, sure=False) for line in group)
        return tuple(cells)

    def _unmarked_grid(self, index: int) -> tuple[Grid | None, int]:
        """A table without any separators: labels and figures, one to a line or by spaces."""
        if not self.vocabulary.count(self._cells_at(index)):
            return None, index
        rows: list[Row] = []
        end = last = index
        while end < len(self.lines) and (cells := self._cells_at(end)):
            rows.append(cells)
            end += max(1, self._lines_taken(end))
            if any(cell.content for cell in cells):
                last = end
        official = self._official(rows, _FEWEST_LABELS_UNMARKED)
        return (Grid(tuple(rows), rows_known=False) if official else None), last

    def _cells_at(self, index: int) -> Row:
        line = self.lines[index]
        content = strip_blanks(line.text)
        if "\t" in line.text or has_bars(line.text) or self.vocabulary.is_heading(content):
            return ()
        if not content:
            return (Cell(line.start, line.text, sure=line.text.strip(" ") != ""),)
        taken = self._lines_taken(index)
        if taken:
            rest = self.lines[index + taken - 1]
            return (Cell(line.start, self.text[line.start : rest.start + len(rest.text)]),)
        if looks_like_amount(content):
            return (Cell(line.start, line.text),)
        return spaced_cells(line, self.vocabulary)

    def _lines_taken(self, index: int) -> int:
        """How many lines from here on make one label; 0 when none do."""
        text = ""
        for taken, line in enumerate(self.lines[index : index + _LINES_OF_A_LABEL], start=1):
            piece = strip_blanks(line.text)
            if len(piece) > 2 * _LONGEST_PIECE or "\t" in line.text or looks_like_amount(piece):
                return 0
            text += piece
            if self.vocabulary.is_label(text):
                return taken
        return 0


def _one_cell_a_line(lines: Sequence[Paragraph]) -> bool:
    tabbed = [line.text for line in lines if "\t" in line.text]
    return len(tabbed) > _FEWEST_LABELS and all(
        text.count("\t") == 1 and (text.lstrip(" ").startswith("\t") or text.endswith("\t"))
        for text in tabbed
    )


def _is_cell(line: Paragraph) -> bool:
    return "\t" in line.text or strip_blanks(line.text) != ""


def _rows_are_told(rows: Sequence[Row]) -> bool:
    """Whether empty lines part rows; where they part nearly every cell they tell nothing."""
    single = sum(1 for row in rows if len(row) == 1)
    return len(rows) > 1 and single < _TOO_MANY_SINGLE * len(rows)
