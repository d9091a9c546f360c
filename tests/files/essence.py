"""What must be the same in a report whatever the format it came through."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.files.document_order import Part, Text, in_order
from assistant.forms import Form
from assistant.model import CellId, Report
from tests.files.printed import in_tabs, numbers


@dataclass(frozen=True, kw_only=True)
class Essence:
    """A report without its places in a text."""

    organisation: str
    year: int | None
    form: str | None
    title: str
    introduction: tuple[str, ...]
    sections: tuple[tuple[str, ...], ...]
    cells: dict[CellId, tuple[str, Decimal | None]]
    signature: str
    date: date | None
    unreadable: tuple[str, ...]


def essence(report: Report) -> Essence:
    return Essence(
        organisation=report.organisation,
        year=report.year,
        form=report.form,
        title="" if report.title is None else report.title.text,
        introduction=tuple(paragraph.text for paragraph in report.introduction),
        sections=tuple(
            (section.heading.text, *(paragraph.text for paragraph in section.paragraphs))
            for section in report.sections
        ),
        cells=numbers(report.cells),
        signature="" if report.signature is None else report.signature.text,
        date=report.date,
        unreadable=tuple(problem.reason for problem in report.unreadable),
    )


def as_text(report: Report, form: Form, layout: object = in_tabs) -> str:
    """A report as plain text, its tables printed by ``layout``."""
    assert callable(layout)
    lines = [
        block.paragraph.text if isinstance(block, Text) else str(layout(block, report.cells))
        for block in in_order(report, form)
        if not (isinstance(block, Text) and block.part is Part.TITLE and not block.paragraph.text)
    ]
    return "\n".join(lines)
