import io
import zipfile
from decimal import Decimal

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from assistant.files.workbook_formulas import Address, total_formula
from assistant.files.write_workbook import MAP_SHEET, write_workbook
from assistant.forms import Form
from assistant.model import Amount, CellId, Fact, Statistics
from tests.files import written_reports as written

FORM = written.form_of("2019")
NAME = written.ORGANISATION.name


def _open(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def _empty(form: Form = FORM) -> Workbook:
    return _open(write_workbook(form, organisation=NAME, year=form.valid_from))


def _filled(cells: dict[CellId, Amount], carried: dict[CellId, Amount] | None = None) -> Workbook:
    statistics = Statistics(cells=cells)
    return _open(
        write_workbook(
            FORM, organisation=NAME, year=2020, statistics=statistics, carried_in=carried
        )
    )


def _places(workbook: Workbook) -> dict[CellId, Cell]:
    rows = [[cell.value for cell in row] for row in workbook[MAP_SHEET].iter_rows()]
    heading = rows.index(["cell", "sheet", "address"])
    return {str(cell): workbook[str(sheet)][str(at)] for cell, sheet, at in rows[heading + 1 :]}


def test_there_is_a_sheet_for_every_table_and_for_the_rest() -> None:
    workbook = _empty()

    assert ["说明", "主动公开", "依申请公开", "复议诉讼", "其他数据", "_assistant"] == (
        workbook.sheetnames
    )
    assert "hidden" == workbook[MAP_SHEET].sheet_state


@pytest.mark.parametrize("form_id", ["2019", "2021"])
def test_the_map_leads_to_every_cell_of_the_form(form_id: str) -> None:
    form = written.form_of(form_id)
    workbook = _empty(form)
    head = {row[0].value: row[1].value for row in workbook[MAP_SHEET].iter_rows(max_row=3)}

    assert {"version": 1, "form": form_id, "year": form.valid_from} == head
    assert list(form.cells) == list(_places(workbook))


def test_labels_are_merged_as_printed() -> None:
    sheet = _empty()["依申请公开"]
    merged = {found.coord for found in sheet.merged_cells.ranges}

    assert "申请人情况" == sheet["D3"].value
    assert {"A3:C5", "D3:J3", "E4:I4", "A8:A27", "B8:C8"} <= merged
    assert "三、本年度办理结果" == sheet["A8"].value


def test_sums_are_formulas_and_locked_and_the_rest_is_open() -> None:
    places = _places(_empty())
    total = places["applications.received.total"]
    part = places["applications.received.company"]

    assert '=IF(COUNT(D6:I6)=0,"",SUM(D6:I6))' == total.value
    assert (True, False) == (total.protection.locked, part.protection.locked)
    assert part.value is None


def test_sheets_are_protected_without_a_password() -> None:
    for sheet in _empty().worksheets[:-1]:
        assert sheet.protection.sheet
        assert not sheet.protection.password


def test_checks_of_the_identities_stand_beside_and_below() -> None:
    sheet = _empty()["依申请公开"]

    assert "新收加上年结转等于办理结果总计加结转下年度" == sheet["A29"].value
    formula = str(sheet["E29"].value)
    assert "SUM(E6)+SUM(E7)-(SUM(E27)+SUM(E28))" in formula
    assert "勾稽相符" in formula
    assert "对外公开总数量不少于本年新公开数量" not in str(sheet["A30"].value)
    assert ">=0" in str(_empty()["主动公开"]["E5"].value)


def test_a_column_takes_only_what_it_can_hold() -> None:
    workbook = _empty()
    places = _places(workbook)
    rules = workbook["主动公开"].data_validations.dataValidation

    def rule_of(cell: CellId) -> tuple[str | None, bool]:
        found = next(rule for rule in rules if places[cell] in rule)
        assert found.error
        assert "请填" in found.error
        return found.type, str(found.formula1).startswith("-")

    assert ("whole", False) == rule_of("disclosure.licensing.decisions")
    assert ("whole", True) == rule_of("disclosure.licensing.items_change")
    assert ("decimal", False) == rule_of("disclosure.procurement.amount")


def test_sheets_print_across_and_as_wide_as_the_page() -> None:
    for sheet in _empty().worksheets[:-1]:
        assert "landscape" == sheet.page_setup.orientation
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (1, 0) == (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight)


def test_given_figures_are_filled_in() -> None:
    workbook = _filled(
        {
            "disclosure.procurement.amount": Amount.of(Decimal("352800.55")),
            "disclosure.licensing.items_change": Amount.of(-2),
            "disclosure.licensing.decisions": Amount.blank(" "),
            "disclosure.fees.items_before": Amount.not_applicable("—"),
        }
    )
    values = {cell: place.value for cell, place in _places(workbook).items()}

    assert 352800.55 == values["disclosure.procurement.amount"]
    assert -2 == values["disclosure.licensing.items_change"]
    assert values["disclosure.licensing.decisions"] is None
    assert "不适用" == values["disclosure.fees.items_before"]


def test_what_last_year_hands_on_is_set_where_nothing_else_is_given() -> None:
    natural, company = (f"applications.carried_in.{c}" for c in ("natural_person", "company"))
    carried = {natural: Amount.of(1), company: Amount.of(2)}

    places = _places(_filled({company: Amount.of(5)}, carried))

    assert (1, 5) == (places[natural].value, places[company].value)
    assert "FFFFF2CC" in repr(places[natural].fill)
    assert "FFFFF2CC" not in repr(places[company].fill)
    assert not places[natural].protection.locked


def test_a_given_total_that_agrees_with_its_parts_is_a_formula() -> None:
    places = _places(_filled(written.whole_cells(FORM)))

    assert str(places["applications.results_total.total"].value).startswith("=IF(COUNT(")


@pytest.mark.parametrize(
    "cells",
    [
        {"disputes.review.total": Amount.of(7)},
        {**written.whole_cells(FORM), "disputes.review.total": Amount.of(7)},
    ],
    ids=["without its parts", "against its parts"],
)
def test_a_given_total_that_does_not_follow_stays_as_given(cells: dict[CellId, Amount]) -> None:
    workbook = _filled(cells)

    assert 7 == _places(workbook)["disputes.review.total"].value
    assert "差" in str(workbook["复议诉讼"]["E7"].value), "and a check tells by how much"


def test_facts_have_rows_of_their_own() -> None:
    facts = (
        Fact(
            id="website",
            label="=1+1",
            value=Decimal(186),
            unit="条",
            terms=("网站发布", "网站公开"),
            aspect="platforms",
            previous=Decimal(152),
        ),
    )
    data = write_workbook(FORM, organisation=NAME, year=2020, statistics=Statistics(facts=facts))
    rows = list(_open(data)["其他数据"].iter_rows(max_row=2))

    assert ["编号", "名称", "数值", "单位", "方面", "别名", "上年"] == [c.value for c in rows[0]]
    assert ["website", "=1+1", 186, "条", "政府信息公开平台建设", "网站发布、网站公开", 152] == [
        cell.value for cell in rows[1]
    ]
    assert "s" == rows[1][1].data_type, "text that looks like a formula is none"


def test_a_name_that_looks_like_a_formula_is_text() -> None:
    data = write_workbook(FORM, organisation="=cmd|'/c calc'!A1\x00", year=2020)
    cell = _open(data)["说明"]["B2"]

    assert ("s", "=cmd|'/c calc'!A1") == (cell.data_type, cell.value)


def test_the_same_figures_give_the_same_bytes_without_a_time_in_them() -> None:
    data = write_workbook(FORM, organisation=NAME, year=2020)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        content = b"".join(archive.read(name) for name in archive.namelist())

    assert data == write_workbook(FORM, organisation=NAME, year=2020)
    assert b"dcterms" not in content
    assert b"openpyxl</dc:creator>" not in content


def test_neighbours_become_a_range_and_others_stay_apart() -> None:
    places = [Address(5, 2), Address(5, 4), Address(5, 3), Address(5, 7)]

    assert '=IF(COUNT(B5:D5,G5)=0,"",SUM(B5:D5,G5))' == total_formula(places)


def test_a_block_of_several_rows_is_ranged_down_each_column() -> None:
    places = [Address(row, column) for row in (3, 4) for column in (2, 3)]

    assert '=IF(COUNT(B3:B4,C3:C4)=0,"",SUM(B3:B4,C3:C4))' == total_formula(places)
