"""PDF documents: set by our own typesetter here; those of real programs are in tests/e2e."""

import subprocess
import sys
import time
import zlib

import pytest

from assistant.errors import AssistantError
from assistant.files.read_report import read_report_bytes
from assistant.forms import load_forms
from assistant.model import Amount, Report
from tests.files.essence import essence
from tests.files.typeset_pdf import LEFT, RADICALS, Sheet, Typesetter, pdf, report_pdf
from tests.files.written_reports import whole_report

FORMS = load_forms()
FORM = FORMS.by_id("2019")
NUMBERED = {cell: Amount.of(number) for number, cell in enumerate(FORM.cells)}
LONG = "公开工作由镇长分管，党政办公室承办，" * 8
READS_A_TEXT = """
import sys
from assistant.files.read_report import read_report_bytes
from assistant.forms import load_forms
read_report_bytes("一、总体情况".encode(), "年报.txt", load_forms())
print("pdfplumber" in sys.modules, "pdfminer" in sys.modules)
"""


def read(data: bytes, name: str = "年报.pdf") -> Report:
    return read_report_bytes(data, name, FORMS)


def failure(data: bytes) -> AssistantError:
    with pytest.raises(AssistantError) as caught:
        read(data)
    return caught.value


def lines(*texts: str, size: float = 16, left: float = LEFT) -> Sheet:
    placed = [(left, 120.0 + 28 * row, size, text) for row, text in enumerate(texts)]
    return Sheet(texts=placed)


def test_text_tables_title_and_signature_come_through() -> None:
    report = whole_report(FORM, cells=NUMBERED, prose=LONG + "均已办结。")

    assert essence(report) == essence(read(report_pdf(report, FORM)))


@pytest.mark.parametrize("paragraphs", range(0, 24, 3))
def test_a_table_goes_on_wherever_a_page_ends(paragraphs: int) -> None:
    report = whole_report(FORM, cells=NUMBERED, prose="均已办结。")
    typesetter = Typesetter()
    for _ in range(paragraphs):
        typesetter.line(LEFT + 32, 16, "以下是本年度的报告。")
    typesetter.report(report, FORM)

    again = read(pdf(typesetter.sheets))

    assert essence(report).cells == essence(again).cells
    assert () == again.unreadable


def test_page_numbers_and_running_heads_are_not_part_of_the_text() -> None:
    report = whole_report(FORM, prose="公开信息12条。" * 200)

    again = read(report_pdf(report, FORM, running_head="青石镇信息公开 第"))

    assert "—" not in again.text
    assert "青石镇" not in again.text
    assert essence(report) == essence(again)


def test_a_number_alone_inside_the_page_is_text() -> None:
    assert "152" in read(pdf([lines("一、总体情况", "152", "以上。")])).text


def test_radicals_are_read_as_characters() -> None:
    report = whole_report(FORM, prose="长江一带的工作人员见龙门。")

    data = report_pdf(report, FORM, signs=RADICALS)

    assert "长江一带的工作人员见龙门。" in read(data).text


def test_a_gap_is_a_space_and_bold_print_is_not_read_twice() -> None:
    sheet = lines("一、总体情况")
    sheet.texts += [(LEFT, 148, 16, "甲"), (LEFT + 0.4, 148, 16, "甲"), (LEFT + 48, 148, 16, "乙")]

    assert ["甲 乙"] == [p.text for p in read(pdf([sheet])).sections[0].paragraphs]


def test_a_scanned_document_is_told_and_not_guessed_at() -> None:
    error = failure(pdf([Sheet(picture=True), Sheet(picture=True)]))

    assert "E113" == error.code
    assert "没有文字层" in error.message
    assert "年报.pdf" in error.message


def test_a_scanned_page_among_others_is_told() -> None:
    report = read(pdf([lines("一、总体情况", "均已办结。"), Sheet(picture=True)]))

    assert ["第 2 页是图片，没有文字层，没有读入"] == [u.reason for u in report.unreadable]


def test_a_table_without_rules_is_told_and_not_guessed_at() -> None:
    sheets = Typesetter().report(whole_report(FORM, cells=NUMBERED), FORM).sheets
    for sheet in sheets:
        sheet.rules = []

    report = read(pdf(sheets))

    assert {} == report.cells
    assert any("没有框线" in problem.reason for problem in report.unreadable)


def test_signs_without_a_meaning_are_no_text() -> None:
    error = failure(pdf([lines("一、总体情况")], mapped=False))

    assert "E113" == error.code
    assert "乱码" in error.message


def test_a_password_is_named() -> None:
    error = failure(pdf([lines("一、总体情况")], locked=True))

    assert ("E106", "文件“年报.pdf”有密码。") == (error.code, error.message)


@pytest.mark.parametrize("kept", [9, 200, 700])
def test_a_damaged_file_is_told(kept: int) -> None:
    assert "E106" == failure(report_pdf(whole_report(FORM), FORM)[:kept]).code


def test_a_pdf_is_told_by_its_content() -> None:
    data = pdf([lines("一、总体情况", "均已办结。")])

    assert read(data).text == read(data, "年报.txt").text == read(b"\n\n" + data, "年报").text


def test_too_many_pages_are_refused() -> None:
    assert "E105" == failure(pdf([lines("一、总体情况")] * 201)).code


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet(texts=[(LEFT, 120, 9, "公" * 20_001)]),
        Sheet(rules=[(LEFT, row / 10, LEFT + 9, row / 10) for row in range(3_001)]),
    ],
)
def test_a_page_too_full_is_refused_before_it_takes_long(sheet: Sheet) -> None:
    start = time.monotonic()

    assert "E105" == failure(pdf([sheet])).code
    assert 5 > time.monotonic() - start


def test_what_unpacks_to_too_much_is_refused_before_it_fills_the_memory() -> None:
    bomb = zlib.compress(b"0 0 m " * 15_000_000)
    data = b"%PDF-1.5\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n" + bomb + b"\nendstream"

    assert "E105" == failure(data).code


def test_the_library_is_loaded_only_for_a_pdf() -> None:
    run = subprocess.run(
        [sys.executable, "-c", READS_A_TEXT], capture_output=True, encoding="utf-8", check=True
    )

    assert "False False" == run.stdout.strip()
