"""Rule cases as an office colleague writes them: YAML over a complete, correct report."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.checks import Subject, run
from assistant.claims import ClaimContext, read_claims
from assistant.datafiles import load_model
from assistant.forms import Form, load_forms
from assistant.model import (
    Amount,
    CheckResult,
    ClaimKind,
    ClaimState,
    Fact,
    Level,
    Organisation,
    Paragraph,
    Reading,
    Report,
    ReportParts,
    Section,
    SectionText,
    Statistics,
    TextSpan,
    TokenClass,
    Unreadable,
    compose,
)

FOLDER = Path(__file__).parent / "cases"
FORMS = load_forms()
_MARKERS = "一二三四五六七八九"
_NOT_APPLICABLE = {"/", "—", "-", "无"}
_PROSE: dict[int, tuple[str, ...]] = {
    1: (
        "（一）主动公开。围绕群众关心的事项，及时发布政府信息。",
        "（二）依申请公开。畅通申请渠道，依法办理，全年未收到政府信息公开申请。",
        "（三）政府信息管理。落实公开前审查，定期清理栏目。",
        "（四）政府信息公开平台建设。维护好网站专栏和便民服务中心公开栏。",
        "（五）监督保障。明确专人负责，接受社会监督。",
    ),
    5: (
        "存在的问题：一是更新不够及时；二是解读形式单一。",
        "改进措施：一是建立定期更新的提醒；二是增加图文解读。",
    ),
    6: ("本年度未收取信息处理费，没有其他需要报告的事项。",),
}

Cell = str | int


class Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Claim(Strict):
    """A reading given by hand, for what the claims engine is not asked about in this case."""

    quote: str
    kind: Literal["number", "zero", "all", "rate", "growth", "difference"] = "number"
    value: str | None = None
    unit: str = ""
    state: Literal["bound", "derived", "declared", "unbound"] = "bound"
    binds: tuple[str, ...] = ()
    expected: str | None = None
    agrees: bool | None = None


class Declared(Strict):
    id: str
    label: str
    value: int
    unit: str


class Neighbour(Strict):
    """Another organ's report: its name, and its sections where they are not the usual ones."""

    organisation: str
    sections: dict[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])


class Expected(Strict):
    """What one finding must say; what is not written is not compared."""

    says: str
    severity: Literal["error", "warning", "note"] | None = None
    quote: str | None = None
    found: str | None = None
    expected: str | None = None


class Case(Strict):
    """A report that differs from the complete, correct one in what is written here.

    name: a sentence. example: shown on the rule's page. base: what the cells hold at first.
    prose: the only paragraph of 第一部分. found: the findings of the rule, in order.
    skipped: words of the reason why the rule, or part of it, was not checked.
    unread: labels printed in the tables that belong to no row or column of the form.
    extra: titles of sections, by their numeral, that the form does not have.
    previous_sections: all there is to read in last year's report, by section.
    """

    name: str
    example: bool = False
    form: str = "2021"
    year: int | None = 2022
    level: Literal["township", "department", "region"] = "township"
    organisation: str = "青禾县柳溪镇人民政府"
    title: str | None = None
    introduction: tuple[str, ...] = ()
    base: Literal["zeros", "blanks", "none"] = "zeros"
    cells: dict[str, Cell] = Field(default_factory=dict[str, Cell])
    without: tuple[str, ...] = ()
    previous: dict[str, Cell] | None = None
    previous_form: str | None = None
    previous_year: int | None = None
    prose: str | None = None
    sections: dict[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])
    headings: dict[str, str] = Field(default_factory=dict[str, str])
    order: tuple[int, ...] = (1, 2, 3, 4, 5, 6)
    signature: str | None = None
    date: str | None = None
    date_line: str | None = None
    doubts: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    extra: dict[str, str] = Field(default_factory=dict[str, str])
    previous_sections: dict[str, tuple[str, ...]] | None = None
    neighbours: tuple["Neighbour", ...] = ()
    given: dict[str, Cell] | None = None
    facts: tuple[Declared, ...] = ()
    readings: tuple[Claim, ...] | None = None
    own_draft: bool = False
    whole: bool = True
    found: tuple[Expected, ...] = ()
    skipped: str | None = None
    uncertain: str | None = None


class CaseFile(Strict):
    code: str = Field(pattern=r"^[A-Z]{3}\d{3}$")
    cases: tuple[Case, ...]


@cache
def load_cases() -> dict[str, tuple[Case, ...]]:
    """All cases by rule code."""
    files = [
        load_model(CaseFile, path.read_text(encoding="utf-8"), path.name, "E291")
        for path in sorted(FOLDER.glob("*.yaml"))
    ]
    return {file.code: file.cases for file in files}


def amount(written: Cell) -> Amount:
    text = str(written)
    if not text.strip():
        return Amount.blank(text)
    if text in _NOT_APPLICABLE:
        return Amount.not_applicable(text)
    try:
        return Amount.of(Decimal(text), text)
    except InvalidOperation:
        return Amount.unreadable(text)


def _cells(case: Case, form: Form) -> dict[str, Amount]:
    start = {"zeros": Amount.of(0), "blanks": Amount.blank()}.get(case.base)
    cells = {} if start is None else dict.fromkeys(form.cells, start)
    cells |= {cell: amount(written) for cell, written in case.cells.items()}
    return {cell: held for cell, held in cells.items() if not cell.startswith(case.without)}


def _previous(case: Case) -> dict[str, Amount]:
    if case.previous is None:
        return {}
    form = FORMS.by_id(case.form if case.previous_form is None else case.previous_form)
    cells = dict.fromkeys(form.cells, Amount.of(0))
    return cells | {cell: amount(written) for cell, written in case.previous.items()}


def _section(case: Case, form: Form, position: int, number: int) -> SectionText:
    spec = next(spec for spec in form.sections if spec.number == number)
    title = case.headings.get(str(number), spec.title)
    default = (case.prose,) if number == 1 and case.prose is not None else _PROSE.get(number, ())
    return SectionText(
        number=number,
        heading=f"{_MARKERS[position]}、{title}",
        title=title,
        paragraphs=case.sections.get(str(number), default),
    )


def report_of(case: Case) -> Report:
    form = FORMS.by_id(case.form)
    year = 2022 if case.year is None else case.year
    cells = _cells(case, form)
    title = form.title_for(case.organisation, year) if case.title is None else case.title
    date = f"{year + 1}-01-15" if case.date is None else case.date
    parts = ReportParts(
        organisation=Organisation(name=case.organisation, level=Level(case.level)),
        year=year,
        form=case.form,
        title=title,
        introduction=case.introduction,
        sections=[_section(case, form, at, number) for at, number in enumerate(case.order)],
        tables=tuple(sorted({cell.partition(".")[0] for cell in cells})),
        cells=cells,
        signature=case.organisation if case.signature is None else case.signature,
        date=datetime.date.fromisoformat(date) if date else None,
    )
    report = compose(parts)
    extra = (f"{numeral}、{title}" for numeral, title in case.extra.items())
    body = report.text
    if report.date_line is not None and case.date_line is not None:
        body = body[: report.date_line.start] + case.date_line
    text = "\n".join((body, *extra, *case.unread))
    return replace(
        report,
        text=text,
        date_line=_date_line(case, report),
        sections=(*report.sections, *_extra(case, text)),
        year=case.year,
        title=report.title if title else None,
        unreadable=tuple(_unreadable(case, text)),
    )


def _date_line(case: Case, report: Report) -> Paragraph | None:
    """The date as the case writes it; the text is not laid out anew for it."""
    line = report.date_line
    return line if line is None or case.date_line is None else replace(line, text=case.date_line)


def _extra(case: Case, text: str) -> Iterator[Section]:
    for numeral, title in case.extra.items():
        heading = f"{numeral}、{title}"
        start = text.rindex(heading)
        yield Section(number=None, heading=Paragraph(start=start, text=heading), title=title)


def _unreadable(case: Case, text: str) -> Iterator[Unreadable]:
    yield from (Unreadable(reason=reason) for reason in case.doubts)
    for label in case.unread:
        start = text.rindex(label)
        yield Unreadable(reason=label, span=TextSpan.cut(text, start, start + len(label)))


def _reading(report: Report, claim: Claim) -> Reading:
    start = report.text.index(claim.quote, report.sections[0].heading.start)
    line = report.text.rfind("\n", 0, start) + 1
    end = report.text.find("\n", start)
    return Reading(
        span=TextSpan.cut(report.text, start, start + len(claim.quote)),
        token_class=TokenClass.CLAIM,
        kind=ClaimKind(claim.kind),
        value=None if claim.value is None else Decimal(claim.value),
        unit=claim.unit,
        state=ClaimState(claim.state),
        binds=claim.binds,
        expected=None if claim.expected is None else Decimal(claim.expected),
        agrees=claim.agrees,
        sentence=TextSpan.cut(report.text, line, end),
    )


def subject_of(case: Case) -> Subject:
    """The case as the runner gets it."""
    report, form = report_of(case), FORMS.by_id(case.form)
    facts = tuple(
        Fact(id=f.id, label=f.label, value=Decimal(f.value), unit=f.unit) for f in case.facts
    )
    statistics = Statistics(
        year=case.year,
        organisation=case.organisation,
        form=case.form,
        cells=report.cells,
        previous=_previous(case),
        facts=facts,
    )
    given = None if case.given is None else {c: amount(w) for c, w in case.given.items()}
    previous_form = case.previous_form
    neighbours = (
        case.model_copy(update={"organisation": one.organisation, "sections": one.sections})
        for one in case.neighbours
    )
    return Subject(
        report=report,
        form=form,
        statistics=statistics,
        previous_report=_previous_report(case),
        previous_form=None if previous_form is None else FORMS.by_id(previous_form),
        readings=_readings(case, report, form, statistics),
        own_draft=case.own_draft,
        tables_expected=case.whole,
        given_statistics=None if given is None else Statistics(cells=given),
        neighbours=tuple(report_of(one) for one in neighbours),
        other_forms=tuple(other for other in FORMS.forms if other.id != form.id),
    )


def _previous_report(case: Case) -> Report | None:
    if case.previous_year is None and case.previous_sections is None:
        return None
    year = case.previous_year
    if year is None:
        year = 2021 if case.year is None else case.year - 1
    told = case.previous_sections
    sections = case.sections if told is None else {"1": (), "5": (), "6": ()} | told
    update = {"year": year, "sections": sections}
    return report_of(case.model_copy(update=update))


@cache
def results() -> dict[tuple[str, str], CheckResult]:
    """What the checker says about every case, by rule code and name of the case."""
    return {
        (code, case.name): run(subject_of(case))
        for code, cases in load_cases().items()
        for case in cases
    }


def _readings(
    case: Case, report: Report, form: Form, statistics: Statistics
) -> tuple[Reading, ...]:
    if case.readings is not None:
        return tuple(_reading(report, claim) for claim in case.readings)
    context = ClaimContext(
        form=form,
        statistics=statistics,
        year=case.year,
        organisation=case.organisation,
        level=Level(case.level),
    )
    return read_claims(report.prose(), context)
