"""The official tables beside the report: printed as the form has them, each figure a cell."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.forms import Form, Table
from assistant.forms.grid import GridCell, GridRole, grid
from assistant.model import CellId, Severity
from assistant.reporting.review_links import Links
from assistant.reporting.safe_text import printable


@dataclass(frozen=True, slots=True, kw_only=True)
class TableCell:
    """A printed cell. source: its id, empty for a label. finding: severity of the gravest.

    leads_to: place of what speaks of it, empty where nothing does.
    """

    text: str
    scope: str = ""
    row_span: int = 1
    column_span: int = 1
    source: str = ""
    finding: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class ReviewTable:
    """Rows of a table; the first ``header_rows`` are its head."""

    label: str
    header_rows: int
    rows: tuple[tuple[TableCell, ...], ...]


def review_tables(links: Links, form: Form) -> Iterator[ReviewTable]:
    """The tables the report has, or those of the figures it was held against."""
    own = links.result.report.tables
    held = own if own else {cell.partition(".")[0] for cell in links.figures}
    for table in form.tables:
        if table.id in held:
            yield _table(table, links, form)


def shown_cells(tables: tuple[ReviewTable, ...]) -> Iterator[CellId]:
    """Ids of all figures in the tables."""
    return (cell.source for table in tables for row in table.rows for cell in row if cell.source)


def _table(table: Table, links: Links, form: Form) -> ReviewTable:
    printed = grid(table)
    titles = [section.title for section in form.sections if section.table == table.id]
    rows = tuple(tuple(_cell(cell, links) for cell in row.cells) for row in printed.rows)
    return ReviewTable(titles[0] if titles else table.id, printed.header_rows, rows)


def _cell(cell: GridCell, links: Links) -> TableCell:
    if cell.cell is None:
        return TableCell(
            text=cell.text,
            scope=_scope(cell),
            row_span=cell.row_span,
            column_span=cell.column_span,
        )
    amount = links.figures.get(cell.cell)
    found = [links.findings[n - 1].severity for n in _findings(cell.cell, links)]
    gravest = min(found, key=_rank, default=None)
    return TableCell(
        text="" if amount is None else printable(amount.written),
        row_span=cell.row_span,
        column_span=cell.column_span,
        source=cell.cell,
        finding="" if gravest is None else gravest.value,
        leads_to=_leads_to(cell.cell, links),
    )


def _findings(cell: CellId, links: Links) -> tuple[int, ...]:
    """Findings whose own cell it is; that others have to do with it is told on demand."""
    about = links.findings_by_source.get(cell, ())
    return tuple(number for number in about if cell in links.findings[number - 1].cells)


def _rank(severity: Severity) -> int:
    return severity.rank


def _leads_to(cell: CellId, links: Links) -> str:
    findings = links.findings_by_source.get(cell, ())
    if findings:
        return f"finding-{findings[0]}"
    numbers = links.numbers_by_source.get(cell, ())
    return f"number-{numbers[0]}" if numbers else ""


def _scope(cell: GridCell) -> str:
    if cell.role is GridRole.ROW:
        return "rowgroup" if cell.row_span > 1 else "row"
    return "colgroup" if cell.column_span > 1 else "col"
