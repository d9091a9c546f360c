"""Drafts a report from its materials and has it checked like a stranger's."""

from dataclasses import dataclass, replace

from assistant.app.checking import CheckInputs, check_report
from assistant.app.materials import Materials
from assistant.drafting import Draft, Writer, draft_report, make_outline
from assistant.forms import FormRegistry
from assistant.model import CheckResult, Report, ReportParts, compose


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDraft:
    """A draft with everything the rules say about it.

    left_out: what the report does not say because nobody supplied it (Chinese).
    """

    materials: Materials
    parts: ReportParts
    report: Report
    result: CheckResult
    left_out: tuple[str, ...]


def draft(materials: Materials, writer: Writer, forms: FormRegistry) -> CheckedDraft:
    """The report ``writer`` makes of ``materials``, checked."""
    outline = make_outline(
        materials.form,
        materials.statistics,
        materials.notes,
        materials.organisation,
        materials.previous,
    )
    return check_draft(draft_report(outline, writer, materials.date), materials, forms)


def check_draft(drafted: Draft, materials: Materials, forms: FormRegistry) -> CheckedDraft:
    """The draft composed into a report and checked against text and tables alone."""
    return _checked(drafted.parts, drafted.left_out, materials, forms)


def revise(
    checked: CheckedDraft, number: int, paragraphs: tuple[str, ...], forms: FormRegistry
) -> CheckedDraft:
    """The draft with section ``number`` replaced by the officer's own text, checked anew."""
    sections = tuple(
        replace(section, paragraphs=paragraphs) if section.number == number else section
        for section in checked.parts.sections
    )
    parts = replace(checked.parts, sections=sections)
    return _checked(parts, checked.left_out, checked.materials, forms)


def _checked(
    parts: ReportParts, left_out: tuple[str, ...], materials: Materials, forms: FormRegistry
) -> CheckedDraft:
    report = compose(parts)
    return CheckedDraft(
        materials=materials,
        parts=parts,
        report=report,
        result=check_report(report, draft_inputs(materials), forms),
        left_out=left_out,
    )


def draft_inputs(materials: Materials) -> CheckInputs:
    """What a draft of ours is checked against."""
    return CheckInputs(
        statistics=materials.statistics,
        previous=materials.previous,
        year=materials.statistics.year,
        own_draft=True,
    )
