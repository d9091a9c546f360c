"""Saves files whole or not at all."""

import errno
import os
import uuid
from collections.abc import Mapping
from pathlib import Path

from assistant.errors import AssistantError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def save(path: Path, data: bytes) -> None:
    """Writes ``data`` to ``path``, creating its folder; an older file stays until all is written.

    Raises AssistantError E150–E154 and leaves no temporary file behind when it cannot.
    """
    save_all({path: data})


def save_all(files: Mapping[Path, bytes]) -> None:
    """Writes several files: none of them is replaced before all of them are written."""
    written: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            written[path] = _write_beside(path, data)
        for path, temporary in written.items():
            _replace(temporary, path)
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, data: bytes) -> Path:
    """A temporary file with the data, in the folder of ``path``."""
    folder = _folder_of(path)
    # Not made of the file's name: a long Chinese name may leave no room for more.
    temporary = folder / f".{uuid.uuid4().hex}.tmp"
    try:
        _write(temporary, data)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise _explained(error, path) from error
        raise
    return temporary


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _folder_of(path: Path) -> Path:
    try:
        if path.is_dir():
            message = f"“{path}”是一个文件夹，不能作为文件写入。"
            raise AssistantError("E150", message, "请写明文件名。")
        path.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        message = f"不能在“{path.parent}”下建文件：它或它的上级是一个文件，不是文件夹。"
        raise AssistantError("E151", message, "请换一个文件夹。") from error
    except OSError as error:
        raise _explained(error, path) from error
    return path.parent


def _replace(temporary: Path, path: Path) -> None:
    try:
        # A link stays a link: what it points to is replaced.
        temporary.replace(path.resolve())
    except PermissionError as error:
        message = f"文件“{path}”不能替换：可能正被 Word、WPS 等程序打开，或者是只读的。"
        raise AssistantError("E154", message, "请关闭该文件后再试。") from error
    except OSError as error:
        raise _explained(error, path) from error


def _explained(error: OSError, path: Path) -> AssistantError:
    if error.errno in _FULL:
        return AssistantError("E153", f"磁盘空间不足，写不下“{path}”。", "请清理磁盘或换一个位置。")
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        message = f"文件夹“{path.parent}”没有写入权限。"
        return AssistantError("E152", message, "请换一个有权限的文件夹。")
    if error.errno == errno.ENAMETOOLONG:
        return AssistantError("E155", f"文件名“{path.name}”太长。", "请换一个短一些的文件名。")
    return AssistantError("E152", f"不能写入“{path}”：{error.strerror}。", "请换一个文件夹。")
