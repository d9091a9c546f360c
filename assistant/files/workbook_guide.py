"""The first sheet: whose figures these are, and how to fill them in."""

from openpyxl.worksheet.worksheet import Worksheet

from assistant.files.printable import printable
from assistant.files.workbook_style import HINT, LABEL, TEXT_INPUT, TITLE, dress, fit_page, protect
from assistant.forms import Form

ORGANISATION, YEAR, FORM = "机关全称", "报告年度", "表式"
_HEADING = "政府信息公开工作年度报告统计表"
_STEPS = (
    "1．逐张填写后面各表的白色格；没有发生的填 0，不要留空。",
    "2．灰色格是合计，自动算出，不用填；表旁、表下的“勾稽相符”表示数字对得上，“差…”表示差多少。",
    "3．黄色格由上年报告带入，请与上年报告核对；确需更正的直接改，并在报告里说明。",
    "4．“其他数据”表填正文要写、而官方表格里没有的数，例如网站公开条数、培训次数，一行一项。",
    "5．只填数字，不写单位、逗号和文字；本年增/减一列减少的填负数。",
    "6．填好后存盘，用 assistant draft 的 --statistics 指明本文件。",
)


def write_guide(sheet: Worksheet, form: Form, *, organisation: str, year: int) -> None:
    """Name, year and form on top, the steps below."""
    sheet.column_dimensions["A"].width = 14
    sheet.column_dimensions["B"].width = 90
    sheet.merge_cells("A1:B1")
    _put(sheet, 1, 1, _HEADING)
    dress(sheet["A1"], TITLE)
    sheet.row_dimensions[1].height = 32
    source = f"{form.source.title}（{form.source.number}）"
    values = ((ORGANISATION, organisation), (YEAR, str(year)), (FORM, source))
    for row, (label, value) in enumerate(values, 2):
        _put(sheet, row, 1, label)
        _put(sheet, row, 2, value)
        dress(sheet.cell(row, 1), LABEL)
        dress(sheet.cell(row, 2), TEXT_INPUT)
    sheet["B3"].value = year
    for row, step in enumerate(_STEPS, 6):
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=2)
        _put(sheet, row, 1, step)
        dress(sheet.cell(row, 1), HINT)
        sheet.row_dimensions[row].height = 20
    protect(sheet)
    fit_page(sheet)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    cell.value = printable(text)
    # Text is text, even where it begins like a formula.
    cell.data_type = "s"
