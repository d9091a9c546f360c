"""The whole interview of a session, as a generator of questions that returns materials."""

import datetime
from collections.abc import Generator, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeAlias, TypeVar

from assistant.app.interview_figures import ask_figures
from assistant.app.interview_words import (
    ask_facts,
    ask_fee,
    ask_follow_ups,
    ask_organisation,
    ask_problems,
    ask_work,
)
from assistant.app.materials import Materials, Sources, make_materials, take_over
from assistant.app.previous import expected_values, require_previous
from assistant.app.questions import AnswerError, Question
from assistant.drafting import read_problems
from assistant.errors import AssistantError
from assistant.files import read_notes, read_report, read_statistics
from assistant.forms import Form, FormRegistry, SectionSpec, cells_of
from assistant.model import Fact, Notes, Report, Statistics

Result = TypeVar("Result")
Asking: TypeAlias = Generator[Question, str, Result]


def interview(sources: Sources, forms: FormRegistry, today: datetime.date) -> Asking[Materials]:
    """Asks for whatever ``sources`` do not hold. Raises AssistantError for unreadable files."""
    form = forms.for_year(sources.year)
    previous = yield from _previous(sources, forms)
    given = yield from _figures(sources, form, forms, previous)
    notes, facts = yield from _words(sources, form, previous, given)
    merged = Statistics(
        year=sources.year,
        organisation=given.organisation,
        cells=given.cells,
        previous=given.previous,
        facts=given.facts + facts,
    )
    return make_materials(merged, notes, previous, forms, year=sources.year, today=today)


def _previous(sources: Sources, forms: FormRegistry) -> Asking[Report | None]:
    if sources.previous is not None:
        return read_report(sources.previous, forms)
    year = sources.year - 1
    answer = yield Question(
        key="previous",
        text=f"{year} 年度已公布的年报在哪个文件（没有就直接回车，将不核对年际衔接）",
        default="",
        understand=partial(_readable_previous, sources.year, forms),
    )
    return _readable_previous(sources.year, forms, answer)


def _readable_previous(year: int, forms: FormRegistry, answer: str) -> Report | None:
    path = _path(answer)
    if path is None:
        return None
    try:
        report = read_report(path, forms)
        require_previous(report, organisation="", year=year)
    except AssistantError as error:
        raise AnswerError(f"{error.message}{error.hint}") from error
    return report


def _path(answer: str) -> Path | None:
    # A file dragged into a terminal arrives in quotes.
    cleaned = answer.strip().strip("\"'").strip()
    return Path(cleaned).expanduser() if cleaned else None


def _figures(
    sources: Sources, form: Form, forms: FormRegistry, previous: Report | None
) -> Asking[Statistics]:
    if sources.statistics is not None:
        return read_statistics(sources.statistics, forms)
    answer = yield Question(
        key="statistics",
        text="本年统计表在哪个文件（没有就直接回车，逐项回答）",
        hint=_what_was_read(form, previous),
        default="",
        understand=partial(_readable_statistics, sources.year, forms),
    )
    given = _readable_statistics(sources.year, forms, answer)
    if given is not None:
        return given
    handed = take_over(form, forms, previous)
    expected: Mapping[str, Decimal] = expected_values(form, forms, previous)
    cells = yield from ask_figures(form, handed, expected)
    return Statistics(year=sources.year, cells=cells)


def _what_was_read(form: Form, previous: Report | None) -> str:
    if previous is None:
        return ""
    problems = len(_last_problems(form, previous))
    blanks = sum(1 for amount in previous.cells.values() if amount.number is None)
    tables = (
        f"读到 {len(previous.cells)} 格，其中 {blanks} 格没有数"
        if previous.cells
        else "没有读到表格"
    )
    return (
        f"上年报告：{previous.organisation}，{previous.year} 年度；{tables}；问题 {problems} 个。"
    )


def _readable_statistics(year: int, forms: FormRegistry, answer: str) -> Statistics | None:
    path = _path(answer)
    if path is None:
        return None
    try:
        given = read_statistics(path, forms)
    except AssistantError as error:
        raise AnswerError(f"{error.message}{error.hint}") from error
    if given.year is not None and given.year != year:
        raise AnswerError(f"这是 {given.year} 年度的统计表，需要 {year} 年度的。")
    return given


def _words(
    sources: Sources, form: Form, previous: Report | None, given: Statistics
) -> Asking[tuple[Notes, tuple[Fact, ...]]]:
    if sources.notes is not None:
        return read_notes(sources.notes, form)
    known = given.organisation
    if not known and previous is not None:
        known = previous.organisation
    organisation = yield from ask_organisation(known)
    overview = _overview(form)
    work = yield from ask_work(overview.aspects)
    facts = yield from ask_facts(overview.aspects)
    follow_ups = yield from ask_follow_ups(_last_problems(form, previous))
    problems = yield from ask_problems()
    fee = yield from ask_fee(_due(form, given))
    notes = Notes(
        organisation=organisation,
        aspects=work,
        follow_ups=follow_ups,
        problems=problems,
        information_fee=fee,
    )
    return notes, facts


def _overview(form: Form) -> SectionSpec:
    return next(section for section in form.sections if section.aspects)


def _last_problems(form: Form, previous: Report | None) -> tuple[str, ...]:
    if previous is None:
        return ()
    section = previous.section(form.section("problems").number)
    return () if section is None else read_problems(section)


def _due(form: Form, given: Statistics) -> Decimal | None:
    numbers = [given.number(cell) for cell in cells_of(form, "applications.due.total")]
    known = [number for number in numbers if number is not None]
    return sum(known, Decimal(0)) if numbers and len(known) == len(numbers) else None
