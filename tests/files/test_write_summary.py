"""The summary workbook: numbers are numbers, and no text becomes a formula."""

import io

import pytest
from openpyxl import load_workbook

from assistant.files.write_summary import write_summary
from assistant.model import Counts, Failure, FileSummary

COUNTS = Counts(errors=1, warnings=2, notes=3, numbers=40, accounted=39)
GOOD = FileSummary(
    file="松岚镇.docx",
    organisation="云岫县松岚镇人民政府",
    year=2020,
    form="2019",
    counts=COUNTS,
    previous="2019.docx",
)


def rows(*summaries: FileSummary) -> list[tuple[object, ...]]:
    sheet = load_workbook(io.BytesIO(write_summary(summaries))).worksheets[0]
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_every_file_is_a_row_with_its_counts() -> None:
    failure = Failure(code="E106", message="文件已损坏。")
    _, good, bad = rows(GOOD, FileSummary(file="坏.docx", failure=failure))

    name = "云岫县松岚镇人民政府"
    expected = ("松岚镇.docx", name, 2020, "2019", 1, 2, 3, 40, 39, "2019.docx", None, None)
    assert expected == good
    assert ("坏.docx", None, None, None, None) == tuple(v or None for v in bad[:5])
    assert ("E106", "文件已损坏。") == bad[-2:]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|'/c'!A1"])
def test_no_name_becomes_a_formula(name: str) -> None:
    failure = Failure(code="E106", message=name)
    data = write_summary([FileSummary(file=name, organisation=name, failure=failure)])

    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    texts = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value]
    assert {"s"} == {cell.data_type for cell in texts}
    assert all(cell.quotePrefix for cell in texts)


def test_signs_that_steer_are_shown_as_what_they_are() -> None:
    (_, row) = rows(FileSummary(file="a\nb\x1b[31m\u202e\ud800.txt"))

    assert "a�b�[31m��.txt" == row[0]


def test_the_same_rows_give_the_same_bytes() -> None:
    assert write_summary([GOOD]) == write_summary([GOOD])
