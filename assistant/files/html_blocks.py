"""A report as the blocks of a web page: plain values that the template prints and escapes."""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.files.document_order import Part, Text, in_order
from assistant.files.printable import printable, shown
from assistant.files.second_level import lead_length
from assistant.files.table_layout import column_shares
from assistant.forms import Form, Table
from assistant.forms.grid import GridCell, GridRole, GridRow, grid
from assistant.model import Report

_TAGS = {Part.TITLE: "h1", Part.HEADING: "h2"}
_CLASSES = {Part.SIGNATURE: "signature", Part.DATE: "date"}
# Told at the element itself: an editor a page is pasted into drops the sheet of styles.
_ALIGNED = {Part.TITLE: "center", Part.SIGNATURE: "right", Part.DATE: "right"}
_THOUSANDTHS = 1000
_CLASSES_OF_LABELS = {GridRole.TITLE: "title", GridRole.ROW: "row"}


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlCell:
    """One cell of a table."""

    header: bool
    text: str
    css: str = ""
    scope: str = ""
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class HtmlTable:
    """Rows of cells. label: what the table is about, for screen readers. widths: in percent."""

    label: str
    widths: tuple[str, ...]
    head: tuple[tuple[HtmlCell, ...], ...]
    body: tuple[tuple[HtmlCell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading or paragraph, or a table. lead: the heading a paragraph begins with."""

    tag: str = ""
    css: str = ""
    align: str = ""
    lead: str = ""
    text: str = ""
    table: HtmlTable | None = None


def html_blocks(report: Report, form: Form) -> Iterator[Block]:
    """The report from top to bottom."""
    for block in in_order(report, form):
        if isinstance(block, Text):
            yield _text(block)
        else:
            yield Block(table=_table(block, report, form))


def _text(block: Text) -> Block:
    text = block.paragraph.text
    lead = lead_length(text) if block.part is Part.BODY else 0
    if lead == len(text) > 0:
        return Block(tag="h3", text=printable(text))
    return Block(
        tag=_TAGS.get(block.part, "p"),
        css=_CLASSES.get(block.part, ""),
        align=_ALIGNED.get(block.part, ""),
        lead=printable(text[:lead]),
        text=printable(text[lead:]),
    )


def _table(table: Table, report: Report, form: Form) -> HtmlTable:
    printed = grid(table)
    rows = [_row(row, report) for row in printed.rows]
    titles = [section.title for section in form.sections if section.table == table.id]
    return HtmlTable(
        label=printable(titles[0] if titles else table.id),
        widths=tuple(f"{w // 10}.{w % 10}" for w in column_shares(printed, _THOUSANDTHS)),
        head=tuple(rows[: printed.header_rows]),
        body=tuple(rows[printed.header_rows :]),
    )


def _row(row: GridRow, report: Report) -> tuple[HtmlCell, ...]:
    return tuple(_cell(cell, report) for cell in row.cells)


def _cell(cell: GridCell, report: Report) -> HtmlCell:
    if cell.cell is None:
        return HtmlCell(
            header=True,
            text=printable(cell.text),
            css=_CLASSES_OF_LABELS.get(cell.role, "column"),
            scope=_scope(cell),
            row_span=cell.row_span,
            column_span=cell.column_span,
        )
    return HtmlCell(
        header=False,
        text=shown(report.cells.get(cell.cell)),
        row_span=cell.row_span,
        column_span=cell.column_span,
    )


def _scope(cell: GridCell) -> str:
    if cell.role is GridRole.ROW:
        return "rowgroup" if cell.row_span > 1 else "row"
    return "colgroup" if cell.column_span > 1 else "col"
