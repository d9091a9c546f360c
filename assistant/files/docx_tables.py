"""An official table in a Word document."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.files.docx_elements import SMALL_TABLE, TABLE, element, paragraph, run
from assistant.files.docx_page import TEXT_WIDTH
from assistant.files.printable import printable
from assistant.files.table_layout import column_shares
from assistant.forms.grid import Grid, GridCell, GridRole
from assistant.model import CellId

# The shade of the title lines in the official form.
_TITLE_SHADE = "C6D9F1"
EMU_PER_TWIP = 635
_NARROW_FROM = 9
_FITS_A_PAGE = 30  # rows
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")

Figure = Callable[[CellId], BaseOxmlElement]
"""Gives the run that stands in a cell of figures."""


def table_element(grid: Grid, figure: Figure) -> BaseOxmlElement:
    """The table, labels merged as printed, its header rows repeated on every page."""
    return _WordTable(grid, column_shares(grid, TEXT_WIDTH // EMU_PER_TWIP), figure).element()


@dataclass(frozen=True, slots=True)
class _WordTable:
    grid: Grid
    widths: tuple[int, ...]
    figure: Figure

    def element(self) -> BaseOxmlElement:
        columns = element("tblGrid", *(element("gridCol", w=width) for width in self.widths))
        return element("tbl", self._properties(), columns, *self._rows())

    def _properties(self) -> BaseOxmlElement:
        lines = (element(s, val="single", sz=4, space=0, color="000000") for s in _BORDERS)
        margins = (element(side, w=28, type="dxa") for side in ("left", "right"))
        return element(
            "tblPr",
            element("tblW", w=sum(self.widths), type="dxa"),
            element("jc", val="center"),
            element("tblBorders", *lines),
            element("tblLayout", type="fixed"),
            element("tblCellMar", *margins),
        )

    def _rows(self) -> Iterator[BaseOxmlElement]:
        for index, cells in enumerate(self._spelled_out()):
            settings = [element("cantSplit")]
            if index < self.grid.header_rows:
                settings.append(element("tblHeader"))
            made = (self._cell(index, cell, continued=again) for cell, again in cells)
            yield element("tr", element("trPr", *settings), *made)

    def _spelled_out(self) -> list[list[tuple[GridCell, bool]]]:
        """A cell merged downwards stands in each row it covers, from the second on continued."""
        rows: list[list[tuple[GridCell, bool]]] = [[] for _ in self.grid.rows]
        for index, cell in self.grid.places():
            for below in range(cell.row_span):
                rows[index + below].append((cell, below > 0))
        return [sorted(row, key=lambda placed: placed[0].column) for row in rows]

    def _cell(self, row: int, cell: GridCell, *, continued: bool) -> BaseOxmlElement:
        width = sum(self.widths[cell.column : cell.column + cell.column_span])
        settings = [element("tcW", w=width, type="dxa")]
        if cell.column_span > 1:
            settings.append(element("gridSpan", val=cell.column_span))
        if cell.row_span > 1:
            settings.append(element("vMerge", val="continue" if continued else "restart"))
        if cell.role is GridRole.TITLE:
            settings.append(element("shd", val="clear", color="auto", fill=_TITLE_SHADE))
        settings.append(element("vAlign", val="center"))
        text = self._paragraph(row, cell, () if continued else (self._content(cell),))
        return element("tc", element("tcPr", *settings), text)

    def _content(self, cell: GridCell) -> BaseOxmlElement:
        return run(printable(cell.text)) if cell.cell is None else self.figure(cell.cell)

    def _paragraph(
        self, row: int, cell: GridCell, runs: tuple[BaseOxmlElement, ...]
    ) -> BaseOxmlElement:
        settings: list[BaseOxmlElement] = []
        if self._stays_with_next(row):
            settings.append(element("keepNext"))
        if cell.role in {GridRole.TITLE, GridRole.ROW} and self.grid.label_columns > 0:
            settings.append(element("jc", val=_alignment(cell)))
        style = SMALL_TABLE if self.grid.width >= _NARROW_FROM else TABLE
        return paragraph(style, runs, *settings)

    def _stays_with_next(self, row: int) -> bool:
        """Labels never end a page, and a table that fits a page is not broken at all."""
        last = row == len(self.grid.rows) - 1
        fits = len(self.grid.rows) <= _FITS_A_PAGE
        return not last and (fits or self.grid.rows[row].header)


def _alignment(cell: GridCell) -> str:
    """Upright groups are centred; lines of text begin at the left."""
    return "center" if cell.row_span > 1 else "left"
