"""Cells whose figure the form says is the sum of others."""

from collections.abc import Iterator

from assistant.forms.cells import IdentityLine, identity_lines
from assistant.forms.schema import Form
from assistant.model import CellId


def totals(form: Form) -> dict[CellId, tuple[CellId, ...]]:
    """Each total with its parts. A cell that is a total in two ways has those of the first."""
    found: dict[CellId, tuple[CellId, ...]] = {}
    for line in _sums(form):
        found.setdefault(line.left[0].cells[0], tuple(_parts(line)))
    return found


def _sums(form: Form) -> Iterator[IdentityLine]:
    """Equalities within one year that have one cell on the left and add up the right."""
    for identity in form.identities:
        if identity.relation == "equal" and identity.standing != "usual":
            for line in identity_lines(form, identity):
                if not identity.spans_years and _is_sum(line):
                    yield line


def _is_sum(line: IdentityLine) -> bool:
    one = len(line.left) == 1 and len(line.left[0].cells) == 1
    return one and all(term.sign == 1 for term in (*line.left, *line.right))


def _parts(line: IdentityLine) -> Iterator[CellId]:
    return (cell for term in line.right for cell in term.cells)
