"""What ``check`` hands over, looked at by other programs; decisions on a held-back draft."""

import re
import sys
from pathlib import Path

import pexpect
import pytest
from docx import Document

from tests.e2e.command import Assistant
from tests.e2e.pictures import Studio
from tests.files.commented import commented


@pytest.fixture
def studio(tmp_path: Path, clean_environment: dict[str, str]) -> Studio:
    return Studio.open(tmp_path, clean_environment)


@pytest.fixture
def wrong(tmp_path: Path, township: Path) -> Path:
    """The example report with one number too high."""
    document = Document(str(township / "2019年报.docx"))
    run = next(r for p in document.paragraphs for r in p.runs if "申请3件" in r.text)
    run.text = run.text.replace("申请3件", "申请5件")
    path = tmp_path / "错.docx"
    document.save(str(path))
    return path


def test_the_page_prints_within_the_paper(
    assistant: Assistant, wrong: Path, studio: Studio
) -> None:
    page = wrong.with_name("结果.html")

    assert 1 == assistant("check", wrong, "--format", "html", "--output", page).code

    printed = studio.printed(page)
    assert 4 <= len(printed) <= 14
    for picture in printed:
        left, right = picture.sides
        assert left >= 15 - 1
        assert right <= 210 - 15 + 1


def test_a_commented_document_opens_and_keeps_its_comments(
    assistant: Assistant, wrong: Path, studio: Studio
) -> None:
    assert 1 == assistant("check", wrong, "--format", "docx").code

    again = studio.convert(wrong.with_name("错.批注.docx"), "docx")

    covered = {said.split("】")[0]: words for said, words in commented(again.read_bytes())}
    assert "5" == covered["【REF001 错误"]


def test_a_decision_lets_a_held_back_draft_pass(assistant: Assistant, township: Path) -> None:
    notes = (township / "2020工作.yaml").read_text(encoding="utf-8")
    claim = "  依申请公开:\n    - 全年没有收到政府信息公开申请。\n"
    (assistant.folder / "工作.yaml").write_text(
        notes.replace("  依申请公开:\n", claim), encoding="utf-8"
    )
    words = ("--previous", township / "2019年报.docx", "--notes", "工作.yaml", "--yes")
    figures = ("--statistics", township / "2020统计表.xlsx")
    assert 1 == assistant("draft", "--year", "2020", "--out", "出", *figures, *words).code
    held = assistant.folder / "出" / "待核稿.docx"
    found = assistant("check", held, "--format", "json").report.findings
    errors = [finding.code for finding in found if finding.severity == "error"]

    assert errors
    for code in set(errors):
        for nth in range(1, errors.count(code) + 1):
            done = assistant("waive", held, code, "--reason", "口径不同", "--nth", str(nth))
            assert 0 == done.code, done.err

    ended = assistant("check", held)
    assert 0 == ended.code, ended.out
    assert "理由：口径不同" in ended.out


def test_a_terminal_gets_colour_and_a_pipe_does_not(assistant: Assistant, wrong: Path) -> None:
    hostile = wrong.with_name("错\x1b[2J.docx")
    wrong.rename(hostile)
    screen: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "assistant", "check", str(hostile)],
        cwd=str(wrong.parent),
        env=assistant.environment | {"TERM": "xterm-256color"},
        encoding="utf-8",
        timeout=40,
        dimensions=(40, 80),
    )
    screen.expect(pexpect.EOF)
    screen.close()
    painted = str(screen.before)

    assert 1 == screen.exitstatus
    assert "\x1b[1;30;43m【5】" in painted
    assert re.fullmatch(r"(?:[^\x1b]|\x1b\[[\d;]*m)*", painted), "colours and nothing else"
    plain = re.sub(r"\x1b\[[\d;]*m", "", painted).replace("\r\n", "\n")
    assert plain == assistant("check", hostile).out
