"""Check results as text and JSON; everything returns values and prints nothing."""

from assistant.reporting.json_report import result_as_json, result_to_json
from assistant.reporting.text import findings_as_text, result_as_text

__all__ = ["findings_as_text", "result_as_json", "result_as_text", "result_to_json"]
