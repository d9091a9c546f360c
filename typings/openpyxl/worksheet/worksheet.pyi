from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from openpyxl.cell.cell import Cell
from openpyxl.formatting import ConditionalFormattingList
from openpyxl.worksheet.datavalidation import DataValidation, DataValidationList

class CellRange:
    min_row: int
    max_row: int
    min_col: int
    max_col: int
    coord: str
    def shift(self, col_shift: int = ..., row_shift: int = ...) -> None: ...

class MultiCellRange:
    ranges: set[CellRange]

class ColumnDimension:
    width: float
    hidden: bool

class RowDimension:
    height: float | None

class _Columns:
    def __getitem__(self, key: str) -> ColumnDimension: ...

class _Rows:
    def __getitem__(self, key: int) -> RowDimension: ...

class SheetProtection:
    sheet: bool
    password: str | None
    formatColumns: bool
    formatRows: bool
    selectLockedCells: bool

class PageSetup:
    orientation: str | None
    paperSize: int | str | None
    fitToWidth: int | None
    fitToHeight: int | None

class PageSetupProperties:
    fitToPage: bool | None

class SheetProperties:
    pageSetUpPr: PageSetupProperties

class PrintOptions:
    horizontalCentered: bool | None

class SheetView:
    showGridLines: bool | None

class Worksheet:
    title: str
    sheet_state: Literal["visible", "hidden", "veryHidden"]
    freeze_panes: str | None
    print_title_rows: str | None
    column_dimensions: _Columns
    row_dimensions: _Rows
    protection: SheetProtection
    page_setup: PageSetup
    sheet_properties: SheetProperties
    print_options: PrintOptions
    sheet_view: SheetView
    data_validations: DataValidationList
    conditional_formatting: ConditionalFormattingList
    merged_cells: MultiCellRange
    @property
    def max_row(self) -> int: ...
    @property
    def max_column(self) -> int: ...
    @property
    def dimensions(self) -> str: ...
    def __getitem__(self, key: str) -> Cell: ...
    def cell(self, row: int, column: int, value: str | float | Decimal | None = ...) -> Cell: ...
    def append(self, iterable: list[str | int | Decimal | None]) -> None: ...
    def unmerge_cells(self, range_string: str) -> None: ...
    def insert_rows(self, idx: int, amount: int = ...) -> None: ...
    def merge_cells(
        self,
        range_string: str | None = ...,
        start_row: int | None = ...,
        start_column: int | None = ...,
        end_row: int | None = ...,
        end_column: int | None = ...,
    ) -> None: ...
    def iter_rows(
        self,
        min_row: int | None = ...,
        max_row: int | None = ...,
        min_col: int | None = ...,
        max_col: int | None = ...,
    ) -> Iterator[tuple[Cell, ...]]: ...
    def add_data_validation(self, data_validation: DataValidation) -> None: ...
