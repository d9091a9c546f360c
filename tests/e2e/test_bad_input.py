"""Bad input ends in one Chinese sentence with place and hint, and leaves nothing half-written."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.e2e.command import Assistant, Ended


def _draft(assistant: Assistant, **given: object) -> Ended:
    options = {"year": 2020, "out": "out", **given}
    words = [word for name, value in options.items() for word in (f"--{name}", str(value))]
    return assistant("draft", *words, "--yes")


def _refused(ended: Ended, *says: str) -> None:
    assert 3 == ended.code, ended.out + ended.err
    assert ended.err.startswith("错误 E")
    assert 2 >= len(ended.err.strip().splitlines())
    for word in says:
        assert word in ended.err


def _nothing_written(assistant: Assistant) -> bool:
    return not list(assistant.folder.glob("out/**/*.docx")) + list(assistant.folder.glob("out/.*"))


@pytest.mark.parametrize("wrong", ["三", "1.5", "-1", "—"])
def test_a_workbook_cell_that_is_no_count_is_named_with_sheet_and_address(
    assistant: Assistant, township: Path, wrong: str
) -> None:
    workbook = load_workbook(township / "2020统计表.xlsx")
    hidden = workbook["_assistant"]
    sheet, address = next(
        (str(row[1].value), str(row[2].value))
        for row in hidden.iter_rows()
        if row[0].value == "applications.received.natural_person"
    )
    workbook[sheet][address].value = float(wrong) if wrong in {"1.5", "-1"} else wrong
    workbook.save(assistant.folder / "坏.xlsx")

    ended = _draft(assistant, statistics="坏.xlsx", previous=township / "2019年报.docx")

    _refused(ended, sheet, address, wrong)
    assert _nothing_written(assistant)


def test_a_workbook_without_one_of_its_sheets_is_refused(
    assistant: Assistant, township: Path
) -> None:
    workbook = load_workbook(township / "2020统计表.xlsx")
    gone = next(name for name in workbook.sheetnames if "申请" in name)
    workbook.remove(workbook[gone])
    workbook.save(assistant.folder / "缺.xlsx")

    _refused(_draft(assistant, statistics="缺.xlsx"), gone)


def test_last_years_file_of_another_year_is_refused(assistant: Assistant, township: Path) -> None:
    ended = _draft(
        assistant,
        year=2022,
        previous=township / "2019年报.docx",
        notes=township / "2020工作.yaml",
    )

    _refused(ended, "2019", "2021")


def test_last_years_file_of_another_organisation_is_refused(
    assistant: Assistant, township: Path
) -> None:
    (assistant.folder / "别.yaml").write_text(
        "year: 2020\norganisation: 云岭县石桥乡人民政府\ncells: {}\n", encoding="utf-8"
    )

    ended = _draft(assistant, statistics="别.yaml", previous=township / "2019年报.docx")

    _refused(ended, "云岭县石桥乡人民政府")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("不是.docx", b"this is no zip archive"),
        ("空.docx", b""),
        ("空.txt", b""),
        ("断.docx", b"PK\x03\x04 cut off"),
    ],
)
def test_a_file_that_is_no_report_is_refused(
    assistant: Assistant, name: str, content: bytes
) -> None:
    (assistant.folder / name).write_bytes(content)

    _refused(assistant("check", name), name)
    _refused(_draft(assistant, previous=name), name)


def test_a_missing_file_and_a_folder_are_refused(assistant: Assistant) -> None:
    (assistant.folder / "目录").mkdir()

    _refused(assistant("check", "没有.docx"), "没有.docx")
    _refused(assistant("check", "目录"), "目录")


def test_a_year_without_a_form_is_refused_and_never_the_nearest_one_taken(
    assistant: Assistant,
) -> None:
    _refused(_draft(assistant, year=2018), "2018")


def test_a_statistics_file_of_another_year_is_refused(assistant: Assistant, township: Path) -> None:
    (assistant.folder / "旧.yaml").write_text("year: 2019\ncells: {}\n", encoding="utf-8")

    _refused(_draft(assistant, statistics="旧.yaml"), "2019", "2020")


def test_an_unknown_cell_is_refused_with_its_line(assistant: Assistant) -> None:
    (assistant.folder / "错.yaml").write_text(
        "year: 2020\ncells:\n  applications.recieved.total: 3\n", encoding="utf-8"
    )

    _refused(_draft(assistant, statistics="错.yaml"), "applications.recieved.total", "第 3 行")


def test_a_folder_that_cannot_be_written_is_refused(assistant: Assistant, township: Path) -> None:
    (assistant.folder / "out").write_text("这是文件", encoding="utf-8")

    ended = _draft(
        assistant,
        previous=township / "2019年报.docx",
        statistics=township / "2020统计表.xlsx",
        notes=township / "2020工作.yaml",
    )

    _refused(ended, "out")


@pytest.mark.parametrize("line", ["draft", "draft --year 二零", "check", "chek x", "check --bad x"])
def test_a_wrong_command_line_is_answered_in_chinese_with_code_2(
    assistant: Assistant, line: str
) -> None:
    ended = assistant(*line.split())

    assert 2 == ended.code
    assert "命令写法不对" in ended.err
    assert "Error" not in ended.err
