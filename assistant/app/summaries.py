"""The summary of a check of many files, saved in the format its name asks for."""

from collections.abc import Sequence
from pathlib import Path

from assistant.files.saving import save
from assistant.files.write_summary import write_summary
from assistant.model import FileSummary
from assistant.reporting import summary_as_jsonl


def save_summary(path: Path, rows: Sequence[FileSummary]) -> None:
    """Writes xlsx or JSON lines. Raises AssistantError E15x when the place cannot be written."""
    workbook = path.suffix.lower() == ".xlsx"
    save(path, write_summary(rows) if workbook else summary_as_jsonl(rows).encode("utf-8"))
