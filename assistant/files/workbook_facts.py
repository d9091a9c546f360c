"""The sheet for quantities that no official table holds."""

from collections.abc import Sequence
from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from assistant.files.printable import printable
from assistant.files.workbook_formulas import Address
from assistant.files.workbook_style import (
    INPUT,
    LABEL,
    TEXT_INPUT,
    choice,
    dress,
    fit_page,
    number_validation,
    protect,
)
from assistant.forms import Form
from assistant.model import Fact

HEADINGS = ("编号", "名称", "数值", "单位", "方面", "别名", "上年")
BETWEEN_TERMS = "、"
_WIDTHS = (16, 36, 12, 10, 22, 36, 12)
_EMPTY_ROWS = 30
_VALUE, _ASPECT, _PREVIOUS = 3, 5, 7
_LONGEST_LIST = 255


def write_facts(sheet: Worksheet, form: Form, facts: Sequence[Fact]) -> None:
    """One fact a row, and room for more."""
    aspects = {a.id: a.title for section in form.sections for a in section.aspects}
    last = 1 + len(facts) + _EMPTY_ROWS
    for column, heading in enumerate(HEADINGS, 1):
        cell = sheet.cell(1, column, heading)
        dress(cell, LABEL)
        sheet.column_dimensions[Address(1, column).letter].width = _WIDTHS[column - 1]
    for row in range(2, last + 1):
        fact = facts[row - 2] if row - 2 < len(facts) else None
        _write_row(sheet, row, _values(fact, aspects))
    _validate(sheet, tuple(aspects.values()), last)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    protect(sheet)
    fit_page(sheet)


def _write_row(sheet: Worksheet, row: int, values: Sequence[str | Decimal | None]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            # Text is text, even where it begins like a formula.
            cell.data_type = "s"
        dress(cell, INPUT if column in {_VALUE, _PREVIOUS} else TEXT_INPUT)


def _values(fact: Fact | None, aspects: dict[str, str]) -> tuple[str | Decimal | None, ...]:
    if fact is None:
        return (None,) * len(HEADINGS)
    aspect = aspects.get(fact.aspect, fact.aspect)
    terms = BETWEEN_TERMS.join(fact.terms)
    texts = [printable(text) for text in (fact.id, fact.label, fact.unit, aspect, terms)]
    return (*texts[:2], fact.value, *texts[2:], fact.previous)


def _validate(sheet: Worksheet, aspects: tuple[str, ...], last: int) -> None:
    number = number_validation()
    for column in (_VALUE, _PREVIOUS):
        number.add(f"{Address(2, column).name}:{Address(last, column).name}")
    sheet.add_data_validation(number)
    if aspects and len(",".join(aspects)) <= _LONGEST_LIST:
        aspect = choice(aspects, HEADINGS[_ASPECT - 1])
        aspect.add(f"{Address(2, _ASPECT).name}:{Address(last, _ASPECT).name}")
        sheet.add_data_validation(aspect)
