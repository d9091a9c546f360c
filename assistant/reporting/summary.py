"""The summary of a check of many files: JSON lines, and a table for the terminal."""

import unicodedata
from collections.abc import Iterable, Sequence

from assistant.model import Counts, FileSummary
from assistant.reporting.json_report import VERSION
from assistant.reporting.json_text import json_text
from assistant.reporting.text import printable

_HEADINGS = ("文件", "单位", "年度", "表式", "错误", "提醒", "数字", "有来源", "代码")
_WIDEST = 40
_GAP = "  "


def summary_as_jsonl(rows: Iterable[FileSummary]) -> str:
    """One JSON object a line; what is not known is null."""
    return "".join(json_text(summary_as_json(row)) + "\n" for row in rows)


def summary_as_json(row: FileSummary) -> dict[str, object]:
    """One row as plain values; keys are only ever added."""
    failure = row.failure
    return {
        "file": row.file,
        "organisation": row.organisation,
        "year": row.year,
        "form": row.form,
        **_counts(row.counts),
        "previous": row.previous,
        "code": None if failure is None else failure.code,
        "message": None if failure is None else failure.message,
        "hint": None if failure is None else failure.hint,
    }


def _counts(counts: Counts | None) -> dict[str, int | None]:
    return {
        "errors": None if counts is None else counts.errors,
        "warnings": None if counts is None else counts.warnings,
        "notes": None if counts is None else counts.notes,
        "numbers": None if counts is None else counts.numbers,
        "accounted": None if counts is None else counts.accounted,
    }


def summary_as_text(rows: Sequence[FileSummary]) -> str:
    """The rows under one another, and how many files ended how."""
    table = [_HEADINGS, *map(_columns, rows)]
    widths = [max(_width(line[index]) for line in table) for index in range(len(_HEADINGS))]
    lines = [_GAP.join(map(_padded, line, widths)).rstrip() for line in table]
    return "\n".join([*lines, "", _totals(rows)]) + "\n"


def failure_as_text(row: FileSummary) -> str:
    """Why a file could not be checked, and what to do; empty for one that was."""
    if row.failure is None:
        return ""
    hint = f"\n  {printable(row.failure.hint)}" if row.failure.hint else ""
    reason = f"错误 {row.failure.code}：{printable(row.failure.message)}{hint}"
    return f"{printable(row.file)}\n\n{reason}\n"


def failure_as_json_line(row: FileSummary) -> str:
    """The line that stands for a file without a result: its name and ``error``."""
    failure = row.failure
    if failure is None:
        return ""
    error = {"code": failure.code, "message": failure.message, "hint": failure.hint}
    return json_text({"version": VERSION, "file": row.file, "error": error}) + "\n"


def _columns(row: FileSummary) -> tuple[str, ...]:
    counts, failure = row.counts, row.failure
    figures = (
        ("", "", "", "")
        if counts is None
        else (str(counts.errors), str(counts.warnings), str(counts.numbers), str(counts.accounted))
    )
    return (
        _cut(printable(row.file)),
        _cut(printable(row.organisation)),
        "" if row.year is None else str(row.year),
        "" if row.form is None else printable(row.form),
        *figures,
        "" if failure is None else failure.code,
    )


def _totals(rows: Sequence[FileSummary]) -> str:
    counts = [row.counts for row in rows if row.counts is not None]
    wrong = sum(1 for count in counts if count.errors)
    warned = sum(1 for count in counts if count.warnings and not count.errors)
    failed = len(rows) - len(counts)
    return (
        f"共 {len(rows)} 份：有错误的 {wrong} 份，只有提醒的 {warned} 份，"
        f"没有错误和提醒的 {len(counts) - wrong - warned} 份，没能核对的 {failed} 份。"
    )


def _cut(text: str) -> str:
    """``text`` within the widest column, its end kept: that is where file names differ."""
    if _width(text) <= _WIDEST:
        return text
    kept = text
    while _width(kept) >= _WIDEST:
        kept = kept[1:]
    return f"…{kept}"


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns of a terminal; a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1 for sign in text)
