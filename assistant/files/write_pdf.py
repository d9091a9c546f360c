"""Writes a report as PDF: the Word document, laid out by LibreOffice where it is installed."""

from assistant.files.libreoffice import convert
from assistant.files.write_docx import write_docx
from assistant.forms import Form
from assistant.model import Report


def write_pdf(report: Report, form: Form) -> bytes:
    """The report as a PDF with the pages of the docx. Raises AssistantError E316, E157."""
    return convert(write_docx(report, form), "pdf")
