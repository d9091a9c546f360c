"""Names of rows, columns and groups resolved to the cells they stand for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.forms.same import SameForm
from assistant.forms.schema import Column, Form, Identity, Row, Table, Term
from assistant.model import CellId


def row_leaves_of(table: Table, name: str) -> tuple[str, ...]:
    """Ids of the rows a row, group or derived row stands for; empty when unknown."""
    if any(row.id == name for row in table.rows):
        return (name,)
    for group in table.row_groups:
        if group.id == name:
            return tuple(leaf.id for leaf in group.leaves())
    for derived in table.derived:
        if derived.id == name:
            return derived.rows
    return ()


def column_leaves_of(table: Table, name: str) -> tuple[str, ...]:
    """Ids of the columns a column or group of columns stands for; empty when unknown."""
    for column in _all_columns(table):
        if column.id == name:
            return tuple(dict.fromkeys(leaf.id for leaf in column.leaves()))
    return ()


def _all_columns(table: Table) -> Iterator[Column]:
    def walk(column: Column) -> Iterator[Column]:
        yield column
        for child in column.columns:
            yield from walk(child)

    for block in table.blocks:
        for column in block.columns:
            yield from walk(column)


def cells_of(form: Form, name: CellId) -> tuple[CellId, ...]:
    """Cells whose sum ``table.row.column`` means; row and column may be groups.

    A plain cell stands for itself; an unknown name gives an empty tuple.
    """
    parts = name.split(".")
    if len(parts) != 3 or parts[0] not in {table.id for table in form.tables}:
        return ()
    table = form.table(parts[0])
    rows = row_leaves_of(table, parts[1])
    columns = column_leaves_of(table, parts[2])
    cells = tuple(f"{table.id}.{row}.{column}" for row in rows for column in columns)
    return tuple(cell for cell in cells if cell in form.columns_by_cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityTerm:
    """One resolved term: the cells it sums, its sign, this year or last."""

    cells: tuple[CellId, ...]
    sign: int
    previous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityLine:
    """An identity for one row or column. label: that row's or column's official label."""

    identity: Identity
    label: str
    key: str
    left: tuple[IdentityTerm, ...]
    right: tuple[IdentityTerm, ...]

    @property
    def cells(self) -> tuple[CellId, ...]:
        """All cells of this year on either side."""
        terms = (*self.left, *self.right)
        return tuple(cell for term in terms if not term.previous for cell in term.cells)


def identity_lines(form: Form, identity: Identity) -> tuple[IdentityLine, ...]:
    """The identity spelled out for every row or column it holds for."""
    return _lines(SameForm(form))[identity.id]


@lru_cache(maxsize=8)
def _lines(key: SameForm) -> dict[str, tuple[IdentityLine, ...]]:
    known = (*key.form.identities, *key.form.expectations)
    return {identity.id: _spelled_out(key.form, identity) for identity in known}


def _spelled_out(form: Form, identity: Identity) -> tuple[IdentityLine, ...]:
    table = form.table(identity.table)
    if identity.each == "column":
        return tuple(_column_line(table, identity, column) for column in _columns(table))
    rows = [row for row in table.rows if not identity.rows or row.id in identity.rows]
    return tuple(_row_line(table, identity, row) for row in rows)


def _columns(table: Table) -> tuple[Column, ...]:
    return tuple({c.id: c for block in table.blocks for c in block.column_leaves}.values())


def _column_line(table: Table, identity: Identity, column: Column) -> IdentityLine:
    def resolve(term: Term) -> IdentityTerm:
        rows = row_leaves_of(table, term.id)
        cells = tuple(f"{table.id}.{row}.{column.id}" for row in rows)
        return IdentityTerm(cells=cells, sign=term.sign, previous=term.previous)

    return IdentityLine(
        identity=identity,
        label=column.label,
        key=column.id,
        left=tuple(resolve(term) for term in identity.left_terms),
        right=tuple(resolve(term) for term in identity.right_terms),
    )


def _row_line(table: Table, identity: Identity, row: Row) -> IdentityLine:
    def resolve(term: Term) -> IdentityTerm:
        columns = column_leaves_of(table, term.id)
        cells = tuple(f"{table.id}.{row.id}.{column}" for column in columns)
        return IdentityTerm(cells=cells, sign=term.sign, previous=term.previous)

    return IdentityLine(
        identity=identity,
        label=row.label,
        key=row.id,
        left=tuple(resolve(term) for term in identity.left_terms),
        right=tuple(resolve(term) for term in identity.right_terms),
    )
