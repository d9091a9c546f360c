"""Many files as a county's officer checks them: nothing lost, nothing unescaped, one summary."""

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.e2e.command import Assistant

STEERS = ("\x1b", "\x9b", "\u202e")


def zipped(**parts: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return output.getvalue()


def entity_bomb() -> bytes:
    levels = b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
    text = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + levels
    return text + b']><w:document xmlns:w="urn:w"><w:body>&j;</w:body></w:document>'


@pytest.fixture
def reports(assistant: Assistant, township: Path) -> Path:
    """Two good reports and one with a wrong sum."""
    folder = assistant.folder / "年报"
    (folder / "甲").mkdir(parents=True)
    report = township / "2019年报.docx"
    shutil.copy(report, folder / "甲" / "1.docx")
    shutil.copy(report, folder / "2.docx")
    return folder


def test_one_file_and_standard_input_are_checked_alike(
    assistant: Assistant, township: Path
) -> None:
    report = township / "2019年报.docx"
    named = assistant("check", report, "--format", "json").report
    for flags in ([], ["--jobs", "4"]):
        with report.open("rb") as file:
            typed = subprocess.run(
                [sys.executable, "-m", "assistant", "check", "-", "--format", "json", *flags],
                cwd=assistant.folder,
                env=assistant.environment,
                stdin=file,
                capture_output=True,
                check=False,
            )

        got = json.loads(typed.stdout)
        assert 0 == typed.returncode
        assert "标准输入" == got.pop("file")
        assert got == named.model_dump(by_alias=True, exclude={"file"})


def test_text_from_standard_input_may_have_any_encoding(assistant: Assistant) -> None:
    text = "云岫县松岚镇2020年政府信息公开工作年度报告\n一、总体情况\n新收申请3件。\n"
    for encoding in ("utf-8", "gb18030", "utf-16"):
        done = subprocess.run(
            [sys.executable, "-m", "assistant", "check", "-", "--format", "json"],
            cwd=assistant.folder,
            env=assistant.environment,
            input=text.encode(encoding),
            capture_output=True,
            check=False,
        )

        assert 2020 == json.loads(done.stdout)["year"]


def test_nothing_on_standard_input_is_refused(assistant: Assistant) -> None:
    ended = assistant("check", "-")

    assert 3 == ended.code
    assert "E104" in ended.err


def test_a_folder_gives_every_result_and_one_table(assistant: Assistant, reports: Path) -> None:
    (reports / "坏.docx").write_bytes(b"PK\x03\x04")
    (reports / "照片.jpg").write_bytes(b"1")

    ended = assistant("check", "年报", "--summary", "汇总.xlsx")

    assert 3 == ended.code
    assert "共 3 份：有错误的 0 份" in ended.out
    assert "没能核对的 1 份" in ended.out
    assert "另有 1 个其他类型的文件" in ended.err
    sheet = load_workbook(assistant.folder / "汇总.xlsx").worksheets[0]
    names = [str(row[0].value) for row in sheet.iter_rows(min_row=2)]
    assert [
        str(Path("年报", *parts)) for parts in (("2.docx",), ("坏.docx",), ("甲", "1.docx"))
    ] == (names)


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_lines_of_json_are_the_reports_in_order_however_many_work_on_them(
    assistant: Assistant, reports: Path, township: Path, jobs: str
) -> None:
    for number in range(20):
        shutil.copy(township / "2019年报.docx", reports / f"3{number:02}.docx")
    single = assistant("check", reports / "2.docx", "--format", "json").report

    ended = assistant("check", "年报", "--format", "json", "--jobs", jobs, "--summary", "s.jsonl")

    lines = [json.loads(line) for line in ended.out.splitlines()]
    summary = (assistant.folder / "s.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in summary.splitlines()]
    assert 0 == ended.code
    assert 22 == len(lines)
    assert sorted(line["file"] for line in lines) == [line["file"] for line in lines]
    assert [line["file"] for line in lines] == [row["file"] for row in rows]
    assert single.text == lines[0]["text"]
    assert {single.summary.numbers} == {row["numbers"] for row in rows}


def test_findings_weigh_more_than_files_that_cannot_be_read(
    assistant: Assistant, reports: Path
) -> None:
    (reports / "坏.docx").write_bytes(b"PK\x03\x04")
    (reports / "错.txt").write_text("松岚镇2020年政府信息公开工作年度报告\n", encoding="utf-8")

    assert 1 == assistant("check", "年报").code
    assert 1 == assistant("check", "年报/2.docx", "年报/错.txt").code
    assert 3 == assistant("check", "年报/2.docx", "年报/没有.docx").code
    assert 0 == assistant("check", "年报/2.docx", "年报/甲").code


def test_last_years_reports_are_found_in_a_folder(
    assistant: Assistant, reports: Path, township: Path
) -> None:
    drafted = assistant(
        "draft",
        "--year=2020",
        f"--previous={township / '2019年报.docx'}",
        f"--statistics={township / '2020统计表.xlsx'}",
        f"--notes={township / '2020工作.yaml'}",
        "--yes",
        "--out=out",
    )
    assert 0 == drafted.code

    one = assistant("check", "out/年报.docx", "--previous", "年报")
    ended = assistant("check", "out", "--previous", "年报", "--summary", "s.jsonl")

    summary = (assistant.folder / "s.jsonl").read_text(encoding="utf-8")
    rows = {Path(row["file"]).name: row for row in map(json.loads, summary.splitlines())}
    assert "YOY001　没有提供上年报告" not in one.out
    assert "2.docx" in one.err
    assert 0 == ended.code
    assert {"年报.docx", "年报.html"} == set(rows)
    assert all(row["previous"] == str(Path("年报", "2.docx")) for row in rows.values())


def test_a_statistics_file_goes_with_one_report(assistant: Assistant, reports: Path) -> None:
    ended = assistant("check", "年报", "--statistics", "s.yaml")

    assert 2 == ended.code
    assert "--statistics" in ended.err


def test_prose_alone_is_held_against_a_statistics_file(assistant: Assistant) -> None:
    (assistant.folder / "s.yaml").write_text(
        "year: 2020\ncells:\n  applications.received.total: 3\n", encoding="utf-8"
    )
    (assistant.folder / "p.txt").write_text("2020年，新收政府信息公开申请4件。", encoding="utf-8")

    ended = assistant("check", "p.txt", "--statistics", "s.yaml", "--format", "json")

    errors = {f.code for f in ended.report.findings if f.severity == "error"}
    assert 1 == ended.code
    assert {"REF001"} == errors


def test_a_summary_of_another_kind_is_refused_before_any_work(
    assistant: Assistant, reports: Path
) -> None:
    ended = assistant("check", "年报", "--summary", "s.csv")

    assert 2 == ended.code
    assert "E303" in ended.err
    assert "" == ended.out


def test_a_folder_without_reports_is_refused(assistant: Assistant) -> None:
    (assistant.folder / "空").mkdir()

    ended = assistant("check", "空")

    assert 3 == ended.code
    assert "E112" in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 的文件名不能这样")
def test_hostile_files_and_names_are_rows_and_steer_nothing(
    assistant: Assistant, reports: Path
) -> None:
    texts = {
        "炸.docx": (zipped(word__document_xml=b"<w>" * 30_000_000), "E105"),
        "实体.docx": (zipped(word__document_xml=entity_bomb()), "E106"),
        "残.docx": (zipped(word__document_xml=b"<broken"), "E106"),
        "多.docx": (zipped(word__document_xml=b"<w:p/><w:r/>" * 2_000_000), "E105"),
        "扫描.pdf": (b"%PDF-1.7", "E106"),
        "a\nb.docx": (b"PK\x03\x04", "E106"),
        "\x1b[2J\u202e.txt": (b"\x00\x01" * 99, "E109"),
        "=HYPERLINK(1).txt": (b"", "E104"),
        os.fsdecode(b"\xff\x9b.txt"): (b" ", "E104"),
    }
    for name, (content, _) in texts.items():
        (reports / name).write_bytes(content)
    with (reports / "大.txt").open("wb") as file:
        file.truncate(200_000_000)
    (reports / "甲" / "回").symlink_to(reports)
    expected = {str(Path("年报", name)): code for name, (_, code) in texts.items()}
    expected |= {str(Path("年报", "大.txt")): "E105", str(Path("年报", "甲", "回")): "E108"}

    shown = assistant("check", "年报", "--summary", "s.xlsx", "--jobs", "2")
    lines = assistant("check", "年报", "--summary", "s.jsonl", "--format", "json")

    summary = (assistant.folder / "s.jsonl").read_text(encoding="utf-8")
    rows = [json.loads(line) for line in summary.splitlines()]
    assert expected == {row["file"]: row["code"] for row in rows if row["code"]}
    assert [3, 3] == [shown.code, lines.code]
    assert len(rows) == len(lines.out.splitlines())
    for text in (shown.out, shown.err, lines.out, lines.err, summary):
        assert not any(sign in text for sign in STEERS)
    assert "共 13 份" in shown.out
    sheet = load_workbook(assistant.folder / "s.xlsx").worksheets[0]
    assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_nothing_but_results_is_written_to_a_pipe(assistant: Assistant, reports: Path) -> None:
    ended = assistant("check", "年报", "--jobs", "2")

    assert "" == ended.err
    assert "\r" not in ended.out


def test_the_single_report_is_told_by_name_with_its_line_end_shown(assistant: Assistant) -> None:
    ended = assistant("check", "没\n有.docx")

    assert 3 == ended.code
    assert ended.err.startswith("错误 E101：找不到文件“没�有.docx”。\n")
