"""Where findings stand, for a reader: their section, and the sentence around them."""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.model import CellId, Finding, Report, TextSpan
from assistant.reporting.safe_text import printable

_SENTENCE_ENDS = "。！？；\n"
_AROUND = 36
_WHOLE = "全文"


def by_section(report: Report, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings under the heading of their section, in the report's order, the gravest first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(_section_of(report, finding), []).append(finding)
    order = [_WHOLE, *(printable(section.heading.text) for section in report.sections)]
    names = sorted(groups, key=lambda name: order.index(name) if name in order else len(order))
    return {name: sorted(groups[name], key=_rank) for name in names}


def place_of(report: Report, finding: Finding) -> TextSpan | None:
    """Characters that show the finding: its words, else its first cell with a place."""
    return finding.span if finding.span is not None else _cell_span(report, finding.cells)


def _cell_span(report: Report, cells: Iterable[CellId]) -> TextSpan | None:
    spans = (report.cell_spans[cell] for cell in cells if cell in report.cell_spans)
    return next(spans, None)


def _section_of(report: Report, finding: Finding) -> str:
    span = place_of(report, finding)
    if span is None:
        tables = {cell.partition(".")[0] for cell in finding.cells}
        near = (s for c, s in report.cell_spans.items() if c.partition(".")[0] in tables)
        span = next(near, None)
    if span is None:
        return _WHOLE
    before = [section for section in report.sections if section.heading.start <= span.start]
    return printable(before[-1].heading.text) if before else _WHOLE


def _rank(finding: Finding) -> tuple[int, int]:
    return finding.severity.rank, -1 if finding.span is None else finding.span.start


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A sentence on one line, cut where it is long: before, at and behind the place."""

    before: str
    marked: str
    behind: str


def excerpt(text: str, span: TextSpan) -> Excerpt:
    """The sentence around a span."""
    least, most = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    left = max(text.rfind(mark, least, span.start) for mark in _SENTENCE_ENDS)
    rights = [text.find(mark, span.end, most) for mark in _SENTENCE_ENDS]
    right = min((place + 1 for place in rights if place >= 0), default=most)
    start = max(left + 1, least)
    cut = left < 0 < least, right == most < len(text) and text[right] not in _SENTENCE_ENDS
    marked = printable(span.quote)
    if len(marked) > 3 * _AROUND:
        marked = f"{marked[:_AROUND]}……{marked[-_AROUND:]}"
    return Excerpt(
        before=("…" if cut[0] else "") + printable(text[start : span.start]),
        marked=marked,
        behind=printable(text[span.end : right]) + ("…" if cut[1] else ""),
    )
