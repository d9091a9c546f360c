"""Reads a report from a file of any known format, told by content before suffix."""

import importlib
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Protocol, cast

from assistant.errors import AssistantError
from assistant.files.blocks import Source
from assistant.files.exact_yaml import exact_data
from assistant.files.file_bytes import decode, read_bytes, require_content
from assistant.files.read_statistics import mapping_of, statistics_from_mapping
from assistant.files.read_text import source_of_text
from assistant.files.recognise import Recogniser
from assistant.forms import FormRegistry
from assistant.model import Report, Statistics

_ZIP = b"PK\x03\x04"
_OLD_WORD = (b"\xd0\xcf\x11\xe0", b"{\\rtf")
_PDF = b"%PDF"
_BEFORE_PDF = 1024
_HEAD = 4096
_AS_DOCX = "请用 Word 或 WPS 另存为 docx 再试。"


class _ReadsBytes(Protocol):
    def __call__(self, data: bytes, name: str) -> Source: ...


def read_report(path: Path, forms: FormRegistry) -> Report:
    """The report in a docx, html, pdf, txt or md file; with LibreOffice in doc, wps and rtf too.

    Raises AssistantError E1xx for a file that is missing, empty, damaged or of another kind.
    """
    return read_report_bytes(read_bytes(path), path.name, forms)


def read_report_bytes(data: bytes, name: str, forms: FormRegistry) -> Report:
    """The report in the content of a file called ``name``; its suffix may be missing."""
    recogniser = Recogniser(forms)
    source = _source(name, require_content(data, name), recogniser)
    report = recogniser.report(source)
    return replace(report, declared=_declared(source, forms)) if source.declared else report


def read_report_text(
    text: str, forms: FormRegistry, source: str = "", year: int | None = None
) -> Report:
    """The report a text holds; all offsets index into ``text`` as given.

    year: the report's year as the caller knows it, for a text whose title does not tell.
    """
    recogniser = Recogniser(forms)
    return recogniser.report(source_of_text(text, recogniser.vocabulary(), source), year)


def is_docx(data: bytes) -> bool:
    """Whether a file's content is what is read as a Word document."""
    return data.startswith(_ZIP)


def _declared(source: Source, forms: FormRegistry) -> Statistics | None:
    """The figures our own documents carry; a damaged or foreign record counts as none."""
    try:
        data = mapping_of(exact_data(source.declared, source.name, "E120").value)
        return None if data is None else statistics_from_mapping(data, forms)
    except AssistantError:
        return None


def _source(name: str, data: bytes, recogniser: Recogniser) -> Source:
    suffix = PurePath(name).suffix.lower()
    if is_docx(data):
        return _reader("read_docx", "source_of_docx")(data, name)
    if _is_pdf(data):
        return _reader("read_pdf", "source_of_pdf")(data, name)
    if data.startswith(_OLD_WORD):
        return _reader("read_old_word", "source_of_old_word")(data, name)
    _refuse_wrong_suffix(data, name)
    if _is_html(data, suffix):
        return _reader("read_html", "source_of_html")(data, name)
    if suffix == ".docx":
        raise AssistantError("E106", f"文件“{name}”不是 Word 文档（docx）。", _AS_DOCX)
    return source_of_text(decode(data, name), recogniser.vocabulary(), name)


def _reader(module: str, function: str) -> _ReadsBytes:
    """A format's reader; its library is loaded only when such a file comes."""
    loaded = importlib.import_module(f"assistant.files.{module}")
    return cast("_ReadsBytes", getattr(loaded, function))


def _refuse_wrong_suffix(data: bytes, name: str) -> None:
    if name.lower().endswith((".pdf", ".doc", ".wps", ".rtf")) and not _is_html(data, ""):
        raise AssistantError("E106", f"文件“{name}”的内容与扩展名不符。", _AS_DOCX)


def _is_pdf(data: bytes) -> bool:
    """By its mark; readers find it some way behind the beginning, so it may stand there."""
    if data.startswith(_PDF):
        return True
    return _PDF in data[:_BEFORE_PDF] and b"startxref" in data[-_BEFORE_PDF:]


def _is_html(data: bytes, suffix: str) -> bool:
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    tagged = head.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<div", b"<table"))
    return tagged or suffix in {".html", ".htm"} or (head.startswith(b"<") and b"<html" in head)
