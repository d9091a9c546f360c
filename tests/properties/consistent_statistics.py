"""Random statistics of a form whose tables add up."""

from decimal import Decimal
from itertools import pairwise

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from assistant.forms import Form, Table, load_forms
from assistant.model import Amount, CellId, Statistics

_ROLES = ("received", "carried_in", "results_total", "carried_out")
_COUNTS = st.sampled_from((0, 0, 0, 1, 2, 7, 40, 1200))


@st.composite
def consistent_statistics(draw: DrawFn, year: int) -> Statistics:
    """Every cell filled, rows and columns adding up; sometimes last year's figures too."""
    form = load_forms().for_year(year)
    cells = _disclosure(draw, form)
    cells |= _applications(draw, form.table("applications"))
    cells |= _disputes(draw, form.table("disputes"))
    last_year = draw(st.one_of(st.none(), st.integers(0, 1500)))
    previous = {} if last_year is None else {"applications.received.total": Amount.of(last_year)}
    return Statistics(
        year=year,
        form=form.id,
        cells={cell: Amount.of(value) for cell, value in cells.items()},
        previous=previous,
    )


def _disclosure(draw: DrawFn, form: Form) -> dict[CellId, Decimal]:
    cells: dict[CellId, Decimal] = {}
    for cell in form.table("disclosure").cells:
        value = Decimal(draw(_COUNTS))
        if not form.columns_by_cell[cell].whole and value:
            value += Decimal(draw(st.integers(0, 9999))) / 10_000
        cells[cell] = value
    return cells


def _applications(draw: DrawFn, table: Table) -> dict[CellId, Decimal]:
    results = [row.id for row in table.rows if row.id not in _ROLES]
    columns = [column.id for column in table.blocks[0].column_leaves if column.id != "total"]
    parts = {column: _handled(draw, results) for column in columns}
    cells = {
        f"{table.id}.{row}.{column}": Decimal(value)
        for column, rows in parts.items()
        for row, value in rows.items()
    }
    for row in table.rows:
        total = sum(parts[column][row.id] for column in columns)
        cells[f"{table.id}.{row.id}.total"] = Decimal(total)
    return cells


def _handled(draw: DrawFn, results: list[str]) -> dict[str, int]:
    """One applicant column: what came in was handled in one of the ways, or carried over."""
    due = draw(_COUNTS)
    received = draw(st.integers(0, due))
    done = draw(st.integers(0, due))
    kinds = draw(st.lists(st.sampled_from(results), min_size=1, max_size=4, unique=True))
    cuts = sorted(
        draw(st.lists(st.integers(0, done), min_size=len(kinds) - 1, max_size=len(kinds) - 1))
    )
    shares = [after - before for before, after in pairwise([0, *cuts, done])]
    return {
        **dict.fromkeys(results, 0),
        **dict(zip(kinds, shares, strict=True)),
        "received": received,
        "carried_in": due - received,
        "results_total": done,
        "carried_out": due - done,
    }


def _disputes(draw: DrawFn, table: Table) -> dict[CellId, Decimal]:
    cells: dict[CellId, Decimal] = {}
    for row in table.rows:
        outcomes = {
            column.id: Decimal(draw(_COUNTS))
            for column in table.blocks[0].column_leaves
            if column.id != "total"
        }
        for outcome, value in outcomes.items():
            cells[f"{table.id}.{row.id}.{outcome}"] = value
        cells[f"{table.id}.{row.id}.total"] = sum(outcomes.values(), Decimal(0))
    return cells
