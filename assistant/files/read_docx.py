"""Word documents: paragraphs and tables in order, merged cells as one, revisions accepted."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from assistant.errors import AssistantError
from assistant.files.blocks import Source, SourceWriter
from assistant.files.declared import declared_in_docx
from assistant.files.file_bytes import MAX_CHARACTERS
from assistant.files.office_archive import damage_told, require_archive
from assistant.files.reading_words import reading_words
from assistant.files.report_names import is_title

Element: TypeAlias = BaseOxmlElement

_KIND = "Word 文档"
_WRAPPERS = {
    qn(f"w:{name}")
    for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink")
} | {qn("w:fldSimple"), qn("w:dir"), qn("w:bdo")}
_P, _TBL, _TR, _TC, _R = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r"))
_VAL = qn("w:val")
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_BOX = qn("w:txbxContent")
_LONG_PARAGRAPH = 60
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Origin:
    """The document's paragraphs that characters ``start`` to ``end`` of the text come from."""

    start: int
    end: int
    paragraphs: tuple[Element, ...]


def source_of_docx(data: bytes, name: str) -> Source:
    """The document's text and tables. Raises AssistantError E105, E106."""
    require_archive(data, name, _KIND, "word/")
    try:
        with damage_told(name, _KIND):
            body = Document(io.BytesIO(data)).element.find(qn("w:body"))
            declared = declared_in_docx(data)
    except (OpcError, etree.LxmlError) as error:
        hint = "请用 Word 或 WPS 打开，另存后再试。"
        raise AssistantError("E106", f"文件“{name}”已损坏，不能作为 {_KIND}打开。", hint) from error
    writer = SourceWriter()
    if body is not None:
        _Walk(writer, name).blocks(body, 0)
    return writer.source(name, declared)


def origins_in(body: Element, name: str) -> Sequence[Origin]:
    """Where the text of a body comes from, in the order of the text."""
    walk = _Walk(SourceWriter(), name)
    walk.blocks(body, 0)
    return walk.origins


def _children(parent: Element) -> Iterator[Element]:
    return iter(list(parent))


class _Walk:
    """Goes through a body and hands what it finds to the writer."""

    def __init__(self, writer: SourceWriter, name: str) -> None:
        self._writer = writer
        self._name = name
        self.origins: list[Origin] = []

    def blocks(self, parent: Element, depth: int) -> None:
        for child in _children(parent):
            if depth > _DEEPEST or self._writer.length > MAX_CHARACTERS:
                raise AssistantError("E105", f"文件“{self._name}”太大或嵌套太深，不像一份年报。")
            if child.tag == _P:
                self._paragraph(child)
            elif child.tag == _TBL:
                self._table(child, depth)
            elif child.tag in _WRAPPERS:
                self.blocks(child, depth + 1)
            elif child.tag == qn("w:altChunk"):
                self._writer.not_read("文档里嵌有另一份文件，没有读入")

    def _paragraph(self, paragraph: Element) -> None:
        self._note_boxes(paragraph)
        text = paragraph_text(paragraph)
        joined = text.replace("\n", "")
        if is_title(joined, reading_words()):
            # A line break inside the title is layout.
            text = joined
        start = self._writer.length
        for line in text.split("\n"):
            self._writer.line(line)
        self.origins.append(Origin(start, self._writer.length, (paragraph,)))

    def _note_boxes(self, element: Element) -> None:
        boxes = (box for box in element.iter(_BOX) if "".join(box.itertext()).strip())
        if next(boxes, None) is not None:
            self._writer.not_read("文本框里的文字没有读入")

    def _table(self, table: Element, depth: int) -> None:
        if _is_layout(table):
            for row in _rows(table):
                for cell in _cells(row):
                    self.blocks(cell, depth + 1)
            return
        self._note_boxes(table)
        rows = [cells for row in _rows(table) if (cells := list(_cells(row)))]
        placed = self._writer.grid([[_cell_text(cell) for cell in cells] for cells in rows])
        for cells, read in zip(rows, placed, strict=True):
            for cell, text in zip(cells, read, strict=True):
                end = text.start + len(text.text)
                self.origins.append(Origin(text.start, end, tuple(_paragraphs(cell))))


def _is_layout(table: Element) -> bool:
    """Whether a table only arranges the page: it holds tables, or cells of running text."""
    if next(_inner_tables(table), None) is not None:
        return True
    return any(_runs_on(cell) for row in _rows(table) for cell in _cells(row))


def _inner_tables(table: Element) -> Iterator[Element]:
    return (found for found in table.iter(_TBL) if found is not table)


def _runs_on(cell: Element) -> bool:
    texts = [text for child in _paragraphs(cell) if (text := paragraph_text(child)).strip()]
    return len(texts) > 1 and any(len(text) > _LONG_PARAGRAPH for text in texts)


def _paragraphs(parent: Element) -> Iterator[Element]:
    for child in _children(parent):
        if child.tag == _P:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _paragraphs(child)


def _rows(table: Element) -> Iterator[Element]:
    """Rows that are not deleted by a revision."""
    for child in _children(table):
        if child.tag == _TR:
            if child.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    """Cells that begin in this row; those merged into one above or beside are left out."""
    for child in _children(row):
        if child.tag == _TC:
            if not _is_continued(child):
                yield child
        elif child.tag in _WRAPPERS:
            yield from _cells(child)


def _is_continued(cell: Element) -> bool:
    for merge in ("w:vMerge", "w:hMerge"):
        found = cell.find(f"{qn('w:tcPr')}/{qn(merge)}")
        if found is not None and found.get(_VAL, "continue") == "continue":
            return True
    return False


def _cell_text(cell: Element) -> str:
    return "\n".join(paragraph_text(paragraph) for paragraph in _paragraphs(cell))


def paragraph_text(paragraph: Element) -> str:
    """Text of a paragraph as it reads with all revisions accepted."""
    return "".join(text for run in shown_runs(paragraph) for _, text in run_pieces(run))


def shown_runs(parent: Element) -> Iterator[Element]:
    """The runs of a paragraph that are read, whatever they are wrapped in."""
    for child in _children(parent):
        if child.tag == _R:
            if child.find(f"{qn('w:rPr')}/{qn('w:vanish')}") is None:
                yield child
        elif child.tag in _WRAPPERS:
            yield from shown_runs(child)


def run_pieces(run: Element) -> Iterator[tuple[Element, str]]:
    """The parts of a run with the text each stands for."""
    for child in _children(run):
        if child.tag == qn("w:t"):
            yield child, child.text if child.text else ""
        elif child.tag in _CHARACTERS:
            yield child, _CHARACTERS[str(child.tag)]
