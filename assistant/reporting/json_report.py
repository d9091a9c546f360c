"""The JSON of ``check --format json``, version 1; a public contract, keys are only ever added."""

from decimal import Decimal

from assistant.model import (
    Amount,
    CheckResult,
    Finding,
    Reading,
    Related,
    Severity,
    Skipped,
    TextFix,
    TextSpan,
    Uncertain,
    Waived,
    Waiver,
)
from assistant.reporting.json_text import json_text

VERSION = 1


def result_as_json(result: CheckResult) -> dict[str, object]:
    """The result as plain values: strings, whole numbers, booleans, lists and mappings."""
    report, statistics = result.report, result.statistics
    cells = report.cells if statistics is None else statistics.cells
    year = report.year if statistics is None or statistics.year is None else statistics.year
    form = report.form if statistics is None or statistics.form is None else statistics.form
    return {
        "version": VERSION,
        "file": report.source,
        "form": form,
        "year": year,
        "organisation": report.organisation,
        "text": report.text,
        "statistics": {cell: _amount(amount) for cell, amount in cells.items()},
        "numbers": [_reading(reading) for reading in result.readings],
        "findings": [_finding(finding) for finding in result.findings],
        "skipped": [_skipped(skipped) for skipped in result.skipped],
        "uncertain": [_uncertain(uncertain) for uncertain in result.uncertain],
        "passed": list(result.passed),
        "waived": [_waived(waived) for waived in result.waived],
        "stale_waivers": [_stale(waiver) for waiver in result.stale_waivers],
        "summary": _summary(result),
    }


def result_to_json(result: CheckResult) -> str:
    """The same as JSON text, ending with a line break."""
    return json_text(result_as_json(result), indent=1) + "\n"


def result_to_json_line(result: CheckResult) -> str:
    """The same on one line."""
    return json_text(result_as_json(result)) + "\n"


def _summary(result: CheckResult) -> dict[str, object]:
    return {
        "numbers": len(result.readings),
        "accounted": result.accounted,
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "notes": result.count(Severity.NOTE),
        "waived": len(result.waived),
    }


def _amount(amount: Amount) -> str:
    return amount.written if amount.number is None else f"{amount.number:f}"


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _span(span: TextSpan | None) -> dict[str, object]:
    if span is None:
        return {"start": None, "end": None, "quote": None}
    return {"start": span.start, "end": span.end, "quote": span.quote}


def _reading(reading: Reading) -> dict[str, object]:
    claim: dict[str, object] = {
        "kind": None if reading.kind is None else reading.kind.value,
        "value": _decimal(reading.value),
        "unit": reading.unit,
        "approximate": reading.approximate,
        "state": None if reading.state is None else reading.state.value,
        "binds": list(reading.binds),
        "note": reading.note,
    }
    return {**_span(reading.span), "class": reading.token_class.value, **claim}


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "slug": finding.slug,
        "severity": finding.severity.value,
        "message": finding.message,
        **_span(finding.span),
        "cells": list(finding.cells),
        "found": _decimal(finding.found),
        "expected": _decimal(finding.expected),
        "related": [_related(related) for related in finding.related],
        "fix": _fix(finding.fix),
        "fingerprint": finding.fingerprint,
    }


def _related(related: Related) -> dict[str, object]:
    return {"label": related.label, "cell": related.cell, **_span(related.span)}


def _fix(fix: TextFix | None) -> dict[str, object] | None:
    if fix is None:
        return None
    return {**_span(fix.span), "replacement": fix.replacement, "safe": fix.safe}


def _skipped(skipped: Skipped) -> dict[str, object]:
    return {"code": skipped.code, "reason": skipped.reason, "cells": list(skipped.cells)}


def _uncertain(uncertain: Uncertain) -> dict[str, object]:
    place = {**_span(uncertain.span), "cells": list(uncertain.cells)}
    return {"code": uncertain.code, "reason": uncertain.reason, **place}


def _waived(waived: Waived) -> dict[str, object]:
    return {**_finding(waived.finding), **_decision(waived.waiver)}


def _stale(waiver: Waiver) -> dict[str, object]:
    key = waiver.key
    about = {"code": key.code, "sentence": key.sentence, "quote": key.quote}
    return {**about, **_decision(waiver), "fingerprint": key.fingerprint}


def _decision(waiver: Waiver) -> dict[str, object]:
    date = None if waiver.date is None else waiver.date.isoformat()
    return {"reason": waiver.reason, "date": date}
