"""Data files say where their facts come from."""

from pathlib import Path
from typing import cast

import pytest
from ruamel.yaml import YAML

from assistant.datafiles import parse_fast, parse_yaml

ROOT = Path(__file__).parents[2]
SCHEMAS = sorted([*ROOT.glob("schemas/**/*.yaml"), *ROOT.glob("prompts/**/*.yaml")])


def _identity(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _mapping(text: str) -> dict[str, object]:
    data = YAML(typ="safe", pure=True).load(text)
    assert isinstance(data, dict)
    return cast("dict[str, object]", data)


def test_there_are_data_files() -> None:
    assert {"schemas", "prompts"} == {path.relative_to(ROOT).parts[0] for path in SCHEMAS}


@pytest.mark.parametrize("path", SCHEMAS, ids=_identity)
def test_a_schema_file_names_its_source(path: Path) -> None:
    source = _mapping(path.read_text(encoding="utf-8")).get("source")

    assert source


@pytest.mark.parametrize("path", SCHEMAS, ids=_identity)
def test_the_schema_an_editor_is_told_of_exists(path: Path) -> None:
    first_line = path.read_text(encoding="utf-8").partition("\n")[0]

    assert first_line.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first_line.partition("=")[2]).is_file()


@pytest.mark.parametrize("path", SCHEMAS, ids=_identity)
def test_a_shipped_file_means_the_same_to_the_fast_reader(path: Path) -> None:
    """The one reads YAML 1.1, the other YAML 1.2: no file may lie where they differ."""
    text = path.read_text(encoding="utf-8")

    assert parse_yaml(text, path.name, "E201") == parse_fast(text)
