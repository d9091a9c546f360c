"""Many cells said in few words: whole rows, whole columns, then the rest."""

from collections.abc import Iterable

from assistant.checks.labels import column_label, row_label
from assistant.forms import Table
from assistant.model import CellId

_LONGEST = 200


def compact_cells(table: Table, cells: Iterable[CellId]) -> str:
    """“规章”行；“自然人”列；“行政许可”行“处理决定数量”列, or counts by column when that is long."""
    wanted = set(cells)
    if wanted == set(table.cells):
        return "全部单元格"
    left = set(wanted)
    parts = [*_whole_rows(table, left), *_whole_columns(table, left), *_rest_by_row(table, left)]
    text = "；".join(parts)
    return text if len(text) <= _LONGEST else _counts_by_column(table, wanted)


def _counts_by_column(table: Table, wanted: set[CellId]) -> str:
    counted = _by(2, (cell for cell in table.cells if cell in wanted))
    printed = [column for column in _by(2, table.cells) if column in counted]
    return "、".join(_column_count(table, column, counted[column]) for column in printed)


def _column_count(table: Table, column: str, members: list[CellId]) -> str:
    row = members[0].split(".")[1]
    return f"“{column_label(table, column, row)}”列{len(members)}格"


def _by(axis: int, cells: Iterable[CellId]) -> dict[str, list[CellId]]:
    groups: dict[str, list[CellId]] = {}
    for cell in cells:
        groups.setdefault(cell.split(".")[axis], []).append(cell)
    return groups


def _whole_rows(table: Table, wanted: set[CellId]) -> list[str]:
    """Names of rows all of whose cells are wanted; their cells are taken out of ``wanted``."""
    whole = [row for row, members in _by(1, table.cells).items() if wanted.issuperset(members)]
    columns = _by(2, table.cells).values()
    if any(wanted.issuperset(members) for members in columns if len(members) > len(whole)):
        # Whole columns say more than the rows that happen to be empty besides.
        return []
    wanted.difference_update(cell for row in whole for cell in _by(1, table.cells)[row])
    return [f"“{row_label(table, row)}”行" for row in whole]


def _whole_columns(table: Table, wanted: set[CellId]) -> list[str]:
    whole = {
        column: members
        for column, members in _by(2, table.cells).items()
        if len(members) > 1 and wanted.issuperset(members)
    }
    wanted.difference_update(cell for members in whole.values() for cell in members)
    rows = {column: members[0].split(".")[1] for column, members in whole.items()}
    return [f"“{column_label(table, column, rows[column])}”列" for column in whole]


def _rest_by_row(table: Table, wanted: set[CellId]) -> list[str]:
    """What is left, rows with the same columns named together."""
    rest = [cell for cell in table.cells if cell in wanted]
    alike: dict[tuple[str, ...], list[str]] = {}
    for row, members in _by(1, rest).items():
        columns = tuple(column_label(table, cell.split(".")[2], row) for cell in members)
        alike.setdefault(columns, []).append(row_label(table, row))
    return [f"{_quoted(rows)}行{_quoted(columns)}列" for columns, rows in alike.items()]


def _quoted(names: Iterable[str]) -> str:
    return "".join(f"“{name}”" for name in names)
