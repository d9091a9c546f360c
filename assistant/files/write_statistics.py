"""Writes a year's figures as a statistics file, YAML or JSON."""

import io
import json
from collections.abc import Mapping
from decimal import Decimal

from ruamel.yaml import YAML

from assistant.files.printable import shown
from assistant.model import Amount, AmountState, CellId, Fact, Statistics

_LINE = 4096
# The one way a statistics file says so; a dash could be a slip of the finger.
_NOT_APPLICABLE = "/"


def statistics_as_mapping(statistics: Statistics) -> dict[str, object]:
    """The figures in the layout of a statistics file; what is not known is left out."""
    layout: dict[str, object] = {
        "year": statistics.year,
        "organisation": statistics.organisation,
        "form": statistics.form,
        "cells": _cells(statistics.cells),
        "previous": _cells(statistics.previous),
        "facts": [_fact(fact) for fact in statistics.facts],
    }
    return {key: value for key, value in layout.items() if value not in (None, "", {}, [])}


def write_statistics_json(statistics: Statistics) -> bytes:
    """The statistics file as JSON."""
    text = json.dumps(statistics_as_mapping(statistics), ensure_ascii=False, indent=2)
    return f"{text}\n".encode()


def write_statistics_yaml(statistics: Statistics) -> bytes:
    """The statistics file as YAML."""
    yaml = YAML()
    yaml.width = _LINE
    output = io.StringIO()
    yaml.dump(statistics_as_mapping(statistics), output)
    return output.getvalue().encode()


def _cells(cells: Mapping[CellId, Amount]) -> dict[str, object]:
    return {cell: _value(amount) for cell, amount in cells.items()}


def _value(amount: Amount) -> int | str | None:
    if amount.number is not None:
        return _number(amount.number)
    if amount.state is AmountState.NOT_APPLICABLE:
        return _NOT_APPLICABLE
    return None if amount.state is AmountState.BLANK else shown(amount)


def _number(number: Decimal) -> int | str:
    """A whole number plainly; another in quotes, so that no reader makes it inexact."""
    whole = number.to_integral_value()
    return int(whole) if whole == number else f"{number:f}"


def _fact(fact: Fact) -> dict[str, object]:
    layout: dict[str, object] = {
        "id": fact.id,
        "label": fact.label,
        "value": _number(fact.value),
        "unit": fact.unit,
        "terms": list(fact.terms),
        "aspect": fact.aspect,
        "previous": None if fact.previous is None else _number(fact.previous),
    }
    return {key: value for key, value in layout.items() if value not in (None, "", [])}
