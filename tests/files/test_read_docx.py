"""Word documents as they come: merged cells, revisions, boxes, tables in tables."""

import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import AssistantError
from assistant.files import read_report
from assistant.files.write_docx import write_docx
from assistant.forms import Form, Table, load_forms
from assistant.forms.grid import grid
from assistant.model import Amount, CellId, Report
from tests.files.printed import ORGANISATION, PROSE, amounts, numbers, written
from tests.files.written_reports import whole_report

FORMS = load_forms()
FORM = FORMS.by_id("2021")
FULL = {cell: Amount.of(index) for index, cell in enumerate(FORM.cells)}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def reading(tmp_path: Path, document: WordDocument) -> Report:
    path = tmp_path / "年报.docx"
    with path.open("wb") as file:
        document.save(file)
    return read_report(path, FORMS)


def add_table(document: WordDocument, table: Table, cells: Mapping[CellId, Amount]) -> None:
    """The official table with Word's own merged cells."""
    layout = grid(table)
    made = document.add_table(rows=len(layout.rows), cols=layout.width)
    for index, cell in layout.places():
        last = made.cell(index + cell.row_span - 1, cell.column + cell.column_span - 1)
        made.cell(index, cell.column).merge(last).text = written(cells, cell)


@cache
def saved() -> bytes:
    """A whole report in a Word document; made once, for python-docx is slow with cells."""
    document = Document()
    document.add_paragraph(f"{ORGANISATION}\n2022年政府信息公开工作年度报告")
    for section in FORM.sections:
        document.add_paragraph(f"{'一二三四五六'[section.number - 1]}、{section.title}")
        if section.table is None:
            document.add_paragraph(f"　　{PROSE}")
        else:
            add_table(document, FORM.table(section.table), FULL)
    document.add_paragraph(ORGANISATION)
    document.add_paragraph("2023年1月15日")
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


@pytest.fixture
def document() -> WordDocument:
    return Document(io.BytesIO(saved()))


def elements(document: WordDocument, tag: str) -> list[BaseOxmlElement]:
    return list(document.element.iter(qn(tag)))


def element(xml: str) -> BaseOxmlElement:
    """An element of the ``w`` namespace from its XML."""
    head, rest = xml.split(">", 1)
    closed = "/" if head.endswith("/") else ""
    return parse_xml(f"{head.removesuffix('/')} {_W}{closed}>{rest}")


def framed(document: WordDocument, parts: list[BaseOxmlElement]) -> BaseOxmlElement:
    """A table of one cell that holds the parts."""
    document.add_table(rows=1, cols=1)
    frame = elements(document, "w:tbl")[-1]
    cell = next(frame.iter(qn("w:tc")))
    for position, part in enumerate(parts):
        cell.insert(position, part)
    return frame


def test_merged_cells_are_read_once(tmp_path: Path, document: WordDocument) -> None:
    report = reading(tmp_path, document)

    assert numbers(FULL) == numbers(report.cells)
    assert () == report.unreadable
    assert (ORGANISATION, 2022, "2021") == (report.organisation, report.year, report.form)
    assert [1, 0, 0, 0, 1, 1] == [len(section.paragraphs) for section in report.sections]
    assert {PROSE} == {p.text for section in report.sections for p in section.paragraphs}
    assert report.signature is not None
    assert ORGANISATION == report.signature.text


def test_a_line_break_in_the_title_is_layout(tmp_path: Path, document: WordDocument) -> None:
    report = reading(tmp_path, document)

    assert report.title is not None
    assert f"{ORGANISATION}2022年政府信息公开工作年度报告" == report.title.text


def test_offsets_lead_into_the_linear_text(tmp_path: Path, document: WordDocument) -> None:
    report = reading(tmp_path, document)

    assert all(report.text[p.start : p.end] == p.text for p in report.prose())
    assert all(span.stands_in(report.text) for span in report.cell_spans.values())
    assert "一、本年新收政府信息公开申请数量\t10\t11\t12\t13\t14\t15\t16" in report.text


@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
@settings(max_examples=5)
@given(data=st.data())
def test_what_the_writer_wrote_is_read_back(
    form: Form, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    cells = data.draw(amounts(form))
    wanted = whole_report(form, cells=cells)
    path = tmp_path_factory.mktemp("docx") / "年报.docx"
    path.write_bytes(write_docx(wanted, form))

    report = read_report(path, FORMS)

    assert numbers(wanted.cells) == numbers(report.cells)
    assert [p.text for p in wanted.prose()] == [p.text for p in report.prose()]
    assert (wanted.year, wanted.organisation, wanted.form, wanted.date) == (
        report.year,
        report.organisation,
        report.form,
        report.date,
    )


def test_deleted_text_is_gone_and_inserted_text_is_there(
    tmp_path: Path, document: WordDocument
) -> None:
    document.paragraphs[2].text = "全年办理"
    for xml in (
        '<w:del w:id="1" w:author="a"><w:r><w:delText>3</w:delText></w:r></w:del>',
        '<w:ins w:id="2" w:author="a"><w:r><w:t>4件。</w:t></w:r></w:ins>',
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>",
    ):
        elements(document, "w:p")[2].append(element(xml))

    report = reading(tmp_path, document)

    assert "全年办理4件。" == report.sections[0].paragraphs[0].text


def test_a_deleted_row_is_gone(tmp_path: Path, document: WordDocument) -> None:
    deleted = '<w:trPr><w:del w:id="1" w:author="a"/></w:trPr>'
    elements(document, "w:tr")[2].insert(0, element(deleted))

    report = reading(tmp_path, document)

    assert "disclosure.regulations.issued" not in report.cells
    assert len(FULL) - 3 == len(report.cells)


def test_a_text_box_is_left_out_and_told(tmp_path: Path, document: WordDocument) -> None:
    box = "<w:p><w:r><w:t>盒中7件</w:t></w:r></w:p>"
    shape = f"<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>"
    elements(document, "w:p")[2].append(element(shape))

    report = reading(tmp_path, document)

    assert "盒中" not in report.text
    assert ["文本框里的文字没有读入"] == [found.reason for found in report.unreadable]


def test_a_table_inside_a_layout_table_is_read(tmp_path: Path, document: WordDocument) -> None:
    body, inner = elements(document, "w:body")[0], elements(document, "w:tbl")[0]
    body.insert(body.index(inner), framed(document, [inner]))

    report = reading(tmp_path, document)

    assert numbers(FULL) == numbers(report.cells)
    assert 6 == len(report.sections)


def test_a_report_laid_out_in_one_big_cell_is_read(tmp_path: Path, document: WordDocument) -> None:
    body = elements(document, "w:body")[0]
    framed(document, [part for part in body if part.tag != qn("w:sectPr")])

    report = reading(tmp_path, document)

    assert numbers(FULL) == numbers(report.cells)
    assert [1, 0, 0, 0, 1, 1] == [len(section.paragraphs) for section in report.sections]


def test_a_table_torn_in_two_is_one(tmp_path: Path, document: WordDocument) -> None:
    body, table = elements(document, "w:body")[0], elements(document, "w:tbl")[1]
    rest = element("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>")
    rest.extend(list(table.iter(qn("w:tr")))[14:])
    position = body.index(table) + 1
    body.insert(position, rest)
    body.insert(position, element("<w:p/>"))

    report = reading(tmp_path, document)

    assert numbers(FULL) == numbers(report.cells)


def test_headings_numbered_by_word_itself_are_known_by_their_titles(
    tmp_path: Path, document: WordDocument
) -> None:
    for paragraph in document.paragraphs:
        if paragraph.text[1:2] == "、":
            paragraph.text = paragraph.text[2:]

    report = reading(tmp_path, document)

    assert [1, 2, 3, 4, 5, 6] == [section.number for section in report.sections]


def test_a_local_table_in_the_prose_is_told(tmp_path: Path, document: WordDocument) -> None:
    local = document.add_table(rows=2, cols=2)
    for index, text in enumerate(("渠道", "次数", "广播", "12")):
        local.cell(index // 2, index % 2).text = text

    report = reading(tmp_path, document)

    assert numbers(FULL) == numbers(report.cells)
    assert any("不是年报的统计表" in found.reason for found in report.unreadable)


def _no_archive(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _no_document(data: bytes) -> bytes:
    return data.replace(b"word/document.xml", b"word/documenx.xml")


def _random(data: bytes) -> bytes:
    return data[:200] + bytes(range(256)) * 4 + data[1200:]


@pytest.mark.parametrize("damage", [_no_archive, _no_document, _random])
def test_a_damaged_document_is_an_error_and_no_traceback(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "坏.docx"
    path.write_bytes(damage(saved()))

    with pytest.raises(AssistantError) as caught:
        read_report(path, FORMS)

    assert "E106" == caught.value.code
    assert "坏.docx" in caught.value.message
