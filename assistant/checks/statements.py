"""Claims of the prose as the claims engine read them, put into words for findings."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from assistant.checks.labels import bind_label, cells_in_bind, figure, related_cells
from assistant.checks.rule import Rule
from assistant.checks.subject import Subject
from assistant.forms import Table, Whole, row_leaves_of
from assistant.model import (
    CellId,
    ClaimKind,
    ClaimState,
    Finding,
    Outcome,
    Reading,
    Report,
    Severity,
    TextFix,
)

_LOOK_BACK = 14
_ALL_OF_IT = Decimal(100)
_CLAUSE_ENDS = "，。；、：！？（）,;:()\n\t "
_DATE_TAIL = re.compile(r"[\d年月日]*")
_ON_CELLS = (ClaimState.BOUND, ClaimState.DERIVED)


def claims(subject: Subject, kind: ClaimKind) -> tuple[Reading, ...]:
    """Claims of one kind that are bound to cells, directly or by a formula."""
    return tuple(
        reading
        for reading in subject.readings
        if reading.is_claim and reading.kind is kind and reading.state in _ON_CELLS
    )


def bound_cells(subject: Subject, reading: Reading) -> tuple[CellId, ...]:
    """All official cells the claim speaks of."""
    cells = (cell for bind in reading.binds for cell in cells_in_bind(subject.form, bind))
    return tuple(dict.fromkeys(cells))


def sentence_of(reading: Reading) -> str:
    """The sentence around the claim, as far as known."""
    return reading.span.quote if reading.sentence is None else reading.sentence.quote


def snippet(report: Report, reading: Reading) -> str:
    """The claim with the words of its clause before it and its unit behind it."""
    text, span = report.text, reading.span
    least = max(0, span.start - _LOOK_BACK)
    breaks = [text.rfind(mark, least, span.start) for mark in _CLAUSE_ENDS]
    start = max(least, max(breaks) + 1)
    cut_date = _DATE_TAIL.match(text, start, span.start)
    start = start if cut_date is None else cut_date.end()
    unit = reading.unit if text.startswith(reading.unit, span.end) else ""
    return text[start : span.end] + unit


def untold(this: Rule, subject: Subject, kind: ClaimKind, reason: str) -> Iterator[Outcome]:
    """A skip for the claims of a kind that could not be compared."""
    open_claims = [
        reading
        for reading in claims(subject, kind)
        if reading.agrees is None and not left_for_next_year(subject, reading)
    ]
    if open_claims:
        cells = [cell for reading in open_claims for cell in bound_cells(subject, reading)]
        names = "、".join(f"“{reading.span.quote}”" for reading in open_claims[:5])
        more = "" if len(open_claims) <= 5 else "等"
        text = f"{len(open_claims)}处没有核（{names}{more}）：{reason}"
        yield this.skip(text, tuple(dict.fromkeys(cells)))


def left_for_next_year(subject: Subject, reading: Reading) -> bool:
    """Whether it says that all was done, or 100 %, while some is left for next year."""
    says_all = reading.kind is ClaimKind.ALL or reading.value == _ALL_OF_IT
    if not says_all or reading.agrees is True:
        return False
    cells = bound_cells(subject, reading)
    return any(
        table.whole is not None
        and _speaks_of(table, table.whole, cells)
        and _is_left(subject, table)
        for table in subject.form.tables
    )


def _speaks_of(table: Table, whole: Whole, cells: Sequence[CellId]) -> bool:
    """Whether the cells are all in the rows that say what was to be done, and what was."""
    names = (whole.due, whole.done, whole.left, whole.new)
    rows = {f"{table.id}.{row}" for name in names for row in row_leaves_of(table, name)}
    return bool(cells) and all(cell.rpartition(".")[0] in rows for cell in cells)


def _is_left(subject: Subject, table: Table) -> bool:
    row = "" if table.whole is None else table.whole.left
    amounts = (subject.amount(f"{table.id}.{row}.{column}") for column in table.unsaid_columns)
    return any(one is not None and one.number is not None and one.number > 0 for one in amounts)


def contradiction(
    this: Rule, subject: Subject, reading: Reading, severity: Severity, says: str
) -> Finding:
    """A finding on a claim; ``says`` tells what should stand there."""
    cells = bound_cells(subject, reading)
    place = subject.places.name(reading.span)
    message = f"{place}写“{snippet(subject.report, reading)}”，{says}。"
    return this.finding(
        message,
        severity=severity,
        span=reading.span,
        cells=cells,
        found=reading.value,
        expected=reading.expected,
        related=related_cells(subject.form, cells[:8]),
        fix=_fix(reading),
        sentence=sentence_of(reading),
    )


def table_says(subject: Subject, reading: Reading) -> str:
    """第三部分的表“…”为46件，少1件: what the bound cells hold and how far the prose is off."""
    label = "、".join(bind_label(subject.form, bind) for bind in reading.binds[:3])
    if reading.expected is None:
        return f"与{label}不符"
    unit = reading.unit
    text = f"{label}为{figure(reading.expected)}{unit}"
    if reading.value is None or reading.value == reading.expected:
        return text
    return f"{text}，{_gap(reading.value - reading.expected)}{unit}"


def _gap(difference: Decimal) -> str:
    return f"{'多' if difference > 0 else '少'}{figure(abs(difference))}"


def _fix(reading: Reading) -> TextFix | None:
    """Replaces a number in plain digits by the table's; a person must decide which is right."""
    quote, expected = reading.span.quote, reading.expected
    digits = quote.removesuffix("%").replace(".", "")
    if expected is None or expected < 0 or not (digits.isascii() and digits.isdigit()):
        return None
    if quote.endswith("%"):
        decimals = len(quote.removesuffix("%").partition(".")[2])
        return TextFix(span=reading.span, replacement=f"{expected:.{decimals}f}%")
    return TextFix(span=reading.span, replacement=figure(expected))
