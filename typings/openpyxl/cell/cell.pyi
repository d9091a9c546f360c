import datetime
from decimal import Decimal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection

class Cell:
    row: int
    column: int
    coordinate: str
    data_type: str
    number_format: str
    quotePrefix: bool | None
    alignment: Alignment
    border: Border
    fill: PatternFill
    font: Font
    protection: Protection
    value: (
        str
        | int
        | float
        | bool
        | Decimal
        | datetime.datetime
        | datetime.date
        | datetime.time
        | None
    )

class MergedCell(Cell): ...
