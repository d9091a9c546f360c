"""What git holds: nothing of the machine it was written on, nothing that leads elsewhere."""

import re
import subprocess
from pathlib import Path

import pytest

LOCK_FILES = ("requirements.lock", "requirements-dev.lock")
PACKAGE_INDEX = re.compile(r"https?://[^\s\"']*(?:/simple|/packages|pypi|pythonhosted|registry)")
HOME = re.compile(r"(?<![\w.])/(?:home|Users|root|work|opt)/\w")
KEY = re.compile(r"\b(?:sk-[A-Za-z0-9]{20,}|ghp_\w{20,}|AKIA[0-9A-Z]{16})\b")
PINNED = re.compile(r"[\w.-]+(?:\[[\w,-]+\])?==[^\s;]+(?: ; .+?)?(?: \\)?")
HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")


@pytest.fixture(scope="session")
def texts(root: Path, tracked: tuple[str, ...]) -> dict[str, str]:
    """Text files of the repository, except this one, which spells out what it looks for."""
    contents = {name: (root / name).read_bytes() for name in tracked}
    here = Path(__file__).relative_to(root).as_posix()
    return {
        name: raw.decode("utf-8")
        for name, raw in contents.items()
        if b"\0" not in raw and name != here
    }


@pytest.mark.parametrize("pattern", [PACKAGE_INDEX, HOME, KEY], ids=["index", "home", "key"])
def test_no_file_holds(pattern: re.Pattern[str], texts: dict[str, str]) -> None:
    holding = {name: found[0] for name, text in texts.items() if (found := pattern.search(text))}

    assert {} == holding


def test_no_file_names_the_folder_it_was_written_in(root: Path, texts: dict[str, str]) -> None:
    folder = re.compile(rf"(?<![\w.]){re.escape(root.as_posix())}/")

    assert [] == [name for name, text in texts.items() if folder.search(text)]


@pytest.mark.usefixtures("tracked")
def test_nothing_git_ignores_is_tracked(root: Path) -> None:
    listing = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]

    listed = subprocess.run(listing, cwd=root, capture_output=True, encoding="utf-8", check=True)

    assert "" == listed.stdout


def test_lines_end_as_on_unix(texts: dict[str, str]) -> None:
    assert [] == [name for name, text in texts.items() if "\r" in text]


@pytest.mark.parametrize("name", LOCK_FILES)
def test_a_lock_file_holds_versions_and_hashes_and_nothing_else(name: str, root: Path) -> None:
    lines = (root / name).read_text(encoding="utf-8").splitlines()

    assert [] == [line for line in lines if not (PINNED.fullmatch(line) or HASH.fullmatch(line))]
    assert any(PINNED.fullmatch(line) for line in lines)


def test_both_lock_files_hold_the_same_versions(root: Path) -> None:
    run, dev = (_versions(root / name) for name in LOCK_FILES)

    assert set() == run - dev


def _versions(lock_file: Path) -> set[str]:
    lines = lock_file.read_text(encoding="utf-8").splitlines()
    return {line.split()[0] for line in lines if "==" in line.partition(" ;")[0]}
