"""Places in a report: a span of its text, or a cell of its tables."""

from dataclasses import dataclass
from typing import TypeAlias

CellId: TypeAlias = str
"""``table.row.column``, the public vocabulary, e.g. ``applications.received.total``."""


@dataclass(frozen=True, slots=True, order=True)
class TextSpan:
    """Characters ``start`` to ``end`` (exclusive) of a report's text, which read ``quote``."""

    start: int
    end: int
    quote: str

    def __post_init__(self) -> None:
        if self.start < 0 or self.end - self.start != len(self.quote):
            msg = f"span {self.start}..{self.end} does not fit quote of {len(self.quote)}"
            raise ValueError(msg)

    @classmethod
    def cut(cls, text: str, start: int, end: int) -> "TextSpan":
        """Span of ``text`` from ``start`` to ``end``."""
        return cls(start, end, text[start:end])

    def stands_in(self, text: str) -> bool:
        """Whether ``text`` really reads so at this place."""
        return text[self.start : self.end] == self.quote
