import errno
import os
from pathlib import Path

import pytest

from assistant.errors import AssistantError, ExitCode
from assistant.files import saving


def _entries(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_file_is_written_with_the_folders_it_needs(tmp_path: Path) -> None:
    target = tmp_path / "输出" / "2020" / "年报.docx"

    saving.save(target, b"new")

    assert b"new" == target.read_bytes()
    assert ["年报.docx"] == _entries(target.parent)


def test_an_older_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "年报.html"
    target.write_bytes(b"a much longer old content")

    saving.save(target, b"new")

    assert b"new" == target.read_bytes()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    try:
        link.symlink_to(real)
    except OSError:
        pytest.skip("这里不能建立符号链接")

    saving.save(link, b"new")

    assert link.is_symlink()
    assert b"new" == real.read_bytes()


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.ENOSPC, "E153"), (errno.EACCES, "E152"), (errno.EROFS, "E152"), (errno.EIO, "E152")],
)
def test_a_failure_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    target = tmp_path / "年报.docx"
    target.write_bytes(b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(AssistantError) as caught:
        saving.save(target, b"new")

    assert (code, ExitCode.UNREADABLE) == (caught.value.code, caught.value.exit_code)
    assert b"old" == target.read_bytes()
    assert ["年报.docx"] == _entries(tmp_path)


def test_an_interrupt_while_writing_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "年报.docx"
    target.write_bytes(b"old")

    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        saving.save(target, b"new")

    assert b"old" == target.read_bytes()
    assert ["年报.docx"] == _entries(tmp_path)


def test_of_several_files_none_is_replaced_when_one_cannot_be_written(tmp_path: Path) -> None:
    first, second = tmp_path / "年报.docx", tmp_path / "年报.html"
    first.write_bytes(b"old")
    second.mkdir()

    with pytest.raises(AssistantError):
        saving.save_all({first: b"new", second: b"new"})

    assert b"old" == first.read_bytes()
    assert ["年报.docx", "年报.html"] == _entries(tmp_path)


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssistantError) as caught:
        saving.save(tmp_path, b"new")

    assert "E150" == caught.value.code
    assert str(tmp_path) in caught.value.message


def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")

    with pytest.raises(AssistantError) as caught:
        saving.save(tmp_path / "out" / "2020" / "年报.docx", b"new")

    assert "E151" == caught.value.code


def test_a_folder_without_permission_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Permission bits do not stop root, so that opening fails by itself here."""

    def refuse(_path: Path, *_arguments: object, **_options: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(AssistantError) as caught:
        saving.save(tmp_path / "年报.docx", b"new")

    assert "E152" == caught.value.code
    assert [] == _entries(tmp_path)


def test_a_file_open_in_another_program_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> Path:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(AssistantError) as caught:
        saving.save(tmp_path / "年报.docx", b"new")

    assert "E154" == caught.value.code
    assert "关闭" in caught.value.hint
    assert [] == _entries(tmp_path)


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(AssistantError) as caught:
        saving.save(tmp_path / ("年" * 200 + ".docx"), b"new")

    assert "E155" == caught.value.code
    assert [] == _entries(tmp_path)
