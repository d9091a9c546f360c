"""The order of a table's columns, told by the labels above them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.files.blocks import Cell
from assistant.files.labels import Kind, Known
from assistant.forms import Block, Column, Row
from assistant.model import CellId

_COLUMNS = {Kind.COLUMN, Kind.COLUMN_GROUP}


@dataclass(frozen=True, slots=True)
class HeaderLabel:
    """One label above the figures with all it may mean; no meaning: not of this form."""

    cell: Cell
    meanings: tuple[Known, ...]

    def column(self, block: Block) -> Column | None:
        """The column or group of columns of ``block`` it names."""
        for known in self.meanings:
            if known.kind in _COLUMNS and known.block is block and isinstance(known.item, Column):
                return known.item
        return None

    def group(self) -> Known | None:
        """The row it names, in a table that prints its rows across."""
        for known in self.meanings:
            if known.kind is Kind.ROW and known.across:
                return known
        return None


def column_orders(header: Sequence[HeaderLabel], block: Block) -> Iterator[list[Column | None]]:
    """Possible orders of the figure columns, the likeliest first; None is a foreign column."""
    if not header:
        yield list(block.column_leaves)
        return
    order = _Order(block)
    for label in header:
        order.add(label.column(block))
    yield order.columns()
    known = [column for column in order.columns() if column is not None]
    if known:
        yield list(known)


class _Order:
    """Collects labels in reading order; children of a group stand where the group stands."""

    def __init__(self, block: Block) -> None:
        self._block = block
        self._parents = {
            leaf.id: top.id for top in block.columns for leaf in top.leaves() if top.columns
        }
        self._top: list[Column | None] = []
        self._below: dict[str, list[Column | None]] = {}
        self._last = self._top

    def add(self, column: Column | None) -> None:
        if column is None:
            self._last.append(None)
        elif column.columns:
            self._below.setdefault(column.id, [])
            self._top.append(column)
            self._last = self._top
        else:
            self._last = self._below.get(self._parents.get(column.id, ""), self._top)
            self._last.append(column)

    def columns(self) -> list[Column | None]:
        flat: list[Column | None] = []
        for column in self._top:
            if column is not None and column.columns:
                flat.extend(self._below[column.id])
            else:
                flat.append(column)
        return list(self._block.column_leaves) if self._complete(flat) else flat

    def _complete(self, flat: list[Column | None]) -> bool:
        """All columns are there but a group's label is not, so reading order misleads."""
        leaves = {leaf.id for leaf in self._block.column_leaves}
        found = [column.id for column in flat if column is not None]
        if len(found) != len(flat) or set(found) != leaves or len(found) != len(leaves):
            return False
        return bool(set(self._parents.values()) - set(self._below))


def across_cells(header: Sequence[HeaderLabel]) -> tuple[list[CellId], Block] | None:
    """Cell ids of the one row of figures under a table that prints its rows across."""
    groups = [known for label in header if (known := label.group()) is not None]
    if not groups:
        return None
    block = groups[0].block
    columns = [column for label in header if (column := label.column(block)) is not None]
    chunks = _chunks(columns)
    if len(chunks) != len(groups):
        return None
    table = groups[0].table.id
    ids = [
        f"{table}.{group.item.id}.{column.id}"
        for group, chunk in zip(groups, chunks, strict=True)
        if isinstance(group.item, Row)
        for column in chunk
    ]
    return ids, block


def _chunks(columns: Sequence[Column]) -> list[list[Column]]:
    """Splits a run of columns where one comes again."""
    chunks: list[list[Column]] = []
    for column in columns:
        if not chunks or any(column.id == known.id for known in chunks[-1]):
            chunks.append([])
        chunks[-1].append(column)
    return chunks
