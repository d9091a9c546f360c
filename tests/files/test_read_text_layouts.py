"""The same tables in every layout of plain text give the same cells."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.files import read_report_text
from assistant.forms import Form, Table, load_forms
from assistant.model import Amount, CellId
from tests.files.printed import (
    ORGANISATION,
    PROSE,
    amounts,
    in_bars,
    in_markdown,
    in_rich_markdown,
    in_single_lines,
    in_tabs,
    numbers,
    report_text,
)

Layout: TypeAlias = Callable[[Table, Mapping[CellId, Amount]], str]
FORMS = load_forms()
YEARS = {form.id: form.valid_from + 1 for form in FORMS.forms}
LAYOUTS: list[Layout] = [in_tabs, in_single_lines, in_bars, in_markdown, in_rich_markdown]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
@settings(max_examples=20)
@given(data=st.data())
def test_a_report_printed_in_any_layout_is_read_whole(
    form: Form, layout: Layout, data: st.DataObject
) -> None:
    cells = data.draw(amounts(form))
    year = YEARS[form.id]
    text = report_text(form, cells, year, layout)

    report = read_report_text(text, FORMS)

    assert numbers(cells) == numbers(report.cells)
    assert (form.id, year, ORGANISATION) == (report.form, report.year, report.organisation)
    assert [1, 2, 3, 4, 5, 6] == [section.number for section in report.sections]
    assert [1, 0, 0, 0, 1, 1] == [len(section.paragraphs) for section in report.sections]
    assert () == report.unreadable


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("form", FORMS.forms, ids=lambda form: form.id)
def test_offsets_lead_back_into_the_text(form: Form, layout: Layout) -> None:
    cells = {cell: Amount.of(index) for index, cell in enumerate(form.cells)}
    text = report_text(form, cells, YEARS[form.id], layout)

    report = read_report_text(text, FORMS)

    assert text == report.text
    assert all(text[p.start : p.end] == p.text for p in report.prose())
    assert {c: a.written for c, a in cells.items()} == {
        cell: text[span.start : span.end] for cell, span in report.cell_spans.items()
    }


def test_a_report_without_tables_has_none() -> None:
    text = f"一、总体情况\n{PROSE}\n全年收到申请3件，行政许可\n12件。"

    report = read_report_text(text, FORMS, year=2022)

    assert ((), {}, ()) == (report.tables, dict(report.cells), report.unreadable)
    assert ("2021", 2022) == (report.form, report.year)
