"""Checks one report: chooses its form, binds its prose, runs every rule."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from assistant.app.previous import require_previous
from assistant.checks import Subject, run
from assistant.claims import ClaimContext, read_claims
from assistant.errors import AssistantError
from assistant.files import read_report, read_statistics
from assistant.files.waivers import read_waivers
from assistant.forms import Form, FormRegistry, complete
from assistant.model import (
    Amount,
    CellId,
    CheckResult,
    Fact,
    Level,
    Report,
    Statistics,
    level_of,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInputs:
    """What a report is checked against besides itself.

    statistics: figures given apart from the report. previous: last year's report.
    neighbours: other units' reports it may have been copied from.
    year: the report's year where the report does not tell it. own_draft: drafted by this
    program, so that a number without source is an error. whole: a whole report is expected;
    False for a passage, whose missing parts are no findings.
    """

    statistics: Statistics | None = None
    previous: Report | None = None
    neighbours: tuple[Report, ...] = ()
    year: int | None = None
    own_draft: bool = False
    whole: bool = True


def check_report(report: Report, inputs: CheckInputs, forms: FormRegistry) -> CheckResult:
    """Everything the rules say about ``report``.

    Raises AssistantError when the year or its form cannot be told.
    """
    form = _form(report, inputs, forms)
    placed = replace(report, level=_level(report))
    statistics = Statistics(
        year=_year(report, inputs),
        organisation=report.organisation,
        form=form.id,
        cells=_cells(report, inputs),
        previous=_previous_cells(report, inputs, forms),
        facts=_facts(report, inputs),
    )
    context = ClaimContext(
        form=form,
        statistics=statistics,
        year=statistics.year,
        organisation=report.organisation,
        level=placed.level,
    )
    subject = Subject(
        report=placed,
        form=form,
        statistics=statistics,
        given_statistics=inputs.statistics,
        previous_report=inputs.previous,
        previous_form=_previous_form(inputs, forms),
        readings=read_claims(report.prose(), context),
        own_draft=inputs.own_draft,
        tables_expected=inputs.whole,
        neighbours=inputs.neighbours,
        other_forms=tuple(other for other in forms.forms if other.id != form.id),
    )
    return run(subject)


def inputs_from_files(
    forms: FormRegistry,
    *,
    statistics: Path | None = None,
    previous: Path | None = None,
    year: int | None = None,
) -> CheckInputs:
    """Inputs read from files. Raises AssistantError for whatever cannot be read."""
    return CheckInputs(
        statistics=None if statistics is None else read_statistics(statistics, forms),
        previous=None if previous is None else read_report(previous, forms),
        year=year,
    )


def check_file(path: Path, inputs: CheckInputs, forms: FormRegistry) -> CheckResult:
    """Everything the rules say about the report in a file, decisions kept beside it applied."""
    result = check_read(read_report(path, forms), inputs, forms)
    return result.with_waivers(read_waivers(path))


def check_read(report: Report, inputs: CheckInputs, forms: FormRegistry) -> CheckResult:
    """Everything the rules say about a report somebody else wrote.

    Without tables of its own it is held against the statistics given; that the tables are
    missing is no finding then. Raises AssistantError E160–E162 for a wrong last year's report.
    """
    if inputs.previous is not None:
        require_previous(inputs.previous, organisation=report.organisation, year=report.year)
    prose_alone = not report.tables and inputs.statistics is not None
    whole = inputs.whole and not prose_alone
    return check_report(report, replace(inputs, whole=whole), forms)


def _year(report: Report, inputs: CheckInputs) -> int | None:
    if inputs.year is not None:
        return inputs.year
    if report.year is not None:
        return report.year
    return None if inputs.statistics is None else inputs.statistics.year


def _form(report: Report, inputs: CheckInputs, forms: FormRegistry) -> Form:
    if report.tables and report.form is not None:
        return forms.by_id(report.form)
    year = _year(report, inputs)
    if year is not None:
        return forms.for_year(year)
    if inputs.statistics is not None and inputs.statistics.form is not None:
        return forms.by_id(inputs.statistics.form)
    source = report.source if report.source else "文稿"
    raise AssistantError("E110", f"从“{source}”里读不出报告年度。", "请用 --year 指明年度。")


def _cells(report: Report, inputs: CheckInputs) -> Mapping[CellId, Amount]:
    if report.tables or inputs.statistics is None:
        return report.cells
    return inputs.statistics.cells


def _previous_cells(
    report: Report, inputs: CheckInputs, forms: FormRegistry
) -> Mapping[CellId, Amount]:
    form = _previous_form(inputs, forms)
    if inputs.previous is not None:
        cells = inputs.previous.cells
        return cells if form is None else complete(form, cells).cells
    if inputs.statistics is not None and inputs.statistics.previous:
        return inputs.statistics.previous
    return {} if report.declared is None else report.declared.previous


def _facts(report: Report, inputs: CheckInputs) -> tuple[Fact, ...]:
    if inputs.statistics is not None and inputs.statistics.facts:
        return inputs.statistics.facts
    return () if report.declared is None else report.declared.facts


def _previous_form(inputs: CheckInputs, forms: FormRegistry) -> Form | None:
    if inputs.previous is None or inputs.previous.form is None:
        return None
    return forms.by_id(inputs.previous.form)


def _level(report: Report) -> Level | None:
    if report.level is not None:
        return report.level
    return level_of(report.organisation) if report.organisation else None
