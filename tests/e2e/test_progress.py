"""The progress bar is for those who watch."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.e2e.command import Assistant

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有伪终端")
if sys.platform != "win32":
    import pexpect


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_terminal_shows_a_bar_and_every_result(
    assistant: Assistant, township: Path, jobs: str
) -> None:
    for number in range(6):
        shutil.copy(township / "2019年报.docx", assistant.folder / f"{number}.docx")
    watched: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "assistant", "check", ".", "--jobs", jobs],
        cwd=str(assistant.folder),
        env=assistant.environment | {"TERM": "xterm", "COLUMNS": "100"},
        encoding="utf-8",
        timeout=60,
    )

    watched.expect(r"\d/6")
    watched.expect_exact("共 6 份")
    watched.expect(pexpect.EOF)
    watched.close()

    assert 0 == watched.exitstatus


def test_ctrl_c_ends_the_processes_at_once(assistant: Assistant, township: Path) -> None:
    for number in range(400):
        shutil.copy(township / "2019年报.docx", assistant.folder / f"{number:03}.docx")
    watched: pexpect.spawn[str] = pexpect.spawn(
        sys.executable,
        ["-m", "assistant", "check", ".", "--jobs", "2"],
        cwd=str(assistant.folder),
        env=assistant.environment | {"TERM": "xterm"},
        encoding="utf-8",
        timeout=60,
    )
    watched.expect(r"\d+/400")
    watched.expect_exact("正文数字")
    watched.sendintr()
    watched.expect_exact("已中断。")
    said = watched.before
    watched.expect(pexpect.EOF)
    watched.close()

    assert 130 == watched.exitstatus
    assert "Traceback" not in (said if said else "") + (watched.before if watched.before else "")
