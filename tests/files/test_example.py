"""The bundled township is what its sources say."""

import io
import zipfile
from pathlib import Path

import pytest

from examples.build import documents


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", ["2019年报.docx", "2020统计表.xlsx"])
def test_a_bundled_document_is_what_make_examples_makes(root: Path, name: str) -> None:
    bundled = (root / "examples" / "township" / name).read_bytes()

    assert _parts(documents()[name]) == _parts(bundled)
