"""The shapes of what is printed for many files, for their published schemas and for tests."""

from typing import Literal

from assistant.reporting.json_shape import Shape


class Problem(Shape):
    """Why a file could not be read or checked."""

    code: str
    message: str
    hint: str


class FailedCheck(Shape):
    """A line of ``check --format json`` for a file without a result."""

    version: Literal[1]
    file: str
    error: Problem


class SummaryLine(Shape):
    """A line of ``check --summary FILE.jsonl``."""

    file: str
    organisation: str
    year: int | None
    form: str | None
    errors: int | None
    warnings: int | None
    notes: int | None
    numbers: int | None
    accounted: int | None
    previous: str
    code: str | None
    message: str | None
    hint: str | None


class MergedUnit(Shape):
    """A file of the merged folder and what became of it."""

    file: str
    organisation: str
    counted: bool
    remark: str
    code: str | None
    message: str | None


class LeftOpen(Shape):
    """A cell that some units gave no number for; names of units."""

    cell: str
    label: str
    blank: list[str]
    not_applicable: list[str]
    unreadable: list[str]


class WrittenCell(Shape):
    """What stands in a cell; ``value`` is null where that is no number."""

    cell: str
    state: Literal["number", "blank", "not_applicable", "unreadable", "missing"]
    value: str | None


class DifferingCell(Shape):
    """A cell where the county's report differs; ``difference`` is county minus sum."""

    cell: str
    label: str
    given: WrittenCell
    merged: WrittenCell
    difference: str | None


class Against(Shape):
    """The county's report held against the sums."""

    file: str
    organisation: str
    compared: int
    differences: list[DifferingCell]


class MergeReport(Shape):
    """What ``merge --format json`` prints, version 1; ``missing`` is null without a list."""

    version: Literal[1]
    form: str
    year: int
    organisation: str
    cells: dict[str, str | None]
    files: list[MergedUnit]
    missing: list[str] | None
    open: list[LeftOpen]
    not_additive: list[str]
    against: Against | None
    cautions: list[str]
