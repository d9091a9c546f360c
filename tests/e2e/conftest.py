"""The command in a folder of its own, and the bundled example."""

from pathlib import Path

import pytest

from tests.e2e.command import Assistant


@pytest.fixture
def assistant(tmp_path: Path, clean_environment: dict[str, str], root: Path) -> Assistant:
    """The command, working in an empty folder."""
    return Assistant(tmp_path, clean_environment | {"PYTHONPATH": str(root)})


@pytest.fixture(scope="session")
def township(root: Path) -> Path:
    """The bundled example: last year's report, this year's workbook, notes."""
    return root / "examples" / "township"
