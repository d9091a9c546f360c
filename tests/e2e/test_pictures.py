"""Documents looked at as pictures, and the workbook recalculated, by the programs people use."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from assistant.files import read_report, read_statistics
from assistant.files.write_docx import write_docx
from assistant.files.write_html import write_html
from assistant.files.write_workbook import write_workbook
from assistant.forms import complete, load_forms
from assistant.model import (
    Amount,
    Fact,
    Finding,
    Organisation,
    ReportParts,
    Severity,
    Statistics,
    TextSpan,
    compose,
)
from tests.e2e.pictures import Studio, require_spreadsheets

LEFT, RIGHT = 28, 210 - 26
HANGING_PUNCTUATION = 6
FORMS = load_forms()


@pytest.fixture
def studio(tmp_path: Path, clean_environment: dict[str, str]) -> Studio:
    return Studio.open(tmp_path, clean_environment)


def test_the_example_report_has_four_full_pages_within_their_margins(
    studio: Studio, township: Path
) -> None:
    pages = studio.pages(township / "2019年报.docx")

    assert 4 == len(pages)
    for page in pages:
        assert page.ink > 0.005
        left, right = page.sides
        assert left >= LEFT - 1
        assert right <= RIGHT + HANGING_PUNCTUATION


def test_a_full_page_holds_22_lines_of_28_characters(studio: Studio) -> None:
    prose = "公开为民政府信息" * 300
    report = compose(
        ReportParts(
            organisation=Organisation(name="松岚镇"), year=2021, form="2021",
            title="年报", sections=(), introduction=(prose,),
        )
    )  # fmt: skip
    document = studio.folder / "满页.docx"
    document.write_bytes(write_docx(report, FORMS.by_id("2021")))

    lines = studio.lines(studio.convert(document, "pdf"), page=2)

    # The last one is the number of the page.
    assert [28] * 22 == [len(line) for line in lines[:-1]]
    assert "—2—" == lines[-1].replace(" ", "")


def test_a_draft_with_findings_can_be_looked_at(studio: Studio, township: Path) -> None:
    report = read_report(township / "2019年报.docx", FORMS)
    start = report.text.index("3件")
    finding = Finding(
        code="REF001",
        slug="example",
        severity=Severity.ERROR,
        message="写的是3件，表中是4件。",
        span=TextSpan.cut(report.text, start, start + 1),
    )
    document = studio.folder / "待核稿.docx"
    document.write_bytes(write_docx(report, FORMS.by_id("2019"), findings=[finding]))

    pages = studio.pages(document)

    assert len(pages) in {4, 5}
    assert all(page.ink > 0.002 for page in pages)


def test_a_word_processor_keeps_text_tables_and_declared_figures(
    studio: Studio, township: Path
) -> None:
    fact = Fact(id="website", label="政府网站公开信息", value=Decimal(152), unit="条")
    declared = Statistics(year=2019, form="2019", facts=(fact,))
    report = replace(read_report(township / "2019年报.docx", FORMS), declared=declared)
    document = studio.folder / "年报.docx"
    document.write_bytes(write_docx(report, FORMS.by_id("2019")))

    again = read_report(studio.convert(document, "docx"), FORMS)

    assert declared == again.declared
    assert report.cells == again.cells
    assert [p.text for p in report.prose()] == [p.text for p in again.prose()]


def test_the_web_page_prints_within_the_page(studio: Studio, township: Path) -> None:
    report = read_report(township / "2019年报.docx", FORMS)
    page = studio.folder / "年报.html"
    page.write_bytes(write_html(report, FORMS.by_id("2019")))

    printed = studio.printed(page)

    assert len(printed) in {4, 5, 6}
    for picture in printed:
        assert picture.ink > 0.001
        left, right = picture.sides
        assert left >= LEFT - 1
        assert right <= RIGHT + HANGING_PUNCTUATION


def test_the_workbook_adds_up_when_it_is_recalculated(studio: Studio, township: Path) -> None:
    require_spreadsheets()
    recalculated = studio.convert(township / "2020统计表.xlsx", "xlsx")
    values = load_workbook(recalculated, data_only=True)
    given = read_statistics(township / "2020统计表.xlsx", FORMS)

    expected = complete(FORMS.by_id("2019"), given.cells).cells
    rows = [[cell.value for cell in row] for row in values["_assistant"].iter_rows()]
    for name, sheet, address in rows[rows.index(["cell", "sheet", "address"]) + 1 :]:
        shown = values[str(sheet)][str(address)].value
        assert expected[str(name)].number == Decimal(str(shown)), name
    checks = [
        cell.value
        for sheet in values.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(("勾稽相符", "差", "未填齐"))
    ]
    assert {"勾稽相符"} == set(checks)


def test_the_workbook_says_by_how_much_figures_differ(studio: Studio) -> None:
    require_spreadsheets()
    cells = {
        "applications.received.company": Amount.of(3),
        "applications.carried_in.company": Amount.of(0),
        "applications.granted.company": Amount.of(1),
        "applications.carried_out.company": Amount.of(0),
    }
    book = studio.folder / "表.xlsx"
    book.write_bytes(
        write_workbook(
            FORMS.by_id("2019"),
            organisation="云岫县松岚镇人民政府",
            year=2020,
            statistics=Statistics(cells=cells),
        )
    )

    sheet = load_workbook(studio.convert(book, "xlsx"), data_only=True)["依申请公开"]

    assert "差2" == sheet["E29"].value
    assert sheet["D29"].value in {"", None}, "nothing was filled in, nothing is said"
