"""Fills cells that the form's identities leave only one value for."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from assistant.forms.bounds import Bounds, Sums
from assistant.forms.schema import Form
from assistant.model import Amount, AmountState, CellId


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Cells after completion, and which of them follow from the identities."""

    cells: Mapping[CellId, Amount]
    inferred: tuple[CellId, ...]


def complete(
    form: Form, cells: Mapping[CellId, Amount], sums: Sums = MappingProxyType({})
) -> Completion:
    """``cells`` with every absent or blank cell that the identities (and ``sums``) determine.

    Uses identities of one year that are printed on the form or implied by it. A given number is
    never changed, no number is inferred that its column cannot hold, and figures that
    contradict each other infer nothing.
    """
    bounds = Bounds(form, cells, sums)
    if bounds.contradictory:
        return Completion(cells=dict(cells), inferred=())
    inferred = {
        cell: Amount.of(value)
        for cell, value in bounds.determined().items()
        if cell not in sums and _is_open(cells.get(cell)) and form.accepts(cell, value)
    }
    return Completion(cells={**cells, **inferred}, inferred=tuple(inferred))


def _is_open(amount: Amount | None) -> bool:
    return amount is None or amount.state is AmountState.BLANK
