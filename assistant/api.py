"""The Python face of the checker: the JSON of ``assistant check``, without a subprocess."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from assistant.app import checking
from assistant.files import (
    read_report,
    read_report_text,
    read_statistics,
    statistics_from_mapping,
)
from assistant.forms import FormRegistry, load_forms
from assistant.model import Report, Statistics
from assistant.reporting import result_as_json

Figures: TypeAlias = Mapping[str, object] | str | Path
"""Content of a statistics file (or its ``cells`` alone), or a path."""


def check_text(
    text: str,
    *,
    statistics: Figures | None = None,
    previous: Figures | None = None,
    year: int | None = None,
) -> dict[str, object]:
    """The findings on a report given as text, as in ``assistant check --format json``.

    statistics: mapping in the layout of a statistics file, or such a file's path. previous: the
    same for last year, or the path of last year's report. A text without any tables is checked
    against the statistics given; its missing parts are no findings then. Offsets in the result
    count characters of ``text``. Raises AssistantError for bad input.
    """
    forms = load_forms()
    given = None if statistics is None else _statistics(statistics, forms, year)
    known_year = given.year if year is None and given is not None else year
    report = read_report_text(text, forms, year=known_year)
    inputs = _inputs(given, previous, year, forms)
    passage = not report.tables and given is not None
    result = checking.check_report(report, replace(inputs, whole=not passage), forms)
    return result_as_json(result)


def check_file(
    path: str | Path,
    *,
    statistics: Figures | None = None,
    previous: Figures | None = None,
    year: int | None = None,
) -> dict[str, object]:
    """The findings on a report in a file; arguments and result as for ``check_text``."""
    forms = load_forms()
    given = None if statistics is None else _statistics(statistics, forms, year)
    inputs = _inputs(given, previous, year, forms)
    return result_as_json(checking.check_file(Path(path), inputs, forms))


def _inputs(
    given: Statistics | None, previous: Figures | None, year: int | None, forms: FormRegistry
) -> checking.CheckInputs:
    plain = checking.CheckInputs(statistics=given, year=year)
    if previous is None:
        return plain
    last = _previous(previous, forms, given)
    if isinstance(last, Report):
        return replace(plain, previous=last)
    base = Statistics() if given is None else given
    return replace(plain, statistics=replace(base, previous=last.cells))


def _previous(
    source: Figures, forms: FormRegistry, given: Statistics | None
) -> Report | Statistics:
    if isinstance(source, Mapping):
        year = None if given is None or given.year is None else given.year - 1
        return _statistics(source, forms, year)
    path = Path(source)
    data = path.suffix.lower() in {".yaml", ".yml", ".json", ".xlsx"}
    return read_statistics(path, forms) if data else read_report(path, forms)


def _statistics(source: Figures, forms: FormRegistry, year: int | None) -> Statistics:
    if not isinstance(source, Mapping):
        return read_statistics(Path(source), forms)
    bare_cells = bool(source) and all("." in key for key in source)
    data = {"cells": source} if bare_cells else source
    return statistics_from_mapping(data, forms, year=year)
