"""Writes the summary of a check of many files as a workbook."""

import io
from collections.abc import Iterable

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.files.printable import one_line
from assistant.files.workbook_formulas import Address
from assistant.files.workbook_style import INPUT, LABEL, dress, fit_page
from assistant.files.zip_package import CORE_PROPERTIES, core_properties, repeatable
from assistant.model import Counts, FileSummary

_TITLE = "核对结果汇总"
_HEADINGS = (
    ("文件", 40),
    ("单位", 30),
    ("年度", 8),
    ("表式", 8),
    ("错误", 8),
    ("提醒", 8),
    ("提示", 8),
    ("正文数字", 10),
    ("有来源", 10),
    ("上年报告", 30),
    ("代码", 8),
    ("没能核对的原因", 60),
)


def write_summary(rows: Iterable[FileSummary]) -> bytes:
    """The summary as xlsx, one file a row; the same rows give the same bytes."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = _TITLE
    for column, (heading, width) in enumerate(_HEADINGS, 1):
        _put(sheet, Address(1, column), heading)
        dress(sheet.cell(1, column), LABEL)
        sheet.column_dimensions[Address(1, column).letter].width = width
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(_values(row), 1):
            _put(sheet, Address(number, column), value)
            dress(sheet.cell(number, column), INPUT)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    fit_page(sheet)
    output = io.BytesIO()
    workbook.save(output)
    return repeatable(output.getvalue(), {CORE_PROPERTIES: core_properties(_TITLE)})


def _values(row: FileSummary) -> tuple[str | int | None, ...]:
    failure = row.failure
    return (
        row.file,
        row.organisation,
        row.year,
        row.form,
        *_counts(row.counts),
        row.previous,
        None if failure is None else failure.code,
        None if failure is None else failure.message,
    )


def _counts(counts: Counts | None) -> tuple[int | None, ...]:
    if counts is None:
        return (None,) * 5
    return counts.errors, counts.warnings, counts.notes, counts.numbers, counts.accounted


def _put(sheet: Worksheet, place: Address, value: str | int | None) -> None:
    cell = sheet.cell(place.row, place.column)
    if not isinstance(value, str):
        cell.value = value
        return
    cell.value = one_line(value)
    # Text is text, even where it begins like a formula, and stays so when somebody edits it.
    cell.data_type = "s"
    cell.quotePrefix = True
