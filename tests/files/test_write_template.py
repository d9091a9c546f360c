import io

import pytest
from docx import Document

from assistant.errors import AssistantError
from assistant.files import read_report_bytes
from assistant.files.write_docx import write_docx
from assistant.files.write_template import write_by_template
from assistant.forms import load_forms
from assistant.model import Amount, Organisation
from tests.files import written_reports as written

FORMS = load_forms()
FORM = written.form_of("2021")
LINES = (
    "{{标题}}",
    "{%p for 段 in 引言 %}", "{{段}}", "{%p endfor %}",
    "{%p for 部 in 部分 %}", "{{部.标题}}",
    "{%p for 段 in 部.段落 %}", "{{段}}", "{%p endfor %}",
    "{{p 部.表}}", "{%p endfor %}",
    "{{落款}}", "{{日期}}",
)  # fmt: skip


def template(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    output = io.BytesIO()
    document.save(output)
    return output.getvalue()


def _texts(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in Document(io.BytesIO(data)).paragraphs]


def test_a_template_with_everything_reads_back_as_the_report() -> None:
    report = written.whole_report(FORM)

    data = write_by_template(template(*LINES), "模板.docx", report, FORM)

    again = read_report_bytes(data, "年报.docx", FORMS)
    ours = read_report_bytes(write_docx(report, FORM), "年报.docx", FORMS)
    assert ours.cells == again.cells
    assert [p.text for p in ours.prose()] == [p.text for p in again.prose()]
    assert (ours.organisation, ours.year, ours.date) == (again.organisation, again.year, again.date)


def test_what_a_report_holds_is_text_in_it() -> None:
    hostile = "甲<w:p/>&amp;{{ 7 * 7 }}{% raw %}\x00乙"
    report = written.whole_report(
        FORM,
        prose=hostile,
        organisation=Organisation(name="<b>镇</b>人民政府"),
        cells=written.whole_cells(FORM) | {"disputes.review.total": Amount.unreadable("<x>3")},
    )

    data = write_by_template(template(*LINES), "模板.docx", report, FORM)

    assert "甲<w:p/>&amp;{{ 7 * 7 }}{% raw %}乙" in _texts(data)
    assert any("<b>镇</b>人民政府" in text for text in _texts(data))
    tables = Document(io.BytesIO(data)).tables
    assert "<x>3" in [cell.text for row in tables[2].rows for cell in row.cells]


def test_a_single_figure_has_a_placeholder_of_its_own() -> None:
    cells = written.whole_cells(FORM) | {"applications.received.total": Amount.of(5)}
    report = written.whole_report(FORM, cells=cells)

    data = write_by_template(
        template("{{机关}}{{年度}}年新收{{格['applications.received.total']}}件"), "", report, FORM
    )

    assert f"{written.ORGANISATION.name}2021年新收5件" in _texts(data)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{{机关名称}}", "机关名称"),
        ("{{格['applications.none.total']}}", "applications.none.total"),
        ("{%p for 部 in 部分 %}{{部.页码}}{%p endfor %}", ""),
        ("{{标题", ""),
        ("{{ 标题.__class__.__mro__ }}", ""),
    ],
)
def test_a_placeholder_that_means_nothing_is_refused(line: str, told: str) -> None:
    with pytest.raises(AssistantError) as caught:
        write_by_template(template(line), "模板.docx", written.whole_report(FORM), FORM)

    assert "E318" == caught.value.code
    assert "模板.docx" in caught.value.message
    assert told in caught.value.message
    assert "标题" in caught.value.hint


def test_a_file_that_is_no_document_is_refused() -> None:
    with pytest.raises(AssistantError) as caught:
        write_by_template(b"PK\x03\x04", "模板.docx", written.whole_report(FORM), FORM)

    assert "E106" == caught.value.code
