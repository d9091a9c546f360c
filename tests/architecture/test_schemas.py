"""An editor is told the truth: JSON schemas are those of the models that read the files."""

from pathlib import Path

import pytest

from tests.architecture.schemas import MODELS, path_of, text_of


@pytest.mark.parametrize("name", MODELS)
def test_a_json_schema_is_that_of_the_model(name: str) -> None:
    """When this fails, run ``python -m tests.architecture.schemas``."""
    kept = path_of(name).read_text(encoding="utf-8")

    assert text_of(MODELS[name]) == kept


def test_every_json_schema_a_data_file_names_has_a_model(root: Path) -> None:
    files = [*root.glob("schemas/**/*.yaml"), *root.glob("prompts/**/*.yaml")]
    first_lines = [path.read_text(encoding="utf-8").partition("\n")[0] for path in files]
    named = {Path(line.partition("$schema=")[2]).name for line in first_lines}

    assert named
    assert set() == named - {path_of(name).name for name in MODELS}
