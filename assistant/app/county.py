"""The county's statistics from a folder of the units' files, read and written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.app.documents import Document, documents_at
from assistant.app.merging import MergeRequest, merge
from assistant.app.unit_figures import figures_of, read_all
from assistant.app.unit_list import read_unit_list
from assistant.app.work_pool import Pool
from assistant.errors import AssistantError
from assistant.files.report_folder import REPORT_SUFFIXES, STATISTICS_SUFFIXES
from assistant.files.saving import save_all
from assistant.files.write_statistics import write_statistics_json, write_statistics_yaml
from assistant.files.write_workbook import write_workbook
from assistant.forms import FormRegistry
from assistant.model import MergeResult, Statistics

_KINDS = (".xlsx", ".yaml", ".yml", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class County:
    """What to read and to write. units: list of names. against: the county's own report."""

    folder: Path
    year: int
    units: Path | None = None
    against: Path | None = None
    organisation: str = ""
    out: tuple[Path, ...] = ()


def merge_folder(
    county: County, forms: FormRegistry, pool_for: Callable[[int], Pool]
) -> MergeResult:
    """Adds up what lies in the folder and writes the sums to the wanted files.

    pool_for: gives the pool for a number of files.

    Raises AssistantError E112 for a folder without files, E167 rather than overwrite a file,
    E303 for a kind of file it cannot write, and what reading the list and the county's report
    or adding up raises. A unit's file that cannot be read is part of the result.
    """
    forms.for_year(county.year)
    _require_free(county.out)
    units = None if county.units is None else read_unit_list(county.units)
    own = None
    if county.against is not None:
        own = figures_of(Document(name=str(county.against), path=county.against), forms)
    documents = _documents(county)
    figures = list(read_all(documents, forms, pool_for(len(documents))))
    request = MergeRequest(
        year=county.year, organisation=county.organisation, units=units, county=own
    )
    result = merge(figures, request, forms)
    save_all(_written(county, result.statistics, forms))
    return result


def _documents(county: County) -> tuple[Document, ...]:
    """The units' files, without what the merge itself was given or once wrote."""
    if not county.folder.is_dir():
        message = f"“{county.folder}”不是文件夹。"
        raise AssistantError("E102", message, "请给出放各单位材料的文件夹。")
    given = [path for path in (county.units, county.against) if path is not None]
    own = {path.resolve() for path in given}
    found = documents_at([county.folder], REPORT_SUFFIXES | STATISTICS_SUFFIXES).documents
    others = tuple(
        document
        for document in found
        if document.failure is not None
        or (document.path is not None and document.path.resolve() not in own)
    )
    if not others:
        hint = "能汇总的是 docx、html、pdf、txt、md、xlsx、yaml、json。"
        raise AssistantError("E112", f"“{county.folder}”里没有可以汇总的文件。", hint)
    return others


def _require_free(out: tuple[Path, ...]) -> None:
    for path in out:
        if path.suffix.lower() not in _KINDS:
            message = f"汇总统计表“{path.name}”的扩展名不认识。"
            raise AssistantError("E303", message, "请写成 .xlsx、.yaml 或 .json。")
        if path.exists():
            hint = "请换一个文件名，或先把它移走。"
            raise AssistantError("E167", f"“{path}”已经存在，可能已经改过。", hint)


def _written(county: County, statistics: Statistics, forms: FormRegistry) -> Mapping[Path, bytes]:
    return {path: _bytes(path, county, statistics, forms) for path in county.out}


def _bytes(path: Path, county: County, statistics: Statistics, forms: FormRegistry) -> bytes:
    match path.suffix.lower():
        case ".xlsx":
            form, name = forms.for_year(county.year), statistics.organisation
            return write_workbook(form, organisation=name, year=county.year, statistics=statistics)
        case ".json":
            return write_statistics_json(statistics)
        case _:
            return write_statistics_yaml(statistics)
