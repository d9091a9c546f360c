"""The result as lines for a terminal: findings by section, each with its sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from assistant.model import CheckResult, Finding, Report, Severity, TextSpan
from assistant.reporting.places import by_section, excerpt
from assistant.reporting.safe_text import printable
from assistant.reporting.words import (
    SEVERITIES,
    fix_line,
    outcomes,
    reason_line,
    skipped_line,
    stale_line,
    summary_line,
)


class Role(Enum):
    """What a piece of a line is, for those who show it in colour."""

    PLAIN = "plain"
    HEADING = "heading"
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    MARK = "mark"
    GOOD = "good"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line; its text holds nothing that could steer a terminal."""

    text: str
    role: Role = Role.PLAIN


Line: TypeAlias = tuple[Piece, ...]
_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.NOTE: Role.NOTE}
_EMPTY: Line = ()


def result_as_text(result: CheckResult) -> str:
    """Head, findings, what was waived and what was not checked, and the counts."""
    return _joined(result_as_lines(result)) + "\n"


def findings_as_text(result: CheckResult) -> str:
    """The findings grouped by section, the gravest first; says so when there are none."""
    return _joined(_findings(result))


def result_as_lines(result: CheckResult) -> tuple[Line, ...]:
    """The same as ``result_as_text``, each piece with its role."""
    blocks = [_head(result), _findings(result), _waived(result), _left_open(result), _end(result)]
    lines: list[Line] = []
    for block in blocks:
        told = tuple(block)
        lines += [_EMPTY, *told] if lines and told else told
    return tuple(lines)


def _joined(lines: Iterable[Line]) -> str:
    return "\n".join("".join(piece.text for piece in line) for line in lines)


def _head(result: CheckResult) -> Iterator[Line]:
    report = result.report
    year = report.year if result.statistics is None else result.statistics.year
    named = [
        printable(report.organisation),
        "" if year is None else f"{year}年",
        printable(report.source),
    ]
    told = "　".join(part for part in named if part)
    if told:
        yield (Piece(told, Role.HEADING),)


def _findings(result: CheckResult) -> Iterator[Line]:
    groups = by_section(result.report, result.findings)
    if not groups:
        yield (Piece("没有发现问题。", Role.GOOD),)
    for index, (name, findings) in enumerate(groups.items()):
        if index:
            yield _EMPTY
        yield (Piece(name, Role.HEADING),)
        for finding in findings:
            yield from _finding(result.report, finding)


def _finding(report: Report, finding: Finding) -> Iterator[Line]:
    name, role = SEVERITIES[finding.severity], _ROLES[finding.severity]
    yield (
        Piece("  "),
        Piece(f"{name} {finding.code}", role),
        Piece(f" {finding.slug}", Role.QUIET),
        Piece(f"　{printable(finding.message)}"),
    )
    yield from _quoted(report, finding.span)
    remedy = fix_line(finding)
    if remedy:
        yield (Piece(f"      {remedy}"),)


def _quoted(report: Report, span: TextSpan | None) -> Iterator[Line]:
    """The sentence with its place marked, where it has one that can be seen."""
    if span is not None and printable(span.quote):
        around = excerpt(report.text, span)
        marked = Piece(f"【{around.marked}】", Role.MARK)
        yield (Piece(f"      {around.before}"), marked, Piece(around.behind))


def _waived(result: CheckResult) -> Iterator[Line]:
    if result.waived or result.stale_waivers:
        yield (Piece("已豁免的", Role.HEADING),)
    for waived in result.waived:
        message = printable(waived.finding.message)
        yield (Piece(f"  豁免 {waived.finding.code}", Role.QUIET), Piece(f"　{message}"))
        yield (Piece(f"      {reason_line(waived.waiver)}"),)
    for waiver in result.stale_waivers:
        yield (
            Piece(f"  提示 {waiver.key.code}", Role.NOTE),
            Piece(f"　{stale_line(result, waiver)}"),
        )


def _left_open(result: CheckResult) -> Iterator[Line]:
    if result.uncertain or result.skipped:
        yield (Piece("没有核对的", Role.HEADING),)
    for doubt in result.uncertain:
        yield (Piece(f"  拿不准 {doubt.code}", Role.QUIET), Piece(f"　{printable(doubt.reason)}"))
        yield from _quoted(result.report, doubt.span)
    for skipped in result.skipped:
        yield (Piece(f"  未核 {skipped.code}", Role.QUIET), Piece(f"　{skipped_line(skipped)}"))


def _end(result: CheckResult) -> Iterator[Line]:
    yield (Piece(outcomes(result)),)
    yield (Piece(summary_line(result), Role.HEADING),)
