"""Check results as text, JSON, a web page and SARIF; everything returns values, prints nothing.

The web page and SARIF are imported from their own modules, so that nobody waits for them.
"""

from assistant.reporting.json_report import result_as_json, result_to_json
from assistant.reporting.text import findings_as_text, result_as_lines, result_as_text
from assistant.reporting.words import summary_line

__all__ = [
    "findings_as_text",
    "result_as_json",
    "result_as_lines",
    "result_as_text",
    "result_to_json",
    "summary_line",
]
