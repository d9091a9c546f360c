"""Every YAML case of every rule, run by one test."""

import pytest

from assistant.checks import CATALOGUE, run
from assistant.model import Finding
from tests.rules.cases import Case, Expected, load_cases, results, subject_of

CASES = load_cases()
ALL = [(code, case) for code, cases in CASES.items() for case in cases]


def _told(finding: Finding, wanted: Expected) -> dict[str, str | None]:
    """What the finding tells of the things the case speaks of."""
    told = {
        "says": wanted.says if wanted.says in finding.message else finding.message,
        "severity": finding.severity.value,
        "quote": None if finding.span is None else finding.span.quote,
        "found": None if finding.found is None else f"{finding.found:f}",
        "expected": None if finding.expected is None else f"{finding.expected:f}",
    }
    return {name: told[name] for name in wanted.model_fields_set}


@pytest.mark.parametrize(("code", "case"), ALL, ids=[f"{c}-{case.name}" for c, case in ALL])
def test_a_rule_says_what_the_case_expects(code: str, case: Case) -> None:
    result = results()[code, case.name]

    findings = [finding for finding in result.findings if finding.code == code]
    skipped = "；".join(skip.reason for skip in result.skipped if skip.code == code)
    doubts = "；".join(doubt.reason for doubt in result.uncertain if doubt.code == code)

    assert len(case.found) == len(findings), [finding.message for finding in findings]
    for wanted, finding in zip(case.found, findings, strict=True):
        assert wanted.model_dump(exclude_unset=True) == _told(finding, wanted)
    assert bool(case.skipped) == bool(skipped), skipped
    assert (case.skipped or "") in skipped
    assert (case.uncertain or "") in doubts
    for finding in findings:
        assert finding.span is None or finding.span.stands_in(result.report.text)


@pytest.mark.parametrize("code", [rule.code for rule in CATALOGUE])
def test_a_rule_has_cases_right_and_wrong(code: str) -> None:
    cases = CASES[code]

    assert any(case.found for case in cases)
    assert any(not case.found and not case.skipped for case in cases)
    assert len(cases) >= 4


def test_cases_belong_to_rules_of_the_catalogue() -> None:
    assert {rule.code for rule in CATALOGUE} == set(CASES)


def test_the_report_cases_start_from_has_no_findings() -> None:
    result = run(subject_of(Case(name="nothing changed")))

    assert [] == [finding.message for finding in result.findings]
