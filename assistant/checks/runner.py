"""Runs the rules over one subject; every rule ends as passed, found, skipped or uncertain."""

from collections.abc import Iterable, Iterator

from assistant.checks.catalogue import CATALOGUE
from assistant.checks.rule import Rule
from assistant.checks.subject import Subject
from assistant.model import CellId, CheckResult, Finding, Outcome, Skipped, Uncertain


def run(subject: Subject, rules: Iterable[Rule] = CATALOGUE) -> CheckResult:
    """All outcomes of ``rules``, in their order; a rule's premises stand before it."""
    outcomes: list[Outcome] = []
    passed: list[str] = []
    for rule in rules:
        own = _merged(_unless_premise_fails(rule, subject, outcomes))
        outcomes.extend(own)
        if not own:
            passed.append(rule.code)
    outcomes.extend(_unruled_identities(subject, rules))
    return CheckResult(
        report=subject.report,
        findings=tuple(found for found in outcomes if isinstance(found, Finding)),
        skipped=tuple(found for found in outcomes if isinstance(found, Skipped)),
        uncertain=tuple(found for found in outcomes if isinstance(found, Uncertain)),
        passed=tuple(passed),
        readings=subject.readings,
        statistics=subject.statistics,
    )


def _unless_premise_fails(
    rule: Rule, subject: Subject, earlier: Iterable[Outcome]
) -> Iterator[Outcome]:
    premises = [
        found for found in earlier if isinstance(found, Finding) and found.code in rule.requires
    ]
    whole = next((found for found in premises if not found.cells), None)
    if whole is not None:
        yield rule.skip(f"先要解决{whole.code}（{whole.message.rstrip('。')}）")
        return
    blocked = {cell: found.code for found in premises for cell in found.cells}
    for outcome in rule.outcomes(subject):
        yield _unless_blocked(rule, outcome, blocked)


def _unless_blocked(rule: Rule, outcome: Outcome, blocked: dict[CellId, str]) -> Outcome:
    if not isinstance(outcome, Finding):
        return outcome
    reasons = sorted({blocked[cell] for cell in outcome.cells if cell in blocked})
    if not reasons:
        return outcome
    return rule.skip(f"所涉单元格先要解决{'、'.join(reasons)}", outcome.cells)


def _merged(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The outcomes with skips of one reason told once, with all their cells."""
    merged: list[Outcome] = []
    skips: dict[tuple[str, str], list[CellId]] = {}
    for outcome in outcomes:
        if isinstance(outcome, Skipped):
            skips.setdefault((outcome.code, outcome.reason), []).extend(outcome.cells)
        else:
            merged.append(outcome)
    merged.extend(
        Skipped(code=code, reason=reason, cells=tuple(dict.fromkeys(cells)))
        for (code, reason), cells in skips.items()
    )
    return merged


def _unruled_identities(subject: Subject, rules: Iterable[Rule]) -> Iterator[Skipped]:
    """Identities whose rule does not exist: a new form's mistake must not pass in silence."""
    known = {rule.code for rule in rules} | {rule.code for rule in CATALOGUE}
    for identity in subject.form.identities:
        if identity.rule not in known:
            yield Skipped(
                code=identity.rule,
                reason=f"表式“{subject.form.id}”的勾稽关系“{identity.title}”所指的规则不存在",
            )
