"""Writes the fill-in workbook: official tables with formulas and checks, empty or filled."""

import io
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from assistant.files.printable import printable
from assistant.files.workbook_facts import write_facts
from assistant.files.workbook_formulas import Address, sums_to_write
from assistant.files.workbook_guide import write_guide
from assistant.files.workbook_tables import Filling, TableSheet
from assistant.files.zip_package import CORE_PROPERTIES, core_properties, repeatable
from assistant.forms import Form, Table
from assistant.forms.totals import totals
from assistant.model import Amount, AmountState, CellId, Statistics

VERSION = 1
GUIDE_SHEET, FACTS_SHEET, MAP_SHEET = "说明", "其他数据", "_assistant"
_HINT = "白色格填数，没有发生的填 0；灰色格自动合计；黄色格由上年报告带入，请核对。"
_LONGEST_NAME = 31
_NOT_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")


def write_workbook(
    form: Form,
    *,
    organisation: str,
    year: int,
    statistics: Statistics | None = None,
    carried_in: Mapping[CellId, Amount] | None = None,
) -> bytes:
    """The workbook of a form as xlsx; the same arguments give the same bytes.

    statistics: figures to fill in. carried_in: cells that last year's report hands on; they
    fill what ``statistics`` leaves open and are coloured.
    """
    given = Statistics() if statistics is None else statistics
    filling = _filling(form, given, {} if carried_in is None else carried_in)
    workbook = Workbook()
    guide = _first(workbook)
    write_guide(guide, form, organisation=organisation, year=year)
    sheets = [TableSheet(workbook.create_sheet(sheet_name(t)), form, t) for t in form.tables]
    for table, sheet in zip(form.tables, sheets, strict=True):
        sheet.write(_title(form, table), f"{organisation}　{year}年　{_HINT}", filling)
    write_facts(workbook.create_sheet(FACTS_SHEET), form, given.facts)
    places = {
        cell: (sheet_name(table), place)
        for table, sheet in zip(form.tables, sheets, strict=True)
        for cell, place in sheet.places.items()
    }
    _write_map(workbook.create_sheet(MAP_SHEET), form, year, places)
    workbook.calculation.fullCalcOnLoad = True
    return _saved(workbook, form.title_for(organisation, year))


def sheet_name(table: Table) -> str:
    """The name of a table's sheet, as far as Excel takes it."""
    name = table.sheet if table.sheet else table.id
    return printable(name).translate(_NOT_IN_NAMES)[:_LONGEST_NAME]


def _first(workbook: Workbook) -> Worksheet:
    sheet = workbook.worksheets[0]
    sheet.title = GUIDE_SHEET
    return sheet


def _filling(form: Form, given: Statistics, carried_in: Mapping[CellId, Amount]) -> Filling:
    stated = {c: a for c, a in given.cells.items() if a.state is not AmountState.BLANK}
    cells = {**carried_in, **stated}
    sums = sums_to_write(totals(form), cells)
    carried = frozenset(carried_in.keys() - stated.keys())
    return Filling(cells=cells, carried=carried, sums=sums)


def _title(form: Form, table: Table) -> str:
    titles = [section.title for section in form.sections if section.table == table.id]
    return titles[0] if titles else sheet_name(table)


def _write_map(
    sheet: Worksheet, form: Form, year: int, places: Mapping[CellId, tuple[str, Address]]
) -> None:
    """Where the reader finds everything, whatever people do to the labels."""
    sheet.sheet_state = "hidden"
    sheet.append(["version", VERSION])
    sheet.append(["form", form.id])
    sheet.append(["year", year])
    sheet.append(["facts", FACTS_SHEET])
    sheet.append(["cell", "sheet", "address"])
    for cell, (name, place) in places.items():
        sheet.append([cell, name, place.name])


def _saved(workbook: Workbook, title: str) -> bytes:
    output = io.BytesIO()
    workbook.save(output)
    return repeatable(output.getvalue(), {CORE_PROPERTIES: core_properties(title)})
