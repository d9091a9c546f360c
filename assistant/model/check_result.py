"""The whole outcome of checking one report."""

from dataclasses import dataclass

from assistant.model.finding import Finding, Severity, Skipped, Uncertain
from assistant.model.reading import Reading
from assistant.model.report import Report
from assistant.model.statistics import Statistics


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """Findings, what was not checked and why, and how every number was understood.

    passed: codes of rules that ran on the report and found nothing. statistics: the figures
    the report was checked against, which bare text does not hold itself.
    """

    report: Report
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()
    passed: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    statistics: Statistics | None = None

    def count(self, severity: Severity) -> int:
        """How many findings have exactly this severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)

    @property
    def accounted(self) -> int:
        """How many numbers and statements are bound, derived, declared or exempt."""
        return sum(1 for reading in self.readings if reading.accounted_for)

    def at_or_above(self, severity: Severity) -> tuple[Finding, ...]:
        """Findings at least as grave as ``severity``."""
        return tuple(f for f in self.findings if f.severity.rank <= severity.rank)
