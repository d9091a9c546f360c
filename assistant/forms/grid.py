"""The printed grid of an official table, built from the form's data alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from assistant.forms.schema import Block, Column, Row, Table
from assistant.model import CellId


class GridRole(Enum):
    """What a cell of the printed grid is for."""

    TITLE = "title"
    CORNER = "corner"
    COLUMN = "column"
    ROW = "row"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True, kw_only=True)
class GridCell:
    """One printed cell, merged or not. ``cell`` is set exactly when it holds a figure.

    column: the grid column (from 0) of its left edge; its row is the GridRow it stands in.
    """

    role: GridRole
    column: int
    text: str = ""
    cell: CellId | None = None
    row_span: int = 1
    column_span: int = 1

    @property
    def header(self) -> bool:
        """Whether it is printed label rather than figure."""
        return self.cell is None


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row's cells, left to right; places covered by a merged cell from above are left out.

    header: whether the row holds only column labels. block: index of the block it belongs to.
    """

    cells: tuple[GridCell, ...]
    header: bool = False
    block: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A whole table. label_columns: how many columns on the left hold row labels."""

    rows: tuple[GridRow, ...]
    width: int
    label_columns: int

    @property
    def header_rows(self) -> int:
        """How many rows at the top are column labels, to be repeated on every page.

        0 for a table of several blocks, since each of them has labels of its own.
        """
        if len({row.block for row in self.rows}) > 1:
            return 0
        return sum(1 for row in self.rows if row.header)

    def places(self) -> Iterator[tuple[int, GridCell]]:
        """Every cell with the index of its row."""
        for index, row in enumerate(self.rows):
            for cell in row.cells:
                yield index, cell


@dataclass(frozen=True, slots=True)
class _Node:
    label: str
    children: tuple["_Node", ...] = ()

    @property
    def height(self) -> int:
        return 1 + max((child.height for child in self.children), default=0)

    @property
    def leaves(self) -> int:
        return sum(child.leaves for child in self.children) if self.children else 1


@dataclass(frozen=True, slots=True)
class _Label:
    """A label laid out: ``level`` away from the outer edge, ``offset`` leaves from the start."""

    text: str
    level: int
    offset: int
    levels: int
    leaves: int


def _depth(nodes: Sequence[_Node]) -> int:
    return max((node.height for node in nodes), default=0)


def _lay_out(
    nodes: Sequence[_Node], depth: int, level: int = 0, offset: int = 0
) -> Iterator[_Label]:
    """Labels of a tree whose innermost ones all touch the figures; outer ones stretch."""
    for node in nodes:
        levels = depth - level - _depth(node.children)
        yield _Label(node.label, level, offset, levels, node.leaves)
        yield from _lay_out(node.children, depth, level + levels, offset)
        offset += node.leaves


def _column_node(column: Column) -> _Node:
    return _Node(column.label, tuple(_column_node(child) for child in column.columns))


def _row_node(row: Row, below: tuple[_Node, ...] = ()) -> _Node:
    children = tuple(_row_node(child, below) for child in row.rows)
    return _Node(row.label, children if row.rows else below)


def _with_heading(heading: str, nodes: tuple[_Node, ...]) -> tuple[_Node, ...]:
    return (_Node(heading, nodes),) if heading else nodes


@dataclass(frozen=True, slots=True)
class _Parts:
    """A block's label trees and the cell ids of its figures, row by row."""

    title: str
    corner: str
    above: tuple[_Node, ...]
    left: tuple[_Node, ...]
    figures: tuple[tuple[CellId, ...], ...]

    @property
    def label_columns(self) -> int:
        return _depth(self.left)

    @property
    def width(self) -> int:
        return self.label_columns + sum(node.leaves for node in self.above)


def _parts(table: Table, block: Block) -> _Parts:
    columns = tuple(_column_node(column) for column in block.columns)
    if table.orientation == "across":
        above = tuple(_row_node(row, columns) for row in block.rows)
        figures = (tuple(_cell_ids(table, block, block.row_leaves)),)
        return _Parts(block.title, "", _with_heading(block.heading, above), (), figures)
    left = tuple(_row_node(row) for row in block.rows)
    figures = tuple(tuple(_cell_ids(table, block, (row,))) for row in block.row_leaves)
    return _Parts(block.title, block.corner, _with_heading(block.heading, columns), left, figures)


def _cell_ids(table: Table, block: Block, rows: Iterable[Row]) -> Iterator[CellId]:
    for row in rows:
        for column in block.column_leaves:
            yield f"{table.id}.{row.id}.{column.id}"


def _title_row(parts: _Parts, width: int) -> Iterator[tuple[GridCell, ...]]:
    if parts.title:
        yield (GridCell(role=GridRole.TITLE, column=0, text=parts.title, column_span=width),)


def _header_rows(parts: _Parts, stretch: "_Stretch") -> Iterator[tuple[GridCell, ...]]:
    depth = _depth(parts.above)
    labels = list(_lay_out(parts.above, depth))
    for level in range(depth):
        row = [_column_label(label, stretch) for label in labels if label.level == level]
        if level == 0 and parts.label_columns:
            row.insert(0, _corner(parts, depth))
        yield tuple(row)


def _corner(parts: _Parts, depth: int) -> GridCell:
    return GridCell(
        role=GridRole.CORNER,
        column=0,
        text=parts.corner,
        row_span=depth,
        column_span=parts.label_columns,
    )


def _column_label(label: _Label, stretch: "_Stretch") -> GridCell:
    start = stretch.start(label.offset)
    return GridCell(
        role=GridRole.COLUMN,
        column=start,
        text=label.text,
        row_span=label.levels,
        column_span=stretch.start(label.offset + label.leaves) - start,
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Where a block's figure columns stand in a table that may be wider: the last one widens."""

    label_columns: int
    figures: int
    width: int

    def start(self, figure: int) -> int:
        return self.width if figure == self.figures else self.label_columns + figure


def _figure_rows(parts: _Parts, stretch: _Stretch) -> Iterator[tuple[GridCell, ...]]:
    labels = list(_lay_out(parts.left, parts.label_columns))
    for index, ids in enumerate(parts.figures):
        row = [_row_label(label) for label in labels if label.offset == index]
        yield (*row, *(_figure(cell, number, stretch) for number, cell in enumerate(ids)))


def _row_label(label: _Label) -> GridCell:
    return GridCell(
        role=GridRole.ROW,
        column=label.level,
        text=label.text,
        row_span=label.leaves,
        column_span=label.levels,
    )


def _figure(cell: CellId, number: int, stretch: _Stretch) -> GridCell:
    start = stretch.start(number)
    span = stretch.start(number + 1) - start
    return GridCell(role=GridRole.AMOUNT, column=start, cell=cell, column_span=span)


def _block_rows(parts: _Parts, index: int, width: int) -> Iterator[GridRow]:
    figures = parts.width - parts.label_columns
    stretch = _Stretch(parts.label_columns, figures, width)
    for cells in (*_title_row(parts, width), *_header_rows(parts, stretch)):
        yield GridRow(cells=cells, header=True, block=index)
    for cells in _figure_rows(parts, stretch):
        yield GridRow(cells=cells, block=index)


def grid(table: Table, *blocks: Block) -> Grid:
    """The table as printed: all its blocks one below the other, or only ``blocks``.

    Narrower blocks are as wide as the widest one, their last column filling the rest.
    """
    parts = [_parts(table, block) for block in (blocks if blocks else table.blocks)]
    width = max(part.width for part in parts)
    rows = tuple(row for i, part in enumerate(parts) for row in _block_rows(part, i, width))
    label_columns = max(part.label_columns for part in parts)
    return Grid(rows=rows, width=width, label_columns=label_columns)
