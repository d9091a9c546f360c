"""Quantities that tables hold or that follow from them, as written in a report's JSON."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from assistant.forms import Form, cells_of
from assistant.model import Amount, AmountState, CellId, Statistics

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Ref:
    """A cell, or the sum of cells that a group or derived row (or column) stands for."""

    table: str
    row: str
    column: str

    @property
    def name(self) -> str:
        """``table.row.column``."""
        return f"{self.table}.{self.row}.{self.column}"


@dataclass(frozen=True, slots=True)
class Sum:
    """Several quantities added."""

    parts: tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """A part of a whole, in percent."""

    part: "Ref | Sum"
    whole: "Ref | Sum"


@dataclass(frozen=True, slots=True)
class Change:
    """A quantity against last year's: in percent (growth) or as a difference."""

    of: "Ref | Sum"
    percent: bool


Expression: TypeAlias = Ref | Sum | Rate | Change


@dataclass(frozen=True, slots=True)
class Figures:
    """Evaluates expressions on one report's statistics."""

    form: Form
    statistics: Statistics

    def is_cell(self, expression: Expression) -> bool:
        """Whether the expression is one cell of the form."""
        return isinstance(expression, Ref) and expression.name in self.form.columns_by_cell

    def counts_in(self, unit: str) -> bool:
        """Whether the form has a column in this measure word."""
        return any(column.unit == unit for column in self.form.columns_by_cell.values())

    def exists(self, expression: Ref) -> bool:
        """Whether the form has the cells it speaks of."""
        return bool(cells_of(self.form, expression.name))

    def text(self, expression: Expression) -> str:
        """The expression as the public vocabulary writes it."""
        match expression:
            case Ref():
                return expression.name if self.is_cell(expression) else f"={expression.name}"
            case Sum(parts):
                return f"=sum({','.join(self.text(part) for part in parts)})"
            case Rate(part, whole):
                return f"=rate({self.text(part)}/{self.text(whole)})"
            case Change(of, percent):
                return f"={'growth' if percent else 'difference'}({self.text(of)})"

    def value(self, expression: Expression, *, previous: bool = False) -> Decimal | None:
        """What the tables say; None where they do not tell."""
        match expression:
            case Ref():
                return self._sum_of_cells(expression, previous=previous)
            case Sum(parts):
                values = [self.value(part, previous=previous) for part in parts]
                return None if None in values else sum(filter(None, values), Decimal(0))
            case Rate(part, whole):
                return _rate(self.value(part), self.value(whole))
            case Change(of, percent):
                return _change(self.value(of), self.value(of, previous=True), percent=percent)

    def _sum_of_cells(self, ref: Ref, *, previous: bool) -> Decimal | None:
        cells = cells_of(self.form, ref.name)
        if not cells:
            return None
        held = self.statistics.previous if previous else self.statistics.cells
        total = Decimal(0)
        for cell in cells:
            number = self._number(held.get(cell), cell, previous=previous)
            if number is None:
                return None
            total += number
        return total

    def _number(self, amount: Amount | None, cell: CellId, *, previous: bool) -> Decimal | None:
        if amount is None:
            return None
        if amount.state is AmountState.BLANK and not previous:
            return self._from_columns(cell)
        return amount.number

    def _from_columns(self, cell: CellId) -> Decimal | None:
        """A blank total is what its row's other columns add up to, where they hold anything."""
        table, row, column = cell.split(".")
        if column not in self.form.table(table).unsaid_columns:
            return None
        others = [
            self.statistics.number(other)
            for other in self.form.cells
            if other.startswith(f"{table}.{row}.") and other != cell
        ]
        known = [number for number in others if number is not None]
        return sum(known, Decimal(0)) if known else None


def _rate(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    if part is None or whole is None:
        return None
    if whole == 0:
        return _HUNDRED if part == 0 else None
    return part / whole * _HUNDRED


def _change(now: Decimal | None, then: Decimal | None, *, percent: bool) -> Decimal | None:
    if now is None or then is None:
        return None
    if not percent:
        return now - then
    if then == 0:
        return Decimal(0) if now == 0 else None
    return (now - then) / then * _HUNDRED
