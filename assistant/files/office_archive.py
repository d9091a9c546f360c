"""Office files from elsewhere are zip archives; what is looked at before one is opened."""

import io
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager

from assistant.errors import AssistantError

_MOST_PARTS = 4_000
_MOST_BYTES = 300_000_000
_MOST_XML_BYTES = 60_000_000
_MOST_RATIO = 1_000
_SMALL = 1_000_000
# Parsed, an element takes some 400 bytes, whatever it takes in the file.
_MOST_TAGS = 1_000_000
_SHORTEST_TAG = 4
_PIECE = 1 << 20


def require_archive(data: bytes, name: str, kind: str, part: str) -> None:
    """Raises AssistantError E106 unless ``data`` is a sound archive of the right kind.

    kind: for the message. part: how the name of the main part begins, e.g. ``word/``.
    """
    with damage_told(name, kind), zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        encrypted = any(info.flag_bits & 1 for info in infos)
        names = [info.filename for info in infos]
        tags = 0 if encrypted else _tags(archive, infos)
    if encrypted:
        raise AssistantError("E106", f"文件“{name}”有密码。", "请去掉密码后再试。")
    if not any(found.startswith(part) for found in names):
        raise AssistantError("E106", f"文件“{name}”不是 {kind}{_instead(names)}。")
    _require_reasonable(infos, tags, name)


def _instead(names: list[str]) -> str:
    for start, kind in (
        ("word/", "Word 文档"),
        ("xl/", "Excel 工作簿"),
        ("ppt/", "PowerPoint 幻灯片"),
    ):
        if any(found.startswith(start) for found in names):
            return f"，是 {kind}"
    return ""


def _xml_parts(infos: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    return [info for info in infos if info.filename.endswith((".xml", ".rels"))]


def _tags(archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> int:
    """About how many tags the parts hold, as far as there may be too many of them."""
    parts = _xml_parts(infos)
    size = sum(info.file_size for info in parts)
    if not _MOST_TAGS * _SHORTEST_TAG < size <= _MOST_XML_BYTES:
        return 0
    count = 0
    for info in parts:
        with archive.open(info) as part:
            while piece := part.read(_PIECE):
                count += piece.count(b"<")
    return count


def _require_reasonable(infos: list[zipfile.ZipInfo], tags: int, name: str) -> None:
    """Refuses archives that unpack to more than any report needs."""
    xml = sum(info.file_size for info in _xml_parts(infos))
    whole = sum(info.file_size for info in infos)
    swollen = any(
        info.file_size > _SMALL and info.file_size > _MOST_RATIO * max(info.compress_size, 1)
        for info in infos
    )
    large = whole > _MOST_BYTES or xml > _MOST_XML_BYTES or tags > _MOST_TAGS
    if len(infos) > _MOST_PARTS or large or swollen:
        raise AssistantError("E105", f"文件“{name}”解压后太大，不像一份年报。")


@contextmanager
def damage_told(name: str, kind: str) -> Generator[None]:
    """Turns what the libraries raise for a damaged file into AssistantError E106."""
    try:
        yield
    except AssistantError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        IndexError,
        ValueError,
        TypeError,
        AttributeError,
        EOFError,
        OSError,
        SyntaxError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        hint = "请用 Word 或 WPS 打开，另存后再试。"
        raise AssistantError("E106", f"文件“{name}”已损坏，不能作为 {kind}打开。", hint) from error
