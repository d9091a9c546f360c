"""Documents and data files ⇄ model; each format's library is loaded when such a file comes."""

from assistant.files.read_notes import read_notes
from assistant.files.read_report import read_report, read_report_bytes, read_report_text
from assistant.files.read_statistics import read_statistics, statistics_from_mapping

__all__ = [
    "read_notes",
    "read_report",
    "read_report_bytes",
    "read_report_text",
    "read_statistics",
    "statistics_from_mapping",
]
