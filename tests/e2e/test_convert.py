"""Reports and figures in other formats, by the command and the programs people use."""

from pathlib import Path

import pytest

from assistant.files import read_report
from assistant.forms import load_forms
from tests.e2e.command import Assistant
from tests.e2e.pictures import OFFICE, program

FORMS = load_forms()


def test_a_report_goes_through_every_format_and_stays_what_it_was(
    assistant: Assistant, township: Path
) -> None:
    original = read_report(township / "2019年报.docx", FORMS)

    for before, to, after in (
        (township / "2019年报.docx", "html", "一.html"),
        ("一.html", "docx", "二.docx"),
        ("二.docx", "xlsx", "三.xlsx"),
        ("三.xlsx", "json", "四.json"),
    ):
        ended = assistant("convert", before, "--to", to, "--output", after)
        assert 0 == ended.code, ended.err
        assert "请留意" not in ended.err

    again = read_report(assistant.folder / "二.docx", FORMS)
    assert original.cells == again.cells
    assert [p.text for p in original.prose()] == [p.text for p in again.prose()]
    checked = assistant("check", "二.docx", "--statistics", "四.json", "--format", "json")
    assert [] == checked.report.findings


def test_a_pdf_is_laid_out_where_libreoffice_is(assistant: Assistant, township: Path) -> None:
    program(OFFICE)

    ended = assistant("convert", township / "2019年报.docx", "--to", "pdf", "--output", "年报.pdf")

    assert 0 == ended.code, ended.err
    assert (assistant.folder / "年报.pdf").read_bytes().startswith(b"%PDF-")
    assert ["年报.pdf"] == [file.name for file in assistant.folder.iterdir()]


@pytest.mark.parametrize("to", ["pdf", "docx"])
def test_what_cannot_be_written_is_one_sentence(assistant: Assistant, to: str) -> None:
    (assistant.folder / "统计.yaml").write_text("year: 2021\ncells: {}\n", encoding="utf-8")

    ended = assistant("convert", "统计.yaml", "--to", to)

    assert 2 == ended.code
    assert ended.err.startswith("错误 E317：")
