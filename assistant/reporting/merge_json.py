"""The outcome of a merge as JSON, version 1; keys are only ever added."""

from assistant.model import (
    Amount,
    AmountState,
    CellDifference,
    CellId,
    Comparison,
    MergedFile,
    MergeResult,
    OpenCell,
)
from assistant.reporting.json_report import VERSION
from assistant.reporting.json_text import json_text


def merge_to_json(result: MergeResult) -> str:
    """JSON text, ending with a line break."""
    return json_text(merge_as_json(result), indent=1) + "\n"


def merge_as_json(result: MergeResult) -> dict[str, object]:
    """The outcome as plain values; figures are texts."""
    statistics = result.statistics
    return {
        "version": VERSION,
        "form": statistics.form,
        "year": statistics.year,
        "organisation": statistics.organisation,
        "cells": {cell: _figure(amount) for cell, amount in statistics.cells.items()},
        "files": [_file(file) for file in result.files],
        "missing": None if result.listed is None else list(result.missing),
        "open": [_open(cell) for cell in result.open_cells],
        "not_additive": list(result.not_additive),
        "against": None if result.comparison is None else _comparison(result.comparison),
        "cautions": list(result.cautions),
    }


def _figure(amount: Amount) -> str | None:
    """As in a statistics file: ``/`` for not applicable, null for blank."""
    return "/" if amount.state is AmountState.NOT_APPLICABLE else _number(amount)


def _number(amount: Amount | None) -> str | None:
    return None if amount is None or amount.number is None else f"{amount.number:f}"


def _written(cell: CellId, amount: Amount | None) -> dict[str, object]:
    state = "missing" if amount is None else amount.state.value
    return {"cell": cell, "state": state, "value": _number(amount)}


def _file(file: MergedFile) -> dict[str, object]:
    return {
        "file": file.file,
        "organisation": file.organisation,
        "counted": file.counted,
        "remark": file.remark,
        "code": None if file.failure is None else file.failure.code,
        "message": None if file.failure is None else file.failure.message,
    }


def _open(cell: OpenCell) -> dict[str, object]:
    return {
        "cell": cell.cell,
        "label": cell.label,
        "blank": list(cell.blank),
        "not_applicable": list(cell.not_applicable),
        "unreadable": list(cell.unreadable),
    }


def _comparison(comparison: Comparison) -> dict[str, object]:
    return {
        "file": comparison.file,
        "organisation": comparison.organisation,
        "compared": comparison.compared,
        "differences": [_difference(found) for found in comparison.differences],
    }


def _difference(found: CellDifference) -> dict[str, object]:
    return {
        "cell": found.cell,
        "label": found.label,
        "given": _written(found.cell, found.given),
        "merged": _written(found.cell, found.merged),
        "difference": None if found.difference is None else f"{found.difference:f}",
    }
