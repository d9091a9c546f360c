"""From figures and notes to a drafted report: outline, writers, placeholders, assembly."""

from assistant.drafting.assembly import (
    Draft,
    Provenance,
    WrittenSection,
    assemble,
    draft_report,
    write_section,
)
from assistant.drafting.other_matters import fee_facts
from assistant.drafting.outline import Outline, make_outline
from assistant.drafting.placeholders import (
    DraftProblem,
    Placeholder,
    ProblemKind,
    Rendered,
    Use,
    render,
)
from assistant.drafting.ports import Length, Part, Point, SectionDraft, SectionTask, Writer
from assistant.drafting.previous_problems import read_problems
from assistant.drafting.template_writer import TemplateWriter

__all__ = [
    "Draft",
    "DraftProblem",
    "Length",
    "Outline",
    "Part",
    "Placeholder",
    "Point",
    "ProblemKind",
    "Provenance",
    "Rendered",
    "SectionDraft",
    "SectionTask",
    "TemplateWriter",
    "Use",
    "Writer",
    "WrittenSection",
    "assemble",
    "draft_report",
    "fee_facts",
    "make_outline",
    "read_problems",
    "render",
    "write_section",
]
