"""Official names of cells, rows and expressions, as messages use them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from assistant.forms import Column, Form, Row, Table, cells_of
from assistant.model import CellId, Fact, Related

_MARKER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．])"
)
_REMARK = re.compile(r"（[^（）]*）$")
_CELL = re.compile(r"[a-z0-9_]+\.[a-z0-9_]+\.[a-z0-9_]+")
_NUMERALS = "零一二三四五六七八九十"


def figure(value: Decimal) -> str:
    """The number as a report writes it: plain digits, no trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def section_name(number: int) -> str:
    """第三部分."""
    name = _NUMERALS[number] if 0 <= number < len(_NUMERALS) else str(number)
    return f"第{name}部分"


def short(label: str) -> str:
    """A label without its list marker and its closing remark in brackets."""
    bare = _REMARK.sub("", _MARKER.sub("", label))
    return bare.replace("“", "‘").replace("”", "’")


def table_name(form: Form, table_id: str) -> str:
    """第三部分的表: official tables have no numbers of their own."""
    for section in form.sections:
        if section.table == table_id:
            return f"{section_name(section.number)}的表"
    return f"表“{table_id}”"


def _row_path(table: Table, name: str) -> Sequence[Row]:
    def walk(rows: Iterable[Row], path: tuple[Row, ...]) -> Iterator[tuple[Row, ...]]:
        for row in rows:
            here = (*path, row)
            if row.id == name:
                yield here
            yield from walk(row.rows, here)

    for block in table.blocks:
        for path in walk(block.rows, ()):
            return path
    return ()


def _column_path(table: Table, name: str, row: str) -> Sequence[Column]:
    def walk(columns: Iterable[Column], path: tuple[Column, ...]) -> Iterator[tuple[Column, ...]]:
        for column in columns:
            here = (*path, column)
            if column.id == name:
                yield here
            yield from walk(column.columns, here)

    # The same column id may carry different labels in different blocks.
    blocks = sorted(table.blocks, key=lambda block: all(r.id != row for r in block.row_leaves))
    for block in blocks:
        for path in walk(block.columns, ()):
            return path
    return ()


def _joined(path: Sequence[Row] | Sequence[Column], name: str) -> str:
    """The last two steps of a path: 总计 and 其他 mean nothing without their group."""
    return "·".join(short(part.label) for part in path[-2:]) if path else name


def row_label(table: Table, name: str) -> str:
    """Name of a row, a group of rows or a derived row."""
    for derived in table.derived:
        if derived.id == name:
            return "＋".join(row_label(table, row) for row in derived.rows)
    return _joined(_row_path(table, name), name)


def column_label(table: Table, name: str, row: str = "") -> str:
    """Name of a column or group of columns, as printed in the block of ``row``."""
    return _joined(_column_path(table, name, row), name)


def cell_label(form: Form, cell: CellId) -> str:
    """“本年新收政府信息公开申请数量”行“总计”列."""
    table_id, row, column = cell.split(".")
    table = form.table(table_id)
    return f"“{row_label(table, row)}”行“{column_label(table, column, row)}”列"


def placed_cell_label(form: Form, cell: CellId) -> str:
    """The cell's label with the table it stands in."""
    return f"{table_name(form, cell.partition('.')[0])}{cell_label(form, cell)}"


def cells_in_bind(form: Form, bind: str) -> tuple[CellId, ...]:
    """All official cells an accepted binding speaks of; none for a declared fact."""
    names: list[str] = _CELL.findall(bind)
    return tuple(dict.fromkeys(cell for name in names for cell in cells_of(form, name)))


def bind_label(form: Form, bind: str, facts: Sequence[Fact] = ()) -> str:
    """A binding in words: a cell, a sum, a share, a growth, a declared fact."""
    for fact in facts:
        if fact.id == bind:
            return f"已申报的“{fact.label}”"
    table = ""
    sides: list[str] = []
    for side in bind.split("/"):
        names = [name for name in _CELL.findall(side) if cells_of(form, name)]
        if names and not table:
            table = table_name(form, names[0].partition(".")[0])
        sides.append("＋".join(cell_label(form, name) for name in names))
    return table + "÷".join(side for side in sides if side) if table else f"“{bind}”"


def related_cells(form: Form, cells: Iterable[CellId], prefix: str = "") -> tuple[Related, ...]:
    """Cells as related places, each with its short name."""
    return tuple(
        Related(label=prefix + cell_label(form, cell).replace("“", "").replace("”", ""), cell=cell)
        for cell in cells
    )
