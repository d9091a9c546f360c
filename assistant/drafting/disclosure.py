"""Points about tables of yearly counts, such as the one of proactive disclosure."""

from collections.abc import Iterator

from assistant.drafting.figures import Collector, Figure, YearFigures
from assistant.drafting.ports import Point
from assistant.drafting.wording import joined, row_name
from assistant.forms import Column, Row, Table
from assistant.model import Level

_ROW = "{row}"


def disclosure_points(
    table: Table, figures: YearFigures, level: Level | None, names: Collector
) -> tuple[Point, ...]:
    """What the table's figures tell, in the words its columns give; nothing for blank cells.

    Zeros are said, in one sentence, only when there is nothing else to say.
    """
    said = [
        item for column, rows in _columns(table) for item in _said(column, rows, figures, names)
    ]
    if said:
        return (Point(kind="figures", about=_about(table), slots={"items": "，".join(said)}),)
    return tuple(_none_point(table, figures, level, names))


def _about(table: Table) -> str:
    rows = joined([row_name(row.label) for row in table.rows])
    return f"统计表中的数据：{rows}"


def _columns(table: Table) -> Iterator[tuple[Column, list[tuple[str, Row]]]]:
    """Each wording of a figure once, with the cells stated in it, in the table's order."""
    grouped: dict[str, tuple[Column, list[tuple[str, Row]]]] = {}
    for block in table.blocks:
        for column in block.column_leaves:
            for row in block.row_leaves:
                cell = f"{table.id}.{row.id}.{column.id}"
                grouped.setdefault(column.says, (column, []))[1].append((cell, row))
    return iter(found for says, found in grouped.items() if says)


def _said(
    column: Column, rows: list[tuple[str, Row]], figures: YearFigures, names: Collector
) -> Iterator[str]:
    before, _, after = column.says.partition(_ROW)
    items = [
        f"{names.label(row_name(row.label))}{after}{_mark(row, column, figure, names)}"
        for cell, row in rows
        if (figure := figures.figure(cell)) is not None and figure.value > 0
    ]
    if items:
        # Words before the row tell every item what is counted only if each item has them.
        yield before + joined(items) if after else joined([before + item for item in items])


def _mark(row: Row, column: Column, figure: Figure, names: Collector) -> str:
    return names.figure(f"{row_name(row.label)}_{column.label}", figure)


def _none_point(
    table: Table, figures: YearFigures, level: Level | None, names: Collector
) -> Iterator[Point]:
    items: list[str] = []
    states: list[str] = []
    for says, rows in _none_wordings(table).items():
        before, _, after = says.partition(_ROW)
        empty = {
            cell: names.label(row_name(row.label))
            for cell, row in rows
            if figures.is_zero(cell) and _concerns(row, level)
        }
        if empty:
            items.append(before + joined([*empty.values()]) + after)
            states += empty
    if items:
        slots = {"items": "，".join(items)}
        yield Point(kind="figures_none", about=_about(table), slots=slots, states=tuple(states))


def _none_wordings(table: Table) -> dict[str, list[tuple[str, Row]]]:
    grouped: dict[str, list[tuple[str, Row]]] = {}
    for block in table.blocks:
        for column in block.column_leaves:
            if column.says_none:
                for row in block.row_leaves:
                    cell = f"{table.id}.{row.id}.{column.id}"
                    grouped.setdefault(column.says_none, []).append((cell, row))
    return grouped


def _concerns(row: Row, level: Level | None) -> bool:
    """Whether an organ of this level could have other figures than zero here at all."""
    return not row.only_levels or (level is not None and level.value in row.only_levels)
