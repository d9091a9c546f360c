"""Fills cells that the form's identities leave only one value for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from assistant.forms.cells import IdentityLine, IdentityTerm, identity_lines
from assistant.forms.schema import Form
from assistant.model import Amount, AmountState, CellId


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Cells after completion, and which of them follow from the identities."""

    cells: Mapping[CellId, Amount]
    inferred: tuple[CellId, ...]


@dataclass(frozen=True, slots=True)
class _Side:
    known: Decimal
    unknown: tuple[CellId, ...]


def complete(form: Form, cells: Mapping[CellId, Amount]) -> Completion:
    """``cells`` with every absent or blank cell that the identities determine.

    Uses identities of one year that are printed on the form or implied by it. Counts are not
    negative, so parts of a sum that is already reached are zero. A given number is never
    changed, and no number is inferred that its column cannot hold.
    """
    lines = _usable_lines(form)
    known = dict(cells)
    inferred: list[CellId] = []
    progress = True
    while progress:
        found = dict(_deductions(form, lines, known))
        known.update({cell: Amount.of(value) for cell, value in found.items()})
        inferred.extend(found)
        progress = bool(found)
    return Completion(cells=known, inferred=tuple(inferred))


def _usable_lines(form: Form) -> tuple[IdentityLine, ...]:
    return tuple(
        line
        for identity in form.identities
        if identity.relation == "equal" and identity.standing != "usual"
        if not identity.spans_years
        for line in identity_lines(form, identity)
        if all(term.sign == 1 for term in (*line.left, *line.right))
    )


def _deductions(
    form: Form, lines: Iterable[IdentityLine], known: Mapping[CellId, Amount]
) -> Iterable[tuple[CellId, Decimal]]:
    for line in lines:
        left, right = _side(line.left, known), _side(line.right, known)
        if left is None or right is None:
            continue
        for cell, value in (*_solve(left, right), *_solve(right, left)):
            if form.accepts(cell, value):
                yield cell, value


def _side(terms: Iterable[IdentityTerm], known: Mapping[CellId, Amount]) -> _Side | None:
    total, unknown = Decimal(0), list[CellId]()
    for cell in (cell for term in terms for cell in term.cells):
        amount = known.get(cell)
        if amount is None or amount.state is AmountState.BLANK:
            unknown.append(cell)
        elif amount.number is None:
            return None
        else:
            total += amount.number
    return _Side(total, tuple(unknown))


def _solve(given: _Side, open_side: _Side) -> Iterable[tuple[CellId, Decimal]]:
    if given.unknown:
        return
    rest = given.known - open_side.known
    if len(open_side.unknown) == 1:
        yield open_side.unknown[0], rest
    elif rest == 0:
        yield from ((cell, Decimal(0)) for cell in open_side.unknown)
