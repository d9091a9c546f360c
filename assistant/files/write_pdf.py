"""Writes a report as PDF: the Word document, laid out by LibreOffice where it is installed."""

from assistant.errors import AssistantError
from assistant.files.libreoffice import INSTALL, NotConvertedError, Trouble, convert
from assistant.files.write_docx import write_docx
from assistant.forms import Form
from assistant.model import Report

_SECONDS = 120


def write_pdf(report: Report, form: Form) -> bytes:
    """The report as a PDF with the pages of the docx. Raises AssistantError E316, E157."""
    return laid_out(write_docx(report, form))


def laid_out(document: bytes, seconds: float = _SECONDS) -> bytes:
    """A docx as a PDF. Raises AssistantError E316 without LibreOffice, E157 when it fails."""
    try:
        return convert(document, "pdf", suffix=".docx", seconds=seconds)
    except NotConvertedError as error:
        raise _told(error.trouble, seconds) from error


def _told(trouble: Trouble, seconds: float) -> AssistantError:
    if trouble is Trouble.MISSING:
        return AssistantError("E316", "没有找到 LibreOffice，转换不了。", f"请安装它：{INSTALL}。")
    if trouble is Trouble.TOO_SLOW:
        message = f"LibreOffice 用了 {seconds:g} 秒还没有转换完，已停止。"
        return AssistantError("E157", message, "请再试一次，或用 Word、WPS 另存。")
    hint = f"请用 Word、WPS 打开文件另存，或检查 LibreOffice 是否装全：{INSTALL}。"
    return AssistantError("E157", "LibreOffice 没有转换出 pdf。", hint)
