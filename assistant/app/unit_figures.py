"""The figures a unit handed in: a report, a workbook or a statistics file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from assistant.app.documents import Document, report_of
from assistant.app.work_pool import Lost, Pool, run_in_order
from assistant.errors import AssistantError
from assistant.files import read_statistics
from assistant.files.report_folder import STATISTICS_SUFFIXES
from assistant.forms import Form, FormRegistry, complete
from assistant.forms.totals import totals
from assistant.model import Amount, CellId, Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFigures:
    """What one file says. form: of its tables, None when it has none. failure: unreadable."""

    file: str
    organisation: str = ""
    year: int | None = None
    form: str | None = None
    cells: Mapping[CellId, Amount]
    failure: Failure | None = None

    @property
    def name(self) -> str:
        """The unit's name, or the file's where it does not tell."""
        return self.organisation if self.organisation else Path(self.file).stem


def read_all(
    documents: Sequence[Document], forms: FormRegistry, pool: Pool
) -> Iterator[UnitFigures]:
    """The figures of every document, in their order; nothing that goes wrong is raised."""
    work: Callable[[tuple[Document, ...]], tuple[UnitFigures, ...]] = partial(_read_chunk, forms)
    for figures in run_in_order(work, documents, pool):
        if isinstance(figures, Lost):
            message = f"读这份文件的进程两次中断（{figures.reason}）。"
            yield _failed(figures.item, Failure(code="E111", message=message))
        else:
            yield figures


def _read_chunk(forms: FormRegistry, documents: tuple[Document, ...]) -> tuple[UnitFigures, ...]:
    return tuple(_read(document, forms) for document in documents)


def _read(document: Document, forms: FormRegistry) -> UnitFigures:
    try:
        return figures_of(document, forms)
    except AssistantError as error:
        return _failed(document, Failure.of(error))
    except Exception as error:  # noqa: BLE001 - one file's misfortune is one row
        message = f"程序内部错误（{type(error).__name__}）。"
        return _failed(document, Failure(code="E999", message=message))


def _failed(document: Document, failure: Failure) -> UnitFigures:
    return UnitFigures(file=document.name, cells={}, failure=failure)


def figures_of(document: Document, forms: FormRegistry) -> UnitFigures:
    """The figures in one document. Raises AssistantError when it cannot be read."""
    path = document.path
    if path is not None and document.failure is None and _holds_statistics(path):
        return _of_statistics(path, document.name, forms)
    report = report_of(document, forms)
    return UnitFigures(
        file=document.name,
        organisation=report.organisation,
        year=report.year,
        form=report.form if report.tables else None,
        cells=report.cells,
    )


def _holds_statistics(path: Path) -> bool:
    return path.suffix.lower() in STATISTICS_SUFFIXES


def _of_statistics(path: Path, name: str, forms: FormRegistry) -> UnitFigures:
    given = read_statistics(path, forms)
    form = None if given.form is None else forms.by_id(given.form)
    return UnitFigures(
        file=name,
        organisation=given.organisation,
        year=given.year,
        form=given.form,
        cells=given.cells if form is None else _with_totals(form, given.cells),
    )


def _with_totals(form: Form, cells: Mapping[CellId, Amount]) -> dict[CellId, Amount]:
    """The cells and the totals a workbook left to its formulas; nothing else is inferred."""
    completed = complete(form, cells).cells
    sums = {cell: completed[cell] for cell in totals(form) if cell in completed}
    return {**sums, **cells}
