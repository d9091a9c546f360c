"""How the cells of a fill-in workbook look, and what may be typed into them."""

from dataclasses import dataclass

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from assistant.forms import Column

FONT = "宋体"
_SIDE = Side("thin", "000000")
_GRID = Border(_SIDE, _SIDE, _SIDE, _SIDE)
_A4 = 9
_WIDEST_NUMBER = "999999999999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One kind of cell. fill: RGB, empty for none. open: may be typed into."""

    fill: str = ""
    bold: bool = False
    size: int = 10
    horizontal: str = "center"
    open: bool = False
    framed: bool = True
    color: str = "000000"


TITLE = Look(bold=True, size=16, framed=False)
HINT = Look(horizontal="left", framed=False, color="595959")
BLOCK = Look(fill="C6D9F1", bold=True, horizontal="left")
LABEL = Look(fill="F2F2F2")
ROW_LABEL = Look(fill="F2F2F2", horizontal="left")
INPUT = Look(open=True)
TEXT_INPUT = Look(open=True, horizontal="left")
CARRIED = Look(fill="FFF2CC", open=True)
TOTAL = Look(fill="E7E6E6")
CHECK = Look(framed=False, color="548235")


def dress(cell: Cell, look: Look) -> None:
    """Gives a cell its look."""
    cell.font = Font(FONT, look.size, look.bold, color=f"FF{look.color}")
    cell.alignment = Alignment(horizontal=look.horizontal, vertical="center", wrap_text=True)
    if look.framed:
        cell.border = _GRID
    if look.fill:
        cell.fill = PatternFill("solid", fgColor=f"FF{look.fill}")
    if look.open:
        cell.protection = Protection(locked=False)


def protect(sheet: Worksheet) -> None:
    """Only open cells can be typed into; there is no password, it is not meant to lock out."""
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def fit_page(sheet: Worksheet) -> None:
    """Prints on A4 across, as wide as the page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.print_options.horizontalCentered = True


def validation(column: Column) -> DataValidation:
    """What a column accepts: whole numbers or any, from zero or below it too."""
    lowest = f"-{_WIDEST_NUMBER}" if column.signed else "0"
    kind = "整数" if column.whole else "数字"
    said = f"请填{kind}，减少的填负数" if column.signed else f"请填{kind}，不能是负数"
    return DataValidation(
        "whole" if column.whole else "decimal",
        lowest,
        _WIDEST_NUMBER,
        operator="between",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="填写有误",
        error=f"{said}；没有发生的填 0，不要写单位和文字。",
    )


def number_validation() -> DataValidation:
    """Any number at all."""
    return DataValidation(
        "decimal",
        f"-{_WIDEST_NUMBER}",
        _WIDEST_NUMBER,
        operator="between",
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="填写有误",
        error="请只填数字，单位写在“单位”一列。",
    )


def choice(options: tuple[str, ...], title: str) -> DataValidation:
    """One of a few words, offered as a list."""
    return DataValidation(
        "list",
        f'"{",".join(options)}"',
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="填写有误",
        error=f"{title}请从列表里选，或者留空。",
    )
