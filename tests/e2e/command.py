"""Runs the command as a user would: a process of its own, in a folder of its own."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from assistant.reporting.json_shape import CheckReport, FoundDefect


@dataclass(frozen=True)
class Ended:
    """A finished command."""

    code: int
    out: str
    err: str

    @property
    def report(self) -> CheckReport:
        """Standard output of ``check --format json``."""
        return CheckReport.model_validate_json(self.out)


@dataclass(frozen=True)
class Assistant:
    """The installed command in one working folder."""

    folder: Path
    environment: dict[str, str]

    def __call__(self, *arguments: str | Path, given: str = "") -> Ended:
        """Runs one command line; ``given`` is its standard input."""
        done = subprocess.run(
            [sys.executable, "-m", "assistant", *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            input=given,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return Ended(done.returncode, done.stdout, done.stderr)


def saved_report(path: Path) -> CheckReport:
    """The JSON a draft left on disk."""
    return CheckReport.model_validate_json(path.read_bytes())


def errors(report: CheckReport) -> list[FoundDefect]:
    """The findings that hold a report back."""
    return [finding for finding in report.findings if finding.severity == "error"]
