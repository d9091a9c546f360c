"""A finding in one line, as it stands in a document."""

from assistant.files.printable import printable
from assistant.model import Finding, Severity

_SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.NOTE: "提示"}


def finding_line(finding: Finding) -> str:
    """Code, severity and message."""
    label = _SEVERITIES[finding.severity]
    return printable(f"【{finding.code} {label}】{finding.message}")
