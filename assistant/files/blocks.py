"""What every format is turned into: one linear text, and the lines and grids that stand in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from assistant.model import Paragraph, TextSpan, Unreadable

_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff"
_BLANKS = f"\\s{_ZERO_WIDTH}"
_BLANK_SIGNS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + _ZERO_WIDTH
"""The same signs one by one; no blank has a higher code than the full-width space."""
_ALL_BLANKS = re.compile(rf"[{_BLANKS}]+")


def strip_blanks(text: str) -> str:
    """``text`` without spaces of any width at its ends."""
    return text.strip(_BLANK_SIGNS)


def without_blanks(text: str) -> str:
    """``text`` without any spaces, tabs, line breaks and zero-width characters."""
    return _ALL_BLANKS.sub("", text)


def trimmed(start: int, text: str) -> Paragraph:
    """Paragraph of what is left of ``text`` (which stands at ``start``) without outer blanks."""
    content = strip_blanks(text)
    return Paragraph(start=start + (text.index(content) if content else 0), text=content)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid: the characters ``text`` at ``start`` of the linear text.

    sure: False for an empty line that may be a blank cell or nothing at all.
    """

    start: int
    text: str
    sure: bool = True

    @property
    def content(self) -> str:
        """The text without outer blanks."""
        return strip_blanks(self.text)

    @property
    def span(self) -> TextSpan:
        """Where the content stands; where the blanks stand if there is none."""
        place = trimmed(self.start, self.text)
        if place.text:
            return place.whole
        return TextSpan(self.start, self.start + len(self.text), self.text)


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of the source, merged cells collapsed to one.

    rows_known: whether the source tells where a row ends; if not, all cells stand in one row.
    """

    rows: tuple[Row, ...]
    rows_known: bool = True

    @property
    def span(self) -> tuple[int, int]:
        """Offsets of its first and behind its last character."""
        cells = [cell for row in self.rows for cell in row]
        return cells[0].start, cells[-1].start + len(cells[-1].text)


Line: TypeAlias = Paragraph
"""A line as it stands, outer blanks included."""

Block: TypeAlias = Line | Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document of any format. ``text`` is what all offsets index into.

    declared: the statistics file in JSON the document carries, empty if none.
    """

    text: str
    blocks: tuple[Block, ...]
    unreadable: tuple[Unreadable, ...] = ()
    name: str = ""
    declared: str = ""


class SourceWriter:
    """Builds the linear text of formats that have none: paragraphs as lines, cells by tabs."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._unreadable: list[Unreadable] = []

    def _put(self, text: str) -> int:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return start

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    def line(self, text: str) -> None:
        """Adds one paragraph."""
        flat = " ".join(text.splitlines()) if "\n" in text or "\r" in text else text
        self._blocks.append(Paragraph(start=self._put(flat), text=flat))
        self._put("\n")

    def grid(self, rows: Sequence[Sequence[str]]) -> tuple[Row, ...]:
        """Adds a table, one line a row; returns its rows, those without cells left out."""
        placed = tuple(self._row(row) for row in rows if row)
        if placed:
            self._blocks.append(Grid(placed))
        return placed

    def _row(self, row: Sequence[str]) -> Row:
        cells: list[Cell] = []
        for index, text in enumerate(row):
            if index:
                self._put("\t")
            flat = without_tabs(text)
            cells.append(Cell(self._put(flat), flat))
        self._put("\n")
        return tuple(cells)

    def not_read(self, reason: str) -> None:
        """Notes a piece of the document that was left out."""
        if all(reason != known.reason for known in self._unreadable):
            self._unreadable.append(Unreadable(reason=reason))

    def source(self, name: str, declared: str = "") -> Source:
        """What was built."""
        return Source(
            text="".join(self._pieces),
            blocks=tuple(self._blocks),
            unreadable=tuple(self._unreadable),
            name=name,
            declared=declared,
        )


def without_tabs(text: str) -> str:
    """A cell's text on one line; a line broken inside a word is joined."""
    return re.sub(r"[\t ]*[\r\n\v\f\u2028]+[\t ]*", "", text).replace("\t", " ")
