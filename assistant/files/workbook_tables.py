"""One official table as a sheet to fill in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from assistant.files.printable import printable, shown
from assistant.files.strict_amount import SPELLED_OUT
from assistant.files.table_layout import column_shares
from assistant.files.workbook_formulas import DIFFERS, Address, check_formula, total_formula
from assistant.files.workbook_style import (
    BLOCK,
    CARRIED,
    CHECK,
    HINT,
    INPUT,
    LABEL,
    ROW_LABEL,
    TITLE,
    TOTAL,
    Look,
    dress,
    fit_page,
    protect,
    validation,
)
from assistant.forms import Form, IdentityLine, Table, identity_lines
from assistant.forms.grid import Grid, GridCell, GridRole, grid
from assistant.model import Amount, AmountState, CellId

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

_FIRST_ROW = 3  # below the title and the hint
_WIDTH, _WIDTH_OF_FIGURE = 110, 10
_CHECK_WIDTH = 14
_LINE_HEIGHT = 14
_LOOKS = {
    GridRole.TITLE: BLOCK,
    GridRole.CORNER: LABEL,
    GridRole.COLUMN: LABEL,
    GridRole.ROW: ROW_LABEL,
}
_FORMULA_LOOKS = (TOTAL, CHECK)
_RED = Font(b=True, color="FFC00000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What is known before anybody types.

    carried: cells taken from last year's report. sums: totals written as formulas.
    """

    cells: Mapping[CellId, Amount]
    carried: frozenset[CellId]
    sums: Mapping[CellId, tuple[CellId, ...]]


class TableSheet:
    """Writes a table into a sheet; ``places`` tells where every cell stands."""

    def __init__(self, sheet: Worksheet, form: Form, table: Table) -> None:
        self._sheet = sheet
        self._form = form
        self._table = table
        self._grid: Grid = grid(table)
        self.places: dict[CellId, Address] = {
            cell.cell: Address(_FIRST_ROW + row, 1 + cell.column)
            for row, cell in self._grid.places()
            if cell.cell is not None
        }

    def write(self, title: str, hint: str, filling: Filling) -> None:
        """Labels, figures or formulas, checks, what may be typed, how it prints."""
        self._head(title, hint)
        widths = column_shares(self._grid, self._width())
        for column, width in enumerate(widths, 1):
            self._sheet.column_dimensions[Address(1, column).letter].width = width
        for row, cell in self._grid.places():
            self._place(Address(_FIRST_ROW + row, 1 + cell.column), cell, filling)
        self._set_heights(widths)
        self._check(filling)
        self._validate(filling)
        protect(self._sheet)
        self._fit()

    def _head(self, title: str, hint: str) -> None:
        for row, (text, look) in enumerate(((title, TITLE), (hint, HINT)), 1):
            self._sheet.merge_cells(
                start_row=row, start_column=1, end_row=row, end_column=self._grid.width
            )
            self._put(Address(row, 1), printable(text), look)
            self._sheet.row_dimensions[row].height = 2 * _LINE_HEIGHT

    def _width(self) -> int:
        return max(_WIDTH, _WIDTH_OF_FIGURE * self._grid.width)

    def _place(self, place: Address, cell: GridCell, filling: Filling) -> None:
        look = _LOOKS.get(cell.role, INPUT)
        value: str | Decimal | None = printable(cell.text)
        if cell.cell is not None:
            look, value = self._figure(cell.cell, filling)
        bottom, right = place.row + cell.row_span - 1, place.column + cell.column_span - 1
        if cell.row_span > 1 or cell.column_span > 1:
            self._frame(place, Address(bottom, right), look)
        self._put(place, value, look)

    def _frame(self, first: Address, last: Address, look: Look) -> None:
        """Merged cells need the border on each of them."""
        for row in range(first.row, last.row + 1):
            for column in range(first.column, last.column + 1):
                dress(self._sheet.cell(row, column), look)
        self._sheet.merge_cells(f"{first.name}:{last.name}")

    def _put(self, place: Address, value: str | Decimal | None, look: Look) -> None:
        cell = self._sheet.cell(place.row, place.column)
        cell.value = value
        if isinstance(value, str) and look not in _FORMULA_LOOKS:
            # Text is text, even where it begins like a formula.
            cell.data_type = "s"
        dress(cell, look)

    def _figure(self, cell: CellId, filling: Filling) -> tuple[Look, str | Decimal | None]:
        if cell in filling.sums:
            return TOTAL, total_formula(self.places[part] for part in filling.sums[cell])
        amount = filling.cells.get(cell)
        look = CARRIED if cell in filling.carried else INPUT
        return look, _value(amount)

    def _set_heights(self, widths: tuple[int, ...]) -> None:
        """Merged cells do not make their row grow by themselves."""
        for index, row in enumerate(self._grid.rows):
            lines = [_lines(cell, widths) for cell in row.cells if cell.row_span == 1]
            height = _LINE_HEIGHT * max(lines, default=1) + 4
            self._sheet.row_dimensions[_FIRST_ROW + index].height = height

    def _check(self, filling: Filling) -> None:
        below = _FIRST_ROW + len(self._grid.rows)
        beside = 1 + self._grid.width
        for lines in self._lines_to_check(filling):
            upright = lines[0].identity.each == "column" or self._grid.label_columns == 0
            for line in lines:
                anchor = self.places[line.left[0].cells[0]]
                place = Address(below, anchor.column) if upright else Address(anchor.row, beside)
                self._put_check(place, line)
            if upright:
                self._name_check(below, lines[0].identity.title)
                below += 1
            else:
                self._sheet.column_dimensions[Address(1, beside).letter].width = _CHECK_WIDTH
                beside += 1

    def _lines_to_check(self, filling: Filling) -> Iterator[list[IdentityLine]]:
        """Identities of one year, without the lines whose formula makes them hold."""
        for identity in self._form.identities:
            if identity.table == self._table.id and not identity.spans_years:
                lines = [
                    line
                    for line in identity_lines(self._form, identity)
                    if not _holds_by_formula(line, filling)
                ]
                if lines:
                    yield lines

    def _put_check(self, place: Address, line: IdentityLine) -> None:
        self._put(place, check_formula(line, self.places), CHECK)
        differs = FormulaRule([f'LEFT({place.name},1)="{DIFFERS}"'], font=_RED)
        self._sheet.conditional_formatting.add(place.name, differs)

    def _name_check(self, row: int, title: str) -> None:
        if self._grid.label_columns:
            self._sheet.merge_cells(
                start_row=row, start_column=1, end_row=row, end_column=self._grid.label_columns
            )
            self._put(Address(row, 1), printable(title), CHECK)
        self._sheet.row_dimensions[row].height = 2 * _LINE_HEIGHT

    def _validate(self, filling: Filling) -> None:
        rules: dict[tuple[bool, bool], DataValidation] = {}
        for cell, place in self.places.items():
            column = self._form.columns_by_cell[cell]
            if cell not in filling.sums:
                rule = rules.setdefault((column.whole, column.signed), validation(column))
                rule.add(place.name)
        for rule in rules.values():
            self._sheet.add_data_validation(rule)

    def _fit(self) -> None:
        last_header = _FIRST_ROW + self._grid.header_rows - 1
        corner = Address(last_header + 1, 1 + self._grid.label_columns)
        self._sheet.freeze_panes = corner.name
        self._sheet.print_title_rows = f"1:{last_header}"
        fit_page(self._sheet)


def _value(amount: Amount | None) -> str | Decimal | None:
    """The number, or what was written where there is none."""
    if amount is None or amount.state is AmountState.BLANK:
        return None
    if amount.state is AmountState.NOT_APPLICABLE:
        # Of all that tables say for it only this cannot be a slip of the finger.
        return SPELLED_OUT
    return shown(amount) if amount.number is None else amount.number


def _holds_by_formula(line: IdentityLine, filling: Filling) -> bool:
    parts = filling.sums.get(line.left[0].cells[0])
    right = tuple(cell for term in line.right for cell in term.cells)
    return len(line.left) == 1 and parts == right


def _lines(cell: GridCell, widths: tuple[int, ...]) -> int:
    """How many lines a label takes; a Chinese character is two columns wide."""
    room = sum(widths[cell.column : cell.column + cell.column_span]) - 1
    return -(-2 * len(cell.text) // max(room, 1))
