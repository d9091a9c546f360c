"""Spans as SARIF regions: by offset, and by line and column."""

from bisect import bisect_right

from assistant.model import TextSpan


class Regions:
    """Knows where the lines of a text begin."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def region(self, span: TextSpan) -> dict[str, object]:
        """Where the span stands, counted from 0 by offset and from 1 by line and column."""
        start_line, start_column = self._place(span.start)
        end_line, end_column = self._place(span.end)
        return {
            "startLine": start_line,
            "startColumn": start_column,
            "endLine": end_line,
            "endColumn": end_column,
            "charOffset": span.start,
            "charLength": span.end - span.start,
            "snippet": {"text": self.text[span.start : span.end]},
        }

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
