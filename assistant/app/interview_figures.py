"""Asks for the official tables: totals first, then only what the identities leave open."""

from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import TypeAlias

from assistant.app.questions import AnswerError, Question, count_of, figure_of, yes_no
from assistant.forms import Block, Column, Form, Identity, Row, Table, column_leaves_of, complete
from assistant.model import Amount, CellId

Asking: TypeAlias = Generator[Question, str, None]


@dataclass(slots=True)
class _Sheet:
    """The tables while they are being asked for; completed after every answer."""

    form: Form
    cells: dict[CellId, Amount]
    expected: Mapping[CellId, Decimal]

    def put(self, cell: CellId, value: Decimal) -> None:
        self.put_all([cell], value)

    def put_all(self, cells: Iterable[CellId], value: Decimal) -> None:
        self.cells.update({cell: Amount.of(value) for cell in cells if not self.knows(cell)})
        self.cells = dict(complete(self.form, self.cells).cells)

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
    kept = "（上年已有的项目数照转）" if carried else ""
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
        yield from _ask_row(sheet, table, row, total, None)
    for row in table.rows:
        yield from _ask_parts(sheet, table, row, total, parts)


def _ask_row(sheet: _Sheet, table: Table, row: Row, total: str, at_most: Decimal | None) -> Asking:
    cells = [f"{table.id}.{leaf.id}.{total}" for leaf in row.leaves()]
    if all(sheet.knows(cell) for cell in cells):
        return
    key = f"{table.id}.{row.id}.{total}"
    # A figure nothing limits must be typed: an empty line is not a zero.
    default = None if at_most is None else "0"
    if not row.rows:
        sheet.put(key, count_of((yield _count_question(key, row.label, at_most, default))))
        return
    if any(sheet.knows(cell) for cell in cells):
        group_total = None
    else:
        question = _count_question(key, f"{row.label}　合计", at_most, default)
        group_total = count_of((yield question))
    if group_total == 0:
        sheet.put_all(cells, Decimal(0))
        return
    yield from _ask_children(sheet, table, row, total, group_total)


def _ask_children(
    sheet: _Sheet, table: Table, row: Row, total: str, group_total: Decimal | None
) -> Asking:
    for place, child in enumerate(row.rows):
        rest = None if group_total is None else group_total - _sum(sheet, table, row, total)
        cells = [f"{table.id}.{leaf.id}.{total}" for leaf in child.leaves()]
        if rest == 0:
            sheet.put_all(cells, Decimal(0))
        elif rest is not None and place == len(row.rows) - 1 and len(cells) == 1:
            sheet.put(cells[0], rest)
        else:
            yield from _ask_row(sheet, table, child, total, rest)


def _sum(sheet: _Sheet, table: Table, row: Row, total: str) -> Decimal:
    numbers = (sheet.number(f"{table.id}.{leaf.id}.{total}") for leaf in row.leaves())
    return sum((number for number in numbers if number is not None), Decimal(0))


def _ask_parts(sheet: _Sheet, table: Table, row: Row, total: str, parts: list[str]) -> Asking:
    columns = {leaf.id: leaf for block in table.blocks for leaf in block.column_leaves}
    for part in parts:
        cell = f"{table.id}.{row.id}.{part}"
        if sheet.knows(cell):
            continue
        known = [sheet.number(f"{table.id}.{row.id}.{other}") for other in parts]
        whole = sheet.number(f"{table.id}.{row.id}.{total}")
        rest = None
        if whole is not None:
            rest = whole - sum((n for n in known if n is not None), Decimal(0))
        text = f"{row.label}　其中：{columns[part].label}"
        default = None if rest is None else f"{rest:f}"
        reply = yield _count_question(cell, text, rest, default)
        sheet.put(cell, count_of(reply))


def _count_question(key: str, text: str, at_most: Decimal | None, default: str | None) -> Question:
    limit = "" if at_most is None else f"，还剩 {at_most:f} 件"
    return Question(
        key=key,
        text=f"{text}（件{limit}）",
        default=default,
        understand=partial(_count_up_to, at_most),
    )


def _count_up_to(at_most: Decimal | None, answer: str) -> Decimal:
    value = count_of(answer)
    if at_most is not None and value > at_most:
        raise AnswerError(f"最多 {at_most:f} 件，“{answer}”超出了。")
    return value


def _cell(table: Table, row: Row, column: Column) -> CellId:
    return f"{table.id}.{row.id}.{column.id}"
