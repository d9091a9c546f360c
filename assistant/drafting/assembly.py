"""Puts written sections together: a report, and where each of its figures came from."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.claims.context import ClaimContext
from assistant.drafting.outline import Outline
from assistant.drafting.placeholders import DraftProblem, Placeholder, Rendered, render
from assistant.drafting.ports import SectionDraft, SectionTask, Writer
from assistant.drafting.template_writer import TemplateWriter
from assistant.drafting.typed_numbers import typed_numbers
from assistant.drafting.wording import ordinal
from assistant.forms import SectionSpec
from assistant.model import Report, ReportParts, SectionText, TextSpan, compose
from assistant.model.report import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """A figure in the report's text: its numeral (without unit) and what it was filled from."""

    span: TextSpan
    placeholder: Placeholder


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenSection:
    """A section as its writer left it, and as rendered."""

    task: SectionTask
    draft: SectionDraft
    rendered: tuple[Rendered, ...]

    @property
    def problems(self) -> tuple[DraftProblem, ...]:
        """Everything wrong with its placeholders and numbers; empty for a sound section.

        Offsets are those of the paragraph with placeholders the problem stands in.
        """
        return tuple(problem for text in self.rendered for problem in text.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole drafted report.

    parts: what it says, ready to be composed again with a date or an edited section.
    left_out: in Chinese, what the report does not say because nobody supplied it.
    """

    parts: ReportParts
    report: Report
    introduction: WrittenSection
    sections: tuple[WrittenSection, ...]
    provenance: tuple[Provenance, ...]
    left_out: tuple[str, ...] = ()

    @property
    def states(self) -> frozenset[str]:
        """Cells and expressions the outline has stated in words, such as those that are zero."""
        points = [point for section in self.sections for point in section.task.points]
        return frozenset(cell for point in points for cell in point.states)

    @property
    def problems(self) -> tuple[DraftProblem, ...]:
        """Problems of all sections."""
        return tuple(problem for section in self.sections for problem in section.problems)


def write_section(outline: Outline, task: SectionTask, writer: Writer) -> WrittenSection:
    """A task of the outline, written, rendered, and searched for numbers typed by the writer."""
    draft = writer.write(task)
    context = ClaimContext(
        form=outline.form, year=outline.year, organisation=outline.organisation.name
    )
    rendered = tuple(_rendered(text, task, context) for text in draft.paragraphs)
    return WrittenSection(task=task, draft=draft, rendered=rendered)


def _rendered(text: str, task: SectionTask, context: ClaimContext) -> Rendered:
    rendered = render(text, task.placeholders)
    return replace(rendered, problems=(*rendered.problems, *typed_numbers(rendered, context)))


def draft_report(outline: Outline, writer: Writer, date: datetime.date | None = None) -> Draft:
    """The report ``writer`` makes of ``outline``, signed, dated if a date is given."""
    sections = tuple(write_section(outline, task, writer) for task in outline.tasks)
    return assemble(outline, sections, date)


def assemble(
    outline: Outline, sections: tuple[WrittenSection, ...], date: datetime.date | None = None
) -> Draft:
    """The report made of sections already written, whichever writer wrote each of them."""
    introduction = write_section(outline, outline.introduction, TemplateWriter())
    by_number = {section.task.number: section for section in sections}
    parts = ReportParts(
        organisation=outline.organisation,
        year=outline.year,
        form=outline.form.id,
        title=outline.form.title_for(outline.organisation.name, outline.year),
        introduction=[text.text for text in introduction.rendered],
        sections=[_text(spec, by_number.get(spec.number)) for spec in outline.form.sections],
        tables=tuple(table.id for table in outline.form.tables),
        cells=outline.statistics.cells,
        signature=outline.organisation.name,
        date=date,
    )
    report = compose(parts)
    return Draft(
        parts=parts,
        report=report,
        introduction=introduction,
        sections=sections,
        provenance=_provenance(report, introduction, by_number),
        left_out=outline.left_out,
    )


def _text(spec: SectionSpec, written: WrittenSection | None) -> SectionText:
    paragraphs = () if written is None else tuple(text.text for text in written.rendered)
    return SectionText(
        number=spec.number,
        heading=f"{ordinal(spec.number)}、{spec.title}",
        title=spec.title,
        paragraphs=paragraphs,
    )


def _provenance(
    report: Report, introduction: WrittenSection, by_number: dict[int, WrittenSection]
) -> tuple[Provenance, ...]:
    found = list(_placed(report.introduction, introduction.rendered))
    for section in report.sections:
        if section.number in by_number:
            found += _placed(section.paragraphs, by_number[section.number].rendered)
    return tuple(found)


def _placed(paragraphs: Iterable[Paragraph], rendered: Iterable[Rendered]) -> list[Provenance]:
    return [
        Provenance(
            span=paragraph.span(use.start, use.numeral_end),
            placeholder=use.placeholder,
        )
        for paragraph, text in zip(paragraphs, rendered, strict=True)
        for use in text.uses
        if use.placeholder.binds
    ]
