"""A user's file as bytes, and bytes as text: limits, encodings, and what goes wrong."""

import codecs
from pathlib import Path

from assistant.errors import AssistantError

MAX_BYTES = 40_000_000
MAX_CHARACTERS = 600_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path) -> bytes:
    """The whole file. Raises AssistantError E101–E105 naming the file."""
    name = path.name if path.name else str(path)
    try:
        if path.is_dir():
            raise AssistantError("E102", f"“{name}”是文件夹，不是文件。", "请给出其中的文件。")
        return require_content(_at_most(path, MAX_BYTES + 1), name)
    except FileNotFoundError as error:
        raise AssistantError("E101", f"找不到文件“{path}”。", "请检查路径和文件名。") from error
    except PermissionError as error:
        hint = "请检查权限，或先关闭正在打开它的程序。"
        raise AssistantError("E103", f"没有权限读取文件“{name}”。", hint) from error
    except (OSError, ValueError) as error:
        raise AssistantError("E103", f"读不了文件“{name}”。") from error


def _at_most(path: Path, size: int) -> bytes:
    """The first ``size`` bytes: a device or a pipe does not tell how much it holds."""
    with path.open("rb") as file:
        return file.read(size)


def require_content(data: bytes, name: str) -> bytes:
    """``data``, unless there is too much of it (E105) or nothing in it (E104)."""
    if len(data) > MAX_BYTES:
        raise AssistantError("E105", f"文件“{name}”太大，超过 {MAX_BYTES // 1_000_000} MB。")
    if not data.strip():
        raise AssistantError("E104", f"文件“{name}”是空的。", "请检查是否保存完整。")
    return data


def decode(data: bytes, name: str) -> str:
    """Text of a file: by its byte order mark, else UTF-8, else GB18030; line ends unified.

    Raises AssistantError E109 for what is no text.
    """
    text = _decoded(data, name)
    if len(text) > MAX_CHARACTERS:
        raise AssistantError("E105", f"文件“{name}”太大，超过 {MAX_CHARACTERS} 个字符。")
    controls = sum(1 for char in text if char < " " and char not in "\t\n\r\v\f")
    if controls > len(text) // 200:
        raise AssistantError("E109", f"文件“{name}”不是文本文件。", "请另存为 docx 或 txt 再试。")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data: bytes, name: str) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data, encoding, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _strict(data, "gb18030", name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        hint = "请另存为 UTF-8 编码再试。"
        raise AssistantError("E109", f"文件“{name}”的编码认不出来。", hint) from error
