from functools import cache
from urllib.parse import unquote

import pytest

from assistant.checks import CATALOGUE, rule_infos
from assistant.model import (
    CheckResult,
    Finding,
    Related,
    Report,
    Severity,
    Skipped,
    TextFix,
    TextSpan,
)
from assistant.reporting.safe_text import visible
from assistant.reporting.sarif import result_to_sarif
from tests.rules.cases import results
from tests.unit.reporting.hostile import ATTACKS, STEERING, hostile_result
from tests.unit.reporting.sarif_shape import Log, Result, Run

RULES = rule_infos()
TEXT = "一、总体情况\n𠮷市全年新收申请4件，\n均已办结。\n"


def _run(result: CheckResult) -> Run:
    return Log.model_validate_json(result_to_sarif(result, RULES)).runs[0]


@cache
def _hostile() -> Run:
    return _run(hostile_result())


def _kinds(run: Run, kind: str) -> list[Result]:
    return [result for result in run.results if result.kind == kind]


def _found() -> Finding:
    start = TEXT.index("4")
    return Finding(
        code="REF001",
        slug="number-differs-from-table",
        severity=Severity.ERROR,
        message="写4件，表里为3件。",
        span=TextSpan(start, start + 1, "4"),
        fix=TextFix(span=TextSpan(start, start + 1, "4"), replacement="3"),
        related=(Related(label="总计", cell="applications.received.total"),),
    )


def test_every_case_of_every_rule_fits_the_schema() -> None:
    for result in results().values():
        _run(result)

    assert results()


def test_every_rule_is_described_with_its_page() -> None:
    described = _hostile().tool.driver.rules

    assert [rule.code for rule in CATALOGUE] == [rule.id for rule in described]
    assert len(described) == len({rule.name for rule in described})
    for rule in described:
        assert rule.short_description.text
        assert rule.full_description.text
        assert "## 怎么改" in (rule.help.markdown or "")
        assert "## 错的例子" in rule.help.text


def test_results_name_their_rule_by_code_and_index() -> None:
    run = _hostile()

    for result in run.results:
        assert result.rule_index is not None
        assert result.rule_id == run.tool.driver.rules[result.rule_index].id


def test_a_rule_the_catalogue_does_not_know_has_no_index() -> None:
    skipped = (Skipped(code="SUM999", reason="规则不存在"),)

    run = _run(CheckResult(report=Report(text=TEXT), findings=(), skipped=skipped))

    assert [("SUM999", None)] == [(r.rule_id, r.rule_index) for r in run.results]


def test_a_region_is_told_by_offset_and_by_line_and_column() -> None:
    run = _run(CheckResult(report=Report(text=TEXT, source="年报.txt"), findings=(_found(),)))

    region = run.results[0].locations[0].physical_location.region
    assert region is not None
    offset = region.char_offset
    assert "4" == run.artifacts[0].contents.text[offset : offset + region.char_length]
    assert (2, 9, 2, 10) == (
        region.start_line, region.start_column, region.end_line, region.end_column,
    )  # fmt: skip
    assert "unicodeCodePoints" == run.column_kind
    assert "4" == region.snippet.text


def test_a_span_over_lines_ends_on_another_line() -> None:
    start, end = TEXT.index("4"), TEXT.index("均") + 1
    span = TextSpan.cut(TEXT, start, end)
    finding = Finding(
        code="REF001", slug="example", severity=Severity.NOTE, message="甲。", span=span
    )

    run = _run(CheckResult(report=Report(text=TEXT), findings=(finding,)))

    region = run.results[0].locations[0].physical_location.region
    assert region is not None
    assert (2, 3, 2) == (region.start_line, region.end_line, region.end_column)


def test_a_finding_carries_level_fingerprint_and_figures() -> None:
    result = _run(CheckResult(report=Report(text=TEXT), findings=(_found(),))).results[0]

    assert ("fail", "error") == (result.kind, result.level)
    assert {"nianbaoFinding/v1": _found().fingerprint} == result.partial_fingerprints
    assert "3" == result.properties["replacement"]
    assert "applications.received.total" in (
        result.related_locations[0].logical_locations[0].fully_qualified_name
    )


def test_a_cell_with_a_place_has_a_region_too() -> None:
    cell = "applications.received.total"
    finding = Finding(
        code="SUM002", slug="example", severity=Severity.ERROR, message="甲。", cells=(cell,)
    )
    report = Report(text="总计\t9\n", cell_spans={cell: TextSpan(3, 4, "9")})

    location = _run(CheckResult(report=report, findings=(finding,))).results[0].locations[0]

    assert location.physical_location.region is not None
    assert "9" == location.physical_location.region.snippet.text
    assert [cell] == [place.fully_qualified_name for place in location.logical_locations]


def test_every_outcome_is_a_result() -> None:
    checked, run = hostile_result(), _hostile()

    waived = [result for result in run.results if result.suppressions]
    assert len(checked.findings) + len(checked.waived) == len(_kinds(run, "fail"))
    assert len(checked.waived) == len(waived)
    assert [("external", "accepted")] == [(s.kind, s.status) for s in waived[0].suppressions]
    assert len(checked.uncertain) == len(_kinds(run, "review"))
    assert len(checked.skipped) == len(_kinds(run, "open"))
    assert list(checked.passed) == [result.rule_id for result in _kinds(run, "pass")]
    assert {"none"} == {r.level for r in run.results if r.kind != "fail"}


def test_a_decision_that_fits_nothing_is_a_notification() -> None:
    told = [n for n in _hostile().invocations[0].notifications if n.associated_rule is not None]

    assert ["REF001"] == [n.associated_rule.id for n in told if n.associated_rule]
    assert "豁免没有对应的问题" in told[0].message.text


def test_no_character_that_steers_is_left_and_no_link_is_made() -> None:
    text = result_to_sarif(hostile_result(), RULES)

    assert set() == set(STEERING) & set(text)
    for result in _hostile().results:
        assert "](" not in result.message.text.replace("\\]", "")


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_a_document_says_is_kept_as_text(attack: str) -> None:
    assert visible(attack) in _hostile().artifacts[0].contents.text


def test_the_file_is_named_by_a_reference_that_leads_back_to_its_name() -> None:
    report = Report(text=TEXT, source="甲 乙#1?.docx")

    run = _run(CheckResult(report=report, findings=()))

    assert "甲 乙#1?.docx" == unquote(run.artifacts[0].location.uri)
