"""Reports made by the programs people use: PDF, doc, wps and rtf, from the same document."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from assistant.files import read_report
from assistant.files.write_docx import write_docx
from assistant.files.write_html import write_html
from assistant.files.zip_package import repeatable
from assistant.forms import load_forms
from assistant.model import Amount, Report
from tests.e2e.pictures import Studio
from tests.files.essence import essence
from tests.files.printed import amounts
from tests.files.written_reports import whole_report

FORMS = load_forms()
PROSE = "全年通过“青石发布”（微信公众号）推送信息1,024次，占比约4.5%，逐项核对到人。" * 9


@pytest.fixture
def studio(tmp_path: Path, clean_environment: dict[str, str]) -> Studio:
    return Studio.open(tmp_path, clean_environment)


def document(studio: Studio, report: Report, form_id: str) -> Path:
    """The report as docx. Signs hung into the margin are lost when LibreOffice makes a PDF."""
    path = studio.folder / "年报.docx"
    data = write_docx(report, FORMS.by_id(form_id))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml").decode("utf-8")
    kept = re.sub(r"(<w:pStyle [^>]*/>)", r'\1<w:overflowPunct w:val="0"/>', body)
    path.write_bytes(repeatable(data, {"word/document.xml": kept.encode()}))
    return path


def numbered(form_id: str) -> Report:
    form = FORMS.by_id(form_id)
    cells = {cell: Amount.of(number) for number, cell in enumerate(form.cells)}
    blank = {cell: Amount.blank() for cell in form.cells[::9]}
    return whole_report(form, cells=cells | blank, prose=PROSE)


@pytest.mark.parametrize("form_id", ["2019", "2021"])
@settings(
    max_examples=4,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_a_pdf_by_libreoffice_says_what_the_document_says(
    studio: Studio, form_id: str, data: DataObject
) -> None:
    form = FORMS.by_id(form_id)
    prose = PROSE * data.draw(st.integers(1, 4))
    report = whole_report(form, cells=data.draw(amounts(form)), prose=prose)
    word = document(studio, report, form_id)

    printed = read_report(studio.convert(word, "pdf"), FORMS)

    assert essence(read_report(word, FORMS)) == essence(printed)


@pytest.mark.parametrize("kind", ["doc", "wps", "rtf"])
def test_older_kinds_say_what_the_document_says(studio: Studio, kind: str) -> None:
    word = document(studio, numbered("2021"), "2021")
    old = studio.convert(word, "doc" if kind == "wps" else kind).rename(
        studio.folder / f"旧.{kind}"
    )

    assert essence(read_report(word, FORMS)) == essence(read_report(old, FORMS))


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_a_printed_web_page_says_what_the_page_says(studio: Studio, form_id: str) -> None:
    page = studio.folder / "年报.html"
    page.write_bytes(write_html(numbered(form_id), FORMS.by_id(form_id)))

    printed = read_report(studio.print_pdf(page), FORMS)

    assert essence(read_report(page, FORMS)) == essence(printed)
