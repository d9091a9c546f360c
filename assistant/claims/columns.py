"""Which columns of a table the words mean."""

from collections.abc import Iterator

from assistant.claims.expressions import Expression, Figures, Ref, Sum
from assistant.claims.lexicon import Facet, Mention
from assistant.claims.naming import Naming
from assistant.claims.rows import Rows
from assistant.forms import Table

TELLING_UNITS = frozenset({"项"})
"""Measure words that are not said of everything."""
_MONEY = frozenset({"元", "万元", "亿元"})


def columns_of(
    rows: tuple[str, ...], mentions: list[Mention], table: Table, naming: Naming
) -> tuple[str, ...]:
    """Columns meant, best first."""
    unsaid = _unsaid(rows, table)
    said = _said_columns(mentions, table)
    fitting = tuple(name for name in (said or unsaid) if _fits(table, name, naming.unit))
    return tuple(sorted(fitting, key=lambda name: not counts_in(table, name, naming.unit)))


def _said_columns(mentions: list[Mention], table: Table) -> tuple[str, ...]:
    """The last column named; none where persons and organisations are named together."""
    named_columns = [found.of(Facet.COLUMN, table.id)[0].name for found in mentions]
    if len(set(named_columns)) > 1 and table.rows_need_object:
        return ()
    changes = [
        found
        for found in mentions
        if any(is_change(table, sense.name) for sense in found.of(Facet.COLUMN, table.id))
    ]
    last = (changes or mentions)[-1].of(Facet.COLUMN, table.id) if mentions else ()
    vague = table.rows_need_object and last and all(sense.rank for sense in last)
    return (*(table.unsaid_columns if vague else ()), *(sense.name for sense in last))


def _unsaid(rows: tuple[str, ...], table: Table) -> tuple[str, ...]:
    for row in table.rows:
        if row.id in rows and row.unsaid_columns:
            return row.unsaid_columns
    return table.unsaid_columns


def _fits(table: Table, name: str, unit: str | None) -> bool:
    """Amounts of money are no counts."""
    money = next(
        (
            column.unit in _MONEY
            for block in table.blocks
            for column in block.column_leaves
            if column.id == name
        ),
        False,
    )
    return unit is None or money == (unit in _MONEY)


def counts_in(table: Table, column: str, unit: str | None) -> bool:
    """Whether a measure word that is not said of everything speaks for the column."""
    return unit in TELLING_UNITS and any(
        leaf.id == column and leaf.unit == unit
        for block in table.blocks
        for leaf in block.column_leaves
    )


def is_change(table: Table, column: str) -> bool:
    """Whether a column tells by how much a count has changed."""
    return any(
        leaf.id == column and leaf.signed for block in table.blocks for leaf in block.column_leaves
    )


def without_column(
    rows: Rows, gone: Mention, table: Table, figures: Figures
) -> Iterator[Expression]:
    """已审结13件: all outcomes but the one that 审结 denies."""
    denied = {sense.name for sense in gone.of(Facet.NO_COLUMN, table.id)}
    names = [
        column.id
        for block in table.blocks
        for column in block.column_leaves
        if column.id not in denied and column.id not in table.unsaid_columns
    ]
    for (row,) in (added for added in rows if len(added) == 1):
        refs = tuple(Ref(table.id, row, name) for name in names)
        if refs and all(figures.exists(ref) for ref in refs):
            yield Sum(refs)
