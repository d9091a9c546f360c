"""LibreOffice is played by a script: what it is asked, and what becomes of a bad one."""

import stat
import sys
import time
from pathlib import Path

import pytest

from assistant.errors import AssistantError
from assistant.files import libreoffice
from assistant.files.write_pdf import laid_out

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="脚本是给 Unix 写的")


def _plays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: str(program))


ANSWER = """
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done
mkdir -p "$out" && { printf '%s|' "$FONTCONFIG_FILE"; cat "$1"; } > "$out/document.pdf"
"""


def test_it_is_given_the_document_and_stand_ins_for_fonts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plays(tmp_path, monkeypatch, ANSWER)

    made = laid_out("内容".encode()).decode()

    fonts, _, content = made.partition("|")
    assert fonts.endswith("fonts.conf")
    assert "内容" == content


@pytest.mark.parametrize("script", ["exit 1", "exit 0"])
def test_one_that_makes_nothing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    _plays(tmp_path, monkeypatch, script)

    with pytest.raises(AssistantError) as caught:
        laid_out(b"")

    assert "E157" == caught.value.code
    assert "libreoffice-writer" in caught.value.hint


def test_one_that_hangs_is_stopped_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "still-there"
    _plays(tmp_path, monkeypatch, f"(sleep 2; : > '{mark}') & sleep 60")

    with pytest.raises(AssistantError) as caught:
        laid_out(b"", 0.3)

    assert "E157" == caught.value.code
    time.sleep(2.2)
    assert not mark.exists()


def test_without_it_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "find_soffice", lambda: None)

    with pytest.raises(AssistantError) as caught:
        laid_out(b"")

    assert "E316" == caught.value.code
    assert "libreoffice-writer" in caught.value.hint


def test_it_is_looked_for_on_the_path_and_where_installers_put_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _plays(tmp_path, monkeypatch, "exit 0")
    monkeypatch.undo()
    monkeypatch.setattr(libreoffice, "_FOLDERS", ((str(tmp_path), "soff*"),))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert str(tmp_path / "soffice") == libreoffice.find_soffice()

    monkeypatch.setattr(libreoffice, "_FOLDERS", ())
    assert libreoffice.find_soffice() is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert str(tmp_path / "soffice") == libreoffice.find_soffice()
