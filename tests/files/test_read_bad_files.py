"""Files that cannot be read end in a Chinese error with the file's name, never a traceback."""

import io
import os
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.errors import AssistantError, ExitCode
from assistant.files import read_notes, read_report, read_statistics
from assistant.forms import load_forms

FORMS = load_forms()
FORM = FORMS.by_id("2019")
READERS: list[Callable[[Path], object]] = [
    lambda path: read_report(path, FORMS),
    lambda path: read_statistics(path, FORMS),
    lambda path: read_notes(path, FORM),
]


def failure(read: Callable[[Path], object], path: Path) -> AssistantError:
    with pytest.raises(AssistantError) as caught:
        read(path)
    return caught.value


def zipped(**parts: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return output.getvalue()


@pytest.mark.parametrize("read", READERS)
@pytest.mark.parametrize(
    ("content", "code"), [(b"", "E104"), (b" \r\n\t", "E104"), (b"\x00\x01\x02" * 99, "E109")]
)
def test_empty_and_binary_files_are_named(
    tmp_path: Path, read: Callable[[Path], object], content: bytes, code: str
) -> None:
    path = tmp_path / "材料.txt"
    path.write_bytes(content)

    error = failure(read, path)

    assert code == error.code
    assert "材料.txt" in error.message
    assert ExitCode.UNREADABLE is error.exit_code


@pytest.mark.parametrize("read", READERS)
def test_a_missing_file_and_a_folder_are_named(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    assert "E101" == failure(read, tmp_path / "没有.docx").code
    assert "E102" == failure(read, tmp_path).code


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="管理员什么文件都能读")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "锁.txt"
    path.write_text("一、总体情况", encoding="utf-8")
    path.chmod(0)

    assert "E103" == failure(READERS[0], path).code


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("年报.docx", "只是一段文字，不是文档。".encode(), "E106"),
        ("年报.docx", zipped(word__document_xml=b"<broken"), "E106"),
        ("年报.docx", zipped(a_txt=b"1"), "E106"),
        ("年报.docx", zipped(xl__workbook_xml=b"<a/>"), "E106"),
        ("年报.docx", b"PK\x03\x04 and nothing more", "E106"),
        ("年报.docx", zipped(word__document_xml=b" " * 3_000_000), "E105"),
        ("年报.pdf", b"%PDF-1.7 ...", "E106"),
        ("年报.txt", b"%PDF-1.7 ...", "E106"),
        ("年报.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E106"),
        ("年报.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "E106"),
        ("年报.doc", "一、总体情况".encode(), "E106"),
        ("年报.txt", b"\xff\x80\x81abc\xff" * 50, "E109"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    error = failure(READERS[0], path)

    assert code == error.code
    assert name in error.message


@pytest.mark.parametrize("part", [b"<w:p/>", b"<w:p><w:r><w:t>1</w:t></w:r></w:p>"])
def test_a_document_of_endless_elements_is_refused_before_it_fills_the_memory(
    tmp_path: Path, part: bytes
) -> None:
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = b'<w:document xmlns:w="' + space + b'"><w:body>' + part * 1_200_000 + b"</w:body>"
    path = tmp_path / "多.docx"
    path.write_bytes(zipped(word__document_xml=body + b"</w:document>"))

    start = time.monotonic()
    assert "E105" == failure(READERS[0], path).code
    assert 5 > time.monotonic() - start


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="只有 Unix 有这样的设备")
def test_what_never_ends_is_read_only_so_far() -> None:
    assert "E105" == failure(READERS[0], Path("/dev/zero")).code


def test_a_workbook_given_as_a_report_is_called_one(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(zipped(xl__workbook_xml=b"<a/>"))

    assert "是 Excel 工作簿" in failure(READERS[0], path).message


def test_an_entity_bomb_in_a_document_does_not_go_off(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY %c "%s">' % (98 + index, b"&%c;" % (97 + index) * 10) for index in range(9)
    )
    document = bomb + b']><w:document xmlns:w="urn:w"><w:body>&j;</w:body></w:document>'
    path = tmp_path / "弹.docx"
    path.write_bytes(zipped(word__document_xml=document))

    assert "E106" == failure(READERS[0], path).code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_text_is_read_in_every_encoding_that_occurs(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes("一、总体情况\r\n全镇公开信息２条。\r\n".encode(encoding))

    report = read_report(path, FORMS)

    assert ["全镇公开信息２条。"] == [p.text for p in report.sections[0].paragraphs]


def test_a_text_that_is_too_long_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text("公" * 600_001, encoding="utf-8")

    assert "E105" == failure(READERS[0], path).code
