"""What a check of many files says of one of them: one row of the summary."""

from dataclasses import dataclass
from typing import Self

from assistant.errors import AssistantError
from assistant.model.check_result import CheckResult
from assistant.model.finding import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why something could not be read or checked, as a value that travels between processes."""

    code: str
    message: str
    hint: str = ""

    @classmethod
    def of(cls, error: AssistantError) -> Self:
        """The failure an error tells of."""
        return cls(code=error.code, message=error.message, hint=error.hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many findings of each severity, how many numbers, how many of them accounted for."""

    errors: int
    warnings: int
    notes: int
    numbers: int
    accounted: int

    @classmethod
    def of(cls, result: CheckResult) -> Self:
        """The counts of one result."""
        return cls(
            errors=result.count(Severity.ERROR),
            warnings=result.count(Severity.WARNING),
            notes=result.count(Severity.NOTE),
            numbers=len(result.readings),
            accounted=result.accounted,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSummary:
    """One file: ``counts`` when it was checked, ``failure`` when it could not be.

    file: the name as the user knows it. previous: last year's report it was compared with, or
    why it was compared with none; empty when none was asked for.
    """

    file: str
    organisation: str = ""
    year: int | None = None
    form: str | None = None
    counts: Counts | None = None
    previous: str = ""
    failure: Failure | None = None

    @classmethod
    def of(cls, file: str, result: CheckResult, previous: str = "") -> Self:
        """The row of a file that was checked."""
        report, statistics = result.report, result.statistics
        year = None if statistics is None else statistics.year
        form = None if statistics is None else statistics.form
        return cls(
            file=file,
            organisation=report.organisation,
            year=report.year if year is None else year,
            form=report.form if form is None else form,
            counts=Counts.of(result),
            previous=previous,
        )
