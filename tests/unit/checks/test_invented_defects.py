"""Defects put into real reports when the tests run: each is found, and nothing else changes.

The reports themselves stay beside the project; only the places to change are named here.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.app.checking import CheckInputs, check_report
from assistant.files import read_report_text
from assistant.forms import load_forms
from assistant.model import CheckResult, Report, Severity

FORMS = load_forms()
REPORTS = {
    "宿迁市2023": 2023,
    "宿迁市2024": 2024,
    "上海市政府办公厅2019": 2019,
    "阳明堡镇2019": 2019,
}
# What a year may stand in front of without telling of the year's work.
NOT_THE_YEARS_WORK = ("年部门", "年度财政", "版", "上海")

Change = Callable[[str], str]


def _text(shared: Path, name: str) -> str:
    return (shared / "reports" / f"{name}.txt").read_text(encoding="utf-8")


def _check(text: str, *, previous: Report | None = None, year: int | None = None) -> CheckResult:
    report = read_report_text(text, FORMS, year=year)
    return check_report(report, CheckInputs(previous=previous, year=year), FORMS)


def _codes(result: CheckResult) -> list[str]:
    return sorted(finding.code for finding in result.findings)


def _new(before: CheckResult, after: CheckResult) -> set[str]:
    """Codes of findings the change has brought."""
    old = [(finding.code, finding.message) for finding in before.findings]
    return {f.code for f in after.findings if (f.code, f.message) not in old}


def _with_one_year_back(text: str, year: int) -> Iterator[str]:
    for found in re.finditer(str(year), text):
        if not text.startswith(NOT_THE_YEARS_WORK, found.end()):
            yield text[: found.start()] + str(year - 1) + text[found.end() :]


@pytest.mark.parametrize("name", REPORTS)
def test_a_year_left_from_last_year_is_found_wherever_it_stands(shared: Path, name: str) -> None:
    year = REPORTS[name]
    text = _text(shared, name)
    changed = list(_with_one_year_back(text, year))

    missed = [
        index
        for index, variant in enumerate(changed)
        if {"WRD001", "WRD002"}.isdisjoint(_codes(_check(variant)))
    ]

    assert len(changed) > 3
    assert [] == missed


def test_another_townships_name_is_found_wherever_it_stands(shared: Path) -> None:
    text = _text(shared, "阳明堡镇2019")
    places = list(re.finditer("阳明堡镇", text))

    found = [
        {"WRD003", "WRD015"}.isdisjoint(
            _codes(_check(text[: place.start()] + "柳溪镇" + text[place.end() :]))
        )
        for place in places
    ]

    assert len(places) > 3
    assert not any(found)


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize("number", range(1, 7))
def test_a_section_left_out_is_found_once(shared: Path, name: str, number: int) -> None:
    report = read_report_text(_text(shared, name), FORMS)
    starts = [section.heading.start for section in report.sections]
    section = report.section(number)
    assert section is not None
    start = section.heading.start
    end = min((other for other in starts if other > start), default=len(report.text))

    result = _check(report.text[:start] + report.text[end:], year=REPORTS[name])

    assert 1 == _codes(result).count("STR001")


def _one_row_for_other_results(text: str) -> str:
    lines = text.split("\n")
    kept = [line for line in lines if "逾期未按收费通知" not in line and "\t3.其他\t" not in line]
    cut = [
        re.sub(r"^(\t（六）其他处理)\t[^\t]+(?=\t)", r"\1", line) if "（六）" in line else line
        for line in kept
    ]
    return "\n".join(cut)


CHANGES: dict[str, tuple[str, Change]] = {
    "the old form's single row": ("STR010", _one_row_for_other_results),
    "tables of the new form in an old year": ("STR010", lambda t: t.replace("2024年", "2020年")),
    "a row left out": (
        "STR006",
        lambda t: "\n".join(line for line in t.split("\n") if "2.重复申请" not in line),
    ),
    "one more received": ("SUM001", lambda t: t.replace("\t3525", "\t3526")),
    "one less in a result": ("SUM003", lambda t: t.replace("\t1431", "\t1430")),
    "a total of disputes left at zero": ("SUM004", lambda t: t.replace("\t170\t", "\t0\t")),
    "carried in that last year did not carry out": (
        "YOY001",
        lambda t: t.replace("\t118\t3\t0\t0\t0\t0\t121", "\t117\t3\t0\t0\t0\t0\t120"),
    ),
    "a stock that does not go on": ("YOY002", lambda t: t.replace("\t227\t420", "\t227\t421")),
    "a number in the prose": ("REF001", lambda t: t.replace("予以公开1431件", "予以公开1341件")),
    "parts above the whole": ("REF007", lambda t: t.replace("县区级文件2079", "县区级文件2979")),
    "three problems, two told": (
        "REF009",
        lambda t: t.replace("一定差距和不足。一是", "三方面差距和不足：一是").replace(
            "三是公开平台", "再就是公开平台"
        ),
    ),
    "a placeholder": ("WRD005", lambda t: t.replace("19期", "X期")),
    "a foreign self-designation": ("WRD004", lambda t: t.replace("我市坚持", "我局坚持")),
    "an old document number": (
        "WRD010",
        lambda t: t.replace("一、总体", "依据国办公开办函〔2019〕60号编制。\n一、总体", 1),
    ),
    "a phrase out of date": ("WRD009", lambda t: t.replace("扩大投资", "脱贫攻坚", 1)),
    "a doubled stop": ("WRD007", lambda t: t.replace("建设。\n", "建设。。\n", 1)),
    "fees in yuan": ("DOC006", lambda t: t.replace("\t72701.2578", "\t727012578")),
}


@pytest.fixture(scope="module")
def last_year(shared: Path) -> Report:
    return read_report_text(_text(shared, "宿迁市2023"), FORMS)


@pytest.fixture(scope="module")
def untouched(shared: Path, last_year: Report) -> CheckResult:
    return _check(_text(shared, "宿迁市2024"), previous=last_year)


@pytest.mark.parametrize("defect", CHANGES)
def test_an_invented_defect_is_found(
    shared: Path, last_year: Report, untouched: CheckResult, defect: str
) -> None:
    code, change = CHANGES[defect]
    text = _text(shared, "宿迁市2024")
    changed = change(text)
    same_years = "2024年" in changed

    result = _check(changed, previous=last_year if same_years else None)

    assert text != changed
    assert code in _new(untouched, result)


def test_a_report_copied_from_last_year_is_told_with_its_share(
    shared: Path, last_year: Report
) -> None:
    text = _text(shared, "宿迁市2023").replace("2023年", "2024年")

    result = _check(text, previous=last_year)

    copied = [finding for finding in result.findings if finding.code == "WRD011"]
    assert [Severity.WARNING] * 2 == [finding.severity for finding in copied]
    assert all("100%" in finding.message for finding in copied)


def test_two_years_of_one_city_are_no_copies(untouched: CheckResult) -> None:
    copied = [finding for finding in untouched.findings if finding.code == "WRD011"]

    assert {Severity.NOTE} >= {finding.severity for finding in copied}
