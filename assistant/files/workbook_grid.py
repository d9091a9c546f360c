"""A workbook's sheets as grids, so that cells are found by the labels beside and above them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

from assistant.errors import AssistantError
from assistant.files.blocks import Cell, Grid, Row, without_tabs
from assistant.files.labels import labels_of
from assistant.files.recognise_tables import TableReading, read_tables
from assistant.forms import FormRegistry
from assistant.model import CellId

_MOST_ROWS, _MOST_COLUMNS = 2_000, 200
_SHIFT = 16
_LONGEST = 2**_SHIFT - 1


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a cell stands."""

    sheet: str
    address: str

    @property
    def name(self) -> str:
        """Such as 依申请公开!D5."""
        return f"{self.sheet}!{self.address}"


@dataclass(frozen=True, slots=True)
class Located:
    """A form and where its cells stand, by their labels."""

    form_id: str
    places: Mapping[CellId, Place]


def require_reasonable(sheets: Iterable[Worksheet], name: str) -> None:
    """Raises AssistantError E105 for sheets no statistics need."""
    for sheet in sheets:
        if sheet.max_row > _MOST_ROWS or sheet.max_column > _MOST_COLUMNS:
            raise AssistantError("E105", f"文件“{name}”的工作表“{sheet.title}”太大。")


def locate(sheets: Iterable[Worksheet], forms: FormRegistry) -> Located | None:
    """The form whose labels the sheets show, and its cells' places; None if they show none."""
    places: list[Place] = []
    grids = [_grid(sheet, places) for sheet in sheets]
    readings = [read_tables(grids, labels_of(form)) for form in forms.forms]
    best = max(readings, key=_found)
    if not best.spans:
        return None
    found = {cell: places[span.start >> _SHIFT] for cell, span in best.spans.items()}
    return Located(best.form.id, found)


def _found(reading: TableReading) -> tuple[int, int]:
    return len(reading.spans), -len(reading.problems)


def _grid(sheet: Worksheet, places: list[Place]) -> Grid:
    rows = (_row(sheet.title, cells, places) for cells in sheet.iter_rows())
    return Grid(tuple(row for row in rows if row))


def _row(title: str, cells: Iterable[object], places: list[Place]) -> Row:
    """The cells of a row that are not hidden under a merged one; offsets number the places."""
    row: list[Cell] = []
    for cell in cells:
        if isinstance(cell, SheetCell):
            row.append(Cell(len(places) << _SHIFT, _text(cell)))
            places.append(Place(title, cell.coordinate))
    return tuple(row)


def _text(cell: SheetCell) -> str:
    if cell.value is None or cell.data_type == "f":
        return ""
    return without_tabs(str(cell.value))[:_LONGEST].strip()
