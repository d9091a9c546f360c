"""Materials of invented organisations for tests of drafting."""

from collections.abc import Mapping
from decimal import Decimal

from assistant.drafting import Draft, TemplateWriter, draft_report, make_outline
from assistant.forms import Form, load_forms
from assistant.model import (
    Amount,
    CellId,
    Level,
    Notes,
    Organisation,
    Report,
    Statistics,
)

TOWNSHIP = Organisation(name="云溪县石坪镇人民政府", short_name="石坪镇", level=Level.TOWNSHIP)
BUREAU = Organisation(name="云溪县水利局", short_name="县水利局", level=Level.DEPARTMENT)
COUNTY = Organisation(name="云溪县人民政府", level=Level.REGION)
PERSON = "natural_person"


def form_of(year: int) -> Form:
    """The shipped form of a year."""
    return load_forms().for_year(year)


def statistics(
    year: int = 2021,
    cells: Mapping[CellId, int | str] | None = None,
    *,
    form: Form | None = None,
    previous: Mapping[CellId, int] | None = None,
) -> Statistics:
    """Statistics with every cell zero but those given; an empty text is a blank cell."""
    used = form_of(year) if form is None else form
    amounts = dict.fromkeys(used.cells, Amount.of(0))
    if cells is not None:
        amounts |= {cell: _amount(value) for cell, value in cells.items()}
    earlier = dict[CellId, int]() if previous is None else previous
    return Statistics(
        year=year,
        organisation=TOWNSHIP.name,
        form=used.id,
        cells=amounts,
        previous={cell: Amount.of(value) for cell, value in earlier.items()},
    )


def _amount(value: int | str) -> Amount:
    return Amount.blank() if value == "" else Amount.of(Decimal(value))


def applications(column: str = PERSON, **rows: int) -> dict[CellId, int]:
    """Cells of rows of the table of applications, in one applicant column and in the total."""
    return {
        f"applications.{row}.{place}": value
        for row, value in rows.items()
        for place in (column, "total")
    }


def drafted(
    figures: Statistics,
    notes: Notes | None = None,
    organisation: Organisation = TOWNSHIP,
    previous: Report | None = None,
    form: Form | None = None,
) -> Draft:
    """The template writer's draft."""
    assert figures.year is not None
    used = form_of(figures.year) if form is None else form
    given = Notes() if notes is None else notes
    outline = make_outline(used, figures, given, organisation, previous)
    return draft_report(outline, TemplateWriter())


def section_text(draft: Draft, number: int) -> str:
    """The paragraphs of a section."""
    section = draft.report.section(number)
    assert section is not None
    return "\n".join(paragraph.text for paragraph in section.paragraphs)


def bindings(draft: Draft) -> dict[str, str]:
    """What each figure in the text is bound to, by binding: the numeral written."""
    return {found.placeholder.binds: found.span.quote for found in draft.provenance}
