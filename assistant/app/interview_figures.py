"""Asks for the official tables: totals first, then only what the identities leave open."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from assistant.app.questions import AnswerError, Question, count_of, figure_of, yes_no
from assistant.forms import (
    Block,
    Bounds,
    Column,
    Form,
    Identity,
    Interval,
    Row,
    Table,
    column_leaves_of,
    complete,
)
from assistant.model import Amount, CellId

Asking: TypeAlias = Generator[Question, str, None]


@dataclass(slots=True)
class _Sheet:
    """The tables while they are being asked for; completed after every answer."""

    form: Form
    cells: dict[CellId, Amount]
    expected: Mapping[CellId, Decimal]
    sums: dict[str, tuple[tuple[CellId, ...], Decimal]] = field(
        default_factory=dict[str, tuple[tuple[CellId, ...], Decimal]]
    )

    def put(self, cell: CellId, value: Decimal) -> None:
        self.put_all([cell], value)

    def put_all(self, cells: Iterable[CellId], value: Decimal) -> None:
        self.cells.update({cell: Amount.of(value) for cell in cells if not self.knows(cell)})
        self.cells = dict(complete(self.form, self.cells, self.sums).cells)

    def put_sum(self, name: str, cells: tuple[CellId, ...], value: Decimal) -> None:
        self.sums[f"sum {name}"] = (cells, value)
        self.put_all((), value)

    def bounds(self) -> Bounds:
        return Bounds(self.form, self.cells, self.sums)

    def knows(self, cell: CellId) -> bool:
        return self.number(cell) is not None

    def number(self, cell: CellId) -> Decimal | None:
        amount = self.cells.get(cell)
        return None if amount is None else amount.number


def ask_figures(
    form: Form, given: Mapping[CellId, Amount], expected: Mapping[CellId, Decimal]
) -> Generator[Question, str, Mapping[CellId, Amount]]:
    """Asks for every cell of ``form`` that ``given`` and the identities leave open.

    expected: values offered as defaults. Returns all cells.
    """
    sheet = _Sheet(form, dict(complete(form, given).cells), expected)
    for table in form.tables:
        total = _row_total(form, table)
        if total is None:
            for block in table.blocks:
                yield from _ask_block(sheet, table, block)
        else:
            yield from _ask_totalled(sheet, table, total)
    return sheet.cells


def _row_total(form: Form, table: Table) -> Identity | None:
    """The identity by which each row of the table has a total, if there is one."""
    for identity in form.identities:
        whole_row = identity.table == table.id and identity.each == "row" and not identity.rows
        if whole_row and identity.relation == "equal" and len(identity.left) == 1:
            return identity
    return None


def _ask_block(sheet: _Sheet, table: Table, block: Block) -> Asking:
    pairs = [(row, column) for row in block.row_leaves for column in block.column_leaves]
    open_pairs = [pair for pair in pairs if not sheet.knows(_cell(table, *pair))]
    if not open_pairs:
        return
    names = "、".join(row.label for row in block.row_leaves)
    key = f"zero.{_cell(table, *open_pairs[0])}"
    carried = any(sheet.expected.get(_cell(table, *pair)) for pair in open_pairs)
    kept = "（上年的存量照转）" if carried else ""
    answer = yield yes_no(key, f"{block.title}{names}：本年全部为 0 吗{kept}？")
    for row, column in open_pairs:
        cell = _cell(table, row, column)
        default = sheet.expected.get(cell, Decimal(0))
        if answer == "是":
            sheet.put(cell, default)
        elif not sheet.knows(cell):
            reply = yield _cell_question(cell, row, column, default)
            sheet.put(cell, figure_of(reply))


def _cell_question(cell: CellId, row: Row, column: Column, default: Decimal) -> Question:
    unit = "" if "单位" in column.label or not column.unit else f"（{column.unit}）"
    return Question(
        key=cell,
        text=f"{row.label}　{column.label}{unit}",
        default=f"{default:f}",
        understand=partial(_figure_for, column),
    )


def _figure_for(column: Column, answer: str) -> Decimal:
    value = figure_of(answer) if column.signed or not column.whole else count_of(answer)
    if not column.signed and value < 0:
        raise AnswerError("这一格不会是负数。")
    return value


def _ask_totalled(sheet: _Sheet, table: Table, identity: Identity) -> Asking:
    total = identity.left_terms[0].id
    parts = [leaf for term in identity.right_terms for leaf in column_leaves_of(table, term.id)]
    tops = [row for block in table.blocks for row in block.rows]
    # Single rows first: the balance then tells how much the groups have to add up to.
    for row in sorted(tops, key=lambda top: bool(top.rows)):
        yield from _ask_row(sheet, table, row, total)
    columns = {leaf.id: leaf for block in table.blocks for leaf in block.column_leaves}
    for row in table.rows:
        for part in parts:
            cell = f"{table.id}.{row.id}.{part}"
            yield from _ask_count(sheet, cell, f"{row.label}　其中：{columns[part].label}")


def _ask_row(sheet: _Sheet, table: Table, row: Row, total: str) -> Asking:
    cells = tuple(f"{table.id}.{leaf.id}.{total}" for leaf in row.leaves())
    if not row.rows:
        yield from _ask_count(sheet, cells[0], row.label)
        return
    if not any(sheet.knows(cell) for cell in cells) and len(row.rows) > 1:
        limits = sheet.bounds().together(cells)
        key = f"{table.id}.{row.id}.{total}"
        question = _count_question(key, f"{row.label}　合计", limits)
        sheet.put_sum(question.key, cells, count_of((yield question)))
    for child in row.rows:
        yield from _ask_row(sheet, table, child, total)


def _ask_count(sheet: _Sheet, cell: CellId, text: str) -> Asking:
    if not sheet.knows(cell):
        limits = sheet.bounds().interval(cell)
        sheet.put(cell, count_of((yield _count_question(cell, text, limits))))


def _count_question(key: str, text: str, limits: Interval) -> Question:
    """A question for a count; one that nothing limits has no default: no zero by accident."""
    limited = "" if limits.high is None else f"，{limits.low:f} 到 {limits.high:f}"
    return Question(
        key=key,
        text=f"{text}（件{limited}）",
        default=None if limits.high is None else f"{limits.low:f}",
        understand=partial(_count_within, limits),
    )


def _count_within(limits: Interval, answer: str) -> Decimal:
    value = count_of(answer)
    if limits.high is not None and not limits.low <= value <= limits.high:
        raise AnswerError(f"按已填的数，这里只能是 {limits.low:f} 到 {limits.high:f}。")
    return value


def _cell(table: Table, row: Row, column: Column) -> CellId:
    return f"{table.id}.{row.id}.{column.id}"
