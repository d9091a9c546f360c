"""Real reports are test data beside the project: nothing of their prose becomes part of it."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

# Shorter runs are names of offices, official phrases and labels of the forms.
CHARACTERS = 24
TEXT_FILES = {".py", ".md", ".yaml", ".yml", ".json", ".jsonl", ".txt", ".html", ".toml"}
SPLIT = re.compile(r"[。；;！？!?\s]")
NOT_HAN = re.compile(r"[^\u4e00-\u9fff]")


def _sentences(text: str) -> Iterator[str]:
    for sentence in SPLIT.split(text):
        bare = NOT_HAN.sub("", sentence)
        if len(bare) >= CHARACTERS:
            yield bare


def _real_texts(shared: Path) -> Iterator[str]:
    for path in sorted(shared.glob("reports/*.txt")):
        yield path.read_text(encoding="utf-8")
    with (shared / "gold" / "dev.jsonl").open(encoding="utf-8") as passages:
        for line in passages:
            yield json.loads(line)["text"]


def _project_files(root: Path) -> list[Path]:
    folders = ("assistant", "prompts", "schemas", "examples", "tests", "evals", "docs")
    inside = chain.from_iterable((root / folder).rglob("*") for folder in folders)
    return [path for path in chain(root.glob("*.md"), inside) if path.suffix in TEXT_FILES]


def test_no_sentence_of_a_real_report_stands_in_the_project(root: Path, shared: Path) -> None:
    real = {sentence for text in _real_texts(shared) for sentence in _sentences(text)}
    forms = "".join(
        NOT_HAN.sub("", path.read_text(encoding="utf-8"))
        for path in root.glob("schemas/forms/*.yaml")
    )
    own_words = {sentence for sentence in real if sentence not in forms}

    borrowed = {
        path.relative_to(root).as_posix(): sentence
        for path in _project_files(root)
        for sentence in _sentences(path.read_text(encoding="utf-8"))
        if sentence in own_words
    }

    assert own_words
    assert {} == borrowed


def test_the_comparison_sees_through_punctuation_and_digits() -> None:
    sentence = "全年共收到群众提出的各类意见建议一百余条均已逐条答复并公开"
    with_marks = f"{sentence[:9]}，{sentence[9:20]}12{sentence[20:]}。"

    assert [sentence] == list(_sentences(with_marks))


@pytest.mark.parametrize("label", ["危及“三安全一稳定”", "政府信息公开工作年度报告"])
def test_official_labels_are_too_short_to_count(label: str) -> None:
    assert [] == list(_sentences(label))
