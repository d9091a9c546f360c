"""What a folder holds: every report once, in one order, in bounded time."""

import os
import sys
from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.files import report_folder
from assistant.files.report_folder import REPORT_SUFFIXES, files_in


def listed(folder: Path) -> list[str]:
    return [
        file.path.relative_to(folder).as_posix() + (f" {file.error.code}" if file.error else "")
        for file in files_in(folder, REPORT_SUFFIXES).files
    ]


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一", encoding="utf-8")


def test_known_kinds_are_found_in_all_folders_and_sorted(tmp_path: Path) -> None:
    write(tmp_path, "b/2.DOCX", "b/1.txt", "a/c/3.html", "0.pdf", "表.xlsx", "b/~$2.docx", ".x.txt")
    write(tmp_path, "b/2.DOCX.waivers.yaml")

    content = files_in(tmp_path, REPORT_SUFFIXES)

    assert ["0.pdf", "a/c/3.html", "b/1.txt", "b/2.DOCX"] == listed(tmp_path)
    assert 1 == content.others


def test_links_are_followed_and_lead_nowhere_twice(tmp_path: Path) -> None:
    write(tmp_path, "inside/1.txt", "elsewhere/2.txt")
    top = tmp_path / "top"
    write(top, "a/3.txt")
    (top / "0").symlink_to(top / "a")
    (top / "a" / "up").symlink_to(top)
    (top / "away").symlink_to(tmp_path / "elsewhere")
    (top / "away2").symlink_to(tmp_path / "elsewhere")
    (top / "self.txt").symlink_to(top / "self.txt")
    (top / "gone.txt").symlink_to(top / "nothing")

    expected = ["a/3.txt", "a/up E108", "away/2.txt", "gone.txt E103", "self.txt E103"]
    assert expected == listed(top)


def test_folders_that_link_to_one_another_end(tmp_path: Path) -> None:
    names = [f"{number:02}" for number in range(30)]
    for name in names:
        write(tmp_path, f"{name}/x.txt")
    for name in names:
        for other in names:
            (tmp_path / name / f"to{other}").symlink_to(tmp_path / other)

    found = listed(tmp_path)

    assert [f"{name}/x.txt" for name in names] == [line for line in found if "E108" not in line]
    assert len(names) == sum("E108" in line for line in found)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="只有 Unix 有命名管道")
def test_a_pipe_in_a_folder_is_a_row_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "年报.txt")

    assert ["年报.txt E103"] == listed(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 的文件名不能这样")
def test_strange_names_are_files_like_others(tmp_path: Path) -> None:
    write(tmp_path, "a\nb.txt", "\x1b[31m.txt", "=1+1.txt")
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(b"1")

    assert 4 == len(listed(tmp_path))


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report_folder, "_MOST_FILES", 3)
    write(tmp_path, "1.txt", "2.txt", "3.txt", "4.txt")

    with pytest.raises(AssistantError) as caught:
        files_in(tmp_path, REPORT_SUFFIXES)
    assert "E105" == caught.value.code
