"""What git holds: nothing of the machine it was written on, nothing that leads elsewhere."""

import re
import subprocess
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCK_FILES = ("requirements.lock", "requirements-dev.lock")
PACKAGE_INDEX = re.compile(r"https?://[^\s\"']*(?:/simple|/packages|pypi|pythonhosted|registry)")
HOME = re.compile(r"(?<![\w.])/(?:home|Users|root|work|opt)/\w")
KEY = re.compile(r"\b(?:sk-[A-Za-z0-9]{20,}|ghp_\w{20,}|AKIA[0-9A-Z]{16})\b")
PINNED = re.compile(r"[\w.-]+(?:\[[\w,-]+\])?==[^\s;]+(?: ; .+?)?(?: \\)?")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


@cache
def _tracked() -> tuple[Path, ...]:
    if not (ROOT / ".git").exists():
        pytest.skip("不在 git 工作区里")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    return tuple(
        path for name in listed.stdout.split("\0") if name and (path := ROOT / name).exists()
    )


def _texts() -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in _tracked():
        raw = path.read_bytes()
        if b"\0" not in raw:
            texts[path.relative_to(ROOT).as_posix()] = raw.decode("utf-8")
    return texts


@pytest.mark.parametrize("pattern", [PACKAGE_INDEX, HOME, KEY], ids=["index", "home", "key"])
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    here = Path(__file__).relative_to(ROOT).as_posix()

    holding = {
        name: found[0]
        for name, text in _texts().items()
        if name != here and (found := pattern.search(text))
    }

    assert {} == holding


def test_no_file_names_the_folder_it_was_written_in() -> None:
    assert [] == [name for name, text in _texts().items() if f"{ROOT.parent}/" in text]


def test_nothing_git_ignores_is_tracked() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"],
        cwd=_tracked()[0].parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "" == listed.stdout


def test_lines_end_as_on_unix() -> None:
    assert [] == [name for name, text in _texts().items() if "\r" in text]


@pytest.mark.parametrize("name", LOCK_FILES)
def test_a_lock_file_holds_versions_and_hashes_and_nothing_else(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()

    assert [] == [line for line in lines if not (PINNED.fullmatch(line) or HASH.fullmatch(line))]
    assert any(PINNED.fullmatch(line) for line in lines)


def test_both_lock_files_hold_the_same_versions() -> None:
    run, dev = (
        {
            line.rstrip(" \\")
            for line in (ROOT / name).read_text(encoding="utf-8").splitlines()
            if "==" in line and not line.startswith(" ")
        }
        for name in LOCK_FILES
    )

    assert set() == {line.partition(" ;")[0] for line in run} - {
        line.partition(" ;")[0] for line in dev
    }
