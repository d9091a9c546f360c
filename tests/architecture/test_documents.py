"""The documents say what the program does."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from assistant.errors import ExitCode

DOCUMENTS = ("README.md", "CONTRIBUTING.md")
MAKE = re.compile(r"\bmake ([a-z-]+)")
TARGET = re.compile(r"^([a-z-]+):", re.MULTILINE)
PATH = re.compile(r"`((?:assistant|schemas|prompts|examples|tests)/[^`]*?)/?`")
OPTION = re.compile(r"`(--[a-z-]+)")
EXIT_ROW = re.compile(r"^\| (\d) \|", re.MULTILINE)
EXAMPLE_OF_A_RECIPE = re.compile(r"SUM007|2030")


def _text(root: Path, name: str) -> str:
    return (root / name).read_text(encoding="utf-8")


def _help(command: str, environment: dict[str, str]) -> str:
    start = "import sys; from assistant.cli.main import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", start, command, "--help"],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_make_target_named_exists(root: Path, name: str) -> None:
    targets = set(TARGET.findall(_text(root, "Makefile")))

    assert set() == set(MAKE.findall(_text(root, name))) - targets


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_path_named_exists(root: Path, name: str) -> None:
    named = [
        path for path in PATH.findall(_text(root, name)) if not EXAMPLE_OF_A_RECIPE.search(path)
    ]

    assert [] == [path for path in named if not (root / path).exists() and "_data" not in path]


def test_the_readme_lists_every_exit_code(root: Path) -> None:
    listed = {int(code) for code in EXIT_ROW.findall(_text(root, "README.md"))}

    assert {int(code) for code in ExitCode} == listed


@pytest.mark.parametrize("command", ["draft", "check", "merge", "convert"])
def test_the_readme_describes_every_option(
    root: Path, command: str, clean_environment: dict[str, str]
) -> None:
    readme = _text(root, "README.md")
    table = readme.partition(f"| `assistant {command}` 的选项 |")[2].partition("\n\n")[0]

    offered = set(re.findall(r"--[a-z][a-z-]+", _help(command, clean_environment)))

    assert offered - {"--help"} == set(OPTION.findall(table))


def test_the_change_log_ends_with_the_version_that_is_built(root: Path) -> None:
    version = tomllib.loads(_text(root, "pyproject.toml"))["project"]["version"]
    headings = re.findall(r"^## (.+)$", _text(root, "CHANGELOG.md"), re.MULTILINE)

    assert headings
    assert headings[0] == "未发布" or headings[0].startswith(version)
