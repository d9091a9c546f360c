"""The least and greatest value each cell can have, given the others and the identities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

from assistant.forms.cells import IdentityLine, IdentityTerm, identity_lines
from assistant.forms.schema import Form
from assistant.model import Amount, AmountState, CellId

_MOST_ROUNDS = 60

Sums: TypeAlias = Mapping[str, tuple[tuple[CellId, ...], Decimal]]
"""Sums of cells known beside the cells: a name that is no cell → the cells, their sum."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Values from ``low`` to ``high``, both included; ``high`` None means without limit."""

    low: Decimal
    high: Decimal | None

    @property
    def only_value(self) -> Decimal | None:
        """The value, when just one is possible."""
        return self.low if self.low == self.high else None

    @property
    def impossible(self) -> bool:
        """Whether no value is left."""
        return self.high is not None and self.low > self.high


_COUNT = Interval(Decimal(0), None)


class Bounds:
    """Intervals of all cells that identities of one year tie together.

    Known numbers stand fast; absent and blank cells are counts, not negative. ``contradictory``
    is True when the known numbers leave some cell no value: then nothing may be concluded.
    """

    def __init__(
        self, form: Form, cells: Mapping[CellId, Amount], sums: Sums = MappingProxyType({})
    ) -> None:
        """Works out the intervals for ``cells`` of ``form``; ``sums``: known sums of cells."""
        self._intervals = _starting(cells)
        self._lines = [
            (_cells(line.left), _cells(line.right)) for line in _usable_lines(form, cells)
        ]
        for name, (summed, value) in sums.items():
            self._intervals[name] = Interval(value, value)
            self._lines.append((summed, (name,)))
        self.contradictory = False
        for _ in range(_MOST_ROUNDS):
            if not self._narrow():
                break

    def interval(self, cell: CellId) -> Interval:
        """What a cell can be."""
        return self._intervals.get(cell, _COUNT)

    def together(self, cells: Iterable[CellId]) -> Interval:
        """What the sum of ``cells`` can be."""
        wanted = tuple(cells)
        found = self._sum(wanted)
        for left, right in (*self._lines, *((right, left) for left, right in self._lines)):
            if set(wanted) <= set(left):
                rest = self._sum(tuple(cell for cell in left if cell not in wanted))
                found = _narrower(found, _difference(self._sum(right), rest))
        return found

    def determined(self) -> dict[CellId, Decimal]:
        """Cells with just one possible value, known ones included."""
        return {
            cell: interval.low
            for cell, interval in self._intervals.items()
            if interval.only_value is not None
        }

    def _narrow(self) -> bool:
        changed = False
        for left, right in self._lines:
            changed |= self._narrow_side(left, right) | self._narrow_side(right, left)
            if self.contradictory:
                return False
        return changed

    def _narrow_side(self, side: tuple[CellId, ...], other: tuple[CellId, ...]) -> bool:
        whole, own = self._sum(other), self._sum(side)
        if _narrower(whole, own).impossible:
            self.contradictory = True
            return False
        changed = False
        for cell in side:
            old = self.interval(cell)
            new = _narrower(old, _difference(whole, self._without(side, own, cell)))
            if new != old:
                self._intervals[cell] = new
                own = self._sum(side)
                changed = True
        return changed

    def _without(self, side: tuple[CellId, ...], own: Interval, cell: CellId) -> Interval:
        left_out = self.interval(cell)
        if own.high is None or left_out.high is None:
            return self._sum(tuple(other for other in side if other != cell))
        return Interval(own.low - left_out.low, own.high - left_out.high)

    def _sum(self, cells: tuple[CellId, ...]) -> Interval:
        intervals = [self.interval(cell) for cell in cells]
        highs = [interval.high for interval in intervals if interval.high is not None]
        low = sum((interval.low for interval in intervals), Decimal(0))
        return Interval(low, sum(highs, Decimal(0)) if len(highs) == len(intervals) else None)


def _starting(cells: Mapping[CellId, Amount]) -> dict[CellId, Interval]:
    return {
        cell: Interval(amount.number, amount.number)
        for cell, amount in cells.items()
        if amount.number is not None
    }


def _cells(terms: Iterable[IdentityTerm]) -> tuple[CellId, ...]:
    return tuple(cell for term in terms for cell in term.cells)


def _usable_lines(form: Form, cells: Mapping[CellId, Amount]) -> list[IdentityLine]:
    """Lines of one year, surely true, all of whose cells are numbers or still open."""
    unusable = {
        cell
        for cell, amount in cells.items()
        if amount.state in {AmountState.NOT_APPLICABLE, AmountState.UNREADABLE}
    }
    return [
        line
        for identity in form.identities
        if identity.relation == "equal" and identity.standing != "usual"
        if not identity.spans_years
        for line in identity_lines(form, identity)
        if all(term.sign == 1 for term in (*line.left, *line.right))
        if unusable.isdisjoint(line.cells)
    ]


def _difference(whole: Interval, part: Interval) -> Interval:
    low = Decimal(0) if part.high is None else max(Decimal(0), whole.low - part.high)
    return Interval(low, None if whole.high is None else whole.high - part.low)


def _narrower(one: Interval, other: Interval) -> Interval:
    highs = [high for high in (one.high, other.high) if high is not None]
    return Interval(max(one.low, other.low), min(highs) if highs else None)
