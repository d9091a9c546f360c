"""Writes a report as a Word document in the layout of official documents."""

import io
from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from assistant.files.document_order import Part, Text, in_order
from assistant.files.docx_declared import carry
from assistant.files.docx_elements import paragraph, run
from assistant.files.docx_findings import add_comments, findings_box
from assistant.files.docx_page import official_document
from assistant.files.docx_tables import table_element
from assistant.files.docx_text import MarkedRuns
from assistant.files.printable import shown
from assistant.files.zip_package import CORE_PROPERTIES, core_properties, repeatable
from assistant.forms import Form
from assistant.forms.grid import grid
from assistant.model import CellId, Finding, Report


def write_docx(report: Report, form: Form, *, findings: Sequence[Finding] = ()) -> bytes:
    """The report as docx; the same report gives the same bytes.

    With findings it is a draft to be looked at: they are listed on the first page and stand as
    comments at the very words or cells.
    """
    document = official_document()
    writer = _Writer(report, form, findings)
    body = next(document.element.iter(qn("w:body")))
    # The section's properties must stay the last child.
    body[:-1] = []
    for position, block in enumerate(writer.blocks()):
        body.insert(position, block)
    add_comments(document, findings, writer.marked.shown)
    carry(document, report.declared, form)
    return _saved(document, _title(report))


def _title(report: Report) -> str:
    return "" if report.title is None else report.title.text


def _saved(document: WordDocument, title: str) -> bytes:
    output = io.BytesIO()
    document.save(output)
    return repeatable(output.getvalue(), {CORE_PROPERTIES: core_properties(title)})


class _Writer:
    """Lays out a report block by block; knows afterwards which runs show which finding."""

    def __init__(self, report: Report, form: Form, findings: Sequence[Finding]) -> None:
        self._report = report
        self._form = form
        self._findings = findings
        self.marked = MarkedRuns([finding.span for finding in findings])

    def blocks(self) -> Iterator[BaseOxmlElement]:
        """Paragraphs and tables from top to bottom."""
        if self._findings:
            yield findings_box(self._findings)
            yield paragraph("Normal", ())
        for block in in_order(self._report, self._form):
            if isinstance(block, Text):
                yield self._paragraph(block)
            else:
                yield table_element(grid(block), self._figure)

    def _paragraph(self, block: Text) -> BaseOxmlElement:
        placed, report = block.paragraph, self._report
        match block.part:
            case Part.TITLE:
                return self.marked.title(placed, report.organisation)
            case Part.HEADING:
                return self.marked.heading(placed)
            case Part.BODY:
                return self.marked.body(placed)
            case Part.SIGNATURE:
                return self.marked.signature(placed, report.date_line)
            case Part.DATE:
                return self.marked.date(placed, report.signature)

    def _figure(self, cell: CellId) -> BaseOxmlElement:
        made = run(shown(self._report.cells.get(cell)))
        for index, finding in enumerate(self._findings):
            if finding.span is None and cell in finding.cells:
                self.marked.note(index, made)
        return made
