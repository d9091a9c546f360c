from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.model import CheckResult, Finding, Related, Report, Severity, TextSpan, Waiver

SENTENCE = "全年新收政府信息公开申请4件。"
TEXT = f"一、总体情况\n{SENTENCE}\n"
FOUND = Finding(
    code="REF001",
    slug="number-differs-from-table",
    severity=Severity.ERROR,
    message="第一部分第1段写“4件”，表里为3件。",
    span=TextSpan.cut(TEXT, TEXT.index("4"), TEXT.index("4") + 1),
    cells=("applications.received.total",),
    found=Decimal(4),
    expected=Decimal(3),
    sentence=SENTENCE,
)


def _result(*findings: Finding) -> CheckResult:
    return CheckResult(report=Report(text=TEXT), findings=findings)


def test_a_key_does_not_know_where_the_finding_stands() -> None:
    moved = replace(FOUND, span=TextSpan(90, 91, "4"), message="第一部分第9段写“4件”。")

    assert FOUND.key == moved.key
    assert FOUND.fingerprint == moved.fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        replace(FOUND, code="REF002"),
        replace(FOUND, sentence="全年新收申请4件。"),
        replace(FOUND, span=TextSpan(90, 91, "5")),
        replace(FOUND, found=Decimal(5)),
        replace(FOUND, found=None),
        replace(FOUND, expected=Decimal(2)),
        replace(FOUND, cells=("applications.carried_in.total",)),
        replace(FOUND, related=(Related(label="另一处", span=TextSpan(3, 5, "7件")),)),
    ],
)
def test_a_key_changes_with_rule_sentence_and_values(changed: Finding) -> None:
    assert FOUND.key != changed.key
    assert FOUND.fingerprint != changed.fingerprint


def test_zeros_behind_the_point_make_no_other_value() -> None:
    same = replace(FOUND, found=Decimal("4.00"))

    assert FOUND.key == same.key
    assert FOUND.fingerprint == same.fingerprint


def test_what_is_missing_is_told_apart_by_the_message() -> None:
    fifth = Finding(
        code="STR001", slug="section-missing", severity=Severity.ERROR, message="缺第五部分。"
    )

    assert fifth.key != replace(fifth, message="缺第六部分。").key


def test_a_waived_finding_is_told_and_no_longer_counted() -> None:
    waiver = Waiver(key=FOUND.key, reason="口径不同")
    other = replace(FOUND, found=Decimal(7))

    result = _result(FOUND, other).with_waivers([waiver])

    assert (other,) == result.findings
    assert [(FOUND, waiver)] == [(w.finding, w.waiver) for w in result.waived]
    assert () == result.stale_waivers
    assert 1 == result.count(Severity.ERROR)


def test_a_decision_is_void_when_the_sentence_changes_and_is_told() -> None:
    waiver = Waiver(key=FOUND.key, reason="口径不同")
    edited = replace(FOUND, sentence="全年新收申请4件。")

    result = _result(edited).with_waivers([waiver])

    assert (edited,) == result.findings
    assert () == result.waived
    assert (waiver,) == result.stale_waivers


def test_of_two_decisions_on_one_finding_the_later_holds() -> None:
    early, late = (Waiver(key=FOUND.key, reason=reason) for reason in ("先前的", "后来的"))

    result = _result(FOUND).with_waivers([early, late])

    assert ["后来的"] == [waived.waiver.reason for waived in result.waived]
    assert () == result.stale_waivers


def test_decisions_taken_back_bring_the_finding_back() -> None:
    waived = _result(FOUND).with_waivers([Waiver(key=FOUND.key, reason="口径不同")])

    assert (FOUND,) == waived.with_waivers(()).findings
