"""Makes the example township's documents from their sources: ``make examples``.

The township is invented. Figures and sentences stand in ``source/``; only the work notes are
written by hand in ``township/``, as an officer would write them.
"""

import datetime
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assistant.app.previous import carried_in
from assistant.datafiles import load_model
from assistant.files import read_statistics
from assistant.files.saving import save
from assistant.files.write_docx import write_docx
from assistant.files.write_workbook import write_workbook
from assistant.forms import Form, complete, load_forms
from assistant.forms.totals import totals
from assistant.model import (
    Amount,
    CellId,
    Organisation,
    Report,
    ReportParts,
    SectionText,
    Statistics,
    compose,
)

FOLDER = Path(__file__).parent
SOURCE, TOWNSHIP = FOLDER / "source", FOLDER / "township"
YEAR = 2020
MARKER = re.compile("^[一二三四五六七八九十]+、")


class Strict(BaseModel):
    """A part of a source file; an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SectionSource(Strict):
    """A section's heading as printed, and its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...] = ()


class ReportSource(Strict):
    """A report: its words, and the cells that are not zero."""

    organisation: str
    year: int
    date: datetime.date
    introduction: tuple[str, ...]
    sections: tuple[SectionSource, ...]
    cells: dict[CellId, int]


def main() -> None:
    """Writes last year's report and this year's workbook into ``township/``."""
    for name, content in documents().items():
        save(TOWNSHIP / name, content)


def documents() -> dict[str, bytes]:
    """The documents made from the sources, by file name."""
    forms = load_forms()
    source = _read_source(SOURCE / f"{YEAR - 1}年报.yaml")
    form = forms.for_year(source.year)
    report = _report(source, form)
    figures = read_statistics(SOURCE / f"{YEAR}统计表.yaml", forms)
    return {
        f"{YEAR - 1}年报.docx": write_docx(report, form),
        f"{YEAR}统计表.xlsx": _workbook(figures, report, forms.for_year(YEAR)),
    }


def _read_source(path: Path) -> ReportSource:
    return load_model(ReportSource, path.read_text(encoding="utf-8"), path.name, "E120")


def _report(source: ReportSource, form: Form) -> Report:
    organisation = Organisation(name=source.organisation)
    given = {cell: Amount.of(number) for cell, number in source.cells.items()}
    return compose(
        ReportParts(
            organisation=organisation,
            year=source.year,
            form=form.id,
            title=form.title_for(source.organisation, source.year),
            introduction=source.introduction,
            sections=[_section(n, part) for n, part in enumerate(source.sections, 1)],
            tables=tuple(table.id for table in form.tables),
            cells=complete(form, _with_zeros(form, given)).cells,
            signature=source.organisation,
            date=source.date,
        )
    )


def _section(number: int, source: SectionSource) -> SectionText:
    title = MARKER.sub("", source.heading)
    return SectionText(
        number=number, heading=source.heading, title=title, paragraphs=source.paragraphs
    )


def _with_zeros(form: Form, given: dict[CellId, Amount]) -> dict[CellId, Amount]:
    """Every cell that is no sum: as given, or zero."""
    summed = totals(form)
    zeros = {cell: Amount.of(0) for cell in form.cells if cell not in summed}
    return zeros | given


def _workbook(figures: Statistics, previous: Report, form: Form) -> bytes:
    handed_over = carried_in(form, load_forms().for_year(YEAR - 1), previous)
    zeros = _with_zeros(form, {}).items()
    open_cells = {cell: amount for cell, amount in zeros if cell not in handed_over}
    return write_workbook(
        form,
        organisation=figures.organisation,
        year=YEAR,
        statistics=Statistics(cells={**open_cells, **figures.cells}, facts=figures.facts),
        carried_in=handed_over,
    )


if __name__ == "__main__":
    main()
