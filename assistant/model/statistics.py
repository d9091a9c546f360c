"""The year's figures: cells of the official tables and facts outside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from assistant.model.amount import Amount
from assistant.model.place import CellId


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A quantity no official table holds, vouched for by the officer.

    label: how prose names it before the number, e.g. 政府网站公开信息. terms: other wordings.
    aspect: id of the aspect of 总体情况 it belongs to, empty if not told.
    previous: last year's value where known.
    """

    id: str
    label: str
    value: Decimal
    unit: str = ""
    terms: tuple[str, ...] = ()
    aspect: str = ""
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Cells of one year. A cell that is not in ``cells`` was not given at all.

    previous: last year's cells as far as known. form: id of the form, None if not decided.
    """

    year: int | None = None
    organisation: str = ""
    form: str | None = None
    cells: Mapping[CellId, Amount] = field(default_factory=dict[CellId, Amount])
    previous: Mapping[CellId, Amount] = field(default_factory=dict[CellId, Amount])
    facts: tuple[Fact, ...] = ()

    def number(self, cell: CellId) -> Decimal | None:
        """Value of a cell, None where it is not given or holds no number."""
        amount = self.cells.get(cell)
        return None if amount is None else amount.number

    def previous_number(self, cell: CellId) -> Decimal | None:
        """Last year's value of a cell, None where it is not known."""
        amount = self.previous.get(cell)
        return None if amount is None else amount.number
