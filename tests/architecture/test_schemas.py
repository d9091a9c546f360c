"""An editor is told the truth: JSON schemas are those of the models that read the files."""

import pytest

from tests.architecture.schemas import FOLDER, MODELS, path_of, text_of


@pytest.mark.parametrize("name", MODELS)
def test_a_json_schema_is_that_of_the_model(name: str) -> None:
    """When this fails, run ``python -m tests.architecture.schemas``."""
    kept = path_of(name).read_text(encoding="utf-8")

    assert text_of(MODELS[name]) == kept


def test_every_json_schema_has_a_model() -> None:
    kept = {path.name for path in FOLDER.glob("*.json")}

    assert {path_of(name).name for name in MODELS} == kept
