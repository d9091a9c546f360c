"""Check results as text, JSON, a web page and SARIF; everything returns values, prints nothing.

The web page and SARIF are imported from their own modules, so that nobody waits for them.
"""

from assistant.reporting.json_report import result_as_json, result_to_json, result_to_json_line
from assistant.reporting.merge_json import merge_as_json, merge_to_json
from assistant.reporting.merge_text import merge_as_text
from assistant.reporting.summary import (
    failure_as_json_line,
    failure_as_text,
    summary_as_jsonl,
    summary_as_text,
)
from assistant.reporting.text import findings_as_text, result_as_lines, result_as_text
from assistant.reporting.words import summary_line

__all__ = [
    "failure_as_json_line",
    "failure_as_text",
    "findings_as_text",
    "merge_as_json",
    "merge_as_text",
    "merge_to_json",
    "result_as_json",
    "result_as_lines",
    "result_as_text",
    "result_to_json",
    "result_to_json_line",
    "summary_as_jsonl",
    "summary_as_text",
    "summary_line",
]
