from collections.abc import Iterator
from dataclasses import replace

from assistant.checks import Rule, Subject, run
from assistant.checks.rule import rule
from assistant.model import Outcome, Severity, Skipped
from tests.rules.cases import Case, subject_of

SUBJECT = subject_of(Case(name="a correct report", readings=()))


@rule("AAA001", "first-defect", "甲", Severity.ERROR)
def first_defect(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """Page."""
    del subject
    yield this.finding("甲。", cells=("t.a.b",))


@rule("AAA002", "second-defect", "乙", Severity.WARNING, requires=("AAA001",))
def second_defect(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """Page."""
    del subject
    yield this.finding("乙。", cells=("t.a.b", "t.a.c"))
    yield this.finding("丙。", cells=("t.x.y",), severity=Severity.NOTE)
    yield this.skip("没有给出", cells=("t.m.n",))
    yield this.skip("没有给出", cells=("t.m.o",))


@rule("AAA003", "third-defect", "丁", Severity.WARNING)
def third_defect(this: Rule, subject: Subject) -> Iterator[Outcome]:
    """Page."""
    del this, subject
    yield from ()


def test_a_finding_on_cells_of_a_failed_premise_is_skipped_with_the_reason() -> None:
    result = run(SUBJECT, (first_defect, second_defect))

    assert ["甲。", "丙。"] == [finding.message for finding in result.findings]
    assert (
        Skipped(code="AAA002", reason="所涉单元格先要解决AAA001", cells=("t.a.b", "t.a.c"))
        in result.skipped
    )


def test_skips_of_one_reason_are_told_once() -> None:
    result = run(SUBJECT, (second_defect,))

    assert (Skipped(code="AAA002", reason="没有给出", cells=("t.m.n", "t.m.o")),) == result.skipped


def test_a_premise_without_cells_takes_the_whole_rule_away() -> None:
    @rule("AAA001", "whole-defect", "戊", Severity.ERROR)
    def whole_defect(this: Rule, subject: Subject) -> Iterator[Outcome]:
        """Page."""
        del subject
        yield this.finding("整个不对。")

    result = run(SUBJECT, (whole_defect, second_defect))

    assert ["整个不对。"] == [finding.message for finding in result.findings]
    assert ["先要解决AAA001（整个不对）"] == [skip.reason for skip in result.skipped]


def test_only_a_rule_that_ran_and_found_nothing_has_passed() -> None:
    result = run(SUBJECT, (first_defect, second_defect, third_defect))

    assert ("AAA003",) == result.passed


def test_every_rule_ends_as_passed_found_skipped_or_uncertain() -> None:
    result = run(SUBJECT)

    told = {outcome.code for outcome in (*result.findings, *result.skipped, *result.uncertain)}

    assert told.isdisjoint(result.passed)
    assert told | set(result.passed) >= {"STR001", "SUM001", "YOY001", "REF001", "WRD001"}


def test_an_identity_whose_rule_does_not_exist_is_told() -> None:
    unruled = SUBJECT.form.identities[0].model_copy(update={"rule": "SUM999"})
    form = SUBJECT.form.model_copy(update={"identities": (unruled,)})

    result = run(replace(SUBJECT, form=form))

    assert "SUM999" in {skip.code for skip in result.skipped}


def test_a_finding_carries_the_rules_severity_unless_it_says_otherwise() -> None:
    result = run(SUBJECT, (second_defect,))

    assert [Severity.WARNING, Severity.NOTE] == [f.severity for f in result.findings]
