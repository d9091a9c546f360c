"""Formulas of a fill-in workbook: totals, and checks of the form's identities."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.utils import get_column_letter

from assistant.forms import IdentityLine, IdentityTerm
from assistant.model import Amount, AmountState, CellId

AGREES = "勾稽相符"
INCOMPLETE = "未填齐"
DIFFERS = "差"


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Row and column of a sheet, from 1."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """Such as D5."""
        return f"{self.letter}{self.row}"

    @property
    def letter(self) -> str:
        """Such as D."""
        return get_column_letter(self.column)


def total_formula(parts: Iterable[Address]) -> str:
    """The sum of the parts; nothing at all while none of them is filled in."""
    cells = ",".join(_ranges(parts))
    return f'=IF(COUNT({cells})=0,"",SUM({cells}))'


def check_formula(line: IdentityLine, places: Mapping[CellId, Address]) -> str:
    """Says whether an identity of one year holds, or by how much it does not."""
    everything = ",".join(_ranges(places[cell] for cell in line.cells))
    difference = f"ROUND({_side(line.left, places)}-({_side(line.right, places)}),6)"
    holds = "=0" if line.identity.relation == "equal" else ">=0"
    told = f'IF({difference}{holds},"{AGREES}","{DIFFERS}"&{difference})'
    partly = f'IF(COUNT({everything})<{len(set(line.cells))},"{INCOMPLETE}",{told})'
    return f'=IF(COUNT({everything})=0,"",{partly})'


def _side(terms: Sequence[IdentityTerm], places: Mapping[CellId, Address]) -> str:
    """SUM rather than +, which fails on the empty text of a total still without parts."""
    signed = (
        f"{'-' if term.sign < 0 else '+'}SUM({','.join(_ranges(places[c] for c in term.cells))})"
        for term in terms
    )
    return "".join(signed).removeprefix("+")


def _ranges(places: Iterable[Address]) -> list[str]:
    """The addresses, runs of neighbours in a row or a column written as one range."""
    unique = set(places)
    down = len({place.row for place in unique}) > 1
    step = (1, 0) if down else (0, 1)
    runs: list[list[Address]] = []
    for place in sorted(unique, key=lambda found: (found.column, found.row)):
        if runs and _step(runs[-1][-1], place) == step:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [run[0].name if len(run) == 1 else f"{run[0].name}:{run[-1].name}" for run in runs]


def _step(one: Address, other: Address) -> tuple[int, int]:
    return other.row - one.row, other.column - one.column


def sums_to_write(
    totals: Mapping[CellId, tuple[CellId, ...]], cells: Mapping[CellId, Amount]
) -> dict[CellId, tuple[CellId, ...]]:
    """The totals that become formulas: those not given, or given as exactly their parts' sum.

    One that was given without its parts, or against them, stays as it was given.
    """
    return {cell: parts for cell, parts in totals.items() if _follows(cell, totals, cells)}


def _follows(
    cell: CellId, totals: Mapping[CellId, tuple[CellId, ...]], cells: Mapping[CellId, Amount]
) -> bool:
    given = cells.get(cell)
    if given is None or given.state is AmountState.BLANK:
        return True
    summed = _value(cell, totals, {**cells, cell: Amount.blank()})
    return given.number is not None and given.number == summed


def _is_open(amount: Amount | None) -> bool:
    return amount is None or amount.state is AmountState.BLANK


def _value(
    cell: CellId, totals: Mapping[CellId, tuple[CellId, ...]], cells: Mapping[CellId, Amount]
) -> Decimal | None:
    """The number given for a cell or following from its parts; None if there is none."""
    amount = cells.get(cell)
    if not _is_open(amount) or cell not in totals:
        return None if amount is None else amount.number
    parts = [_value(part, totals, cells) for part in totals[cell]]
    known = [part for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None
