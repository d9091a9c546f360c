"""Official tables found by their labels; figures belong to the row they stand in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.files.blocks import Cell, Grid, Row
from assistant.files.cell_text import looks_like_amount, read_amount
from assistant.files.labels import Kind, Known, Labels, label_text
from assistant.files.table_header import HeaderLabel, across_cells, column_orders
from assistant.forms import Column, Form
from assistant.forms import Row as FormRow
from assistant.model import Amount, AmountState, CellId, TextSpan, Unreadable

_ROWS = {Kind.ROW, Kind.ROW_GROUP}
_COLUMNS = {Kind.COLUMN, Kind.COLUMN_GROUP}
_LONGEST_SHOWN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class TableReading:
    """What the grids hold, read as tables of one form."""

    form: Form
    cells: dict[CellId, Amount]
    spans: dict[CellId, TextSpan]
    problems: tuple[Unreadable, ...]

    @property
    def tables(self) -> tuple[str, ...]:
        """Ids of the tables of which something was found, in the form's order."""
        found = {cell.partition(".")[0] for cell in self.cells}
        return tuple(table.id for table in self.form.tables if table.id in found)

    @property
    def fit(self) -> tuple[int, int]:
        """How well the form fits: cells read, then how few things did not fit."""
        unread = AmountState.UNREADABLE
        read = sum(1 for amount in self.cells.values() if amount.state is not unread)
        return read, -len(self.problems)


def read_tables(grids: Iterable[Grid], labels: Labels) -> TableReading:
    """Reads all grids of a document as tables of one form."""
    reader = _TableReader(labels)
    for grid in grids:
        reader.read(grid)
    return TableReading(
        form=labels.form,
        cells=reader.cells,
        spans=reader.spans,
        problems=tuple(reader.problems),
    )


@dataclass
class _OpenRow:
    """A row whose figures are being collected. known is None for a row of no form."""

    label: Cell
    known: Known | None
    figures: list[Cell] = field(default_factory=list[Cell])

    @property
    def is_leaf(self) -> bool:
        return self.known is not None and self.known.kind is Kind.ROW

    @property
    def filled(self) -> bool:
        return any(cell.content for cell in self.figures)


class _TableReader:
    """Walks over cells in reading order; labels decide what a figure belongs to."""

    def __init__(self, labels: Labels) -> None:
        self.cells: dict[CellId, Amount] = {}
        self.spans: dict[CellId, TextSpan] = {}
        self.problems: list[Unreadable] = []
        self._labels = labels
        self._header: list[HeaderLabel] = []
        self._title: Known | None = None
        self._in_rows = False
        self._row: _OpenRow | None = None
        self._across: list[Cell] = []
        self._tail_cut = False
        self._without_figures: tuple[CellId, ...] = ()

    def read(self, grid: Grid) -> None:
        self._tail_cut = _tail_is_cut(grid)
        if self._has_own_header(grid):
            self._start_header()
        for row in grid.rows:
            for cell in row:
                self._take(cell, rows_known=grid.rows_known)
            if grid.rows_known:
                self._end_row()
        self._end_row()

    def _has_own_header(self, grid: Grid) -> bool:
        """Whether a table begins with what stands above columns, and so goes on from none."""
        filled = (cell.content for row in grid.rows for cell in row if cell.content)
        first = next(filled, "")
        meanings = () if looks_like_amount(first) else self._meanings(first)
        return any(known.kind not in _ROWS or known.across for known in meanings)

    def _take(self, cell: Cell, *, rows_known: bool) -> None:
        content = cell.content
        if not content or looks_like_amount(content):
            self._take_figure(cell)
            return
        meanings = self._meanings(content)
        if not meanings:
            self._take_unknown(cell, rows_known=rows_known)
        elif meanings[0].kind in {Kind.TITLE, Kind.CORNER}:
            self._take_title(meanings[0])
        elif meanings[0].kind in _COLUMNS or meanings[0].across:
            self._take_header(cell, meanings)
        else:
            self._take_row(cell, self._nearest_block(meanings))

    def _meanings(self, content: str) -> tuple[Known, ...]:
        """What a label means here: 总计 above the figures is a column, beside them a row."""
        found = self._labels.find(content)
        rows = tuple(known for known in found if known.kind in _ROWS)
        columns = tuple(known for known in found if known.kind in _COLUMNS)
        if not rows or not columns:
            return found
        return rows if label_text(content).marker or self._in_rows else columns

    def _nearest_block(self, meanings: Sequence[Known]) -> Known:
        """The meaning whose block has the title or the columns seen above."""

        def nearness(known: Known) -> tuple[bool, int]:
            titled = self._title is not None and known.block is self._title.block
            return titled, sum(1 for label in self._header if label.column(known.block))

        return max(meanings, key=nearness)

    def _take_title(self, known: Known) -> None:
        self._close()
        if self._in_rows or known.kind is Kind.TITLE:
            self._start_header()
        if known.kind is Kind.TITLE:
            self._title = known

    def _start_header(self) -> None:
        self._header = []
        self._title = None
        self._in_rows = False

    def _take_header(self, cell: Cell, meanings: tuple[Known, ...]) -> None:
        self._close()
        self._across = []
        if self._in_rows:
            self._start_header()
        self._header.append(HeaderLabel(cell, meanings))
        if meanings[0].kind is Kind.ROW:
            self._row = _OpenRow(cell, meanings[0])

    def _take_row(self, cell: Cell, known: Known) -> None:
        self._close()
        self._in_rows = True
        self._row = _OpenRow(cell, known)

    def _take_figure(self, cell: Cell) -> None:
        if self._row is not None:
            self._row.figures.append(cell)
        elif self._in_rows:
            self._take_stray(cell)
        elif cell.content and self._header and self._is_local_row(self._header[-1]):
            self._row = _OpenRow(self._header.pop().cell, None, [cell])
        elif self._header:
            self._across.append(cell)

    def _is_local_row(self, label: HeaderLabel) -> bool:
        """Whether an unknown label with a figure behind it is a row and no column."""
        return not label.meanings and across_cells(self._header) is None

    def _take_stray(self, cell: Cell) -> None:
        """A figure in no row: the row before, if it came without any, is not really blank."""
        if not cell.content:
            return
        reason = f"“{cell.content[:_LONGEST_SHOWN]}”不知道属于哪一行，没有读入"
        self.problems.append(Unreadable(reason=reason, span=cell.span))
        for cell_id in self._without_figures:
            self.cells[cell_id] = Amount.unreadable("")

    def _take_unknown(self, cell: Cell, *, rows_known: bool) -> None:
        row = self._row
        if row is not None and row.is_leaf and (rows_known or not self._is_full(row)):
            row.figures.append(cell)
        elif row is None and any(figure.content for figure in self._across):
            self._across.append(cell)
        elif row is None and not self._in_rows:
            self._across = []
            self._header.append(HeaderLabel(cell, ()))
        else:
            self._close()
            self._row = _OpenRow(cell, None)

    def _is_full(self, row: _OpenRow) -> bool:
        if row.known is None:
            return True
        orders = list(column_orders(self._header, row.known.block))
        return len(row.figures) >= len(orders[-1])

    def _end_row(self) -> None:
        self._close()
        self._close_across()

    def _close(self) -> None:
        """Gives the collected figures to the row they stand in."""
        row, self._row = self._row, None
        if row is None:
            return
        if row.known is None or row.known.kind is Kind.ROW_GROUP:
            self._refuse(row)
        elif row.known.across and not row.filled:
            # Only blanks follow: the label heads a group of columns.
            return
        elif isinstance(row.known.item, FormRow):
            self._assign_row(row, row.known, row.known.item)

    def _refuse(self, row: _OpenRow) -> None:
        if not row.filled:
            return
        shown = row.label.content[:_LONGEST_SHOWN]
        reason = f"表中“{shown}”一行不是“{self._labels.form.id}”表式的行，没有读入"
        self.problems.append(Unreadable(reason=reason, span=row.label.span))

    def _assign_row(self, row: _OpenRow, known: Known, form_row: FormRow) -> None:
        orders = list(column_orders(self._header, known.block))
        columns, figures = self._fit(orders, row.figures)
        if None in columns:
            self._foreign_columns(known)
        ids = [
            None if column is None else f"{known.table.id}.{form_row.id}.{column.id}"
            for column in columns
        ]
        self._assign(ids, figures, columns, row.label)
        self._without_figures = () if row.figures else tuple(filter(None, ids))

    def _foreign_columns(self, known: Known) -> None:
        for label in self._header:
            if label.column(known.block) is None and label.group() is None:
                shown = label.cell.content[:_LONGEST_SHOWN]
                reason = f"表头“{shown}”不是“{self._labels.form.id}”表式的列，没有读入"
                problem = Unreadable(reason=reason, span=label.cell.span)
                if problem not in self.problems:
                    self.problems.append(problem)

    def _fit(
        self, orders: Sequence[list[Column | None]], figures: Sequence[Cell]
    ) -> tuple[list[Column | None], list[Cell] | None]:
        for columns in orders:
            fitted = self._fit_count(figures, len(columns))
            if fitted is not None:
                return columns, fitted
        return orders[-1], None

    def _fit_count(self, figures: Sequence[Cell], count: int) -> list[Cell] | None:
        """The figures as exactly ``count`` cells; None when it is not certain which is which."""
        cells = list(figures)
        while len(cells) > count and not cells[-1].content:
            cells.pop()
        if len(cells) == count:
            return cells
        sure = [cell for cell in figures if cell.sure or cell.content]
        if len(sure) == count:
            return sure
        if not any(cell.content for cell in cells):
            return cells[:count]
        return cells if len(cells) < count and self._tail_cut else None

    def _assign(
        self,
        ids: Sequence[CellId | None],
        figures: Sequence[Cell] | None,
        columns: Sequence[Column | None],
        label: Cell,
    ) -> None:
        if figures is None:
            self._not_certain(ids, label)
            return
        for index, (cell_id, column) in enumerate(zip(ids, columns, strict=True)):
            if cell_id is None or column is None:
                continue
            if index < len(figures):
                self._put(cell_id, read_amount(figures[index].text, column), figures[index].span)
            else:
                self._put(cell_id, Amount.blank(), None)

    def _not_certain(self, ids: Sequence[CellId | None], label: Cell) -> None:
        shown = label.content[:_LONGEST_SHOWN]
        reason = f"“{shown}”一行的格数与表头不符，分不清哪个数在哪一列"
        for cell_id in ids:
            if cell_id is not None and cell_id not in self.cells:
                self.cells[cell_id] = Amount.unreadable("")
        self.problems.append(Unreadable(reason=reason, span=label.span))

    def _put(self, cell_id: CellId, amount: Amount, span: TextSpan | None) -> None:
        known = self.cells.get(cell_id)
        if known is not None and known.state is not AmountState.UNREADABLE:
            self._again(cell_id, known, amount, span)
            return
        self.cells[cell_id] = amount
        if span is not None:
            self.spans[cell_id] = span
        if amount.state is AmountState.UNREADABLE:
            reason = f"格内“{amount.written[:_LONGEST_SHOWN]}”不能确定是什么数"
            self.problems.append(Unreadable(reason=reason, span=span, cell=cell_id))

    def _again(self, cell_id: CellId, known: Amount, amount: Amount, span: TextSpan | None) -> None:
        if (known.state, known.number) != (amount.state, amount.number):
            reason = f"同一格出现两次，前为“{known.written}”，后为“{amount.written}”，只读前一个"
            self.problems.append(Unreadable(reason=reason, span=span, cell=cell_id))

    def _close_across(self) -> None:
        figures, self._across = self._across, []
        found = across_cells(self._header) if figures and not self._in_rows else None
        if found is None:
            return
        ids, block = found
        fitted = self._fit_count(figures, len(ids))
        filled = any(cell.content for cell in figures)
        if not filled and len(figures) < len(ids):
            return
        by_id = {column.id: column for column in block.column_leaves}
        columns = [by_id[cell_id.rpartition(".")[2]] for cell_id in ids]
        self._assign(ids, fitted, columns, self._header[0].cell)
        self._in_rows = True


def _tail_is_cut(grid: Grid) -> bool:
    """Blanks between figures were kept while those at the ends of rows were all cut off."""
    if not grid.rows_known:
        return False
    inner = any(_blank_between_figures(row) for row in grid.rows)
    return inner and all(row[-1].content for row in grid.rows if row)


def _blank_between_figures(row: Row) -> bool:
    figures = [bool(cell.content) for cell in row if looks_like_amount(cell.content)]
    gap = any(first and not second for first, second in pairwise(figures))
    return gap and figures[-1]
