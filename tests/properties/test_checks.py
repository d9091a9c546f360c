"""Laws of the checker over random consistent statistics."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.checks import CATALOGUE, Subject, run
from assistant.forms import Form, cells_of, identity_lines, load_forms
from assistant.model import (
    Amount,
    CellId,
    CheckResult,
    Organisation,
    ReportParts,
    Severity,
    Statistics,
    compose,
)

FORMS = load_forms()
_YEARS = {"2019": 2020, "2021": 2023}
_IDENTITIES = {identity.rule for form in FORMS.forms for identity in form.identities}
_ON_TABLES = tuple(rule for rule in CATALOGUE if rule.code in _IDENTITIES)

Figures = dict[CellId, Amount]


def _check(form: Form, cells: Figures, previous: Figures) -> CheckResult:
    parts = ReportParts(
        organisation=Organisation(name="柳溪镇人民政府"),
        year=_YEARS[form.id],
        form=form.id,
        title="",
        sections=(),
        tables=tuple(table.id for table in form.tables),
        cells=cells,
    )
    statistics = Statistics(year=_YEARS[form.id], cells=cells, previous=previous)
    subject = Subject(report=compose(parts), form=form, statistics=statistics, previous_form=form)
    return run(subject, _ON_TABLES)


def _value(cells: Figures, cell: CellId) -> Decimal:
    number = cells[cell].number
    assert number is not None
    return number


def _sum_up(form: Form, cells: Figures, target: str, parts: tuple[str, ...]) -> None:
    """Sets ``target`` (row or column pattern) to the sum of ``parts`` in every line."""
    table, row, column = target.split(".")
    lines = form.table(table)
    rows = [found.id for found in lines.rows] if row == "*" else [row]
    columns = sorted({c.split(".")[2] for c in lines.cells}) if column == "*" else [column]
    for a in rows:
        for b in columns:
            names = [part.replace("*", a if row == "*" else b) for part in parts]
            leaves = [cell for name in names for cell in cells_of(form, name)]
            total = sum((_value(cells, cell) for cell in leaves), Decimal(0))
            cells[f"{table}.{a}.{b}"] = Amount.of(total)


@st.composite
def consistent(draw: st.DrawFn) -> tuple[Form, Figures, Figures]:
    """A form, a year's cells that keep every identity, and last year's that meet them."""
    form = FORMS.by_id(draw(st.sampled_from(sorted(_YEARS))))
    drawn = draw(st.lists(st.integers(0, 40), min_size=len(form.cells), max_size=len(form.cells)))
    cells = {c: Amount.of(n) for c, n in zip(form.cells, drawn, strict=True)}
    results = ("granted", "partly_granted", "refused", "unavailable", "not_handled", "other")
    outcomes = ("upheld", "corrected", "other", "pending")
    applicants = ("natural_person", "organisations")
    _sum_up(
        form, cells, "applications.results_total.*", tuple(f"applications.{r}.*" for r in results)
    )
    for column in sorted({c.split(".")[2] for c in form.table("applications").cells}):
        _balance(cells, column)
    _sum_up(form, cells, "applications.*.total", tuple(f"applications.*.{a}" for a in applicants))
    _sum_up(form, cells, "disputes.*.total", tuple(f"disputes.*.{o}" for o in outcomes))
    return form, cells, _last_year(form, cells)


def _balance(cells: Figures, column: str) -> None:
    """Moves the difference of 收 and 办 to the smaller side."""
    names = [f"applications.{row}.{column}" for row in ("received", "results_total", "carried_out")]
    received, results, carried_out = (_value(cells, name) for name in names)
    carried_in = _value(cells, f"applications.carried_in.{column}")
    gap = received + carried_in - results - carried_out
    cells[names[2 if gap > 0 else 0]] = Amount.of((carried_out if gap > 0 else received) + abs(gap))


def _last_year(form: Form, cells: Figures) -> Figures:
    """Stocks of this year made to follow from last year's, and carried in from carried out."""
    previous = {cell: Amount.of(0) for cell in form.cells}
    for column in {c.split(".")[2] for c in form.table("applications").cells}:
        previous[f"applications.carried_out.{column}"] = cells[f"applications.carried_in.{column}"]
    for cell in form.table("disclosure").cells:
        line, _, column = cell.rpartition(".")
        if column == "in_force":
            gap = _value(cells, f"{line}.issued") - _value(cells, f"{line}.repealed")
            cells[cell] = Amount.of(max(gap, Decimal(0)) + _value(cells, cell))
            previous[cell] = Amount.of(_value(cells, cell) - gap)
        if column == "items_before":
            previous[cell] = cells[cell]
        if column == "total":
            cells[cell] = Amount.of(_value(cells, f"{line}.published") + _value(cells, cell))
    return previous


def _tied(form: Form) -> list[CellId]:
    """Cells of this year that an equality of the form ties to others."""
    equal = [identity for identity in form.identities if identity.relation == "equal"]
    lines = [line for identity in equal for line in identity_lines(form, identity)]
    return sorted({cell for line in lines for cell in line.cells} & set(form.cells))


@given(consistent())
def test_figures_that_keep_every_identity_have_no_finding(
    drawn: tuple[Form, Figures, Figures],
) -> None:
    form, cells, previous = drawn

    result = _check(form, cells, previous)

    assert [] == [finding.message for finding in result.findings]


@given(consistent(), st.data())
def test_one_more_or_less_in_a_tied_cell_is_found(
    drawn: tuple[Form, Figures, Figures], data: st.DataObject
) -> None:
    form, cells, previous = drawn
    cell = data.draw(st.sampled_from(_tied(form)))
    number = _value(cells, cell)
    step = 1 if number == 0 else data.draw(st.sampled_from([-1, 1]))

    result = _check(form, cells | {cell: Amount.of(number + step)}, previous)

    assert cell in {tied for finding in result.findings for tied in finding.cells}


@given(consistent(), st.data())
def test_a_blank_cell_never_makes_an_error(
    drawn: tuple[Form, Figures, Figures], data: st.DataObject
) -> None:
    form, cells, previous = drawn
    blank = data.draw(st.lists(st.sampled_from(form.cells), max_size=20))

    result = _check(form, cells | dict.fromkeys(blank, Amount.blank()), previous)

    assert [] == [f.message for f in result.findings if f.severity is Severity.ERROR]


@pytest.mark.parametrize("form_id", sorted(_YEARS))
def test_checking_twice_says_the_same(form_id: str) -> None:
    form = FORMS.by_id(form_id)
    cells: Figures = {cell: Amount.of(number) for number, cell in enumerate(form.cells)}

    assert _check(form, cells, cells) == _check(form, cells, cells)
