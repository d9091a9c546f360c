"""The whole outcome of checking one report."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from assistant.model.finding import Finding, Severity, Skipped, Uncertain, Waived
from assistant.model.reading import Reading
from assistant.model.report import Report
from assistant.model.statistics import Statistics
from assistant.model.waiver import Waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """Findings, what was not checked and why, and how every number was understood.

    passed: codes of rules that ran on the report and found nothing. statistics: the figures
    the report was checked against, which bare text does not hold itself. waived: what an
    officer decided to let stand; it is told, but counts no more. stale_waivers: decisions that
    fit nothing found.
    """

    report: Report
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()
    passed: tuple[str, ...] = ()
    readings: tuple[Reading, ...] = ()
    statistics: Statistics | None = None
    waived: tuple[Waived, ...] = ()
    stale_waivers: tuple[Waiver, ...] = ()

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

    def with_waivers(self, waivers: Iterable[Waiver]) -> "CheckResult":
        """The result with the decisions applied; the later of two on one finding holds."""
        by_key = {waiver.key: waiver for waiver in waivers}
        found = [*self.findings, *(waived.finding for waived in self.waived)]
        fitting = {finding.key for finding in found} & by_key.keys()
        return replace(
            self,
            findings=tuple(finding for finding in found if finding.key not in fitting),
            waived=tuple(
                Waived(finding=finding, waiver=by_key[finding.key])
                for finding in found
                if finding.key in fitting
            ),
            stale_waivers=tuple(w for key, w in by_key.items() if key not in fitting),
        )
