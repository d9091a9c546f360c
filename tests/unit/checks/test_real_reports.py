"""Real published reports: their true defects are found, and nothing right is called wrong."""

from pathlib import Path

import pytest

from assistant.app.checking import check_file, inputs_from_files
from assistant.forms import load_forms
from assistant.model import CheckResult, Finding, Severity

FORMS = load_forms()


def _check(shared: Path, name: str, previous: str | None = None) -> CheckResult:
    folder = shared / "reports"
    last = None if previous is None else folder / previous
    return check_file(folder / name, inputs_from_files(FORMS, previous=last), FORMS)


def _errors(result: CheckResult) -> list[str]:
    return [f"{f.code} {_quote(f)}" for f in result.findings if f.severity is Severity.ERROR]


def _quote(finding: Finding) -> str:
    return "" if finding.span is None else finding.span.quote


@pytest.fixture(scope="module")
def township(shared: Path) -> CheckResult:
    return _check(shared, "阳明堡镇2019.txt")


@pytest.fixture(scope="module")
def city(shared: Path) -> CheckResult:
    return _check(shared, "宿迁市2024.txt", "宿迁市2023.txt")


@pytest.fixture(scope="module")
def office(shared: Path) -> CheckResult:
    return _check(shared, "上海市政府办公厅2019.txt")


def test_the_township_report_has_one_error_the_empty_section(township: CheckResult) -> None:
    assert ["STR004 六、其他需要报告的事项"] == _errors(township)


@pytest.mark.parametrize(
    ("code", "quote"),
    [
        ("STR012", "三是信息公开不及时"),
        ("WRD006", ","),
        ("WRD008", "信息的权力"),
        ("WRD008", "渠"),
        ("DOC001", ""),
    ],
)
def test_the_township_reports_defects_are_found(
    township: CheckResult, code: str, quote: str
) -> None:
    assert (code, quote) in {(finding.code, _quote(finding)) for finding in township.findings}


def test_the_blank_cells_of_the_township_report_are_told_once_a_table(
    township: CheckResult,
) -> None:
    blank = [finding for finding in township.findings if finding.code == "STR007"]

    assert [15, 138, 13] == [len(finding.cells) for finding in blank]
    assert "“政府集中采购”行" in blank[0].message


def test_what_is_right_in_the_township_report_is_not_called_wrong(township: CheckResult) -> None:
    wrong = {"REF001", "REF002", "REF003", "WRD009", "STR010", "SUM001", "SUM002"}

    assert wrong.isdisjoint(finding.code for finding in township.findings)


def test_the_first_city_report_has_no_error(shared: Path) -> None:
    assert [] == _errors(_check(shared, "宿迁市2023.txt"))


def test_the_second_city_report_has_its_growth_wrong_and_nothing_else(city: CheckResult) -> None:
    assert ["CAL002 1.05%"] == _errors(city)


def test_the_doubled_character_is_found(city: CheckResult) -> None:
    assert ["的的"] == [_quote(f) for f in city.findings if f.code == "WRD007"]


def test_filings_of_the_year_are_at_most_a_note(city: CheckResult) -> None:
    graver = [f for f in city.at_or_above(Severity.WARNING) if _quote(f) in {"134", "57"}]

    assert [] == graver


def test_tables_of_consecutive_years_meet(city: CheckResult) -> None:
    assert [] == [f.message for f in city.findings if f.code[:3] in {"SUM", "YOY"}]


def test_the_office_reports_prose_is_off_its_table(office: CheckResult) -> None:
    errors = _errors(office)

    assert {"REF001 258", "CAL001 33.9%"} <= set(errors)
    assert {"REF", "CAL"} == {error[:3] for error in errors}


def test_the_office_reports_blank_totals_are_no_wrong_sums(office: CheckResult) -> None:
    codes = {finding.code for finding in office.findings}

    assert codes.isdisjoint({"SUM001", "SUM002", "SUM003", "SUM004", "DOC005"})
    assert {"STR003", "STR007"} <= codes
