"""The result as text for a terminal: findings by section, each with its sentence."""

import unicodedata
from collections.abc import Iterable, Iterator

from assistant.model import (
    CheckResult,
    Finding,
    Report,
    Severity,
    Skipped,
    TextSpan,
    Uncertain,
)

_NAMES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}
_SENTENCE_ENDS = "。！？；\n"
_AROUND = 36
_WHOLE = "全文"
_SKIPPED_CELLS = 3


def result_as_text(result: CheckResult) -> str:
    """Head, findings, what was not checked, and the count of numbers accounted for."""
    blocks = [_head(result), findings_as_text(result), _left_open(result), _counts(result)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def findings_as_text(result: CheckResult) -> str:
    """The findings grouped by section, the gravest first; says so when there are none."""
    groups: dict[str, list[Finding]] = {}
    for finding in result.findings:
        groups.setdefault(_group(result.report, finding), []).append(finding)
    if not groups:
        return "没有发现问题。"
    order = [_WHOLE, *(printable(section.heading.text) for section in result.report.sections)]
    names = sorted(groups, key=lambda name: order.index(name) if name in order else len(order))
    return "\n\n".join(
        "\n".join([name, *_group_lines(result.report, groups[name])]) for name in names
    )


def printable(text: str) -> str:
    """Text without control and direction characters, which could rewrite a terminal."""
    return "".join(
        " " if character in "\n\t\r" else "�" if _steers(character) else character
        for character in text
    ).strip()


def _steers(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def _head(result: CheckResult) -> str:
    report = result.report
    year = report.year if result.statistics is None else result.statistics.year
    named = [
        printable(report.organisation),
        "" if year is None else f"{year}年",
        printable(report.source),
    ]
    return "　".join(part for part in named if part)


def _group(report: Report, finding: Finding) -> str:
    """Heading of the section the finding stands in."""
    span = finding.span
    if span is None:
        tables = {cell.partition(".")[0] for cell in finding.cells}
        near = (s for c, s in report.cell_spans.items() if c.partition(".")[0] in tables)
        span = next(iter(near), None)
    if span is None:
        return _WHOLE
    before = [section for section in report.sections if section.heading.start <= span.start]
    return printable(before[-1].heading.text) if before else _WHOLE


def _group_lines(report: Report, findings: Iterable[Finding]) -> Iterator[str]:
    for finding in sorted(findings, key=_rank):
        name = _NAMES[finding.severity]
        yield f"  {name} {finding.code} {finding.slug}　{printable(finding.message)}"
        if finding.span is not None and printable(finding.span.quote):
            yield f"      {_quoted(report.text, finding.span)}"
        if finding.fix is not None:
            sure = "" if finding.fix.safe else "，请先核对"
            yield f"      可改为“{printable(finding.fix.replacement)}”{sure}"


def _rank(finding: Finding) -> tuple[int, int]:
    return finding.severity.rank, -1 if finding.span is None else finding.span.start


def _quoted(text: str, span: TextSpan) -> str:
    """The sentence with the span marked 【…】, cut where it is long."""
    least, most = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    left = max(text.rfind(mark, least, span.start) for mark in _SENTENCE_ENDS)
    rights = [text.find(mark, span.end, most) for mark in _SENTENCE_ENDS]
    right = min((place + 1 for place in rights if place >= 0), default=most)
    start = max(left + 1, least)
    cut = left < 0 < least, right == most < len(text) and text[right] not in _SENTENCE_ENDS
    before = ("…" if cut[0] else "") + printable(text[start : span.start])
    behind = printable(text[span.end : right]) + ("…" if cut[1] else "")
    marked = printable(span.quote)
    if len(marked) > 3 * _AROUND:
        marked = f"{marked[:_AROUND]}……{marked[-_AROUND:]}"
    return f"{before}【{marked}】{behind}"


def _left_open(result: CheckResult) -> str:
    lines = [*map(_doubt_line, result.uncertain), *map(_skipped_line, result.skipped)]
    return "\n".join(["没有核对的", *lines]) if lines else ""


def _doubt_line(doubt: Uncertain) -> str:
    return f"  拿不准 {doubt.code}　{printable(doubt.reason)}"


def _skipped_line(skipped: Skipped) -> str:
    cells = skipped.cells
    shown = "、".join(cells[:_SKIPPED_CELLS])
    more = f" 等{len(cells)}格" if len(cells) > _SKIPPED_CELLS else ""
    place = f"（{shown}{more}）" if cells else ""
    return f"  未核 {skipped.code}　{printable(skipped.reason)}{place}"


def _counts(result: CheckResult) -> str:
    counts = "，".join(f"{_NAMES[severity]} {result.count(severity)} 处" for severity in Severity)
    total, accounted = len(result.readings), result.accounted
    if not total:
        return f"{counts}。正文里没有读到数字。"
    share = accounted * 1000 // total
    percent = f"{share // 10}.{share % 10}%"
    return f"{counts}。正文数字 {total} 个，说明来源的 {accounted} 个（{percent}）。"
