"""Many cells said in few words: whole rows, whole columns, then the rest row by row."""

from collections.abc import Iterable

from assistant.checks.labels import column_label, row_label
from assistant.forms import Table
from assistant.model import CellId

_MOST = 10


def compact_cells(table: Table, cells: Iterable[CellId]) -> str:
    """“规章”行；“自然人”列；“行政许可”行“处理决定数量”列, cut short when there are many."""
    wanted = set(cells)
    if wanted == set(table.cells):
        return "全部单元格"
    parts = [*_whole_rows(table, wanted), *_whole_columns(table, wanted)]
    parts.extend(_rest_by_row(table, wanted))
    if len(parts) <= _MOST:
        return "；".join(parts)
    return "；".join(parts[:_MOST]) + f"等{len(parts)}处"


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
    rest = [cell for cell in table.cells if cell in wanted]
    return [
        f"“{row_label(table, row)}”行"
        + "".join(f"“{column_label(table, cell.split('.')[2], row)}”" for cell in members)
        + "列"
        for row, members in _by(1, rest).items()
    ]
