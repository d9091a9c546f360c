"""Deformed tables: read where it is certain which number is which, refused where it is not."""

import re
from collections.abc import Mapping

import pytest

from assistant.files import read_report_text
from assistant.forms import load_forms
from assistant.model import Amount, AmountState, CellId, Report
from tests.files.printed import in_bars, in_single_lines, in_tabs, numbers, report_text

FORMS = load_forms()
NEW, OLD = FORMS.by_id("2021"), FORMS.by_id("2019")
FULL = {cell: Amount.of(index) for index, cell in enumerate(NEW.cells)}
FULL_OLD = {cell: Amount.of(index) for index, cell in enumerate(OLD.cells)}
SPARSE = {
    cell: Amount.of(index) if cell.endswith((".company", ".total", ".upheld")) else Amount.blank()
    for index, cell in enumerate(NEW.cells)
}


def read(text: str) -> Report:
    return read_report_text(text, FORMS)


def tabbed(cells: Mapping[CellId, Amount] = FULL) -> str:
    return report_text(NEW, cells, 2022, in_tabs)


def on_table_lines(text: str, pattern: str, replacement: str) -> str:
    lines = text.split("\n")
    return "\n".join(re.sub(pattern, replacement, line) if "\t" in line else line for line in lines)


@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r"[“”]", ""),
        (r"（", "("),
        (r"、", "，"),
        (r"(\t|^)(?:（[一二三四五六七]）|\d\.(?=\D)|[一二三四]、)", r"\1"),
        (r"行政规范性文件", "规范性文件"),
        (r"、行政机关不再处理其政府信息公开申请", ""),
        (r"总计", "合计"),
        (r"(?<=\D)、?(?=\t)", " "),
        (r"(\d+)(?=\t|$)", r"　\1 "),
    ],
)
def test_labels_may_be_written_otherwise(pattern: str, replacement: str) -> None:
    text = on_table_lines(tabbed(), pattern, replacement)

    assert text != tabbed()
    assert numbers(FULL) == numbers(read(text).cells)


def test_full_width_digits_are_digits() -> None:
    wide = str.maketrans("0123456789", "".join(chr(0xFF10 + digit) for digit in range(10)))
    table = NEW.table("disputes")
    text = in_tabs(table, FULL).translate(wide)

    assert {cell: FULL[cell].number for cell in table.cells} == {
        cell: amount.number for cell, amount in read(text).cells.items()
    }


def test_a_label_broken_over_two_lines_is_one_label() -> None:
    text = (
        tabbed()
        .replace("本年制发件数\t", "本年\n制发件数\t")
        .replace("现行有效件数", "现行\n有效件数")
    )

    assert numbers(FULL) == numbers(read(text).cells)


def test_blanks_cut_off_at_line_ends_are_still_blanks() -> None:
    text = "\n".join(line.rstrip() for line in tabbed(SPARSE | _natural_persons()).split("\n"))

    report = read(text)

    assert numbers(SPARSE | _natural_persons()) == numbers(report.cells)


def _natural_persons() -> dict[CellId, Amount]:
    """Some rows that end in blanks, so that cutting them off loses cells."""
    row = "applications.granted"
    return {f"{row}.natural_person": Amount.of(3), f"{row}.total": Amount.blank()}


def test_figures_whose_blanks_are_lost_are_refused_and_not_shifted() -> None:
    text = on_table_lines(tabbed(SPARSE), r"\t+", " ")

    report = read(text)

    states = {
        report.cells[f"applications.granted.{column}"].state for column in ("company", "total")
    }
    assert {AmountState.UNREADABLE} == states
    wrong = {
        cell
        for cell, amount in report.cells.items()
        if amount.number is not None and amount.number != SPARSE[cell].number
    }
    assert set() == wrong
    assert any("予以公开" in found.reason for found in report.unreadable)


def test_cells_one_to_a_line_without_tabs_are_found_by_their_labels() -> None:
    text = tabbed().replace("\t", "\n")

    assert numbers(FULL) == numbers(read(text).cells)


def test_rows_with_spaces_between_the_cells_are_found_by_their_labels() -> None:
    text = on_table_lines(tabbed(), r"\t", "   ")

    assert numbers(FULL) == numbers(read(text).cells)


def test_a_local_row_is_left_out_and_told() -> None:
    line = "行政处罚\t"
    text = tabbed().replace(line, f"其他主动公开文件\t77\n{line}", 1)

    report = read(text)

    assert numbers(FULL) == numbers(report.cells)
    assert ["其他主动公开文件"] == re.findall("其他主动公开文件", report.unreadable[0].reason)


def test_a_local_column_shifts_nothing() -> None:
    text = tabbed().replace("现行有效件数", "现行有效件数\t备注")
    text = re.sub(r"(?m)^((?:规章|行政规范性文件)\t.*)$", r"\1\t见附件", text)

    report = read(text)

    assert numbers(FULL) == numbers(report.cells)
    assert any("备注" in found.reason for found in report.unreadable)


def test_a_remark_behind_a_row_label_does_not_hide_the_row() -> None:
    text = tabbed().replace("行政许可\t", "行政许可（含变更、延续）\t")

    assert numbers(FULL) == numbers(read(text).cells)


def test_a_single_row_where_the_form_has_three_is_told_and_not_spread() -> None:
    lines = tabbed().split("\n")
    at = next(index for index, line in enumerate(lines) if "（六）其他处理" in line)
    single = [*lines[:at], "\t（六）其他处理\t1\t0\t0\t0\t0\t0\t1", *lines[at + 3 :]]

    report = read("\n".join(single))

    assert "2021" == report.form
    assert not [cell for cell in report.cells if ".other_" in cell.removesuffix(".other_org")]
    assert any("（六）其他处理" in found.reason for found in report.unreadable)
    assert FULL["applications.results_total.total"].number == (
        report.cells["applications.results_total.total"].number
    )


def test_a_table_of_another_years_form_stays_visible() -> None:
    text = report_text(OLD, FULL_OLD, 2022, in_tabs)

    report = read(text)

    assert ("2019", 2022) == (report.form, report.year)
    assert numbers(FULL_OLD) == numbers(report.cells)


def test_a_table_cut_off_by_the_page_has_only_the_rows_it_shows() -> None:
    text = tabbed().partition("（五）不予处理")[0]

    report = read(text)

    assert "applications.unavailable_unclear.total" in report.cells
    assert "applications.carried_out.total" not in report.cells
    assert ("disclosure", "applications") == report.tables


def test_a_table_torn_in_two_with_its_header_repeated_is_one() -> None:
    table = NEW.table("applications")
    lines = in_tabs(table, FULL).split("\n")
    torn = "\n".join([*lines[:12], "", "第3页", "", *lines[:3], *lines[12:]])
    text = tabbed().replace("\n".join(lines), torn)

    report = read(text)

    assert numbers(FULL) == numbers(report.cells)


def test_a_cell_written_twice_with_another_number_is_told() -> None:
    text = (
        tabbed()
        + "\n"
        + in_tabs(NEW.table("disputes"), FULL).replace(
            str(FULL["disputes.review.upheld"].number), "9999"
        )
    )

    report = read(text)

    assert FULL["disputes.review.upheld"].number == report.cells["disputes.review.upheld"].number
    assert any("出现两次" in found.reason for found in report.unreadable)


def test_disputes_printed_one_group_a_row_are_read() -> None:
    head = "\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
    rows = (
        "行政复议\t1\t0\t0\t0\t1",
        "未经复议直接起诉\t0\t2\t0\t0\t2",
        "复议后起诉\t0\t0\t0\t3\t3",
    )

    report = read("\n".join([head, *rows]))

    assert 15 == len(report.cells)
    assert [1, 2, 3] == [
        report.cells[f"disputes.{group}.total"].number
        for group in ("review", "litigation_direct", "litigation_after_review")
    ]


@pytest.mark.parametrize("layout", [in_tabs, in_single_lines, in_bars])
def test_windows_line_ends_change_nothing(layout: object) -> None:
    text = report_text(NEW, FULL, 2022, layout).replace("\n", "\r\n")

    report = read(text)

    assert numbers(FULL) == numbers(report.cells)
    assert 6 == len(report.sections)


def test_a_stray_figure_makes_no_row_blank() -> None:
    text = tabbed().replace("行政强制\t", "行政强制\n\t")

    report = read(text)

    assert AmountState.UNREADABLE is report.cells["disclosure.enforcement.decisions"].state
    assert any("不知道属于哪一行" in found.reason for found in report.unreadable)


def test_columns_above_no_row_do_not_shift_the_next_table() -> None:
    cells = FULL_OLD | {"applications.received.company": Amount.blank()}
    text = report_text(OLD, cells, 2019, in_tabs)
    cut = re.sub(r"\n政府集中采购.*", "", text)
    expected = {cell: value for cell, value in cells.items() if ".procurement." not in cell}

    assert text != cut
    assert numbers(expected) == numbers(read(cut).cells)
