"""Real published reports, read whole; the values were taken from them by eye."""

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.files import read_report
from assistant.forms import FormRegistry, load_forms
from assistant.model import AmountState, Level, Report

COLUMNS = (
    *("natural_person", "company", "research_institute", "public_interest_org"),
    *("legal_service", "other_org", "total"),
)
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")
GROUPS = ("review", "litigation_direct", "litigation_after_review")


@pytest.fixture(scope="module")
def forms() -> FormRegistry:
    return load_forms()


def real(shared: Path, name: str, forms: FormRegistry) -> Report:
    return read_report(shared / "reports" / name, forms)


def row(report: Report, name: str, columns: tuple[str, ...] = COLUMNS) -> str:
    """A row's figures separated by spaces, a blank as _, anything else as ?."""
    return " ".join(_figure(report, f"{name}.{column}") for column in columns)


def _figure(report: Report, cell: str) -> str:
    amount = report.cells[cell]
    if amount.number is not None:
        return str(amount.number)
    return "_" if amount.state is AmountState.BLANK else "?"


def outcomes(report: Report) -> list[str]:
    return [row(report, f"disputes.{group}", OUTCOMES) for group in GROUPS]


def test_a_township_report_pasted_one_cell_a_line(shared: Path, forms: FormRegistry) -> None:
    report = real(shared, "阳明堡镇2019.txt", forms)

    assert (2019, "2019", Level.TOWNSHIP) == (report.year, report.form, report.level)
    assert "阳明堡镇人民政府" == report.organisation
    assert report.title is None
    assert () == report.introduction
    assert report.signature is not None
    assert "阳明堡镇人民政府" == report.signature.text
    assert report.date_line is not None
    assert "2020年1月14日" == report.date_line.text
    assert datetime.date(2020, 1, 14) == report.date
    assert [1, 2, 3, 4, 5, 6] == [section.number for section in report.sections]
    assert [12, 0, 0, 0, 2, 0] == [len(section.paragraphs) for section in report.sections]
    assert ("disclosure", "applications", "disputes") == report.tables
    assert () == report.unreadable


def test_its_blanks_are_kept_apart_from_its_zeros(shared: Path, forms: FormRegistry) -> None:
    report = real(shared, "阳明堡镇2019.txt", forms)
    form = forms.by_id("2019")

    assert set(form.cells) == set(report.cells)
    assert "_ _ 2" == row(report, "disclosure.normative_documents", ("made", "published", "total"))
    assert "_ _ _" == row(report, "disclosure.regulations", ("made", "published", "total"))
    for name in ("licensing", "other_services", "penalties", "enforcement"):
        columns = ("items_before", "items_change", "decisions")
        assert "_ _ 0" == row(report, f"disclosure.{name}", columns)
    assert "0 0" == row(report, "disclosure.fees", ("items_before", "items_change"))
    assert "_ _" == row(report, "disclosure.procurement", ("projects", "amount"))
    for name in (found.id for found in form.table("applications").rows):
        assert "_ _ _ _ _ _ 0" == row(report, f"applications.{name}")
    assert ["_ _ _ _ 0", "_ _ _ _ _", "_ _ _ _ 0"] == outcomes(report)


def test_a_city_office_report_with_blanks_for_zeros(shared: Path, forms: FormRegistry) -> None:
    report = real(shared, "上海市政府办公厅2019.txt", forms)

    assert ("2019", 2019, "上海市人民政府办公厅") == (
        report.form,
        report.year,
        report.organisation,
    )
    assert Level.DEPARTMENT is report.level
    assert [22, 0, 0, 0, 4, 1] == [len(section.paragraphs) for section in report.sections]
    assert [1, 2, 3, 4, 5, 6] == [section.number for section in report.sections]
    assert 1 == len(report.introduction)
    assert "13 13 524" == row(report, "disclosure.regulations", ("made", "published", "total"))
    amount = report.cells["disclosure.procurement.amount"]
    assert (Decimal(251000), "251000元") == (amount.number, amount.written)
    assert "821 35 _ _ 2 1 859" == row(report, "applications.received")
    assert "18 _ _ _ _ _ 18" == row(report, "applications.carried_in")
    assert "258 12 _ _ 1 1 _" == row(report, "applications.granted")
    assert "3 _ _ _ _ _ _" == row(report, "applications.partly_granted")
    assert "10 2 _ _ _ _ _" == row(report, "applications.refused_administrative_query")
    assert "252 12 _ _ 1 _ _" == row(report, "applications.unavailable_not_held")
    assert "_ _ _ _ _ _ _" == row(report, "applications.other")
    assert "767 35 _ _ 2 1 805" == row(report, "applications.results_total")
    assert "72 _ _ _ _ _ 72" == row(report, "applications.carried_out")
    assert ["5 _ _ 2 7", "8 _ _ 1 9", "_ _ _ _ _"] == outcomes(report)
    assert () == report.unreadable


def test_a_whole_city_of_the_newer_form(shared: Path, forms: FormRegistry) -> None:
    report = real(shared, "宿迁市2024.txt", forms)

    assert ("2021", 2024, "宿迁市") == (report.form, report.year, report.organisation)
    assert Level.REGION is report.level
    assert [7, 0, 0, 0, 1, 1] == [len(section.paragraphs) for section in report.sections]
    assert set(forms.by_id("2021").cells) == set(report.cells)
    assert "2 1 12" == row(report, "disclosure.regulations", ("issued", "repealed", "in_force"))
    assert "50 227 420" == row(
        report, "disclosure.normative_documents", ("issued", "repealed", "in_force")
    )
    assert "1573179" == row(report, "disclosure.licensing", ("decisions",))
    assert "72701.2578" == row(report, "disclosure.fees", ("amount",))
    assert "3440 75 0 1 6 3 3525" == row(report, "applications.received")
    assert "859 33 0 0 3 2 897" == row(report, "applications.unavailable_not_held")
    assert "75 1 0 1 0 0 77" == row(report, "applications.other_overdue_correction")
    assert "352 2 0 0 0 0 354" == row(report, "applications.other_misc")
    assert "3440 73 0 1 5 2 3521" == row(report, "applications.results_total")
    assert "118 5 0 0 1 1 125" == row(report, "applications.carried_out")
    assert ["88 18 28 36 170", "7 0 11 7 25", "33 0 6 13 52"] == outcomes(report)
    assert () == report.unreadable


def test_the_year_before_of_the_same_city(shared: Path, forms: FormRegistry) -> None:
    report = real(shared, "宿迁市2023.txt", forms)

    assert ("2021", 2023, "宿迁市") == (report.form, report.year, report.organisation)
    assert [7, 0, 0, 0, 4, 1] == [len(section.paragraphs) for section in report.sections]
    assert "59237.2449" == row(report, "disclosure.fees", ("amount",))
    assert "3402 99 0 4 5 1 3511" == row(report, "applications.received")
    assert "287 3 0 0 1 0 291" == row(report, "applications.other_misc")
    assert "118 3 0 0 0 0 121" == row(report, "applications.carried_out")
    assert ["309 17 88 26 440", "1 1 16 6 24", "13 0 67 9 89"] == outcomes(report)
    assert () == report.unreadable
