"""Where each figure of a draft was taken from, for those who look it over."""

from pathlib import Path

from assistant.app.materials import Materials, Sources
from assistant.files.file_bytes import read_bytes
from assistant.files.read_statistics import is_workbook
from assistant.files.read_workbook import places_of_workbook
from assistant.forms import FormRegistry
from assistant.model import CellId


def figure_origins(materials: Materials, sources: Sources, forms: FormRegistry) -> dict[str, str]:
    """In words, by the id of the cell or fact; a figure typed as an answer has none."""
    origins = _given(materials, sources.statistics, forms)
    if sources.previous is not None:
        handed_on = f"上年报告“{sources.previous.name}”的结转下年度"
        origins |= dict.fromkeys(materials.handed_over, handed_on)
    for cell in materials.inferred:
        place = f"{origins[cell]}，" if cell in origins else ""
        origins[cell] = f"{place}由合计公式或勾稽关系算得"
    return origins


def _given(materials: Materials, path: Path | None, forms: FormRegistry) -> dict[str, str]:
    if path is None:
        return {}
    places = _places(path, forms)
    file = f"统计表“{path.name}”"
    cells = materials.statistics.cells
    return {
        cell: f"{file}的 {places[cell]}" if cell in places else file
        for cell, amount in cells.items()
        if amount.number is not None
    }


def _places(path: Path, forms: FormRegistry) -> dict[CellId, str]:
    data = read_bytes(path)
    return places_of_workbook(data, path.name, forms) if is_workbook(data) else {}
