"""PDF documents with a text layer: paragraphs and ruled tables; pictures are never guessed at."""

import io
import logging
import re
import struct
import zlib
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager

import pdfplumber
from pdfminer.pdfdocument import PDFEncryptionError
from pdfminer.psexceptions import PSException
from pdfplumber.pdf import PDF
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from assistant.errors import AssistantError
from assistant.files.blocks import Source, SourceWriter, strip_blanks
from assistant.files.file_bytes import MAX_CHARACTERS
from assistant.files.pdf_furniture import without_furniture
from assistant.files.pdf_lines import LOST, TextLine, margins_of, paragraphs
from assistant.files.pdf_page import PdfPage, RuledTable, page_of

_MOST_PAGES = 200
_MOST_UNPACKED = 60_000_000
_MOST_LOST = 10
_ROWS_OF_A_TABLE = 3
_STREAM = re.compile(rb"stream\r?\n")
_DICTIONARY = 600
_REOPEN = "请用 PDF 阅读器打开看看，或改用原来的 Word 文件。"
_NOTHING_TO_READ = "扫描件不能核对；请用原来的 Word 文件，或先做文字识别并校对。"

# It tells every glyph it finds odd.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def source_of_pdf(data: bytes, name: str) -> Source:
    """The document's text and tables. Raises AssistantError E105, E106, E113."""
    _require_reasonable(data, name)
    with _damage_told(name), pdfplumber.open(io.BytesIO(data), raise_unicode_errors=False) as pdf:
        pages = list(_pages(pdf, name))
    _require_text(pages, name)
    writer = SourceWriter()
    _write(without_furniture(pages), writer)
    return writer.source(name)


@contextmanager
def _damage_told(name: str) -> Generator[None]:
    """Turns what the libraries raise for a damaged or locked file into AssistantError E106."""
    try:
        yield
    except AssistantError:
        raise
    except (
        PSException,
        PdfminerException,
        MalformedPDFException,
        LookupError,
        ValueError,
        TypeError,
        AttributeError,
        AssertionError,
        ArithmeticError,
        RuntimeError,
        OSError,
        EOFError,
        struct.error,
        zlib.error,
    ) as error:
        if any(isinstance(cause, PDFEncryptionError) for cause in (error, *error.args)):
            raise AssistantError("E106", f"文件“{name}”有密码。", "请去掉密码后再试。") from error
        raise AssistantError("E106", f"文件“{name}”已损坏，不能作为 PDF 打开。", _REOPEN) from error


def _require_reasonable(data: bytes, name: str) -> None:
    """Refuses what unpacks to more than any report needs, pictures aside: they stay packed."""
    unpacked = 0
    view = memoryview(data)
    for found in _STREAM.finditer(data):
        said = data[max(0, found.start() - _DICTIONARY) : found.start()]
        if b"/Image" in said.rpartition(b" obj")[2]:
            continue
        unpacked += _unpacked(view[found.end() :], _MOST_UNPACKED - unpacked)
        if unpacked >= _MOST_UNPACKED:
            raise AssistantError("E105", f"文件“{name}”解压后太大，不像一份年报。")


def _unpacked(stream: memoryview, most: int) -> int:
    """How much a packed stream holds, as far as ``most``; 0 for any other."""
    if bytes(stream[:1]) != b"\x78":
        return 0
    unpacker = zlib.decompressobj()
    try:
        return len(unpacker.decompress(stream, most))
    except zlib.error:
        return 0


def _pages(pdf: PDF, name: str) -> Iterator[PdfPage]:
    if not pdf.pages:
        raise AssistantError("E106", f"文件“{name}”里一页也没有，可能已损坏。", _REOPEN)
    if len(pdf.pages) > _MOST_PAGES:
        raise AssistantError("E105", f"文件“{name}”超过 {_MOST_PAGES} 页，不像一份年报。")
    length = 0
    for page in pdf.pages:
        taken = page_of(page, name)
        # What the library keeps of a page is many times its text.
        page.close()
        length += sum(len(line.text) for line in taken.lines)
        if length > MAX_CHARACTERS:
            raise AssistantError("E105", f"文件“{name}”太大，不像一份年报。")
        yield taken


def _require_text(pages: Sequence[PdfPage], name: str) -> None:
    text = "".join(_all_text(pages))
    if not strip_blanks(text):
        message = f"文件“{name}”没有文字层，是扫描件或图片。"
        raise AssistantError("E113", message, _NOTHING_TO_READ)
    if text.count(LOST) * _MOST_LOST > len(text):
        message = f"文件“{name}”的文字层没有注明是什么字，读出来是乱码。"
        raise AssistantError("E113", message, "请用原来的 Word 文件，或换一个程序另存为 PDF 再试。")


def _all_text(pages: Sequence[PdfPage]) -> Iterator[str]:
    for page in pages:
        yield from (line.text for line in page.lines)
        yield from (cell for table in page.tables for row in table.rows for cell in row)


def _write(pages: Sequence[PdfPage], writer: SourceWriter) -> None:
    """Everything in reading order; a paragraph may go on over the end of a page."""
    margins = margins_of(
        (line for page in pages for line in page.lines),
        ((table.left, table.right) for page in pages for table in page.tables),
        max(page.width for page in pages),
    )
    for number, page in enumerate(pages, start=1):
        _tell_missing(page, number, writer)
    for lines, rows in _pieces(pages):
        for paragraph in paragraphs(lines, margins):
            writer.line(paragraph)
        writer.grid(rows)
    rows = sum(line.in_columns for page in pages for line in page.lines)
    if rows >= _ROWS_OF_A_TABLE and not any(page.tables for page in pages):
        writer.not_read("表格没有框线，分不清哪个数在哪一格，没有读入")
    if LOST in "".join(_all_text(pages)):
        writer.not_read("有的字在文字层里没有注明是什么字，没有读入")


def _pieces(
    pages: Sequence[PdfPage],
) -> Iterator[tuple[list[TextLine], list[tuple[str, ...]]]]:
    """Runs of text, each with the table behind it; a table may go on on the next page."""
    lines: list[TextLine] = []
    rows: list[tuple[str, ...]] = []
    for page in pages:
        for index, part in enumerate(_in_order(page)):
            if rows and (index or isinstance(part, TextLine)):
                yield lines, rows
                lines, rows = [], []
            if isinstance(part, TextLine):
                lines.append(part)
            else:
                rows.extend(part.rows)
    yield lines, rows


def _tell_missing(page: PdfPage, number: int, writer: SourceWriter) -> None:
    if page.pictured and not page.lines and not page.tables:
        writer.not_read(f"第 {number} 页是图片，没有文字层，没有读入")
    if page.turned:
        writer.not_read("斜排、竖排的文字没有读入")


def _in_order(page: PdfPage) -> list[TextLine | RuledTable]:
    parts: list[TextLine | RuledTable] = [*page.lines, *page.tables]
    return sorted(parts, key=lambda part: part.top)
