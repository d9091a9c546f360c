"""The fill-in workbook: found by its hidden map or by labels, strict about every figure."""

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeAlias

import pytest
from openpyxl import Workbook, load_workbook

from assistant.errors import AssistantError
from assistant.files import read_statistics
from assistant.files.write_workbook import FACTS_SHEET, MAP_SHEET, sheet_name, write_workbook
from assistant.forms import load_forms
from assistant.forms.totals import totals
from assistant.model import Amount, AmountState, Fact, Statistics

Typed: TypeAlias = str | float | bool | None
FORMS = load_forms()
FORM = FORMS.by_id("2019")
SUMS = totals(FORM)
INPUTS = {cell: Amount.of(i) for i, cell in enumerate(FORM.cells) if cell not in SUMS}
FACT = Fact(
    id="web",
    label="网站公开信息",
    value=Decimal("12.5"),
    unit="万条",
    terms=("网上公开", "网站发布"),
    aspect="platforms",
    previous=Decimal(3),
)
SHEET = sheet_name(FORM.table("applications"))


@cache
def filled() -> bytes:
    statistics = Statistics(
        year=2020, organisation="青石镇", form="2019", cells=INPUTS, facts=(FACT,)
    )
    return write_workbook(FORM, organisation="青石镇人民政府", year=2020, statistics=statistics)


def changed(tmp_path: Path, change: Callable[[Workbook], None]) -> Path:
    workbook = load_workbook(io.BytesIO(filled()))
    change(workbook)
    path = tmp_path / "统计表.xlsx"
    workbook.save(path)
    return path


def place_of(cell: str) -> str:
    """Address of a cell, by the hidden map."""
    rows = load_workbook(io.BytesIO(filled()))[MAP_SHEET].iter_rows()
    found = {str(row[0].value): str(row[2].value) for row in rows if len(row) > 2}
    return found[cell]


def put(cell: str, value: Typed) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        workbook[SHEET][place_of(cell)].value = value

    return change


def nothing(workbook: Workbook) -> None:
    """Leaves the workbook as it is."""
    assert workbook.sheetnames


def test_a_filled_workbook_is_read_back(tmp_path: Path) -> None:
    statistics = read_statistics(changed(tmp_path, nothing), FORMS)

    assert (2020, "2019", "青石镇人民政府") == (
        statistics.year,
        statistics.form,
        statistics.organisation,
    )
    assert {cell: amount.number for cell, amount in INPUTS.items()} == {
        cell: amount.number for cell, amount in statistics.cells.items()
    }
    assert (FACT,) == statistics.facts


def test_totals_left_to_their_formulas_are_not_given(tmp_path: Path) -> None:
    statistics = read_statistics(changed(tmp_path, nothing), FORMS)

    assert SUMS
    assert set() == set(SUMS) & set(statistics.cells)


def test_a_total_that_was_typed_is_given(tmp_path: Path) -> None:
    cell = "applications.received.total"

    statistics = read_statistics(changed(tmp_path, put(cell, 7)), FORMS)

    assert Decimal(7) == statistics.number(cell)


def test_an_empty_workbook_holds_blanks_and_no_zeros(tmp_path: Path) -> None:
    path = tmp_path / "空.xlsx"
    path.write_bytes(write_workbook(FORM, organisation="青石镇", year=2020))

    cells = read_statistics(path, FORMS).cells

    assert set(FORM.cells) - set(SUMS) == set(cells)
    assert {AmountState.BLANK} == {amount.state for amount in cells.values()}


@pytest.mark.parametrize(
    ("value", "number"),
    [(12, "12"), (2.0, "2"), (" 3 ", "3"), ("２０", "20"), ("1,234", "1234")],
)
def test_a_figure_may_be_typed_as_a_number_or_as_text(
    tmp_path: Path, value: Typed, number: str
) -> None:
    cell = "applications.received.company"

    amount = read_statistics(changed(tmp_path, put(cell, value)), FORMS).cells[cell]

    assert (Decimal(number), number) == (amount.number, amount.written)


def test_a_formula_of_the_officers_own_counts_once_it_is_calculated(tmp_path: Path) -> None:
    cell = "applications.received.company"

    statistics = read_statistics(changed(tmp_path, put(cell, "=1+2")), FORMS)

    assert cell not in statistics.cells


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("三", "不是数字"),
        (1.5, "应为整数"),
        (-1, "不能是负数"),
        ("—", "不是数字"),
        ("无", "不是数字"),
        ("0件", "不是数字"),
        (True, "不是数字"),
        ("①", "不是数字"),
        ("#REF!", "不是数字"),
    ],
)
def test_a_bad_figure_is_named_with_sheet_address_and_label(
    tmp_path: Path, value: Typed, reason: str
) -> None:
    cell = "applications.received.company"

    with pytest.raises(AssistantError) as caught:
        read_statistics(changed(tmp_path, put(cell, value)), FORMS)

    assert "E124" == caught.value.code
    assert f"{SHEET}!{place_of(cell)}" in caught.value.message
    assert "本年新收政府信息公开申请数量／商业企业" in caught.value.message
    assert reason in caught.value.message
    assert caught.value.hint


def test_all_bad_figures_are_counted_and_the_first_five_named(tmp_path: Path) -> None:
    columns = [column.id for column in FORM.table("applications").blocks[0].column_leaves]

    def spoil(workbook: Workbook) -> None:
        for column in columns:
            put(f"applications.granted.{column}", "多")(workbook)

    with pytest.raises(AssistantError) as caught:
        read_statistics(changed(tmp_path, spoil), FORMS)

    assert "有 7 格填得不对" in caught.value.message
    assert 5 == caught.value.message.count("写的是")
    assert "另有 2 格" in caught.value.message


@pytest.mark.parametrize("name", [SHEET, FACTS_SHEET])
def test_a_missing_sheet_is_named(tmp_path: Path, name: str) -> None:
    path = changed(tmp_path, lambda workbook: workbook.remove(workbook[name]))

    with pytest.raises(AssistantError) as caught:
        read_statistics(path, FORMS)

    assert "E123" == caught.value.code
    assert f"“{name}”" in caught.value.message


def test_without_the_map_cells_are_found_by_their_labels(tmp_path: Path) -> None:
    path = changed(tmp_path, lambda workbook: workbook.remove(workbook[MAP_SHEET]))

    statistics = read_statistics(path, FORMS)

    assert read_statistics(changed(tmp_path, nothing), FORMS) == statistics


def test_figures_are_found_where_their_row_went(tmp_path: Path) -> None:
    def move(workbook: Workbook) -> None:
        sheet = workbook[SHEET]
        ranges = list(sheet.merged_cells.ranges)
        for found in ranges:
            sheet.unmerge_cells(found.coord)
        sheet.insert_rows(2)
        for found in ranges:
            found.shift(row_shift=1)
            sheet.merge_cells(found.coord)

    moved = read_statistics(changed(tmp_path, move), FORMS)

    assert read_statistics(changed(tmp_path, nothing), FORMS).cells == moved.cells


@pytest.mark.parametrize(("year", "code"), [("二〇二〇", "E124"), (2021, "E124"), (2018, "E202")])
def test_a_year_that_does_not_fit_is_named(tmp_path: Path, year: Typed, code: str) -> None:
    def change(workbook: Workbook) -> None:
        workbook.worksheets[0]["B3"].value = year

    with pytest.raises(AssistantError) as caught:
        read_statistics(changed(tmp_path, change), FORMS)

    assert code == caught.value.code
    assert str(year) in caught.value.message


@pytest.mark.parametrize(
    ("column", "value", "named"),
    [("B", None, "没有填"), ("C", "很多", "不是数字"), ("E", "别的", "没有这个方面")],
)
def test_a_bad_fact_is_named(tmp_path: Path, column: str, value: Typed, named: str) -> None:
    def change(workbook: Workbook) -> None:
        workbook[FACTS_SHEET][f"{column}2"].value = value

    with pytest.raises(AssistantError) as caught:
        read_statistics(changed(tmp_path, change), FORMS)

    assert f"{FACTS_SHEET}!{column}2" in caught.value.message
    assert named in caught.value.message


def test_a_workbook_without_official_tables_is_refused(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["A1"].value = "别的表"
    path = tmp_path / "别的.xlsx"
    workbook.save(path)

    with pytest.raises(AssistantError) as caught:
        read_statistics(path, FORMS)

    assert "E123" == caught.value.code


@pytest.mark.parametrize("content", [filled()[:3000], b"PK\x03\x04" + b"x" * 99])
def test_a_damaged_workbook_is_an_error_and_no_traceback(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "坏.xlsx"
    path.write_bytes(content)

    with pytest.raises(AssistantError) as caught:
        read_statistics(path, FORMS)

    assert "E106" == caught.value.code
    assert "坏.xlsx" in caught.value.message


def test_a_text_under_the_name_of_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "统计表.xlsx"
    path.write_text("year: 2020\n", encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        read_statistics(path, FORMS)

    assert "E120" == caught.value.code


def test_what_the_library_does_not_know_is_not_told_to_the_user(tmp_path: Path) -> None:
    """Warnings are errors in tests: reading would fail."""
    workbook = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(filled())) as source,
        zipfile.ZipFile(workbook, "w") as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                lost = b'<definedNames><definedName name="x" localSheetId="99">1</definedName>'
                content = content.replace(b"<calcPr", lost + b"</definedNames><calcPr")
            target.writestr(name, content)
    path = tmp_path / "统计表.xlsx"
    path.write_bytes(workbook.getvalue())

    assert 2020 == read_statistics(path, FORMS).year
