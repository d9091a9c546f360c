"""Adds up the units' tables to the county's, and holds the county's own report against them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.app.unit_figures import UnitFigures
from assistant.app.unit_list import UnitList, chosen
from assistant.app.vertical_units import vertical_words
from assistant.checks.labels import placed_cell_label
from assistant.errors import AssistantError
from assistant.forms import Form, FormRegistry
from assistant.model import (
    Amount,
    AmountState,
    CellDifference,
    CellId,
    Comparison,
    MergeResult,
    OpenCell,
    Statistics,
)

_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeRequest:
    """What to add up. organisation: the county's name. county: its own report, if compared."""

    year: int
    organisation: str = ""
    units: UnitList | None = None
    county: UnitFigures | None = None


def merge(
    figures: Sequence[UnitFigures], request: MergeRequest, forms: FormRegistry
) -> MergeResult:
    """The sums of all units that can be counted, and everything there is to say about them.

    Raises AssistantError E170 when files of the year use another form, E171–E172 when the
    county's report is of another year or form.
    """
    form = forms.for_year(request.year)
    _require_one_form(figures, form, request.year)
    if request.county is not None:
        _require_comparable(request.county, form, request.year)
    name = _name(request)
    choice = chosen(figures, request.year, request.units, name)
    additive = [cell for cell in form.cells if form.columns_by_cell[cell].additive]
    cells = {cell: _sum(choice.counted, cell) for cell in additive}
    return MergeResult(
        statistics=Statistics(year=request.year, organisation=name, form=form.id, cells=cells),
        files=choice.files,
        missing=choice.missing,
        listed=None if request.units is None else len(request.units.names),
        open_cells=tuple(_open_cells(form, additive, choice.counted)),
        not_additive=tuple(cell for cell in form.cells if cell not in cells),
        labels={cell: placed_cell_label(form, cell) for cell in form.cells},
        comparison=_comparison(form, cells, request.county),
        cautions=_cautions(form, choice.counted, request.county),
    )


def _name(request: MergeRequest) -> str:
    if request.organisation or request.county is None:
        return request.organisation
    return request.county.organisation


def _require_one_form(figures: Iterable[UnitFigures], form: Form, year: int) -> None:
    other = [
        unit for unit in figures if unit.form not in {None, form.id} and unit.year in {None, year}
    ]
    if other:
        shown = "、".join(f"“{unit.file}”（{unit.form}）" for unit in other[:_SHOWN])
        more = f"等 {len(other)} 份" if len(other) > _SHOWN else ""
        message = f"{year} 年度用“{form.id}”表式，{shown}{more}用的是别的表式，不能相加。"
        hint = "请让这些单位改用本年度的表式，或把它们移出文件夹。"
        raise AssistantError("E170", message, hint)


def _require_comparable(county: UnitFigures, form: Form, year: int) -> None:
    if county.year is not None and county.year != year:
        message = f"“{county.file}”是 {county.year} 年度的，要汇总的是 {year} 年度。"
        raise AssistantError("E171", message, "请换成同一年度的报告。")
    if county.form != form.id:
        message = f"“{county.file}”里没有“{form.id}”表式的统计表，不能比较。"
        raise AssistantError("E172", message, "请换成含有统计表的报告，或统计表文件。")


def _sum(units: Iterable[UnitFigures], cell: CellId) -> Amount:
    """The sum of the numbers; without any, blank, or not applicable when all units say so."""
    amounts = [unit.cells.get(cell) for unit in units]
    numbers = [a.number for a in amounts if a is not None and a.number is not None]
    if numbers:
        return Amount.of(sum(numbers, Decimal(0)))
    states = {AmountState.BLANK if a is None else a.state for a in amounts}
    return Amount.not_applicable("/") if states == {AmountState.NOT_APPLICABLE} else Amount.blank()


def _open_cells(
    form: Form, cells: Iterable[CellId], units: Sequence[UnitFigures]
) -> Iterable[OpenCell]:
    for cell in cells:
        found = OpenCell(
            cell=cell,
            label=placed_cell_label(form, cell),
            blank=_units_with(AmountState.BLANK, cell, units),
            not_applicable=_units_with(AmountState.NOT_APPLICABLE, cell, units),
            unreadable=_units_with(AmountState.UNREADABLE, cell, units),
        )
        if found.units:
            yield found


def _units_with(state: AmountState, cell: CellId, units: Iterable[UnitFigures]) -> tuple[str, ...]:
    amounts = ((unit.name, unit.cells.get(cell)) for unit in units)
    return tuple(
        name for name, a in amounts if (AmountState.BLANK if a is None else a.state) is state
    )


def _comparison(
    form: Form, cells: Mapping[CellId, Amount], county: UnitFigures | None
) -> Comparison | None:
    if county is None:
        return None
    differences = (_difference(form, cell, county, merged) for cell, merged in cells.items())
    return Comparison(
        file=county.file,
        organisation=county.organisation,
        compared=len(cells),
        differences=tuple(found for found in differences if found is not None),
    )


def _difference(
    form: Form, cell: CellId, county: UnitFigures, merged: Amount
) -> CellDifference | None:
    given = county.cells.get(cell)
    state = AmountState.BLANK if given is None else given.state
    number = None if given is None else given.number
    if state is merged.state and number == merged.number:
        return None
    by = None if number is None or merged.number is None else number - merged.number
    return CellDifference(
        cell=cell,
        label=placed_cell_label(form, cell),
        given=given,
        merged=merged,
        difference=by,
    )


def _cautions(
    form: Form, units: Sequence[UnitFigures], county: UnitFigures | None
) -> tuple[str, ...]:
    return (*_of_vertical_units(units, county), *_of_amounts(form, units))


def _of_vertical_units(units: Iterable[UnitFigures], county: UnitFigures | None) -> Iterator[str]:
    words = vertical_words()
    vertical = [unit.name for unit in units if any(word in unit.name for word in words)]
    if vertical:
        names = "、".join(vertical[:_SHOWN]) + ("等" if len(vertical) > _SHOWN else "")
        hint = "不应计入的，请移出文件夹或不列入名单"
        yield f"{names}像是垂直管理单位，县级汇总一般不含它们；{hint}。"
    elif county is not None:
        yield "县级汇总一般不含垂直管理单位；相差的格子请先核对是否因此而来。"


def _of_amounts(form: Form, units: Sequence[UnitFigures]) -> Iterator[str]:
    """Counts have one unit; money is written in 元 by some and in 万元 by others."""
    for cell, column in form.columns_by_cell.items():
        amounts = [unit.cells.get(cell) for unit in units]
        filled = [a for a in amounts if a is not None and a.number is not None and a.number != 0]
        if not column.whole and column.additive and len(filled) > 1:
            label = placed_cell_label(form, cell)
            yield f"{label}是金额，请确认 {len(filled)} 个单位填的都以{column.unit}为单位。"
