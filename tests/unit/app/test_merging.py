"""Sums of the units' tables: nothing silently zero, nothing twice, every difference told."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.app.merging import MergeRequest, merge
from assistant.app.unit_figures import UnitFigures
from assistant.app.unit_list import UnitList, read_unit_list
from assistant.errors import AssistantError
from assistant.forms import load_forms
from assistant.model import Amount, AmountState, CellId, MergeResult, same_unit

FORMS = load_forms()
FORM = FORMS.by_id("2019")
RECEIVED = "applications.received.natural_person"
CHANGE = "disclosure.licensing.items_change"


def unit(
    name: str,
    cells: Mapping[CellId, Amount],
    *,
    file: str = "",
    year: int | None = 2020,
    form: str | None = "2019",
) -> UnitFigures:
    return UnitFigures(
        file=file if file else f"{name}.docx", organisation=name, year=year, form=form, cells=cells
    )


def whole(number: int) -> dict[CellId, Amount]:
    return {cell: Amount.of(number) for cell in FORM.cells}


def merged(
    *units: UnitFigures,
    names: tuple[str, ...] | None = None,
    county: UnitFigures | None = None,
    organisation: str = "",
) -> MergeResult:
    listed = None if names is None else UnitList(names=names)
    request = MergeRequest(year=2020, units=listed, county=county, organisation=organisation)
    return merge(units, request, FORMS)


def remarks(result: MergeResult) -> dict[str, str]:
    return {file.file: file.remark for file in result.files}


def refused(*units: UnitFigures, county: UnitFigures | None = None) -> str:
    with pytest.raises(AssistantError) as caught:
        merged(*units, county=county)
    return caught.value.code


@given(st.lists(st.integers(-50, 10**12), min_size=1, max_size=8))
def test_every_cell_is_the_sum_of_the_units(numbers: list[int]) -> None:
    units = [unit(f"第{index}镇", whole(number)) for index, number in enumerate(numbers)]

    result = merged(*units)

    expected = dict.fromkeys(FORM.cells, Decimal(sum(numbers)))
    assert expected == {cell: a.number for cell, a in result.statistics.cells.items()}
    assert len(numbers) == len(result.counted)
    assert () == result.open_cells


def test_a_blank_stays_blank_and_is_told_with_the_unit() -> None:
    blank = unit("甲镇", whole(1) | {RECEIVED: Amount.blank(), CHANGE: Amount.blank()})
    absent = unit("乙镇", {c: a for c, a in whole(2).items() if c != RECEIVED})

    result = merged(blank, absent)

    cells = result.statistics.cells
    assert AmountState.BLANK is cells[RECEIVED].state
    assert Decimal(2) == cells[CHANGE].number
    assert {RECEIVED: ("甲镇", "乙镇"), CHANGE: ("甲镇",)} == {
        found.cell: found.blank for found in result.open_cells
    }


def test_not_applicable_and_unreadable_are_no_zeros() -> None:
    one = unit("甲镇", {RECEIVED: Amount.not_applicable("/"), CHANGE: Amount.unreadable("若干")})
    two = unit("乙镇", {RECEIVED: Amount.not_applicable("—"), CHANGE: Amount.of(-3)})

    result = merged(one, two)

    cells = result.statistics.cells
    assert AmountState.NOT_APPLICABLE is cells[RECEIVED].state
    assert Decimal(-3) == cells[CHANGE].number
    found = {cell.cell: cell for cell in result.open_cells}
    assert ("甲镇", "乙镇") == found[RECEIVED].not_applicable
    assert ("甲镇",) == found[CHANGE].unreadable


def test_a_column_that_is_not_additive_is_left_out(root: Path, tmp_path: Path) -> None:
    shipped = (root / "schemas" / "forms" / "2019.yaml").read_text(encoding="utf-8")
    changed = shipped.replace("{id: items_change,", "{id: items_change, additive: false,")
    (tmp_path / "2019.yaml").write_text(changed, encoding="utf-8")

    result = merge([unit("甲镇", whole(1))], MergeRequest(year=2020), load_forms(tmp_path))

    assert CHANGE in result.not_additive
    assert CHANGE not in result.statistics.cells
    assert RECEIVED in result.statistics.cells


def test_another_form_in_the_folder_is_refused_by_name() -> None:
    assert "E170" == refused(unit("甲镇", whole(1)), unit("乙镇", {}, form="2021"))
    assert "E170" == refused(unit("乙镇", {}, form="2021", year=None))


def test_files_of_another_year_or_without_tables_are_not_counted() -> None:
    result = merged(
        unit("甲镇", whole(1)),
        unit("乙镇", whole(2), year=2022, form="2021"),
        unit("丙镇", {}, form=None),
        unit("丁镇", whole(4), year=None),
    )

    assert {"甲镇.docx", "丁镇.docx"} == {file.file for file in result.counted}
    said = remarks(result)
    assert "2022" in said["乙镇.docx"]
    assert "没有读到统计表" in said["丙镇.docx"]
    assert "没有写明年度" in said["丁镇.docx"]


def test_one_unit_is_counted_once_and_not_at_all_when_its_files_differ() -> None:
    same = merged(
        unit("甲镇", {RECEIVED: Amount.of(3)}, file="1"),
        unit("甲镇人民政府", whole(3), file="2"),
    )
    different = merged(
        unit("甲镇", {RECEIVED: Amount.of(3)}, file="1"), unit("甲镇", whole(4), file="2")
    )

    assert ["2"] == [file.file for file in same.counted]
    assert [True, False] == [file.harmless for file in same.files]
    assert () == different.counted
    assert all("数字不同" in file.remark for file in different.files)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("云岫县甲镇人民政府", "甲镇", True),
        ("云岫县财政局", "财政局", True),
        ("甲镇人民政府", "甲镇", True),
        ("新长安街道办事处", "长安街道办事处", False),
        ("国家税务总局云岫县税务局", "云岫县税务局", False),
        ("甲镇", "乙镇", False),
        ("", "甲镇", False),
        ("", "", False),
    ],
)
def test_a_unit_is_known_with_and_without_the_region_it_lies_in(
    one: str, other: str, same: bool
) -> None:
    assert same == same_unit(one, other) == same_unit(other, one)


def test_a_unit_is_not_counted_twice_under_a_longer_and_a_shorter_name() -> None:
    result = merged(
        unit("云岫县甲镇人民政府", whole(3), file="1"), unit("甲镇", whole(3), file="2")
    )

    assert ["1"] == [file.file for file in result.counted]


def test_files_without_a_name_are_counted_each() -> None:
    result = merged(unit("", whole(3), file="1.txt"), unit("", whole(4), file="2.txt"))

    assert 2 == len(result.counted)
    assert "读不出单位名称" in remarks(result)["1.txt"]


def test_a_list_knows_a_unit_by_its_fuller_name() -> None:
    units = UnitList(names=("云岫县税务局", "长安街道", "新长安街道"))

    assert "云岫县税务局" == units.entry_of("国家税务总局云岫县税务局")
    assert "长安街道" == units.entry_of("云岫县长安街道办事处")
    assert units.entry_of("") is None


def test_listed_units_that_are_not_counted_are_missing() -> None:
    broken = replace(unit("丙镇", {}), failure=None, form=None)
    result = merged(
        unit("云岫县甲镇人民政府", whole(1)),
        unit("外县乙镇", whole(1)),
        broken,
        names=("甲镇", "丙镇", "云岫县财政局"),
    )

    assert ("丙镇", "云岫县财政局") == result.missing
    assert 3 == result.listed
    assert "不在单位名单里" in remarks(result)["外县乙镇.docx"]


def test_the_countys_own_report_among_the_units_is_not_counted() -> None:
    county = unit("云岫县人民政府", whole(9))

    result = merged(unit("甲镇", whole(1)), county, county=county)

    assert ["甲镇.docx"] == [file.file for file in result.counted]
    assert "云岫县人民政府" == result.statistics.organisation


def test_a_region_among_the_units_and_a_vertical_unit_are_pointed_out() -> None:
    result = merged(unit("云岫县人民政府", whole(9)), unit("国家税务总局云岫县税务局", whole(1)))

    assert "没有重复计数" in remarks(result)["云岫县人民政府.docx"]
    assert "国家税务总局云岫县税务局" in result.cautions[0]


def test_amounts_of_several_units_are_pointed_out_for_their_unit_of_money() -> None:
    amount = "disclosure.procurement.amount"
    one = unit("甲镇", {amount: Amount.of(251000)})
    two = unit("乙镇", {amount: Amount.of(30)})
    none = unit("丙镇", {amount: Amount.of(0)})

    assert "2 个单位填的都以元为单位" in "".join(merged(one, two, none).cautions)
    assert () == merged(one, none).cautions


def test_every_cell_that_differs_from_the_countys_is_listed() -> None:
    given = whole(5) | {RECEIVED: Amount.of(7), CHANGE: Amount.blank()}
    county = unit("云岫县人民政府", given)

    result = merged(unit("甲镇", whole(2)), unit("乙镇", whole(3)), county=county)

    assert result.comparison is not None
    found = {d.cell: d.difference for d in result.comparison.differences}
    assert {RECEIVED: Decimal(2), CHANGE: None} == found
    assert "本年新收政府信息公开申请数量" in result.comparison.differences[1].label
    assert len(FORM.cells) == result.comparison.compared


@pytest.mark.parametrize("blank", [True, False])
def test_a_cell_both_leave_blank_does_not_differ(blank: bool) -> None:
    county = {} if blank else {RECEIVED: Amount.blank()}
    result = merged(
        unit("甲镇", {CHANGE: Amount.of(1)}),
        county=unit("云岫县人民政府", county | {CHANGE: Amount.of(1)}),
    )

    assert result.comparison is not None
    assert () == result.comparison.differences


def test_a_county_report_of_another_year_or_form_is_refused() -> None:
    counted = unit("甲镇", whole(1))

    assert "E171" == refused(counted, county=unit("云岫县", whole(1), year=2019))
    assert "E172" == refused(counted, county=unit("云岫县", {}, form=None))


def test_a_list_of_units_is_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "名单.txt"
    path.write_bytes("# 2020年\n甲镇 \n\n　乙镇\n".encode("gb18030"))

    assert ("甲镇", "乙镇") == read_unit_list(path).names


@pytest.mark.parametrize("text", ["# 空\n", "甲镇\n甲镇\n"])
def test_a_list_without_names_or_with_one_twice_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "名单.txt"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(AssistantError) as caught:
        read_unit_list(path)
    assert "E173" == caught.value.code
