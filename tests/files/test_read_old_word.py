"""doc, wps and rtf: read through LibreOffice, or told what is missing."""

import sys
import time
from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.files import libreoffice, read_old_word
from assistant.files.read_report import read_report_bytes
from assistant.forms import load_forms

FORMS = load_forms()
DOC = b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le")
RTF = b"{\\rtf1 a}"


def failure(data: bytes, name: str = "年报.doc") -> AssistantError:
    with pytest.raises(AssistantError) as caught:
        read_report_bytes(data, name, FORMS)
    return caught.value


@pytest.mark.parametrize(
    ("data", "name"), [(DOC, "年报.doc"), (DOC, "年报.wps"), (RTF, "年报.rtf")]
)
def test_without_libreoffice_the_package_is_named(
    monkeypatch: pytest.MonkeyPatch, data: bytes, name: str
) -> None:
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: None)

    error = failure(data, name)

    assert "E107" == error.code
    assert name in error.message
    assert "libreoffice-writer" in error.hint


def test_a_workbook_and_a_locked_file_of_the_old_kinds_are_named() -> None:
    head = b"\xd0\xcf\x11\xe0"

    assert "Excel" in failure(head + "Workbook".encode("utf-16-le")).message
    assert "有密码" in failure(head + "EncryptedPackage".encode("utf-16-le")).message
    assert "E106" == failure(head).code


@pytest.mark.skipif(sys.platform == "win32", reason="只有 Unix 的脚本可以这样写")
@pytest.mark.parametrize(
    ("script", "code"), [("exit 0", "E106"), ("sleep 60 & wait", "E107"), ("nothing\0", "E106")]
)
def test_a_program_that_fails_or_hangs_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, code: str
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: str(program))
    monkeypatch.setattr(read_old_word, "_SECONDS", 1)

    start = time.monotonic()
    assert code == failure(DOC).code
    assert 20 > time.monotonic() - start


def test_a_program_that_cannot_be_started_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: str(tmp_path / "nothing"))

    assert "E107" == failure(DOC).code
