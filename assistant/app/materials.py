"""Everything a draft is made of, gathered from files or answers and made consistent."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.app.previous import carried_in, require_previous
from assistant.drafting import fee_facts
from assistant.errors import AssistantError
from assistant.files import read_notes, read_report, read_statistics
from assistant.forms import Form, FormRegistry, complete
from assistant.model import (
    Amount,
    CellId,
    Fact,
    Notes,
    Organisation,
    Report,
    Statistics,
    level_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The officer's files; only the year is always there."""

    year: int
    previous: Path | None = None
    statistics: Path | None = None
    notes: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """What a draft is made of.

    statistics: this year's cells, completed; cells nobody gave are blank. inferred: cells that
    follow from the identities. handed_over: cells taken from last year's report.
    date: the day the report is signed.
    """

    form: Form
    organisation: Organisation
    statistics: Statistics
    notes: Notes
    previous: Report | None
    inferred: tuple[CellId, ...]
    handed_over: tuple[CellId, ...]
    date: datetime.date


def read_materials(sources: Sources, forms: FormRegistry, *, today: datetime.date) -> Materials:
    """Materials from files. Raises AssistantError for what is unreadable or does not fit."""
    form = forms.for_year(sources.year)
    previous = None if sources.previous is None else read_report(sources.previous, forms)
    notes, facts = (Notes(), ()) if sources.notes is None else read_notes(sources.notes, form)
    given = Statistics(year=sources.year)
    if sources.statistics is not None:
        given = read_statistics(sources.statistics, forms)
        _require_year(given, sources.year, sources.statistics)
    merged = replace(given, facts=merge_facts(given.facts, facts))
    return make_materials(merged, notes, previous, forms, year=sources.year, today=today)


def make_materials(
    given: Statistics,
    notes: Notes,
    previous: Report | None,
    forms: FormRegistry,
    *,
    year: int,
    today: datetime.date,
) -> Materials:
    """Materials from values already in hand, such as a session's answers."""
    form = forms.for_year(year)
    organisation = _organisation(notes, given, previous)
    if previous is not None:
        require_previous(previous, organisation=organisation.name, year=year)
    handed_over = {
        cell: amount
        for cell, amount in take_over(form, forms, previous).items()
        if not _given(given.cells, cell)
    }
    completion = complete(form, {**given.cells, **handed_over})
    cells = {cell: _as_printed(completion.cells.get(cell)) for cell in form.cells}
    last_cells = given.previous if previous is None else _previous_cells(previous, forms)
    statistics = Statistics(
        year=year,
        organisation=organisation.name,
        form=form.id,
        cells=cells,
        previous=last_cells,
        facts=given.facts,
    )
    fee = fee_facts(notes, form, statistics)
    statistics = replace(statistics, facts=merge_facts(given.facts, fee))
    return Materials(
        form=form,
        organisation=organisation,
        statistics=statistics,
        notes=notes,
        previous=previous,
        inferred=tuple(cell for cell in completion.inferred if cell in cells),
        handed_over=tuple(handed_over),
        date=today if notes.date is None else notes.date,
    )


def _organisation(notes: Notes, given: Statistics, previous: Report | None) -> Organisation:
    if notes.organisation is not None:
        named = notes.organisation
    elif given.organisation:
        named = Organisation(name=given.organisation)
    elif previous is not None and previous.organisation:
        named = Organisation(name=previous.organisation)
    else:
        hint = "请在工作记录的“机关”或统计表里写明机关全称。"
        raise AssistantError("E163", "没有给出编制报告的机关名称。", hint)
    return named if named.level is not None else replace(named, level=level_of(named.name))


def take_over(form: Form, forms: FormRegistry, previous: Report | None) -> dict[CellId, Amount]:
    """Cells of this year that last year's report determines; empty without one."""
    if previous is None or previous.form is None:
        return {}
    return carried_in(form, forms.by_id(previous.form), previous)


def _as_printed(amount: Amount | None) -> Amount:
    """The amount as a report prints it: plain digits however the officer typed them."""
    if amount is None:
        return Amount.blank()
    return amount if amount.number is None else Amount.of(amount.number, note=amount.note)


def _given(cells: Mapping[CellId, Amount], cell: CellId) -> bool:
    amount = cells.get(cell)
    return amount is not None and amount.number is not None


def _previous_cells(previous: Report, forms: FormRegistry) -> Mapping[CellId, Amount]:
    if previous.form is None:
        return previous.cells
    return complete(forms.by_id(previous.form), previous.cells).cells


def _require_year(given: Statistics, year: int, path: Path) -> None:
    if given.year is not None and given.year != year:
        raise AssistantError(
            "E164",
            f"统计表“{path.name}”是 {given.year} 年度的，要编制的是 {year} 年度报告。",
            "请换成本年度的统计表，或更正 --year。",
        )


def merge_facts(first: tuple[Fact, ...], second: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """All facts. Raises AssistantError E165 when one is given twice."""
    known = {fact.id for fact in first}
    for fact in second:
        if fact.id in known:
            hint = "请在统计表和工作记录中只保留一处。"
            raise AssistantError("E165", f"数据“{fact.label}”（{fact.id}）给了两次。", hint)
    return first + second
