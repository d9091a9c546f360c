import json
from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.checks import run
from assistant.model import CheckResult, Uncertain
from assistant.reporting import result_as_json, result_to_json
from assistant.reporting.json_shape import CheckReport
from tests.architecture.schemas import path_of, text_of
from tests.rules.cases import Case, Claim, results, subject_of

WRONG = Case(
    name="one number too high",
    prose="全年新收政府信息公开申请4件。",
    cells={"applications.received.natural_person": 3, "applications.received.total": 3},
    readings=(
        Claim(
            quote="4",
            value="4",
            unit="件",
            binds=("applications.received.total",),
            expected="3",
            agrees=False,
        ),
    ),
)


@pytest.fixture(scope="module")
def result() -> CheckResult:
    return run(subject_of(WRONG))


def test_the_keys_of_version_1_are_those_of_the_contract(result: CheckResult) -> None:
    keys = list(result_as_json(result))

    contract = ["version", "file", "form", "year", "organisation", "text", "statistics"]
    contract += ["numbers", "findings", "skipped", "uncertain", "passed"]
    contract += ["waived", "stale_waivers", "summary"]
    assert contract == keys


def test_a_number_is_told_with_its_binding(result: CheckResult) -> None:
    shape = CheckReport.model_validate(result_as_json(result))

    number = shape.numbers[0].model_dump(by_alias=True)

    assert "4" == shape.text[number.pop("start") : number.pop("end")]
    assert {
        "quote": "4",
        "class": "claim",
        "kind": "number",
        "value": "4",
        "unit": "件",
        "approximate": False,
        "state": "bound",
        "binds": ["applications.received.total"],
        "note": "",
    } == number


def test_a_finding_is_told_with_place_figures_and_remedy(result: CheckResult) -> None:
    shape = CheckReport.model_validate(result_as_json(result))

    found = next(finding for finding in shape.findings if finding.code == "REF001")

    assert found.start is not None
    assert "4" == shape.text[found.start : found.end]
    assert ("error", "4", "3") == (found.severity, found.found, found.expected)
    assert found.fix is not None
    assert ("3", False) == (found.fix.replacement, found.fix.safe)
    assert 16 == len(found.fingerprint)


def test_statistics_are_plain_strings_and_blank_is_not_zero() -> None:
    case = WRONG.model_copy(
        update={
            "cells": {
                "disclosure.fees.amount": "12.50",
                "disputes.review.total": "",
                "disputes.review.upheld": "/",
            }
        }
    )

    statistics = CheckReport.model_validate(result_as_json(run(subject_of(case)))).statistics

    assert "12.50" == statistics["disclosure.fees.amount"]
    assert "" == statistics["disputes.review.total"]
    assert "/" == statistics["disputes.review.upheld"]
    assert "0" == statistics["disputes.review.pending"]


def test_the_summary_counts_what_is_listed(result: CheckResult) -> None:
    shape = CheckReport.model_validate(result_as_json(result))

    severities = [finding.severity for finding in shape.findings]

    assert severities.count("error") == shape.summary.errors
    assert severities.count("warning") == shape.summary.warnings
    assert (1, 1) == (shape.summary.numbers, shape.summary.accounted)


def test_a_doubt_is_told(result: CheckResult) -> None:
    doubtful = replace(result, uncertain=(Uncertain(code="STR009", reason="表格的列对不齐"),))

    shape = CheckReport.model_validate(result_as_json(doubtful))

    assert [("STR009", "表格的列对不齐", None)] == [
        (doubt.code, doubt.reason, doubt.start) for doubt in shape.uncertain
    ]


def test_every_case_of_every_rule_fits_the_published_shape() -> None:
    for told in results().values():
        CheckReport.model_validate(result_as_json(told))

    assert results()


def test_the_text_is_the_same_json_and_ends_with_a_line_break(result: CheckResult) -> None:
    text = result_to_json(result)

    assert result_as_json(result) == json.loads(text)
    assert text.endswith("}\n")
    assert "新收" in text


def test_figures_are_strings_so_that_no_reader_rounds_them(result: CheckResult) -> None:
    finding = result.findings[0]
    large = replace(finding, found=Decimal("1E+20"), expected=Decimal("0.10"))

    told = CheckReport.model_validate(result_as_json(replace(result, findings=(large,)))).findings

    assert ("100000000000000000000", "0.10") == (told[0].found, told[0].expected)


def test_the_published_schema_is_that_of_the_shape() -> None:
    assert text_of(CheckReport) == path_of("check_report").read_text(encoding="utf-8")
