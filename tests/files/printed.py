"""A report's tables as people paste them: the same cells in every layout that is met."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import escape

from hypothesis import strategies as st

from assistant.forms import Form, Table
from assistant.forms.grid import GridCell, grid
from assistant.model import Amount, CellId

ORGANISATION = "青石镇人民政府"
PROSE = "这一年，青石镇按照规定做好各项公开工作，群众办事更加方便。"

STATED = st.one_of(
    st.integers(0, 99_999).map(Amount.of),
    st.just(Amount.blank()),
    st.sampled_from(["/", "—", "无"]).map(Amount.not_applicable),
)


def amounts(form: Form) -> st.SearchStrategy[dict[CellId, Amount]]:
    """Every cell another number, some of them replaced by whatever people write."""
    plain = {cell: Amount.of(number) for number, cell in enumerate(form.cells)}
    some = st.lists(st.sampled_from(form.cells), max_size=20, unique=True)
    changes = some.flatmap(
        lambda cells: st.fixed_dictionaries({cell: _amount(form, cell) for cell in cells})
    )
    return changes.map(lambda changed: plain | changed)


def _amount(form: Form, cell: CellId) -> st.SearchStrategy[Amount]:
    column = form.columns_by_cell[cell]
    if not column.whole:
        return st.decimals(Decimal(0), Decimal(99_999), places=4).map(Amount.of)
    if column.signed:
        return st.integers(-99, 99).map(Amount.of)
    return STATED


def written(cells: Mapping[CellId, Amount], cell: GridCell) -> str:
    """What stands in a printed cell."""
    return cell.text if cell.cell is None else cells[cell.cell].written


def rows(table: Table, cells: Mapping[CellId, Amount]) -> Iterator[list[str]]:
    """Rows as they come out of a page: merged cells once, those under them left out."""
    for row in grid(table).rows:
        yield [written(cells, cell) for cell in row.cells]


def in_tabs(table: Table, cells: Mapping[CellId, Amount]) -> str:
    return "\n".join("\t".join(_indented(row, table)) for row in rows(table, cells))


def _indented(row: list[str], table: Table) -> list[str]:
    """Rows under a merged label begin with an empty cell, as a copied table has it."""
    inner = bool(row) and row[0].startswith(("（二", "（三", "（四", "2."))
    return ["", *row] if inner and table.orientation == "down" else row


def in_single_lines(table: Table, cells: Mapping[CellId, Amount]) -> str:
    return "\n\n".join("\n".join(f"\t{_spaced(c)}" for c in row) for row in rows(table, cells))


def _spaced(text: str) -> str:
    """Web pages fill blank cells with spaces of any kind, and put some beside figures."""
    return f"{text}\xa0" if text else "\u3000\u3000"


def in_bars(table: Table, cells: Mapping[CellId, Amount]) -> str:
    return "\n".join(f"｜{'｜'.join(row)}｜" for row in rows(table, cells))


def in_markdown(table: Table, cells: Mapping[CellId, Amount]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows(table, cells)]
    return "\n".join([lines[0], "|---|---|---|", *lines[1:]])


def in_rich_markdown(table: Table, cells: Mapping[CellId, Amount]) -> str:
    """As editors write it: figures bold, labels broken by hand, columns set in the middle."""
    lines = [f"| {' | '.join(map(_rich, row))} |" for row in rows(table, cells)]
    return "\n".join([lines[0], "|:-:|:-:|", *lines[1:]])


def _rich(text: str) -> str:
    if text.isdigit():
        return f"**{text}**"
    return f"{text[:4]}<br/>{text[4:]}" if len(text) > 6 else text


def in_html(table: Table, cells: Mapping[CellId, Amount]) -> str:
    printed = (
        "<tr>"
        + "".join(
            f'<td rowspan="{cell.row_span}" colspan="{cell.column_span}">'
            f"<p><span>{escape(written(cells, cell)) or '&nbsp;'}</span></p></td>"
            for cell in row.cells
        )
        + "</tr>"
        for row in grid(table).rows
    )
    return f"<table><tbody>{''.join(printed)}</tbody></table>"


def numbers(cells: Mapping[CellId, Amount]) -> dict[CellId, tuple[str, Decimal | None]]:
    """What readers must agree on: the state and the number of every cell."""
    return {cell: (amount.state.name, amount.number) for cell, amount in cells.items()}


def report_text(form: Form, cells: Mapping[CellId, Amount], year: int, layout: object) -> str:
    """A whole report with its tables printed by ``layout``."""
    assert callable(layout)
    lines = [f"{ORGANISATION}{year}年政府信息公开工作年度报告"]
    for section in form.sections:
        lines.append(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        if section.table is None:
            lines.append(PROSE)
        else:
            lines.append(str(layout(form.table(section.table), cells)))
    return "\n".join([*lines, ORGANISATION, f"{year + 1}年1月15日"])
